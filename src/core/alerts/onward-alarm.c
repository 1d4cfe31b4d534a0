/* onward-alarm.c - wakes the main loop at a moment of the clock, also when the clock is set or the machine slept */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-alarm.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

/* The design, "Time": the safety look. */
#define LOOK_SECONDS (15 * 60)

/* A timer that does not ring still tells when the clock is set. */
#define FAR_AWAY ((gint64)253402300799) /* the end of the year 9999 */

struct _OnwardAlarm
{
  OnwardClock *clock;
  OnwardAlarmFunc rang;
  gpointer data;

  int fd; /* the system's clock: a timer on it; else -1 */
  guint fd_source;
  guint timeout; /* for a clock of our own GLib's timer */
  guint look;
  gint64 moment;
  GFileMonitor *zone_files[2]; /* by which the session's zone is told */
};

/* The second one in the Flatpak. */
static const char *const zone_paths[] = { "/etc/localtime", "/run/host/monitor/timezone" };

static gboolean
look_cb (gpointer data)
{
  OnwardAlarm *self = data;

  self->rang (ONWARD_ALARM_LOOK, self->data);
  return G_SOURCE_CONTINUE;
}

static gboolean
timeout_cb (gpointer data)
{
  OnwardAlarm *self = data;

  self->timeout = 0;
  self->rang (ONWARD_ALARM_RANG, self->data);
  return G_SOURCE_REMOVE;
}

static gboolean
clock_set_cb (gpointer data)
{
  OnwardAlarm *self = data;

  self->timeout = 0;
  self->rang (ONWARD_ALARM_CLOCK_SET, self->data);
  return G_SOURCE_REMOVE;
}

/* When the clock was set a moment ago, the timer is set, and the kernel says so here instead of at the next read. */
static void
set_timer (OnwardAlarm *self)
{
  struct itimerspec when = { .it_value.tv_sec = CLAMP (self->moment, 1, FAR_AWAY) };

  if (timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL) == 0)
    return;
  if (errno != ECANCELED)
    g_warning ("The timer for alerts cannot be set: %s", g_strerror (errno));
  else if (self->timeout == 0)
    self->timeout = g_timeout_add (0, clock_set_cb, self);
}

static gboolean
timer_cb (int fd, GIOCondition condition, gpointer data)
{
  OnwardAlarm *self = data;
  guint64 times;
  ssize_t size = read (fd, &times, sizeof times);

  if (size < 0 && errno == ECANCELED)
    {
      set_timer (self);
      self->rang (ONWARD_ALARM_CLOCK_SET, self->data);
    }
  else if (size == sizeof times)
    {
      self->moment = G_MAXINT64;
      set_timer (self);
      self->rang (ONWARD_ALARM_RANG, self->data);
    }
  return G_SOURCE_CONTINUE;
}

static void
zone_changed_cb (OnwardAlarm *self)
{
  self->rang (ONWARD_ALARM_LOOK, self->data);
}

/* GLib looks for a file that is not there every four seconds, for as long as it is watched. */
static void
watch_zone (OnwardAlarm *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (zone_paths); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (zone_paths[i]);

      if (!g_file_query_exists (file, NULL) && !g_file_test (zone_paths[i], G_FILE_TEST_IS_SYMLINK))
        continue;
      self->zone_files[i] = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
      if (self->zone_files[i] != NULL)
        g_signal_connect_swapped (self->zone_files[i], "changed", G_CALLBACK (zone_changed_cb), self);
    }
}

/* A clock that stands still is moved by a test, which rings as the kernel would. */
static void
passed_cb (OnwardAlarm *self)
{
  if (self->moment > onward_clock_get_microseconds (self->clock) / G_USEC_PER_SEC)
    return;
  self->moment = G_MAXINT64;
  self->rang (ONWARD_ALARM_RANG, self->data);
}

static void
set_cb (OnwardAlarm *self)
{
  self->rang (ONWARD_ALARM_CLOCK_SET, self->data);
}

/* GLib's timers count from now in milliseconds. */
static void
set_timeout (OnwardAlarm *self)
{
  gint64 now = onward_clock_get_microseconds (self->clock);
  gint64 wait;

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->moment == G_MAXINT64 || !onward_clock_runs (self->clock))
    return;
  wait = (self->moment * G_USEC_PER_SEC - now + 999) / 1000;
  if (wait < LOOK_SECONDS * 1000)
    self->timeout = g_timeout_add ((guint)MAX (wait, 0), timeout_cb, self);
}

/**
 * onward_alarm_new:
 * @clock: the clock that counts
 * @rang: called on this thread's main loop; asks what is to be done and sets the alarm again
 * @data: for @rang
 *
 * The system's clock is watched by a timer of the kernel, which goes on in suspend and tells when the clock is set. A
 * moment of a clock that was set is as far away as it seems; one that lies beyond the next look is set by that look.
 *
 * Returns: (transfer full): the alarm, which only looks now and then until it is set
 */
OnwardAlarm *
onward_alarm_new (OnwardClock *clock, OnwardAlarmFunc rang, gpointer data)
{
  OnwardAlarm *self = g_new0 (OnwardAlarm, 1);

  self->clock = g_object_ref (clock);
  self->rang = rang;
  self->data = data;
  self->moment = G_MAXINT64;
  self->fd = onward_clock_is_real (clock) ? timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC) : -1;
  if (self->fd >= 0)
    {
      self->fd_source = g_unix_fd_add (self->fd, G_IO_IN, timer_cb, self);
      set_timer (self);
    }
  else
    {
      g_signal_connect_swapped (clock, "passed", G_CALLBACK (passed_cb), self);
      g_signal_connect_swapped (clock, "set", G_CALLBACK (set_cb), self);
    }
  if (onward_clock_follows_session (clock))
    watch_zone (self);
  self->look = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
  return self;
}

/**
 * onward_alarm_free:
 * @self: (transfer full): an alarm
 */
void
onward_alarm_free (OnwardAlarm *self)
{
  g_clear_handle_id (&self->fd_source, g_source_remove);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_handle_id (&self->look, g_source_remove);
  if (self->fd >= 0)
    close (self->fd);
  for (guint i = 0; i < G_N_ELEMENTS (self->zone_files); i++)
    if (self->zone_files[i] != NULL)
      {
        g_signal_handlers_disconnect_by_data (self->zone_files[i], self);
        g_object_unref (self->zone_files[i]);
      }
  g_signal_handlers_disconnect_by_data (self->clock, self);
  g_object_unref (self->clock);
  g_free (self);
}

/**
 * onward_alarm_set:
 * @self: an alarm
 * @unix_time: when it rings, seconds since 1970 UTC, at once when that has passed; %G_MAXINT64 = not at all
 *
 * Replaces what was set before.
 */
void
onward_alarm_set (OnwardAlarm *self, gint64 unix_time)
{
  self->moment = unix_time;
  if (self->fd >= 0)
    set_timer (self);
  else
    set_timeout (self);
}

/**
 * onward_alarm_get:
 * @self: an alarm
 *
 * Returns: when it rings, seconds since 1970 UTC; %G_MAXINT64 = not at all
 */
gint64
onward_alarm_get (OnwardAlarm *self)
{
  return self->moment;
}
