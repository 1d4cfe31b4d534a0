/* onward-plain-row.c - a row of a list that is nothing of its own: Tab goes through what is in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-plain-row.h"

G_DEFINE_TYPE (OnwardPlainRow, onward_plain_row, GTK_TYPE_LIST_BOX_ROW)

/* GtkListBoxRow wants the focus itself before Shift+Tab leaves it; a row that cannot have it gives it to its first
 * child, and nobody comes out any more. */
static gboolean
onward_plain_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget));

  return child != NULL && gtk_widget_child_focus (child, direction);
}

static void
onward_plain_row_class_init (OnwardPlainRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = onward_plain_row_focus;
}

static void
onward_plain_row_init (OnwardPlainRow *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

/**
 * onward_plain_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
onward_plain_row_new (void)
{
  return g_object_new (ONWARD_TYPE_PLAIN_ROW, NULL);
}
