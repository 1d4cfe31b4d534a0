/* onward-board-column.c - a stage of the board: its cards in order, as far as somebody looks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-board-column-private.h"

#include "onward-board-drag.h"
#include "onward-card-words.h"
#include "shared/onward-accessible.h"
#include "shared/onward-tooltip.h"

#include <glib/gi18n-lib.h>

/* The design: from 176 px, so that six stages fit beside the Due pane, to 320 px; a width request is with the padding
 * of style.css, what is measured is without. */
#define LEAST_WIDTH 176
#define MOST_WIDTH  (320 - 2 * 6)

/* Of the cards; the smallest window has room for more. */
#define LEAST_HEIGHT 120

G_DEFINE_FINAL_TYPE (OnwardBoardColumn, onward_board_column, GTK_TYPE_WIDGET)

static void
onward_board_column_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  OnwardBoardColumn *self = ONWARD_BOARD_COLUMN (widget);

  /* Whatever its cards say, they scroll: to ask them for every size would lay out all their words several times. */
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      gtk_widget_measure (self->header, orientation, -1, minimum, NULL, NULL, NULL);
      *minimum += LEAST_HEIGHT;
      *natural = *minimum;
    }
  else if (self->narrow)
    gtk_widget_measure (self->content, orientation, for_size, minimum, natural, NULL, NULL);
  else
    {
      *minimum = 0;
      *natural = MOST_WIDTH;
    }
}

static void
onward_board_column_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OnwardBoardColumn *self = ONWARD_BOARD_COLUMN (widget);
  int least;

  gtk_widget_measure (self->content, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  self->adjusting = TRUE;
  gtk_widget_allocate (self->content, width, MAX (height, least), baseline, NULL);
  /* Scrolled meanwhile, what is scrolled has to be given its place again. */
  if (onward_board_column_learn (self))
    gtk_widget_allocate (self->content, width, MAX (height, least), baseline, NULL);
  self->adjusting = FALSE;
}

static void
onward_board_column_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (onward_board_column_parent_class)->map (widget);
  onward_board_column_look (ONWARD_BOARD_COLUMN (widget));
}

static void
onward_board_column_dispose (GObject *object)
{
  OnwardBoardColumn *self = ONWARD_BOARD_COLUMN (object);

  g_clear_handle_id (&self->grow_source, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_hash_table_unref);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  g_clear_object (&self->ids);
  g_clear_object (&self->mark);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->carried, g_array_unref);
  g_clear_object (&self->stage);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_board_column_parent_class)->dispose (object);
}

static void
onward_board_column_finalize (GObject *object)
{
  g_array_unref (ONWARD_BOARD_COLUMN (object)->heights);
  G_OBJECT_CLASS (onward_board_column_parent_class)->finalize (object);
}

static void
onward_board_column_class_init (OnwardBoardColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = onward_board_column_dispose;
  object_class->finalize = onward_board_column_finalize;
  widget_class->measure = onward_board_column_measure;
  widget_class->size_allocate = onward_board_column_size_allocate;
  widget_class->map = onward_board_column_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/pipeline/onward-board-column.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardColumn, content);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardColumn, header);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardColumn, name);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardColumn, count);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardColumn, fold);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardColumn, more);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardColumn, add);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardColumn, scroll);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardColumn, cards);
  gtk_widget_class_set_css_name (widget_class, "column");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
onward_board_column_init (OnwardBoardColumn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  onward_tooltip_show_cut_off (self->name);
  onward_tooltip_set (self->add, _ ("Add to this stage"));
  onward_tooltip_set (self->more, _ ("Rename, move or remove this stage"));
  self->heights = g_array_new (FALSE, FALSE, sizeof (int));
  self->gaps = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->adjustment = gtk_scrolled_window_get_vadjustment (self->scroll);
  onward_board_drag_accept (self);
  onward_board_stage_drag_offer (self, self->header);
}

static void
update_header (OnwardBoardColumn *self)
{
  guint count = onward_board_column_get_count (self);
  const char *name = self->stage->name != NULL ? self->stage->name : "";
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *label =
      /* Translators: a stage and how many opportunities it has */
      g_strdup_printf (ngettext ("%s, %u opportunity", "%s, %u opportunities", count), name, count);
  g_autofree char *add = g_strdup_printf (_ ("Add to %s"), name);
  g_autofree char *fold = g_strdup_printf (_ ("Fold %s"), name);
  /* Translators: a button; %s is a stage */
  g_autofree char *more = g_strdup_printf (_ ("Menu of %s"), name);

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->count, number);
  onward_tooltip_set (self->fold, fold);
  onward_accessible_set_label (GTK_WIDGET (self), label);
  onward_accessible_set_label (GTK_WIDGET (self->add), add);
  onward_accessible_set_label (GTK_WIDGET (self->fold), fold);
  onward_accessible_set_label (self->more, more);
}

/**
 * onward_board_column_new:
 * @store: the database
 * @stage: the stage it shows
 * @selection: which cards are selected
 *
 * Returns: (transfer floating): the column, empty until onward_board_column_show()
 */
GtkWidget *
onward_board_column_new (OnwardStore *store, OnwardStage *stage, OnwardCardSelection *selection)
{
  OnwardBoardColumn *self = g_object_new (ONWARD_TYPE_BOARD_COLUMN, NULL);

  self->store = g_object_ref (store);
  self->stage = g_object_ref (stage);
  self->selection = g_object_ref (selection);
  onward_board_column_init_cards (self);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add), "x", stage->record.id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->more), "x", stage->record.id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->fold), "x", stage->record.id);
  gtk_widget_set_visible (self->add, !onward_board_column_is_closed (self));
  gtk_widget_set_visible (self->fold, onward_board_column_is_closed (self));
  update_header (self);
  return GTK_WIDGET (self);
}

OnwardStage *
onward_board_column_get_stage (OnwardBoardColumn *self)
{
  return self->stage;
}

gboolean
onward_board_column_is_closed (OnwardBoardColumn *self)
{
  return g_strcmp0 (self->stage->kind, "closed") == 0;
}

GtkWidget *
onward_board_column_get_scroll (OnwardBoardColumn *self)
{
  return GTK_WIDGET (self->scroll);
}

GtkWidget *
onward_board_column_get_more (OnwardBoardColumn *self)
{
  return self->more;
}

/**
 * onward_board_column_set_narrow:
 * @self: the column
 * @narrow: whether it has the window for itself; then it is as wide as there is room, and its header is elsewhere
 */
void
onward_board_column_set_narrow (OnwardBoardColumn *self, gboolean narrow)
{
  self->narrow = narrow;
  gtk_widget_set_size_request (GTK_WIDGET (self), narrow ? -1 : LEAST_WIDTH, -1);
  gtk_widget_set_visible (self->header, !narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (self), narrow);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * onward_board_column_show:
 * @self: the column
 * @ids: (element-type gint64): the opportunities of the stage, in order; copied
 * @changed: (nullable) (element-type gint64): only these can say something else than they did; NULL = any
 * @today: the user's day
 *
 * Shows these, and brings the cards that are seen up to date. A card that stays keeps its focus and its place.
 */
void
onward_board_column_show (OnwardBoardColumn *self, GArray *ids, GHashTable *changed, int today)
{
  self->today = today;
  onward_id_list_set_ids (self->ids, ids);
  update_header (self);
  onward_board_column_arrange (self, changed);
}

guint
onward_board_column_get_count (OnwardBoardColumn *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->ids));
}

/**
 * onward_board_column_find:
 * @self: the column
 * @opportunity: an opportunity
 * @position: (out): its place
 *
 * Returns: whether it is in this column
 */
gboolean
onward_board_column_find (OnwardBoardColumn *self, gint64 opportunity, guint *position)
{
  return onward_id_list_find (self->ids, opportunity, position);
}

/**
 * onward_board_column_get_id:
 * @self: the column
 * @position: a place
 *
 * Returns: the opportunity there; 0 when there is none
 */
gint64
onward_board_column_get_id (OnwardBoardColumn *self, guint position)
{
  return onward_id_list_get_id (self->ids, position);
}

/**
 * onward_board_column_append_ids:
 * @self: the column
 * @ids: (inout) (element-type gint64): gets its opportunities, in order
 */
void
onward_board_column_append_ids (OnwardBoardColumn *self, GArray *ids)
{
  guint n = onward_board_column_get_count (self);

  for (guint i = 0; i < n; i++)
    {
      gint64 id = onward_id_list_get_id (self->ids, i);

      g_array_append_val (ids, id);
    }
}

/**
 * onward_board_column_focus:
 * @self: the column
 * @position: a place; beyond the last it is the last
 *
 * Returns: whether a card has the focus now
 */
gboolean
onward_board_column_focus (OnwardBoardColumn *self, guint position)
{
  guint n = onward_board_column_get_count (self);
  GtkWidget *card = n > 0 ? onward_board_column_reveal (self, MIN (position, n - 1)) : NULL;
  gboolean focused;

  /* A card that has no size yet would be scrolled to where it is not. */
  self->adjusting = card != NULL && gtk_widget_get_height (card) == 0;
  focused = card != NULL && gtk_widget_grab_focus (card);
  self->adjusting = FALSE;
  return focused;
}

/* A column without cards is entered at its button. */
void
onward_board_column_focus_header (OnwardBoardColumn *self)
{
  gtk_widget_grab_focus (gtk_widget_get_visible (self->add) ? self->add : self->fold);
}
