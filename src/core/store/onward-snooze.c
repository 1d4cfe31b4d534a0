/* onward-snooze.c - until when a follow-up can be put off */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-snooze.h"

#include "onward-facts-settings.h"
#include "playbook/onward-zone.h"

#define MORNING (9 * 60)
#define MONDAY  1

/**
 * onward_snooze_get_until:
 * @store: the store
 * @snooze: which
 *
 * Main thread.
 *
 * Returns: (transfer full): the wall time of that morning: 09:00, or when the user's alert hours open
 */
char *
onward_snooze_get_until (OnwardStore *store, OnwardSnooze snooze)
{
  OnwardNow now = onward_store_get_now (store);
  g_autoptr (GTimeZone) known = g_time_zone_new_identifier (now.zone);
  g_autoptr (GTimeZone) zone = known != NULL ? g_steal_pointer (&known) : g_time_zone_new_utc ();
  g_autoptr (OnwardFacts) facts = onward_facts_new (now.unix_time, zone);
  const OnwardHours *hours = &facts->settings.hours;
  int day = onward_zone_day (zone, now.unix_time);
  char text[ONWARD_WALL_SIZE];

  onward_facts_settings_load (onward_store_get_connection (store), facts, NULL);
  if (snooze == ONWARD_SNOOZE_TOMORROW)
    day += 1;
  else if (snooze == ONWARD_SNOOZE_THREE_DAYS)
    day += 3;
  else
    day = onward_hours_working_day (hours, day + 7 - (onward_day_weekday (day) - MONDAY));
  onward_wall_format (onward_hours_clamp (hours, onward_wall_at (day, MORNING)), text);
  return g_strdup (text);
}
