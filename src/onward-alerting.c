/* onward-alerting.c - between the scheduler, which decides, the notifier, which shows, and the program, which acts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-alerting.h"

#include "alerts/onward-scheduler.h"
#include "onward-notifier.h"
#include "onward-screen-lock.h"
#include "shared/onward-window-settings.h"

#include <string.h>

static void
raise_cb (OnwardNotifier *notifier, OnwardAlert *alert)
{
  onward_notifier_show (notifier, alert);
}

static void
withdraw_cb (OnwardNotifier *notifier, OnwardAlert *alert)
{
  onward_notifier_withdraw (notifier, alert);
}

static gint64
get_now (OnwardApplication *application)
{
  OnwardStore *store = onward_application_get_store (application);

  return store != NULL ? onward_store_get_now (store).unix_time : 0;
}

static void
shown_cb (OnwardApplication *application, OnwardAlert *alert)
{
  onward_alert_status_set_service (onward_application_get_alert_status (application), ONWARD_SERVICE_WORKS, NULL,
                                   get_now (application));
  onward_scheduler_alert_shown (onward_application_get_scheduler (application), alert);
}

static void
failed_cb (OnwardApplication *application, OnwardAlert *alert, OnwardServiceState state, const char *message)
{
  onward_alert_status_set_service (onward_application_get_alert_status (application), state, message,
                                   get_now (application));
  onward_scheduler_alert_failed (onward_application_get_scheduler (application), alert);
}

/* The scheduler waits: `shown` or `failed` follows. */
static void
unanswered_cb (OnwardApplication *application, OnwardAlert *alert, const char *message)
{
  onward_alert_status_set_service (onward_application_get_alert_status (application), ONWARD_SERVICE_SILENT, message,
                                   get_now (application));
}

static void
server_cb (OnwardApplication *application, const char *name, gboolean has_buttons)
{
  onward_alert_status_set_server (onward_application_get_alert_status (application), name, has_buttons);
  if (name != NULL)
    onward_scheduler_retry (onward_application_get_scheduler (application));
}

/* The buttons of an alert are the program's actions. */
static void
action_cb (OnwardApplication *application, OnwardAlert *alert, const char *action)
{
  gint64 follow_up = alert->follow_ups->len == 1 ? g_array_index (alert->follow_ups, gint64, 0) : 0;
  GActionGroup *actions = G_ACTION_GROUP (application);
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;

  if (g_str_equal (action, "done"))
    g_action_group_activate_action (actions, "follow-up-done",
                                    g_variant_new ("(xs)", follow_up, alert->channel != NULL ? alert->channel : ""));
  else if (g_str_equal (action, "snooze"))
    g_action_group_activate_action (actions, "follow-up-snooze", g_variant_new_int64 (follow_up));
  else if (g_str_equal (action, "write"))
    g_action_group_activate_action (actions, "follow-up-write", g_variant_new_int64 (follow_up));
  else if (g_action_parse_detailed_name (alert->action + strlen ("app."), &name, &target, NULL))
    g_action_group_activate_action (actions, name, target);
}

static OnwardNotifier *
create_notifier (OnwardApplication *application, OnwardScheduler *scheduler)
{
  OnwardNotifier *notifier = onward_notifier_new (G_APPLICATION (application));

  g_signal_connect_object (scheduler, "raise", G_CALLBACK (raise_cb), notifier, G_CONNECT_SWAPPED);
  g_signal_connect_object (scheduler, "withdraw", G_CALLBACK (withdraw_cb), notifier, G_CONNECT_SWAPPED);
  g_signal_connect_object (notifier, "shown", G_CALLBACK (shown_cb), application, G_CONNECT_SWAPPED);
  g_signal_connect_object (notifier, "failed", G_CALLBACK (failed_cb), application, G_CONNECT_SWAPPED);
  g_signal_connect_object (notifier, "unanswered", G_CALLBACK (unanswered_cb), application, G_CONNECT_SWAPPED);
  g_signal_connect_object (notifier, "closed", G_CALLBACK (onward_scheduler_alert_closed), scheduler,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (notifier, "server", G_CALLBACK (server_cb), application, G_CONNECT_SWAPPED);
  g_signal_connect_object (notifier, "action", G_CALLBACK (action_cb), application, G_CONNECT_SWAPPED);
  return notifier;
}

static void
settings_changed_cb (OnwardApplication *application)
{
  GSettings *settings = onward_window_settings_get ();
  OnwardScheduler *scheduler = onward_application_get_scheduler (application);
  OnwardScreenLock *lock = g_object_get_data (G_OBJECT (application), "screen-lock");

  if (settings == NULL || scheduler == NULL || lock == NULL)
    return;
  onward_scheduler_set_grouped (scheduler, g_settings_get_boolean (settings, "group-alerts"));
  onward_scheduler_set_discreet (scheduler, onward_screen_lock_is_locked (lock)
                                                && !g_settings_get_boolean (settings, "names-when-locked"));
}

static void
follow_settings (OnwardApplication *application)
{
  GSettings *settings = onward_window_settings_get ();
  OnwardScreenLock *lock = onward_screen_lock_new ((GFunc)settings_changed_cb, application);

  g_object_set_data_full (G_OBJECT (application), "screen-lock", lock, (GDestroyNotify)onward_screen_lock_free);
  if (settings == NULL)
    return;
  g_signal_connect_object (settings, "changed::group-alerts", G_CALLBACK (settings_changed_cb), application,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::names-when-locked", G_CALLBACK (settings_changed_cb), application,
                           G_CONNECT_SWAPPED);
  settings_changed_cb (application);
}

/* Once there is a store. */
static void
startup_cb (OnwardApplication *application)
{
  OnwardScheduler *scheduler = onward_application_get_scheduler (application);

  if (scheduler == NULL)
    return;
  follow_settings (application);
  if (onward_application_raises_alerts (application))
    g_object_set_data_full (G_OBJECT (application), "notifier", create_notifier (application, scheduler),
                            g_object_unref);
  onward_scheduler_start (scheduler);
}

/* While there is a database still: what was shown is stored before it is closed. */
static void
shutdown_cb (OnwardApplication *application)
{
  OnwardNotifier *notifier = g_object_get_data (G_OBJECT (application), "notifier");

  if (notifier != NULL)
    onward_notifier_finish (notifier);
  if (onward_application_get_scheduler (application) != NULL)
    onward_scheduler_finish (onward_application_get_scheduler (application));
  g_object_set_data (G_OBJECT (application), "screen-lock", NULL);
  g_object_set_data (G_OBJECT (application), "notifier", NULL);
}

/**
 * onward_alerting_connect:
 * @application: the program, before it runs
 *
 * From its startup to its shutdown alerts are shown, and their buttons do what they say.
 */
void
onward_alerting_connect (OnwardApplication *application)
{
  g_signal_connect_after (application, "startup", G_CALLBACK (startup_cb), NULL);
  g_signal_connect (application, "shutdown", G_CALLBACK (shutdown_cb), NULL);
}
