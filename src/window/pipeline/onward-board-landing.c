/* onward-board-landing.c - where in a column a dragged card would land */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-board-column-private.h"

#include <glib/gi18n-lib.h>

/* The card below which one dropped at @y would stand; NULL = at the top. */
static GtkWidget *
find_landing (OnwardBoardColumn *self, double y)
{
  GtkWidget *landing = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      if (!ONWARD_IS_BOARD_CARD (child) || gtk_widget_has_css_class (child, "dragging")
          || !gtk_widget_compute_bounds (child, GTK_WIDGET (self), &bounds))
        continue;
      if (y < bounds.origin.y + bounds.size.height / 2)
        break;
      landing = child;
    }
  return landing;
}

/**
 * onward_board_column_get_landing:
 * @self: the column
 * @y: where the pointer is, in the column
 *
 * Returns: the opportunity below which what is dragged would land; 0 = at the top
 */
gint64
onward_board_column_get_landing (OnwardBoardColumn *self, double y)
{
  GtkWidget *landing = find_landing (self, y);

  return landing != NULL ? onward_board_card_get (ONWARD_BOARD_CARD (landing))->id : 0;
}

static GtkWidget *
create_mark (OnwardBoardColumn *self)
{
  GtkWidget *mark;

  if (onward_board_column_get_count (self) == 0)
    {
      mark = gtk_label_new (_ ("Move here"));
      gtk_widget_add_css_class (mark, "dim-label");
      gtk_widget_set_margin_top (mark, 12);
      return mark;
    }
  mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_size_request (mark, -1, 4);
  gtk_widget_add_css_class (mark, "drop-mark");
  return mark;
}

/**
 * onward_board_column_drag_over:
 * @self: the column
 * @y: where the pointer is, in the column
 *
 * Marks where it would land. In Closed there is no place to choose, and the outcome is asked for.
 */
void
onward_board_column_drag_over (OnwardBoardColumn *self, double y)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "drop-target");
  if (onward_board_column_is_closed (self))
    return;
  if (self->mark == NULL)
    {
      self->mark = g_object_ref_sink (create_mark (self));
      gtk_widget_set_can_target (self->mark, FALSE);
      gtk_box_append (self->cards, self->mark);
    }
  gtk_box_reorder_child_after (self->cards, self->mark, find_landing (self, y));
}

/**
 * onward_board_column_drag_along:
 * @self: the column
 * @y: where the pointer is, in the column
 *
 * The cards were scrolled below the pointer: the mark goes to where they would land now.
 */
void
onward_board_column_drag_along (OnwardBoardColumn *self, double y)
{
  if (self->mark != NULL)
    gtk_box_reorder_child_after (self->cards, self->mark, find_landing (self, y));
}

/**
 * onward_board_column_drag_away:
 * @self: the column
 *
 * Nothing is dragged over it any more.
 */
void
onward_board_column_drag_away (OnwardBoardColumn *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-target");
  if (self->mark != NULL && gtk_widget_get_parent (self->mark) != NULL)
    gtk_box_remove (self->cards, self->mark);
  g_clear_object (&self->mark);
}
