/* onward-alert-moments.c - when something is to be looked at: alerts, days and interviews, and what is tried again */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-alert-moments.h"

#include "playbook/onward-zone.h"
#include "store/onward-alerts.h"
#include "store/onward-interview-alerts.h"

/* What could not be written or shown is tried again after so many seconds, and then after twice as many. */
#define FIRST_RETRY 5
#define LAST_RETRY  (15 * 60)

static GTimeZone *
get_zone (const OnwardNow *now)
{
  GTimeZone *zone = g_time_zone_new_identifier (now->zone);

  return zone != NULL ? zone : g_time_zone_new_utc ();
}

/**
 * onward_alert_moments_get_alert: (skip)
 * @store: the store
 * @now: the present
 *
 * Main thread.
 *
 * Returns: when the next alert is to be decided, which may have passed; %G_MAXINT64 when none is planned
 */
gint64
onward_alert_moments_get_alert (OnwardStore *store, const OnwardNow *now)
{
  g_autoptr (GTimeZone) zone = get_zone (now);
  g_autofree char *moment = onward_alerts_get_next_moment (store);
  gint64 interview = onward_interview_alerts_get_next_moment (store, now->unix_time);
  gint64 wall;

  if (moment == NULL || !onward_wall_parse (moment, &wall))
    return interview;
  return MIN (onward_zone_instant (zone, wall), interview);
}

/**
 * onward_alert_moments_get_turn: (skip)
 * @store: the store
 * @now: the present
 * @after: seconds since 1970 UTC
 *
 * Main thread.
 *
 * Returns: when the next day begins, or before that an interview begins or ends that did not before @after
 */
gint64
onward_alert_moments_get_turn (OnwardStore *store, const OnwardNow *now, gint64 after)
{
  g_autoptr (GTimeZone) zone = get_zone (now);
  int today = onward_zone_day (zone, now->unix_time);

  return MIN (onward_zone_instant (zone, onward_wall_at (today + 1, 0)), onward_alerts_get_next_turn (store, after));
}

/**
 * onward_alert_moments_has_turned: (skip)
 * @store: the store
 * @now: the present
 * @since: seconds since 1970 UTC
 *
 * Main thread.
 *
 * Returns: whether it is another day than then, or an interview has begun or ended since
 */
gboolean
onward_alert_moments_has_turned (OnwardStore *store, const OnwardNow *now, gint64 since)
{
  g_autoptr (GTimeZone) zone = get_zone (now);

  return onward_zone_day (zone, now->unix_time) != onward_zone_day (zone, since)
         || onward_alerts_get_next_turn (store, since) <= now->unix_time;
}

/**
 * onward_retry_later: (skip)
 * @retry: what was tried
 * @now: seconds since 1970 UTC
 *
 * It did not work, and is tried again after a longer while than last time.
 */
void
onward_retry_later (OnwardRetry *retry, gint64 now)
{
  retry->wait = retry->wait == 0 ? FIRST_RETRY : MIN (retry->wait * 2, LAST_RETRY);
  retry->at = now + retry->wait;
}

/**
 * onward_retry_is_time: (skip)
 * @retry: what was tried
 * @now: seconds since 1970 UTC
 *
 * Returns: whether it is time, also when the clock went back so far that it would take longer than ever
 */
gboolean
onward_retry_is_time (const OnwardRetry *retry, gint64 now)
{
  return retry->at <= now || retry->at > now + LAST_RETRY;
}
