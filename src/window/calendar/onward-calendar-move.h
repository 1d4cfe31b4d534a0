/* onward-calendar-move.h - an event goes to another time: interviews, and follow-ups of any kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-calendar-event.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The design: by keyboard and pointer an interview goes from quarter to quarter of an hour. */
#define ONWARD_CALENDAR_STEP 15 /* minutes */

void onward_calendar_move_to_day (GtkWidget *widget, const OnwardCalendarEvent *event, int day);
void onward_calendar_move_to (GtkWidget *widget, const OnwardCalendarEvent *event, gint64 start);
void onward_calendar_resize (GtkWidget *widget, const OnwardCalendarEvent *event, gint64 end);

char *onward_calendar_format_span (gint64 start, gint64 end);

G_END_DECLS
