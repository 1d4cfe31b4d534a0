/* onward-scheduler.c - decides what to raise and when, and lets the playbook know that time has passed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-scheduler.h"

#include "onward-alarm.h"
#include "playbook/onward-zone.h"
#include "store/onward-alerts.h"

/* What could not be written or shown is tried again after so many seconds, and then after twice as many. */
#define FIRST_RETRY 5
#define LAST_RETRY  300

/* More than so many at once become one (product.md, "Due pane and alerts"). */
#define MOST_AT_ONCE 3

struct _OnwardScheduler
{
  GObject parent_instance;

  OnwardStore *store;
  OnwardClock *clock;
  OnwardAlarm *alarm;
  gboolean raises;
  gboolean started;

  gint64 reconciled_at; /* the playbook knows what time had passed then, seconds since 1970 UTC */
  char zone[64];        /* and in which zone */
  guint running;        /* commands on their way */
  guint n_raised;       /* by the last decision */
  guint look_source;
  guint retry_source;
  guint retry_seconds;
  GPtrArray *alerts; /* OnwardAlert: given to be shown, and not closed yet */
};

enum
{
  RAISE,
  WITHDRAW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void look (OnwardScheduler *self);

G_DEFINE_FINAL_TYPE (OnwardScheduler, onward_scheduler, G_TYPE_OBJECT)

static GTimeZone *
get_zone (const OnwardNow *now)
{
  GTimeZone *zone = g_time_zone_new_identifier (now->zone);

  return zone != NULL ? zone : g_time_zone_new_utc ();
}

static gboolean
is_given (OnwardScheduler *self, gint64 follow_up)
{
  for (guint i = 0; i < self->alerts->len; i++)
    {
      OnwardAlert *alert = self->alerts->pdata[i];

      for (guint j = 0; j < alert->follow_ups->len; j++)
        if (g_array_index (alert->follow_ups, gint64, j) == follow_up)
          return TRUE;
    }
  return FALSE;
}

static void
give (OnwardScheduler *self, OnwardAlert *alert)
{
  g_ptr_array_add (self->alerts, alert);
  g_signal_emit (self, signals[RAISE], 0, alert);
}

/* What was decided and nobody has shown yet, also by a program that has ended since. */
static void
give_unshown (OnwardScheduler *self)
{
  g_autoptr (GPtrArray) dues = onward_alerts_get_unshown (self->store, NULL);

  for (guint i = 0; dues != NULL && i < dues->len;)
    if (is_given (self, ((OnwardDue *)dues->pdata[i])->id))
      g_ptr_array_remove_index (dues, i);
    else
      i++;
  if (dues == NULL || dues->len == 0)
    return;
  if (dues->len > MOST_AT_ONCE)
    {
      give (self, onward_alert_new_for_several (dues));
      return;
    }
  for (guint i = 0; i < dues->len; i++)
    give (self, onward_alert_new_for_one (self->store, dues->pdata[i]));
}

static gboolean
retry_cb (gpointer data)
{
  OnwardScheduler *self = data;

  self->retry_source = 0;
  if (self->raises)
    give_unshown (self);
  look (self);
  return G_SOURCE_REMOVE;
}

static void
retry_later (OnwardScheduler *self)
{
  if (self->retry_source != 0)
    return;
  self->retry_source = g_timeout_add_seconds (self->retry_seconds, retry_cb, self);
  self->retry_seconds = MIN (self->retry_seconds * 2, LAST_RETRY);
}

/* A command of ours is over: whether the scheduler still lives and may go on. */
static gboolean
finish_command (OnwardScheduler *self, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;

  self->running--;
  if (onward_store_run_finish (self->store, result, &error))
    return self->alarm != NULL;
  g_message ("Alerts will be looked at again: %s", error->message);
  if (self->alarm != NULL)
    retry_later (self);
  return FALSE;
}

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OnwardScheduler) self = data;

  if (!finish_command (self, result))
    return;
  give_unshown (self);
  if (self->n_raised > 0)
    look (self);
  else
    retry_later (self); /* the clock went back meanwhile */
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OnwardScheduler) self = data;

  if (finish_command (self, result))
    look (self);
}

static void
reconciled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OnwardScheduler) self = data;

  if (finish_command (self, result))
    look (self);
  else
    self->zone[0] = '\0'; /* so that the next look reconciles */
}

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
has_clock_changed (OnwardScheduler *self, const OnwardNow *now)
{
  return self->zone[0] != '\0' && (!g_str_equal (self->zone, now->zone) || now->unix_time < self->reconciled_at);
}

static void
run_reconcile (OnwardScheduler *self, const OnwardNow *now)
{
  OnwardCommandFunc command = has_clock_changed (self, now) ? reconcile_all : reconcile;

  self->reconciled_at = now->unix_time;
  g_strlcpy (self->zone, now->zone, sizeof self->zone);
  self->running++;
  onward_store_run_async (self->store, NULL, command, NULL, NULL, reconciled_cb, g_object_ref (self));
}

static void
run_decide (OnwardScheduler *self)
{
  self->running++;
  self->n_raised = 0;
  onward_store_run_async (self->store, NULL, onward_alerts_decide, &self->n_raised, NULL, decided_cb,
                          g_object_ref (self));
}

/* Facts are other ones when an interview has begun or ended, on another day, in another zone, and when the clock went back. */
static gboolean
needs_reconcile (OnwardScheduler *self, const OnwardNow *now)
{
  g_autoptr (GTimeZone) zone = get_zone (now);

  return self->zone[0] == '\0' || has_clock_changed (self, now)
         || onward_zone_day (zone, now->unix_time) != onward_zone_day (zone, self->reconciled_at)
         || onward_alerts_get_next_turn (self->store, self->reconciled_at) <= now->unix_time;
}

static gint64
get_next_alert (OnwardScheduler *self, GTimeZone *zone)
{
  g_autofree char *moment = self->raises ? onward_alerts_get_next_moment (self->store) : NULL;
  gint64 wall;

  if (moment == NULL || !onward_wall_parse (moment, &wall))
    return G_MAXINT64;
  return onward_zone_instant (zone, wall);
}

/* The one place that finds out what is to be done now, and when to look again. */
static void
look (OnwardScheduler *self)
{
  OnwardNow now = onward_store_get_now (self->store);
  g_autoptr (GTimeZone) zone = get_zone (&now);
  gint64 midnight = onward_zone_instant (zone, onward_wall_at (onward_zone_day (zone, now.unix_time) + 1, 0));
  gint64 alert;

  if (self->running > 0)
    return;
  if (needs_reconcile (self, &now))
    {
      run_reconcile (self, &now);
      return;
    }
  alert = get_next_alert (self, zone);
  if (alert <= now.unix_time)
    {
      run_decide (self);
      return;
    }
  onward_alarm_set (self->alarm,
                    MIN (MIN (alert, midnight), onward_alerts_get_next_turn (self->store, self->reconciled_at)));
}

static gboolean
look_cb (gpointer data)
{
  OnwardScheduler *self = data;

  self->look_source = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

/* An alert about what is done, or later, by now would ask for nothing. */
static void
withdraw_closed (OnwardScheduler *self)
{
  for (guint i = self->alerts->len; i > 0; i--)
    {
      g_autoptr (OnwardAlert) alert = onward_alert_ref (self->alerts->pdata[i - 1]);
      gboolean current = FALSE;

      for (guint j = 0; j < alert->follow_ups->len && !current; j++)
        current = onward_alerts_is_current (self->store, g_array_index (alert->follow_ups, gint64, j));
      if (current)
        continue;
      g_ptr_array_remove_index (self->alerts, i - 1);
      g_signal_emit (self, signals[WITHDRAW], 0, alert);
    }
}

/* Several tables change in one command, so one look a turn of the loop. */
static void
changed_cb (OnwardScheduler *self, const char *table, GArray *ids)
{
  if (!g_str_equal (table, "follow_ups") && !g_str_equal (table, "interviews") && !g_str_equal (table, "members"))
    return;
  if (g_str_equal (table, "follow_ups"))
    withdraw_closed (self);
  if (self->look_source == 0)
    self->look_source = g_idle_add_full (G_PRIORITY_DEFAULT, look_cb, self, NULL);
}

static void
rang_cb (OnwardAlarmReason reason, gpointer data)
{
  OnwardScheduler *self = data;

  if (reason == ONWARD_ALARM_CLOCK_SET)
    self->zone[0] = '\0';
  look (self);
}

static void
onward_scheduler_dispose (GObject *object)
{
  OnwardScheduler *self = ONWARD_SCHEDULER (object);

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_handle_id (&self->retry_source, g_source_remove);
  g_clear_pointer (&self->alarm, onward_alarm_free);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (onward_scheduler_parent_class)->dispose (object);
}

static void
onward_scheduler_finalize (GObject *object)
{
  g_ptr_array_unref (ONWARD_SCHEDULER (object)->alerts);
  G_OBJECT_CLASS (onward_scheduler_parent_class)->finalize (object);
}

static void
onward_scheduler_class_init (OnwardSchedulerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = onward_scheduler_dispose;
  object_class->finalize = onward_scheduler_finalize;

  /**
   * OnwardScheduler::raise:
   * @self: the scheduler
   * @alert: what is to be shown
   *
   * Main thread. Whoever shows it says so with onward_scheduler_alert_shown().
   */
  signals[RAISE] = g_signal_new ("raise", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, ONWARD_TYPE_ALERT);

  /**
   * OnwardScheduler::withdraw:
   * @self: the scheduler
   * @alert: an alert that was raised and asks for nothing any more
   */
  signals[WITHDRAW] = g_signal_new ("withdraw", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, ONWARD_TYPE_ALERT);
}

static void
onward_scheduler_init (OnwardScheduler *self)
{
  self->retry_seconds = FIRST_RETRY;
  self->alerts = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_alert_unref);
}

/**
 * onward_scheduler_new:
 * @store: the store
 * @clock: its clock
 *
 * Returns: (transfer full): a scheduler, which does nothing until it is started
 */
OnwardScheduler *
onward_scheduler_new (OnwardStore *store, OnwardClock *clock)
{
  OnwardScheduler *self = g_object_new (ONWARD_TYPE_SCHEDULER, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  return self;
}

/**
 * onward_scheduler_set_raises:
 * @self: a scheduler
 * @raises: whether it raises alerts; without, it still lets the playbook know that time has passed
 */
void
onward_scheduler_set_raises (OnwardScheduler *self, gboolean raises)
{
  if (self->raises == raises)
    return;
  self->raises = raises;
  if (self->started && raises)
    give_unshown (self);
  if (self->started)
    look (self);
}

/**
 * onward_scheduler_start:
 * @self: a scheduler whose signals are connected
 *
 * Main thread, once. Lets the playbook look at everything, since time has passed while the program did not run, raises
 * what came due meanwhile, and what was decided and not shown before.
 */
void
onward_scheduler_start (OnwardScheduler *self)
{
  OnwardNow now = onward_store_get_now (self->store);

  g_return_if_fail (!self->started);
  self->started = TRUE;
  self->alarm = onward_alarm_new (self->clock, rang_cb, self);
  g_signal_connect_swapped (self->store, "changed", G_CALLBACK (changed_cb), self);
  if (self->raises)
    give_unshown (self);
  run_reconcile (self, &now);
}

/**
 * onward_scheduler_raise_test:
 * @self: a scheduler whose signals are connected
 *
 * Raises an alert about nothing, now.
 */
void
onward_scheduler_raise_test (OnwardScheduler *self)
{
  g_autoptr (OnwardAlert) alert = onward_alert_new_for_test ();

  g_signal_emit (self, signals[RAISE], 0, alert);
}

/**
 * onward_scheduler_alert_shown:
 * @self: a scheduler
 * @alert: an alert it raised
 *
 * A notification server has taken it: it will not be raised again, not even after a crash.
 */
void
onward_scheduler_alert_shown (OnwardScheduler *self, OnwardAlert *alert)
{
  self->retry_seconds = FIRST_RETRY;
  if (alert->follow_ups->len == 0)
    return;
  self->running++;
  onward_store_run_async (self->store, NULL, onward_alerts_forget, g_array_ref (alert->follow_ups),
                          (GDestroyNotify)g_array_unref, forgotten_cb, g_object_ref (self));
}

/**
 * onward_scheduler_alert_failed:
 * @self: a scheduler
 * @alert: an alert it raised
 *
 * Nobody could show it: it is raised again after a while, together with what came up since.
 */
void
onward_scheduler_alert_failed (OnwardScheduler *self, OnwardAlert *alert)
{
  g_ptr_array_remove (self->alerts, alert);
  retry_later (self);
}

/**
 * onward_scheduler_alert_closed:
 * @self: a scheduler
 * @alert: an alert it raised
 *
 * The user has seen it, or acted on it.
 */
void
onward_scheduler_alert_closed (OnwardScheduler *self, OnwardAlert *alert)
{
  g_ptr_array_remove (self->alerts, alert);
}

/**
 * onward_scheduler_retry:
 * @self: a scheduler
 *
 * There is a notification server now: what could not be shown is raised at once.
 */
void
onward_scheduler_retry (OnwardScheduler *self)
{
  g_clear_handle_id (&self->retry_source, g_source_remove);
  self->retry_seconds = FIRST_RETRY;
  if (self->raises)
    give_unshown (self);
}
