/* onward-alerting.c - between the scheduler, which decides, the notifier, which shows, and the program, which acts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-alerting.h"

#include "alerts/onward-scheduler.h"
#include "onward-notifier.h"

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

static void
server_appeared_cb (OnwardScheduler *scheduler, OnwardAlert *nothing)
{
  onward_scheduler_retry (scheduler);
}

/* The buttons of an alert are the program's actions. */
static void
action_cb (OnwardApplication *application, OnwardAlert *alert, const char *action)
{
  gint64 follow_up = alert->follow_ups->len == 1 ? g_array_index (alert->follow_ups, gint64, 0) : 0;
  GActionGroup *actions = G_ACTION_GROUP (application);

  if (g_str_equal (action, "done"))
    g_action_group_activate_action (actions, "follow-up-done",
                                    g_variant_new ("(xs)", follow_up, alert->channel != NULL ? alert->channel : ""));
  else if (g_str_equal (action, "snooze"))
    g_action_group_activate_action (actions, "follow-up-snooze", g_variant_new_int64 (follow_up));
  else if (g_str_equal (action, "write"))
    g_action_group_activate_action (actions, "follow-up-write", g_variant_new_int64 (follow_up));
  else
    g_action_group_activate_action (actions, "follow-up-open", g_variant_new_int64 (follow_up));
}

/* Once there is a store. */
static void
startup_cb (OnwardApplication *application)
{
  OnwardScheduler *scheduler = onward_application_get_scheduler (application);
  g_autoptr (OnwardNotifier) notifier = NULL;

  if (scheduler == NULL)
    return;
  if (onward_application_raises_alerts (application))
    {
      notifier = onward_notifier_new ();
      g_signal_connect_object (scheduler, "raise", G_CALLBACK (raise_cb), notifier, G_CONNECT_SWAPPED);
      g_signal_connect_object (scheduler, "withdraw", G_CALLBACK (withdraw_cb), notifier, G_CONNECT_SWAPPED);
      g_signal_connect_object (notifier, "shown", G_CALLBACK (onward_scheduler_alert_shown), scheduler,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (notifier, "failed", G_CALLBACK (onward_scheduler_alert_failed), scheduler,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (notifier, "closed", G_CALLBACK (onward_scheduler_alert_closed), scheduler,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (notifier, "server-appeared", G_CALLBACK (server_appeared_cb), scheduler,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (notifier, "action", G_CALLBACK (action_cb), application, G_CONNECT_SWAPPED);
      g_object_set_data_full (G_OBJECT (application), "notifier", g_steal_pointer (&notifier), g_object_unref);
    }
  onward_scheduler_start (scheduler);
}

static void
shutdown_cb (OnwardApplication *application)
{
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
