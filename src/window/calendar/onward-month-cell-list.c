/* onward-month-cell-list.c - all that stands on a day, in a list over it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-month-cell-private.h"

#include "onward-calendar-new.h"
#include "onward-event-popover.h"
#include "onward-event-row.h"
#include "playbook/onward-dates.h"
#include "shared/onward-popover.h"

#define MOST_HEIGHT 420 /* px */

static void
popover_closed_cb (OnwardMonthCell *self)
{
  self->popover = NULL;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
popover_row_cb (OnwardMonthCell *self, GtkListBoxRow *row)
{
  g_autoptr (OnwardCalendarEvent) event = onward_calendar_event_ref (onward_event_row_get_event (GTK_WIDGET (row)));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  onward_event_popover_show (GTK_WIDGET (self), event);
}

static GtkWidget *
create_day_list (OnwardMonthCell *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < self->n; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), onward_event_row_new (self->events->pdata[self->first + i]));
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (popover_row_cb), self);
  return list;
}

/**
 * onward_month_cell_show_all:
 * @self: a cell
 *
 * Opens a list of all events of the day; when it has none, the question what is to be put there.
 *
 * Returns: %TRUE
 */
gboolean
onward_month_cell_show_all (OnwardMonthCell *self)
{
  GtkWidget *scroll, *content, *title;
  g_autofree char *day = onward_dates_format_sentence (self->day, self->day);

  if (self->n == 0)
    onward_calendar_new_show (GTK_WIDGET (self), NULL, self->day, -1, 0);
  if (self->n == 0 || self->popover != NULL)
    return TRUE;
  content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  title = gtk_label_new (day);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), create_day_list (self));
  gtk_widget_set_size_request (scroll, 280, -1);
  gtk_box_append (GTK_BOX (content), title);
  gtk_box_append (GTK_BOX (content), scroll);
  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "day-popover");
  gtk_popover_set_child (GTK_POPOVER (self->popover), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL, day, -1);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (popover_closed_cb), self);
  onward_popover_go_when_closed (GTK_POPOVER (self->popover));
  gtk_popover_popup (GTK_POPOVER (self->popover));
  return TRUE;
}
