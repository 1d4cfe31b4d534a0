/* onward-alert-status.h - whether alerts reach the user: what the notification service and the desktop answered */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * OnwardServiceState:
 * @ONWARD_SERVICE_UNKNOWN: nothing was asked of it yet
 * @ONWARD_SERVICE_WORKS: it took the last alert
 * @ONWARD_SERVICE_MISSING: there is none
 * @ONWARD_SERVICE_REFUSED: it answered with an error
 * @ONWARD_SERVICE_SILENT: it does not answer
 */
typedef enum
{
  ONWARD_SERVICE_UNKNOWN,
  ONWARD_SERVICE_WORKS,
  ONWARD_SERVICE_MISSING,
  ONWARD_SERVICE_REFUSED,
  ONWARD_SERVICE_SILENT,
} OnwardServiceState;

#define ONWARD_TYPE_ALERT_STATUS (onward_alert_status_get_type ())
G_DECLARE_FINAL_TYPE (OnwardAlertStatus, onward_alert_status, ONWARD, ALERT_STATUS, GObject)

/**
 * OnwardAlertStatus:
 * @service: how the last alert went
 * @service_name: (nullable): what shows alerts, as it calls itself
 * @has_buttons: whether it shows buttons
 * @message: (nullable): what it answered when it did not work
 * @answered_at: when, seconds since 1970 UTC; 0 = never
 * @autostart_problem: (nullable): why alerts cannot start by themselves; a sentence
 * @asking: whether the desktop is being asked that
 *
 * Read-only; main thread. Its signal `changed` has no arguments.
 */
struct _OnwardAlertStatus
{
  GObject parent_instance;

  OnwardServiceState service;
  char *service_name;
  gboolean has_buttons;
  char *message;
  gint64 answered_at;
  char *autostart_problem;
  gboolean asking;
};

OnwardAlertStatus *onward_alert_status_new (void);
void onward_alert_status_set_server (OnwardAlertStatus *self, const char *name, gboolean has_buttons);
void
onward_alert_status_set_service (OnwardAlertStatus *self, OnwardServiceState service, const char *message, gint64 at);
void onward_alert_status_set_autostart (OnwardAlertStatus *self, gboolean asking, const char *problem);

G_END_DECLS
