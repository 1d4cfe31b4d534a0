/* onward-hours.c - when the user wants to be reminded */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-hours.h"

/**
 * onward_hours_set_alert:
 * @hours: the hours to change
 * @from: (nullable): `HH:MM`
 * @until: (nullable): `HH:MM`, or `24:00`
 *
 * Sets the alert hours. They satisfy from < until, at least an hour apart (playbook.md, "Time").
 *
 * Returns: %FALSE, and nothing changed, when these do not.
 */
gboolean
onward_hours_set_alert (OnwardHours *hours, const char *from, const char *until)
{
  int first, last;

  if (!onward_minutes_parse (from, &first) || !onward_minutes_parse (until, &last) || last - first < 60)
    return FALSE;
  hours->from = first;
  hours->until = last;
  return TRUE;
}

/**
 * onward_hours_clamp:
 * @hours: the user's hours
 * @wall: a wall time
 *
 * Returns: @wall when it is inside the alert hours (08:00 is, 20:00 is not), else the next opening.
 */
gint64
onward_hours_clamp (const OnwardHours *hours, gint64 wall)
{
  int day = onward_wall_day (wall);
  int minutes = onward_wall_minutes (wall);

  if (minutes < hours->from)
    return onward_wall_at (day, hours->from);
  if (minutes >= hours->until)
    return onward_wall_at (day + 1, hours->from);
  return wall;
}

/**
 * onward_hours_at:
 * @hours: the user's hours
 * @minutes: a time of day in minutes since 00:00
 *
 * Returns: @minutes, or that day's opening or last minute when the alert hours exclude it.
 */
int
onward_hours_at (const OnwardHours *hours, int minutes)
{
  return CLAMP (minutes, hours->from, hours->until - 1);
}

/**
 * onward_hours_works:
 * @hours: the user's hours
 * @day: a day
 *
 * Returns: whether it is a working day.
 */
gboolean
onward_hours_works (const OnwardHours *hours, int day)
{
  guint days = hours->working_days & 0xfe;

  return days == 0 || (days & (1u << onward_day_weekday (day))) != 0;
}

/**
 * onward_hours_working_day:
 * @hours: the user's hours
 * @day: a day
 *
 * Returns: @day, or the next working day: `wd` of playbook.md.
 */
int
onward_hours_working_day (const OnwardHours *hours, int day)
{
  while (!onward_hours_works (hours, day))
    day++;
  return day;
}
