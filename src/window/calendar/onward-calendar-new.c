/* onward-calendar-new.c - asks what is to be put on a day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-calendar-new.h"

#include "capture/onward-interview-sheet.h"
#include "due/onward-follow-up-sheet.h"
#include "onward-calendar-move.h"
#include "onward-calendar-popover.h"
#include "onward-calendar-view.h"
#include "playbook/onward-dates.h"

#include <glib/gi18n-lib.h>

/* An open question; it belongs to what the popover holds. */
typedef struct
{
  GtkPopover *popover;
  GtkWidget *view;
  int day;
  int minutes;
  int length;
} Question;

static void
interview_cb (GtkButton *button, Question *self)
{
  gtk_popover_popdown (self->popover);
  onward_interview_sheet_add_at (self->view, self->day, self->minutes, self->length);
}

static void
follow_up_cb (GtkButton *button, Question *self)
{
  gtk_popover_popdown (self->popover);
  onward_follow_up_sheet_add_at (self->view, self->day, self->minutes);
}

/**
 * onward_calendar_new_show:
 * @widget: a day, or the hours of several, in the calendar
 * @area: (nullable): what is meant of it
 * @day: days since 1970-01-01
 * @minutes: minute of that day; -1 = no time in particular
 * @length: how long, minutes; 0 = as long as usual
 *
 * Opens a popover that leads to the sheet of a new interview or of a new follow-up, which has day and time already.
 */
void
onward_calendar_new_show (GtkWidget *widget, const GdkRectangle *area, int day, int minutes, int length)
{
  Question *self = g_new0 (Question, 1);
  g_autofree char *name = onward_dates_format_sentence (day, day);
  GtkWidget *content = onward_calendar_popover_new_content (name);

  *self = (Question){ .day = day, .minutes = minutes, .length = length };
  g_object_set_data_full (G_OBJECT (content), "question", self, g_free);
  if (minutes >= 0)
    {
      g_autofree char *span =
          onward_calendar_format_span (onward_wall_at (day, minutes), onward_wall_at (day, minutes + length));

      onward_calendar_popover_add_words (content, span);
    }
  onward_calendar_popover_add_button (content, _ ("New _Interview…"), G_CALLBACK (interview_cb), self);
  onward_calendar_popover_add_button (content, _ ("New _Follow-Up…"), G_CALLBACK (follow_up_cb), self);
  self->view = gtk_widget_get_ancestor (widget, ONWARD_TYPE_CALENDAR_VIEW);
  self->popover = onward_calendar_popover_open (widget, area, content, name);
}
