/* onward-scheduler.c - decides what to raise and when, and lets the playbook know that time has passed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-scheduler.h"

#include "onward-alarm.h"
#include "onward-alert-moments.h"
#include "onward-alert-tray.h"
#include "onward-known-time.h"
#include "store/onward-alerts.h"

struct _OnwardScheduler
{
  GObject parent_instance;

  OnwardStore *store;
  OnwardClock *clock;
  OnwardAlarm *alarm;
  OnwardAlertTray *tray;
  gboolean raises;
  gboolean started;

  OnwardKnownTime known_time;
  gint64 looked_at; /* nothing was to be decided then, seconds since 1970 UTC; 0 = not looked yet */
  OnwardAlertDecision decision;
  GPtrArray *shown;   /* OnwardShownAlert: shown, and that is not stored yet */
  GPtrArray *storing; /* the same, on its way */
  guint running;      /* commands on their way */
  guint look_source;
  OnwardRetry write;
  OnwardRetry show;
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

static void
raise_cb (OnwardAlert *alert, gpointer data)
{
  g_signal_emit (data, signals[RAISE], 0, alert);
}

static void
withdraw_cb (OnwardAlert *alert, gpointer data)
{
  g_signal_emit (data, signals[WITHDRAW], 0, alert);
}

/* A command of ours is over: whether it was done. */
static gboolean
finish_command (OnwardScheduler *self, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;

  self->running--;
  if (onward_store_run_finish (self->store, result, &error))
    {
      self->write = (OnwardRetry){ 0 };
      return TRUE;
    }
  g_message ("Alerts will be looked at again: %s", error->message);
  if (self->alarm != NULL)
    onward_retry_later (&self->write, onward_store_get_now (self->store).unix_time);
  return FALSE;
}

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OnwardScheduler) self = data;
  gboolean done = finish_command (self, result);

  if (self->alarm == NULL)
    return;
  if (done && self->decision.n_decided == 0) /* the clock went back meanwhile */
    onward_retry_later (&self->write, onward_store_get_now (self->store).unix_time);
  if (done)
    onward_alert_tray_fill (self->tray);
  look (self);
}

static gpointer
copy_shown (gconstpointer data, gpointer unused)
{
  const OnwardShownAlert *shown = data;

  return onward_shown_alert_new (shown->alert, shown->follow_ups, shown->interviews);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OnwardScheduler) self = data;

  if (!finish_command (self, result))
    g_ptr_array_extend (self->shown, self->storing, copy_shown, NULL);
  g_clear_pointer (&self->storing, g_ptr_array_unref);
  if (self->alarm != NULL)
    look (self);
}

static void
reconciled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OnwardScheduler) self = data;

  if (!finish_command (self, result))
    onward_known_time_forget (&self->known_time);
  if (self->alarm != NULL)
    look (self);
}

/* Every command lets the playbook look. */
static void
run_reconcile (OnwardScheduler *self, OnwardCommandFunc command)
{
  self->running++;
  onward_store_run_async (self->store, NULL, command, NULL, NULL, reconciled_cb, g_object_ref (self));
}

static void
run_decide (OnwardScheduler *self)
{
  self->running++;
  self->decision.quiet_until = self->looked_at;
  onward_store_run_async (self->store, NULL, onward_alerts_decide, &self->decision, NULL, decided_cb,
                          g_object_ref (self));
}

/* What was shown and is not stored would be shown again after a restart. */
static void
run_shown (OnwardScheduler *self)
{
  self->running++;
  self->storing = g_steal_pointer (&self->shown);
  self->shown = g_ptr_array_new_with_free_func (onward_shown_alert_free);
  onward_store_run_async (self->store, NULL, onward_alerts_set_shown, g_ptr_array_ref (self->storing),
                          (GDestroyNotify)g_ptr_array_unref, shown_cb, g_object_ref (self));
}

/* The one place that finds out what is to be done now, and when to look again. */
static void
look (OnwardScheduler *self)
{
  OnwardNow now = onward_store_get_now (self->store);
  gint64 alert, turn;

  if (self->running > 0)
    return;
  if (!onward_retry_is_time (&self->write, now.unix_time))
    {
      onward_alarm_set (self->alarm, self->write.at);
      return;
    }
  if (self->shown->len > 0)
    {
      run_shown (self);
      return;
    }
  if (onward_known_time_is_over (&self->known_time, self->store, &now))
    {
      run_reconcile (self, onward_known_time_renew (&self->known_time, &now));
      return;
    }
  onward_alert_tray_check (self->tray);
  alert = self->raises ? onward_alert_moments_get_alert (self->store, &now) : G_MAXINT64;
  if (alert <= now.unix_time)
    {
      run_decide (self);
      return;
    }
  if (self->show.at != 0 && onward_retry_is_time (&self->show, now.unix_time))
    {
      self->show.at = 0;
      if (self->raises)
        onward_alert_tray_fill (self->tray);
    }
  self->looked_at = self->raises ? now.unix_time : 0;
  turn = onward_alert_moments_get_turn (self->store, &now, self->known_time.at);
  onward_alarm_set (self->alarm, MIN (MIN (alert, turn), self->show.at != 0 ? self->show.at : G_MAXINT64));
}

static gboolean
look_cb (gpointer data)
{
  OnwardScheduler *self = data;

  self->look_source = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

/* Several tables change in one command, so one look a turn of the loop. */
static void
changed_cb (OnwardScheduler *self, const char *table, GArray *ids)
{
  if (!g_str_equal (table, "follow_ups") && !g_str_equal (table, "interviews") && !g_str_equal (table, "members"))
    return;
  onward_alert_tray_check (self->tray);
  if (self->look_source == 0)
    self->look_source = g_idle_add_full (G_PRIORITY_DEFAULT, look_cb, self, NULL);
}

static void
rang_cb (OnwardAlarmReason reason, gpointer data)
{
  OnwardScheduler *self = data;

  if (reason == ONWARD_ALARM_CLOCK_SET)
    {
      onward_known_time_forget (&self->known_time);
      self->looked_at = 0; /* nobody knows which moments were passed over */
    }
  look (self);
}

static void
onward_scheduler_dispose (GObject *object)
{
  OnwardScheduler *self = ONWARD_SCHEDULER (object);

  g_clear_handle_id (&self->look_source, g_source_remove);
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
  OnwardScheduler *self = ONWARD_SCHEDULER (object);

  g_clear_pointer (&self->tray, onward_alert_tray_free);
  g_clear_pointer (&self->storing, g_ptr_array_unref);
  g_ptr_array_unref (self->shown);
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
  self->shown = g_ptr_array_new_with_free_func (onward_shown_alert_free);
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
  self->tray = onward_alert_tray_new (store, raise_cb, withdraw_cb, self);
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
    onward_alert_tray_fill (self->tray);
  if (self->started)
    look (self);
}

/**
 * onward_scheduler_set_grouped:
 * @self: a scheduler
 * @grouped: whether more than three alerts at once become one; so it is at first
 */
void
onward_scheduler_set_grouped (OnwardScheduler *self, gboolean grouped)
{
  onward_alert_tray_set_grouped (self->tray, grouped);
}

/**
 * onward_scheduler_set_discreet:
 * @self: a scheduler
 * @discreet: whether alerts raised from now on say neither who nor what, since the screen is locked
 */
void
onward_scheduler_set_discreet (OnwardScheduler *self, gboolean discreet)
{
  onward_alert_tray_set_discreet (self->tray, discreet);
}

/**
 * onward_scheduler_is_idle: (skip)
 * @self: a scheduler
 *
 * Returns: whether it waits for nothing but time; for tests
 */
gboolean
onward_scheduler_is_idle (OnwardScheduler *self)
{
  return self->running == 0 && self->look_source == 0;
}

/**
 * onward_scheduler_get_alarm: (skip)
 * @self: a scheduler that was started
 *
 * Returns: when it looks again, seconds since 1970 UTC; for tests
 */
gint64
onward_scheduler_get_alarm (OnwardScheduler *self)
{
  return onward_alarm_get (self->alarm);
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
  onward_alert_tray_recall (self->tray);
  self->show.at = now.unix_time; /* what was decided before, together with what is decided now */
  onward_known_time_renew (&self->known_time, &now);
  run_reconcile (self, onward_alerts_tidy);
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
  self->show = (OnwardRetry){ 0 };
  if (alert->follow_ups->len + alert->interviews->len == 0)
    return;
  onward_alert_tray_confirm (self->tray, alert);
  g_ptr_array_add (self->shown, onward_shown_alert_new (alert->id, alert->follow_ups, alert->interviews));
  look (self);
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
  onward_alert_tray_remove (self->tray, alert);
  if (alert->follow_ups->len + alert->interviews->len == 0)
    return;
  if (self->show.at == 0)
    onward_retry_later (&self->show, onward_store_get_now (self->store).unix_time);
  look (self);
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
  onward_alert_tray_remove (self->tray, alert);
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
  self->show = (OnwardRetry){ 0 };
  if (self->started && self->raises)
    onward_alert_tray_fill (self->tray);
}

/**
 * onward_scheduler_finish:
 * @self: a scheduler
 *
 * The program ends: it looks at nothing any more, and what was shown is given to the writer, which closing the store
 * waits for.
 */
void
onward_scheduler_finish (OnwardScheduler *self)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_pointer (&self->alarm, onward_alarm_free);
  g_signal_handlers_disconnect_by_data (self->store, self);
  if (self->shown->len == 0)
    return;
  onward_store_run_async (self->store, NULL, onward_alerts_set_shown, g_steal_pointer (&self->shown),
                          (GDestroyNotify)g_ptr_array_unref, NULL, NULL);
  self->shown = g_ptr_array_new_with_free_func (onward_shown_alert_free);
}
