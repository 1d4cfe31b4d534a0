/* onward-calendar-move.c - an event goes to another time: interviews, and follow-ups of any kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-calendar-move.h"

#include "onward-window.h"
#include "playbook/onward-dates.h"
#include "playbook/onward-zone.h"
#include "store/onward-interview-move.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>

static char *
describe_moment (OnwardStore *store, gint64 wall)
{
  g_autofree char *day = onward_dates_format_sentence (onward_wall_day (wall), onward_present_get_today (store));
  g_autofree char *time = onward_dates_format_time (onward_wall_minutes (wall));

  /* Translators: a day and a time */
  return g_strdup_printf (C_ ("moment", "%s, %s"), day, time);
}

static void
move_interview (GtkWidget *widget, const OnwardCalendarEvent *event, gint64 starts_at, gint64 ends_at)
{
  OnwardStore *store = onward_window_get_store (onward_window_find (widget));
  g_autoptr (GTimeZone) zone = onward_present_get_zone (store);
  OnwardInterviewMove *move = g_new0 (OnwardInterviewMove, 1);
  g_autofree char *moment = describe_moment (store, onward_zone_wall (zone, starts_at));
  g_autofree char *end = onward_dates_format_time (onward_wall_minutes (onward_zone_wall (zone, ends_at)));
  g_autofree char *toast = starts_at != event->starts_at
                               /* Translators: an interview, and the day and time to which it was moved */
                               ? g_strdup_printf (_ ("%s moved to %s"), event->text, moment)
                               /* Translators: an interview, and the time at which it ends from now on */
                               : g_strdup_printf (_ ("%s ends at %s"), event->text, end);

  move->interview = event->row;
  move->starts_at = starts_at;
  move->ends_at = ends_at;
  onward_window_run_with_toast (widget, _ ("Move an interview"), toast, onward_interviews_move, move, g_free);
}

static void
move_follow_up (GtkWidget *widget, const OnwardCalendarEvent *event, gint64 wall)
{
  OnwardStore *store = onward_window_get_store (onward_window_find (widget));
  g_autofree char *moment = describe_moment (store, wall);
  g_autofree char *toast = g_strdup_printf (_ ("%s moved to %s"), event->text, moment);
  char text[ONWARD_WALL_SIZE];

  onward_window_change_follow_up (widget, onward_follow_up_change_move (event->row, onward_wall_format (wall, text)),
                                  toast, NULL, NULL);
}

/**
 * onward_calendar_move_to:
 * @widget: a widget of the window
 * @event: an event
 * @start: the wall time at which it is to start
 *
 * An interview keeps its length, in real time: an hour across a change of the clock is an hour. What was agreed in
 * another zone stays in it. Nothing happens to what cannot be moved, and to what is there already.
 */
void
onward_calendar_move_to (GtkWidget *widget, const OnwardCalendarEvent *event, gint64 start)
{
  g_autoptr (GTimeZone) zone = onward_present_get_zone (onward_window_get_store (onward_window_find (widget)));
  gint64 starts_at;

  if (!onward_calendar_event_can_move (event) || start == event->start)
    return;
  starts_at = onward_calendar_event_find_starts_at (event, zone, start);
  if (event->kind == ONWARD_CALENDAR_INTERVIEW)
    move_interview (widget, event, starts_at, starts_at + event->ends_at - event->starts_at);
  else
    move_follow_up (widget, event, start);
}

/**
 * onward_calendar_move_to_day:
 * @widget: a widget of the window
 * @event: an event
 * @day: the day on which it is to be, at the same time; days since 1970-01-01
 */
void
onward_calendar_move_to_day (GtkWidget *widget, const OnwardCalendarEvent *event, int day)
{
  if (day != event->day)
    onward_calendar_move_to (widget, event, onward_wall_at (day, onward_wall_minutes (event->start)));
}

/**
 * onward_calendar_resize:
 * @widget: a widget of the window
 * @event: an interview
 * @end: the wall time up to which it is to be drawn
 */
void
onward_calendar_resize (GtkWidget *widget, const OnwardCalendarEvent *event, gint64 end)
{
  g_autoptr (GTimeZone) zone = onward_present_get_zone (onward_window_get_store (onward_window_find (widget)));
  gint64 ends_at = onward_calendar_event_find_ends_at (event, zone, end);

  if (event->kind == ONWARD_CALENDAR_INTERVIEW && ends_at != event->ends_at && ends_at > event->starts_at)
    move_interview (widget, event, event->starts_at, ends_at);
}

/**
 * onward_calendar_format_span:
 * @start: wall time
 * @end: wall time
 *
 * Returns: (transfer full): `14:00 to 15:00`
 */
char *
onward_calendar_format_span (gint64 start, gint64 end)
{
  g_autofree char *first = onward_dates_format_time (onward_wall_minutes (start));
  g_autofree char *last = onward_dates_format_time (onward_wall_minutes (end));

  return g_strdup_printf (C_ ("time", "%s to %s"), first, last);
}
