/* onward-day-event.c - what stands on a day and has no hour: promised answers, last days, and all that is late */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-calendar-event.h"

#include "playbook/onward-dates.h"

#include <glib/gi18n-lib.h>

/**
 * onward_calendar_event_new_late:
 * @n: how many follow-ups are late, beside those that are shown
 * @today: the user's day
 *
 * Returns: (transfer full): one for all of them
 */
OnwardCalendarEvent *
onward_calendar_event_new_late (guint n, int today)
{
  OnwardCalendarEvent *event = onward_calendar_event_new (ONWARD_CALENDAR_FOLLOW_UP);

  event->count = n;
  event->day = today;
  event->start = event->end = onward_wall_at (today + 1, -1);
  event->overdue = TRUE;
  event->icon = "onward-due-symbolic";
  event->text = g_strdup_printf (ngettext ("%u more is late", "%u more are late", n), n);
  event->title = g_strdup (event->text);
  event->detail = g_strdup (_ ("All of them are in the Due pane"));
  event->action = "win.focus-due";
  return event;
}

static OnwardCalendarEvent *
create_day_event (OnwardCalendarKind kind, int day, gint64 row, const char *action)
{
  OnwardCalendarEvent *event = onward_calendar_event_new (kind);

  event->day = day;
  event->row = event->target = row;
  event->start = event->end = onward_wall_at (day, 0);
  event->action = action;
  return event;
}

/**
 * onward_calendar_event_new_promise:
 * @promised: the day of a promised answer
 *
 * Returns: (transfer full): it
 */
OnwardCalendarEvent *
onward_calendar_event_new_promise (const OnwardPromisedDay *promised)
{
  OnwardCalendarEvent *event =
      create_day_event (ONWARD_CALENDAR_PROMISE, promised->on, promised->opportunity, "win.open-opportunity");
  const char *who = promised->company_name != NULL ? promised->company_name : promised->opportunity_title;

  event->icon = "onward-promise-symbolic";
  /* Translators: a company, and its answer, in very little room */
  event->text = g_strdup_printf (_ ("%s answer"), who != NULL ? who : "");
  event->title = g_strdup_printf (_ ("%s promised an answer"), who != NULL ? who : "");
  event->detail = g_strdup (_ ("Quiet until then"));
  return event;
}

/**
 * onward_calendar_event_new_mark:
 * @mark: the day of an answer, or the end of a cooling-off
 *
 * Returns: (transfer full): it
 */
OnwardCalendarEvent *
onward_calendar_event_new_mark (const OnwardDayMark *mark)
{
  gboolean offer = mark->kind == ONWARD_DAY_MARK_OFFER;
  const char *who = mark->name != NULL ? mark->name : "";
  OnwardCalendarEvent *event = create_day_event (offer ? ONWARD_CALENDAR_OFFER : ONWARD_CALENDAR_COOLING_OFF, mark->day,
                                                 mark->id, offer ? "win.open-opportunity" : "win.open-company");
  g_autofree char *time = mark->minutes >= 0 ? onward_dates_format_time (mark->minutes) : NULL;

  event->icon = offer ? "onward-offer-symbolic" : "onward-company-symbolic";
  if (offer)
    {
      /* Translators: a company, whose offer is to be answered, in very little room */
      event->text = g_strdup_printf (_ ("Answer %s"), who);
      event->title = g_strdup_printf (_ ("The offer from %s is to be answered"), who);
      /* Translators: a time of the day */
      event->detail = time != NULL ? g_strdup_printf (C_ ("time", "by %s"), time) : g_strdup (_ ("The last day"));
    }
  else
    {
      /* Translators: a company to which one can apply again, in very little room */
      event->text = g_strdup_printf (_ ("%s again"), who);
      event->title = g_strdup_printf (_ ("The cooling-off of %s ends"), who);
      event->detail = g_strdup (_ ("You can apply there again"));
    }
  return event;
}
