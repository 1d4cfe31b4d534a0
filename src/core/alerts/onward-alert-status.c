/* onward-alert-status.c - whether alerts reach the user: what the notification service and the desktop answered */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-alert-status.h"

static guint changed_signal;

G_DEFINE_FINAL_TYPE (OnwardAlertStatus, onward_alert_status, G_TYPE_OBJECT)

static void
set_text (char **to, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*to);
  *to = copy;
}

static void
onward_alert_status_finalize (GObject *object)
{
  OnwardAlertStatus *self = ONWARD_ALERT_STATUS (object);

  g_free (self->service_name);
  g_free (self->message);
  g_free (self->autostart_problem);
  G_OBJECT_CLASS (onward_alert_status_parent_class)->finalize (object);
}

static void
onward_alert_status_class_init (OnwardAlertStatusClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = onward_alert_status_finalize;

  /**
   * OnwardAlertStatus::changed:
   * @self: the status
   */
  changed_signal =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
onward_alert_status_init (OnwardAlertStatus *self)
{
  self->has_buttons = TRUE;
}

/**
 * onward_alert_status_new:
 *
 * Returns: (transfer full): a status of which nothing is known yet
 */
OnwardAlertStatus *
onward_alert_status_new (void)
{
  return g_object_new (ONWARD_TYPE_ALERT_STATUS, NULL);
}

/**
 * onward_alert_status_set_server:
 * @self: the status
 * @name: (nullable): what shows alerts, as it calls itself
 * @has_buttons: whether it shows buttons
 */
void
onward_alert_status_set_server (OnwardAlertStatus *self, const char *name, gboolean has_buttons)
{
  if (g_strcmp0 (self->service_name, name) == 0 && self->has_buttons == has_buttons)
    return;
  set_text (&self->service_name, name);
  self->has_buttons = has_buttons;
  g_signal_emit (self, changed_signal, 0);
}

/**
 * onward_alert_status_set_service:
 * @self: the status
 * @service: how an alert went
 * @message: (nullable): what was answered when it did not work
 * @at: when, seconds since 1970 UTC
 */
void
onward_alert_status_set_service (OnwardAlertStatus *self, OnwardServiceState service, const char *message, gint64 at)
{
  self->service = service;
  set_text (&self->message, message);
  self->answered_at = at;
  g_signal_emit (self, changed_signal, 0);
}

/**
 * onward_alert_status_set_autostart:
 * @self: the status
 * @asking: whether the desktop is being asked to start Onward with it
 * @problem: (nullable): why it does not, a sentence; %NULL when it does or was not asked
 */
void
onward_alert_status_set_autostart (OnwardAlertStatus *self, gboolean asking, const char *problem)
{
  self->asking = asking;
  set_text (&self->autostart_problem, problem);
  g_signal_emit (self, changed_signal, 0);
}
