/* onward-known-time.c - up to which moment, and in which zone, the playbook knows that time has passed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-known-time.h"

#include "onward-alert-moments.h"

/* A command: nothing but the playbook, which sees for itself what time has changed. */
static gboolean
reconcile (OnwardWriter *writer, gpointer unused, GError **error)
{
  return TRUE;
}

/* The same, when the clock went back or the zone is another one. */
static gboolean
reconcile_all (OnwardWriter *writer, gpointer unused, GError **error)
{
  onward_writer_set_reconcile_all (writer);
  return TRUE;
}

static gboolean
has_clock_changed (const OnwardKnownTime *self, const OnwardNow *now)
{
  return self->zone[0] != '\0' && (!g_str_equal (self->zone, now->zone) || now->unix_time < self->at);
}

/**
 * onward_known_time_is_over: (skip)
 * @self: what the playbook knows
 * @store: the store
 * @now: the present
 *
 * Facts are other ones when an interview has begun or ended, on another day, in another zone, and when the clock went
 * back. Main thread.
 *
 * Returns: whether the playbook has to look again
 */
gboolean
onward_known_time_is_over (const OnwardKnownTime *self, OnwardStore *store, const OnwardNow *now)
{
  return self->zone[0] == '\0' || has_clock_changed (self, now)
         || onward_alert_moments_has_turned (store, now, self->at);
}

/**
 * onward_known_time_renew: (skip)
 * @self: what the playbook knows
 * @now: the present, of which it knows from now on
 *
 * Returns: the command that tells it, without data
 */
OnwardCommandFunc
onward_known_time_renew (OnwardKnownTime *self, const OnwardNow *now)
{
  OnwardCommandFunc command = has_clock_changed (self, now) ? reconcile_all : reconcile;

  self->at = now->unix_time;
  g_strlcpy (self->zone, now->zone, sizeof self->zone);
  return command;
}

/**
 * onward_known_time_forget: (skip)
 * @self: what the playbook knows
 *
 * It could not be told, or the clock was set: it has to look again.
 */
void
onward_known_time_forget (OnwardKnownTime *self)
{
  self->zone[0] = '\0';
}
