/* onward-present.c - the user's zone and day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-present.h"

#include "playbook/onward-zone.h"

#include <string.h>

/* GLib reads a zone's file whenever nobody holds the zone, which takes half a millisecond. One reference stays here, so
 * that a list can ask for every row. */
static GTimeZone *kept;

/**
 * onward_present_get_zone:
 * @store: the store
 *
 * Main thread.
 *
 * Returns: (transfer full): the user's zone; UTC when this computer does not know it
 */
GTimeZone *
onward_present_get_zone (OnwardStore *store)
{
  OnwardNow now = onward_store_get_now (store);
  GTimeZone *zone;

  if (kept != NULL && strcmp (g_time_zone_get_identifier (kept), now.zone) == 0)
    return g_time_zone_ref (kept);
  zone = g_time_zone_new_identifier (now.zone);
  if (zone == NULL)
    return g_time_zone_new_utc ();
  g_clear_pointer (&kept, g_time_zone_unref);
  kept = g_time_zone_ref (zone);
  return zone;
}

/**
 * onward_present_get_day:
 * @store: the store
 * @instant: seconds since 1970 UTC
 *
 * Returns: the day it is on in the user's zone, days since 1970-01-01
 */
int
onward_present_get_day (OnwardStore *store, gint64 instant)
{
  g_autoptr (GTimeZone) zone = onward_present_get_zone (store);

  return onward_zone_day (zone, instant);
}

/**
 * onward_present_get_today:
 * @store: the store
 *
 * Returns: the user's day, days since 1970-01-01
 */
int
onward_present_get_today (OnwardStore *store)
{
  return onward_present_get_day (store, onward_store_get_now (store).unix_time);
}
