/* onward-week-layout.c - where the interviews of a week stand: on which days, at which minutes, beside which others */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-week-layout.h"

#include "playbook/onward-zone.h"

#define DAY  ((int)ONWARD_DAY_MINUTES)
#define STEP (15 * 60) /* seconds; clocks change at quarters of an hour */

static OnwardWeekPart
create_part (guint index, const OnwardCalendarEvent *event, int day)
{
  gint64 midnight = onward_wall_at (day, 0);
  gint64 end = onward_calendar_event_find_end (event);
  OnwardWeekPart part = { .event = index,
                          .from = (int)(MAX (event->start, midnight) - midnight),
                          .to = (int)(MIN (end, midnight + DAY) - midnight),
                          .begins = event->start >= midnight,
                          .ends = end <= midnight + DAY };

  part.to = MAX (part.to, part.from + ONWARD_WEEK_LEAST_MINUTES);
  if (part.to > DAY)
    {
      part.from -= part.to - DAY;
      part.to = DAY;
    }
  return part;
}

static void
add_parts (GArray *parts, guint index, const OnwardCalendarEvent *event, int first, int n_days)
{
  /* What ends at midnight has nothing on the next day. */
  int last = onward_wall_day (onward_calendar_event_find_end (event) - 1);

  for (int day = MAX (onward_wall_day (event->start), first); day <= MIN (MAX (last, event->day), first + n_days - 1);
       day++)
    {
      OnwardWeekPart part = create_part (index, event, day);

      part.day = day - first;
      g_array_append_val (parts, part);
    }
}

/* By day and beginning; of those that begin together the longest first. */
static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const OnwardWeekPart *first = a;
  const OnwardWeekPart *second = b;

  if (first->day != second->day)
    return first->day - second->day;
  if (first->from != second->from)
    return first->from - second->from;
  if (first->to != second->to)
    return second->to - first->to;
  return first->event < second->event ? -1 : first->event > second->event;
}

/* The first lane that is free again at @from; a new one when none is. */
static guint
find_lane (GArray *ends, int from)
{
  guint lane = 0;
  int none = 0;

  while (lane < ends->len && g_array_index (ends, int, lane) > from)
    lane++;
  if (lane == ends->len)
    g_array_append_val (ends, none);
  return lane;
}

/* Those that touch each other, directly or through others, share the width of the day. */
static void
give_lanes (GArray *parts)
{
  guint begin = 0;

  while (begin < parts->len)
    {
      g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (int));
      OnwardWeekPart *part = &g_array_index (parts, OnwardWeekPart, begin);
      int day = part->day;
      int reach = part->to;
      guint next = begin;

      for (; next < parts->len; next++)
        {
          part = &g_array_index (parts, OnwardWeekPart, next);
          if (part->day != day || part->from >= reach)
            break;
          part->lane = find_lane (ends, part->from);
          g_array_index (ends, int, part->lane) = part->to;
          reach = MAX (reach, part->to);
        }
      for (; begin < next; begin++)
        g_array_index (parts, OnwardWeekPart, begin).n_lanes = ends->len;
    }
}

/**
 * onward_week_layout:
 * @events: (element-type OnwardCalendarEvent): what stands on these days; only interviews are laid out
 * @first: the first day, days since 1970-01-01
 * @n_days: how many
 *
 * Returns: (transfer full) (element-type OnwardWeekPart): by day and beginning
 */
GArray *
onward_week_layout (GPtrArray *events, int first, int n_days)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (OnwardWeekPart));

  for (guint i = 0; i < events->len; i++)
    {
      const OnwardCalendarEvent *event = events->pdata[i];

      if (event->kind == ONWARD_CALENDAR_INTERVIEW)
        add_parts (parts, i, event, first, n_days);
    }
  g_array_sort (parts, compare_parts);
  give_lanes (parts);
  return parts;
}

/**
 * onward_week_find_change:
 * @zone: a zone
 * @day: a day, days since 1970-01-01
 * @from: (out): the minute of the day at which the clock is changed
 * @to: (out): up to where the hour is that is missing, or comes twice
 *
 * Returns: 1 when the clock goes forward on this day, -1 when it goes back, 0 when it does neither
 */
int
onward_week_find_change (GTimeZone *zone, int day, int *from, int *to)
{
  /* The hour that is left out can begin at midnight: then this day begins with it, and the day before is whole. */
  gint64 instant = onward_zone_instant (zone, onward_wall_at (day, 0)) - STEP;
  gint64 next = onward_zone_instant (zone, onward_wall_at (day + 1, 0));
  int offset = onward_zone_offset (zone, instant);
  int change;

  while (instant < next && onward_zone_offset (zone, instant) == offset)
    instant += STEP;
  if (instant >= next)
    return 0;
  change = (onward_zone_offset (zone, instant) - offset) / 60;
  *to = (int)(onward_zone_wall (zone, instant) - onward_wall_at (day, 0));
  *from = *to - change;
  if (change < 0)
    {
      int begin = *to;

      *to = *from;
      *from = begin;
    }
  return change > 0 ? 1 : -1;
}
