/* onward-event-row.c - an event in a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-event-row.h"

#include "shared/onward-lines.h"

#include <glib/gi18n-lib.h>

#define EVENT "onward-calendar-event"

static void
unref_event (gpointer event)
{
  onward_calendar_event_unref (event);
}

/**
 * onward_event_row_new:
 * @event: what it shows
 *
 * Returns: (transfer floating): a row of a list box
 */
GtkWidget *
onward_event_row_new (OnwardCalendarEvent *event)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (event->icon);
  GtkWidget *lines = onward_lines_new ();
  g_autofree char *words = onward_calendar_event_describe (event);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 3);
  onward_lines_set (ONWARD_LINES (lines), 0, ONWARD_TEXT_BODY, event->title, NULL);
  onward_lines_set (ONWARD_LINES (lines), 1, ONWARD_TEXT_CAPTION, event->detail,
                    event->overdue ? "onward_error" : "onward_dim");
  if (event->conflict)
    onward_lines_set (ONWARD_LINES (lines), 2, ONWARD_TEXT_CAPTION, _ ("At the same time as another interview"),
                      "onward_warning");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "compact-row");
  gtk_widget_add_css_class (row, "event-row");
  if (event->past)
    gtk_widget_add_css_class (row, "past");
  if (event->conflict)
    gtk_widget_add_css_class (row, "conflict");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (row), EVENT, onward_calendar_event_ref (event), unref_event);
  return row;
}

/**
 * onward_event_row_get_event:
 * @row: a row
 *
 * Returns: (transfer none): what it shows
 */
OnwardCalendarEvent *
onward_event_row_get_event (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), EVENT);
}
