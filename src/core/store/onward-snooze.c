/* onward-snooze.c - until when a follow-up can be put off */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-snooze.h"

#include "onward-facts-settings.h"
#include "playbook/onward-zone.h"

#define MORNING (9 * 60)
#define EVENING (18 * 60)
#define MONDAY  1

static OnwardFacts *
load_facts (OnwardStore *store)
{
  OnwardNow now = onward_store_get_now (store);
  g_autoptr (GTimeZone) known = g_time_zone_new_identifier (now.zone);
  g_autoptr (GTimeZone) zone = known != NULL ? g_steal_pointer (&known) : g_time_zone_new_utc ();
  OnwardFacts *facts = onward_facts_new (now.unix_time, zone);

  onward_facts_settings_load (onward_store_get_connection (store), facts, NULL);
  return facts;
}

/* When the user wants no alerts in the evening, or it is evening, there is no tonight. */
static gint64
find_tonight (const OnwardHours *hours, gint64 now)
{
  gint64 evening = onward_wall_at (onward_wall_day (now), EVENING);

  return evening > now && onward_hours_clamp (hours, evening) == evening ? evening : ONWARD_NO_WALL;
}

/**
 * onward_snooze_get_until:
 * @store: the store
 * @snooze: which
 *
 * Main thread.
 *
 * Returns: (transfer full) (nullable): the wall time of that morning: 09:00, or when the user's alert hours open; NULL
 *   for tonight when that has come, or lies outside the alert hours
 */
char *
onward_snooze_get_until (OnwardStore *store, OnwardSnooze snooze)
{
  g_autoptr (OnwardFacts) facts = load_facts (store);
  const OnwardHours *hours = &facts->settings.hours;
  gint64 now = onward_zone_wall (facts->zone, facts->now);
  int day = onward_wall_day (now);
  char text[ONWARD_WALL_SIZE];

  if (snooze == ONWARD_SNOOZE_TONIGHT)
    {
      gint64 tonight = find_tonight (hours, now);

      return tonight != ONWARD_NO_WALL ? g_strdup (onward_wall_format (tonight, text)) : NULL;
    }
  if (snooze == ONWARD_SNOOZE_TOMORROW)
    return onward_snooze_get_morning (store, day + 1);
  day = onward_hours_working_day (hours, day + 7 - (onward_day_weekday (day) - MONDAY));
  return onward_snooze_get_morning (store, day);
}

/**
 * onward_snooze_get_morning:
 * @store: the store
 * @day: a day
 *
 * Main thread.
 *
 * Returns: (transfer full): the wall time of that morning: 09:00, or when the user's alert hours open
 */
char *
onward_snooze_get_morning (OnwardStore *store, int day)
{
  g_autoptr (OnwardFacts) facts = load_facts (store);
  char text[ONWARD_WALL_SIZE];

  return g_strdup (
      onward_wall_format (onward_hours_clamp (&facts->settings.hours, onward_wall_at (day, MORNING)), text));
}
