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

/* In the Flatpak the session's helper writes the name of the host's zone here, whenever it changes. */
#define HOST_ZONE "/run/host/monitor/timezone"

enum
{
  PASSED,
  SET,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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

  /**
   * OnwardClock::passed:
   * @self: a clock that stands still
   *
   * Somebody let time pass.
   */
  signals[PASSED] =
      g_signal_new ("passed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * OnwardClock::set:
   * @self: a clock that a test owns
   *
   * It shows another time or another zone now.
   */
  signals[SET] =
      g_signal_new ("set", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
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

/**
 * onward_clock_find_session_zone:
 *
 * Any thread. Asked anew each time, since it changes while the program runs.
 *
 * Returns: (transfer full): IANA name of the zone of this computer; `UTC` when that is none
 */
char *
onward_clock_find_session_zone (void)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autoptr (GTimeZone) known = g_time_zone_new_identifier (g_time_zone_get_identifier (local));
  g_autoptr (GTimeZone) host_zone = NULL;
  g_autofree char *host = NULL;

  if (g_getenv ("TZ") == NULL && g_file_get_contents (HOST_ZONE, &host, NULL, NULL))
    {
      host_zone = g_time_zone_new_identifier (g_strstrip (host));
      if (host_zone != NULL)
        return g_steal_pointer (&host);
    }
  return g_strdup (known != NULL ? g_time_zone_get_identifier (local) : "UTC");
}

/**
 * onward_clock_new_at:
 * @wall: (nullable): the wall-clock time it starts at, `YYYY-MM-DDTHH:MM` with optional `:SS`; NULL = the system's
 *   clock
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
  g_autofree char *zone_name = zone != NULL ? g_strdup (zone) : onward_clock_find_session_zone ();
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
  g_mutex_lock (&self->mutex);
  if (self->zone != NULL)
    g_strlcpy (now.zone, self->zone, sizeof now.zone);
  else
    now.zone[0] = '\0';
  g_mutex_unlock (&self->mutex);
  if (now.zone[0] == '\0')
    {
      g_autofree char *zone = onward_clock_find_session_zone ();

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
 * onward_clock_follows_session:
 * @self: a clock
 *
 * Returns: whether its zone is that of this computer, whichever that is
 */
gboolean
onward_clock_follows_session (OnwardClock *self)
{
  return self->zone == NULL;
}

/**
 * onward_clock_runs:
 * @self: a clock
 *
 * Returns: whether time passes by itself
 */
gboolean
onward_clock_runs (OnwardClock *self)
{
  return self->real || self->runs;
}

static void
set_to (OnwardClock *self, gint64 microseconds)
{
  g_mutex_lock (&self->mutex);
  self->real = FALSE;
  self->set_to = microseconds;
  self->set_at = g_get_monotonic_time ();
  g_mutex_unlock (&self->mutex);
}

/**
 * onward_clock_set_now:
 * @self: a clock that a test owns
 * @unix_time: what it shows from now on, seconds since 1970 UTC
 *
 * Main thread: somebody sets the clock.
 */
void
onward_clock_set_now (OnwardClock *self, gint64 unix_time)
{
  set_to (self, unix_time * G_USEC_PER_SEC);
  g_signal_emit (self, signals[SET], 0);
}

/**
 * onward_clock_set_zone:
 * @self: a clock that a test owns
 * @zone: IANA name
 *
 * Main thread: the user is somewhere else.
 */
void
onward_clock_set_zone (OnwardClock *self, const char *zone)
{
  g_mutex_lock (&self->mutex);
  g_free (self->zone);
  self->zone = g_strdup (zone);
  g_mutex_unlock (&self->mutex);
  g_signal_emit (self, signals[SET], 0);
}

/**
 * onward_clock_pass:
 * @self: a clock that stands still
 * @seconds: how much time passes
 *
 * Main thread.
 */
void
onward_clock_pass (OnwardClock *self, gint64 seconds)
{
  set_to (self, onward_clock_get_microseconds (self) + seconds * G_USEC_PER_SEC);
  g_signal_emit (self, signals[PASSED], 0);
}
