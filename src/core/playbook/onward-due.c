/* onward-due.c - what is due when, in which order, and when another message is one too many */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-due.h"
#include "playbook/onward-zone.h"

#define PRESSURE_DAYS     30
#define PRESSURE_MESSAGES 2

/**
 * onward_due_moment:
 * @remind_at: wall time, as planned or moved
 * @snoozed_until: wall time, or %ONWARD_NO_WALL
 *
 * What counts for the alert and for the order, which is: this, then due, then the row of the table
 * (onward_rule_find()), then the key.
 *
 * Returns: the later of both.
 */
gint64
onward_due_moment (gint64 remind_at, gint64 snoozed_until)
{
  return MAX (remind_at, snoozed_until);
}

/**
 * onward_due_urgency:
 * @remind_at: wall time, as planned or moved
 * @snoozed_until: wall time, or %ONWARD_NO_WALL
 * @due: wall time
 * @now: wall time
 *
 * Returns: overdue when @due has passed, snoozed or not; else today when its moment is on today's day or
 *   before; else upcoming.
 */
OnwardUrgency
onward_due_urgency (gint64 remind_at, gint64 snoozed_until, gint64 due, gint64 now)
{
  if (due < now)
    return ONWARD_URGENCY_OVERDUE;
  if (onward_wall_day (onward_due_moment (remind_at, snoozed_until)) <= onward_wall_day (now))
    return ONWARD_URGENCY_TODAY;
  return ONWARD_URGENCY_UPCOMING;
}

/**
 * onward_due_pressure:
 * @touches: (array length=n_touches): the touches with the person, in any order
 * @n_touches: how many
 * @remind_at: wall time of the follow-up to them
 * @zone: the user's zone
 *
 * Law 6 of playbook.md: two or more outgoing touches in the 30 days before @remind_at, with no incoming one
 * since the first of these. Touches before the last answer are answered and do not count.
 *
 * Returns: how many there are and since when, all zero when there is no pressure.
 */
OnwardPressure
onward_due_pressure (const OnwardTouchMoment *touches, guint n_touches, gint64 remind_at, GTimeZone *zone)
{
  gint64 until = onward_zone_instant (zone, remind_at);
  gint64 from = onward_zone_instant (zone, remind_at - PRESSURE_DAYS * ONWARD_DAY_MINUTES);
  gint64 answered_at = G_MININT64;
  OnwardPressure pressure = { 0, G_MAXINT64 };

  for (guint i = 0; i < n_touches; i++)
    if (touches[i].incoming)
      answered_at = MAX (answered_at, touches[i].at);
  for (guint i = 0; i < n_touches; i++)
    if (!touches[i].incoming && touches[i].at >= from && touches[i].at < until && touches[i].at > answered_at)
      {
        pressure.messages++;
        pressure.since = MIN (pressure.since, touches[i].at);
      }
  return pressure.messages >= PRESSURE_MESSAGES ? pressure : (OnwardPressure){ 0, 0 };
}
