/* onward-clock.c - what time it is, and where: the real clock, or one that a test or an option set */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-clock.h"

#include "playbook/onward-zone.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

struct _OnwardClock
{
  GObject parent_instance;

  GMutex mutex;
  char *zone;    /* NULL: the zone of the session, asked anew each time */
  gboolean real; /* the system's clock */
  gboolean runs; /* a clock that was set goes on at real speed */
  gint64 set_to; /* microseconds since 1970 UTC */
  gint64 set_at; /* monotonic time at which it was set */
};

G_DEFINE_FINAL_TYPE (OnwardClock, onward_clock, G_TYPE_OBJECT)

static void
onward_clock_finalize (GObject *object)
{
  OnwardClock *self = ONWARD_CLOCK (object);

  g_mutex_clear (&self->mutex);
  g_free (self->zone);
  G_OBJECT_CLASS (onward_clock_parent_class)->finalize (object);
}

static void
onward_clock_class_init (OnwardClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = onward_clock_finalize;
}

static void
onward_clock_init (OnwardClock *self)
{
  g_mutex_init (&self->mutex);
  self->real = TRUE;
}

/**
 * onward_clock_new:
 *
 * Returns: (transfer full): the system's clock in the session's zone
 */
OnwardClock *
onward_clock_new (void)
{
  return g_object_new (ONWARD_TYPE_CLOCK, NULL);
}

static char *
find_session_zone (void)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autoptr (GTimeZone) known = g_time_zone_new_identifier (g_time_zone_get_identifier (local));

  return g_strdup (known != NULL ? g_time_zone_get_identifier (local) : "UTC");
}

/**
 * onward_clock_new_at:
 * @wall: (nullable): the wall-clock time it starts at, `YYYY-MM-DDTHH:MM` with optional `:SS`; NULL = the system's clock
 * @zone: (nullable): IANA name of the zone; NULL = the session's
 * @runs: whether it goes on at real speed (the window) or stands still (onward-cli)
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the clock, or NULL with @error set
 */
OnwardClock *
onward_clock_new_at (const char *wall, const char *zone, gboolean runs, GError **error)
{
  g_autoptr (OnwardClock) self = onward_clock_new ();
  g_autofree char *zone_name = zone != NULL ? g_strdup (zone) : find_session_zone ();
  g_autoptr (GTimeZone) time_zone = g_time_zone_new_identifier (zone_name);
  g_autofree char *minutes = wall != NULL ? g_strndup (wall, 16) : NULL;
  gint64 moment;
  int seconds = 0;

  if (time_zone == NULL)
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                   _ ("“%s” is no time zone that this computer knows. Give one such as Europe/Amsterdam."), zone);
      return NULL;
    }
  self->zone = zone != NULL || wall != NULL ? g_steal_pointer (&zone_name) : NULL;
  if (wall == NULL)
    return g_steal_pointer (&self);
  if (!onward_wall_parse (minutes, &moment)
      || (wall[16] != '\0' && (sscanf (wall + 16, ":%2d", &seconds) != 1 || seconds > 59 || strlen (wall) != 19)))
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                   _ ("“%s” is no time. Give one such as 2026-03-02T10:00."), wall);
      return NULL;
    }
  self->real = FALSE;
  self->runs = runs;
  self->set_to = (onward_zone_instant (time_zone, moment) + seconds) * G_USEC_PER_SEC;
  self->set_at = g_get_monotonic_time ();
  return g_steal_pointer (&self);
}

/**
 * onward_clock_get_microseconds:
 * @self: a clock
 *
 * Any thread.
 *
 * Returns: microseconds since 1970 UTC
 */
gint64
onward_clock_get_microseconds (OnwardClock *self)
{
  gint64 now;

  g_mutex_lock (&self->mutex);
  if (self->real)
    now = g_get_real_time ();
  else
    now = self->set_to + (self->runs ? g_get_monotonic_time () - self->set_at : 0);
  g_mutex_unlock (&self->mutex);
  return now;
}

/**
 * onward_clock_get_now:
 * @clock: an #OnwardClock
 *
 * An #OnwardNowFunc. Any thread.
 *
 * Returns: the moment and the user's zone
 */
OnwardNow
onward_clock_get_now (gpointer clock)
{
  OnwardClock *self = clock;
  OnwardNow now;

  now.unix_time = onward_clock_get_microseconds (self) / G_USEC_PER_SEC;
  if (self->zone != NULL)
    g_strlcpy (now.zone, self->zone, sizeof now.zone);
  else
    {
      g_autofree char *zone = find_session_zone ();

      g_strlcpy (now.zone, zone, sizeof now.zone);
    }
  return now;
}

/**
 * onward_clock_is_real:
 * @self: a clock
 *
 * Returns: whether it is the system's
 */
gboolean
onward_clock_is_real (OnwardClock *self)
{
  return self->real;
}

/**
 * onward_clock_set_now:
 * @self: a clock that a test owns
 * @unix_time: where it stands from now on, seconds since 1970 UTC
 */
void
onward_clock_set_now (OnwardClock *self, gint64 unix_time)
{
  g_mutex_lock (&self->mutex);
  self->real = FALSE;
  self->set_to = unix_time * G_USEC_PER_SEC;
  self->set_at = g_get_monotonic_time ();
  g_mutex_unlock (&self->mutex);
}
