/* onward-go-to-popover.c - asks which day the calendar is to show */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-go-to-popover.h"

#include "playbook/onward-wall.h"
#include "shared/onward-accessible.h"
#include "shared/onward-popover.h"

#include <glib/gi18n-lib.h>

/* px; a title takes all the room there is, and its words stand at the beginning */
#define TITLE_WIDTH 120

typedef struct
{
  GtkWidget *popover;
  GtkWidget *entry;
  GtkWidget *calendar;
  GtkWidget *focus; /* weak; where the keyboard was */
  gboolean filling;
} GoTo;

static void
free_go_to (gpointer data)
{
  GoTo *self = data;

  g_clear_weak_pointer (&self->focus);
  g_free (self);
}

static void
go_to (GoTo *self, int day)
{
  gtk_widget_activate_action (self->popover, "calendar.go-to", "i", day);
}

static void
show_in_calendar (GoTo *self, int shown)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  onward_day_to_civil (shown, &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 12, 0, 0);
  self->filling = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
  self->filling = FALSE;
}

/* What is typed is shown as soon as it is a day. */
static void
typed_cb (GoTo *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  int day;

  if (self->filling || !onward_day_parse (text, &day))
    return;
  show_in_calendar (self, day);
  go_to (self, day);
}

static void
selected_cb (GoTo *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  int day = onward_day_from_civil (g_date_time_get_year (date), g_date_time_get_month (date),
                                   g_date_time_get_day_of_month (date));
  char text[ONWARD_DATE_SIZE];

  if (self->filling)
    return;
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), onward_day_format (day, text));
  self->filling = FALSE;
  go_to (self, day);
}

/* The keyboard goes on where it was. */
static void
closed_cb (GoTo *self)
{
  if (self->focus != NULL && gtk_widget_get_mapped (self->focus))
    gtk_widget_grab_focus (self->focus);
}

static GtkWidget *
create_fields (GoTo *self, int day)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  char text[ONWARD_DATE_SIZE];

  self->entry = gtk_entry_new ();
  self->calendar = gtk_calendar_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("YYYY-MM-DD"));
  onward_accessible_set_label (self->entry, _ ("Day, as YYYY-MM-DD"));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), onward_day_format (day, text));
  show_in_calendar (self, day);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->calendar);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (selected_cb), self);
  return box;
}

/**
 * onward_go_to_popover_show:
 * @title: what it points at; a child of a widget with a layout manager
 * @day: the day that is shown now, days since 1970-01-01
 *
 * Asks for a day, typed or chosen; the calendar shows it at once. Enter and Escape close it.
 */
void
onward_go_to_popover_show (GtkWidget *title, int day)
{
  GoTo *self = g_new0 (GoTo, 1);
  GtkRoot *root = gtk_widget_get_root (title);
  GtkWidget *parent = gtk_widget_get_parent (title);
  GdkRectangle place = { 0, 0, 1, 1 };
  graphene_rect_t bounds;

  g_set_weak_pointer (&self->focus, root != NULL ? gtk_root_get_focus (root) : NULL);
  self->popover = GTK_WIDGET (onward_popover_show (parent, create_fields (self, day)));
  onward_accessible_set_label (self->popover, _ ("Go to a day"));
  if (gtk_widget_compute_bounds (title, parent, &bounds))
    place = (GdkRectangle){ (int)bounds.origin.x, (int)bounds.origin.y, MIN ((int)bounds.size.width, TITLE_WIDTH),
                            (int)bounds.size.height };
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (gtk_popover_popdown), self->popover);
  g_object_set_data_full (G_OBJECT (self->popover), "onward-go-to", self, free_go_to);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (closed_cb), self);
  gtk_widget_grab_focus (self->entry);
}
