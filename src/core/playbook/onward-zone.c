/* onward-zone.c - between instants and the wall clock of an IANA zone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-zone.h"

#define DAY_SECONDS ((gint64)86400)

/**
 * onward_zone_find:
 * @name: (nullable): the IANA name of a zone
 *
 * Every zone is made once and kept: making one reads a file and works out its transitions, which takes longer than to
 * plan what a command concerns. Any thread.
 *
 * Returns: (transfer full): the zone, UTC for a name that nobody knows
 */
GTimeZone *
onward_zone_find (const char *name)
{
  static GMutex mutex;
  static GHashTable *zones;
  GTimeZone *zone;

  g_mutex_lock (&mutex);
  if (!zones)
    zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  zone = g_hash_table_lookup (zones, name ? name : "");
  if (!zone)
    {
      /* g_time_zone_new() would silently give UTC; this says so. */
      zone = name ? g_time_zone_new_identifier (name) : NULL;
      if (!zone)
        zone = g_time_zone_new_utc ();
      g_hash_table_insert (zones, g_strdup (name ? name : ""), zone);
    }
  g_mutex_unlock (&mutex);
  return g_time_zone_ref (zone);
}

/**
 * onward_zone_offset:
 * @zone: a zone
 * @instant: seconds since 1970-01-01T00:00:00Z
 *
 * Returns: seconds that the wall clock of @zone is ahead of UTC at @instant.
 */
int
onward_zone_offset (GTimeZone *zone, gint64 instant)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant);

  return interval < 0 ? 0 : g_time_zone_get_offset (zone, interval);
}

/**
 * onward_zone_wall:
 * @zone: a zone
 * @instant: seconds since 1970-01-01T00:00:00Z
 *
 * Returns: what the wall clock of @zone shows at @instant, seconds dropped.
 */
gint64
onward_zone_wall (GTimeZone *zone, gint64 instant)
{
  gint64 local = instant + onward_zone_offset (zone, instant);

  return local / 60 - (local % 60 < 0 ? 1 : 0);
}

/**
 * onward_zone_day:
 * @zone: a zone
 * @instant: seconds since 1970-01-01T00:00:00Z
 *
 * Returns: the day on which @instant lies in @zone.
 */
int
onward_zone_day (GTimeZone *zone, gint64 instant)
{
  return onward_wall_day (onward_zone_wall (zone, instant));
}

/* The first instant after @low (offset @before) at which the offset is another one. */
static gint64
find_transition (GTimeZone *zone, gint64 low, gint64 high, int before)
{
  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (onward_zone_offset (zone, middle) == before)
        low = middle;
      else
        high = middle;
    }
  return high;
}

/**
 * onward_zone_instant:
 * @zone: a zone
 * @wall: a wall time
 *
 * The clock of @zone may show @wall twice or never. A repeated time is its first occurrence, one in
 * the spring gap the first instant after the gap (playbook.md, "Time"). GLib's own conversion takes the
 * second occurrence and its daylight flag is reversed in some zones, so both candidates are built here.
 *
 * Returns: seconds since 1970-01-01T00:00:00Z.
 */
gint64
onward_zone_instant (GTimeZone *zone, gint64 wall)
{
  gint64 local = wall * 60;
  int before = onward_zone_offset (zone, local - DAY_SECONDS);
  int after = onward_zone_offset (zone, local + DAY_SECONDS);
  gint64 first = local - MAX (before, after);
  gint64 second = local - MIN (before, after);

  if (first + onward_zone_offset (zone, first) == local)
    return first;
  if (second + onward_zone_offset (zone, second) == local)
    return second;
  return find_transition (zone, local - DAY_SECONDS, local + DAY_SECONDS, before);
}
