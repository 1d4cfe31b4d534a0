/* onward-alert-tray.h - the alerts that were given to be shown and still ask for something */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-alert.h"

G_BEGIN_DECLS

typedef struct _OnwardAlertTray OnwardAlertTray;

typedef void (*OnwardAlertTrayFunc) (OnwardAlert *alert, gpointer data);

OnwardAlertTray *
onward_alert_tray_new (OnwardStore *store, OnwardAlertTrayFunc raise, OnwardAlertTrayFunc withdraw, gpointer data);
void onward_alert_tray_free (OnwardAlertTray *self);
void onward_alert_tray_set_grouped (OnwardAlertTray *self, gboolean grouped);
void onward_alert_tray_set_discreet (OnwardAlertTray *self, gboolean discreet);
void onward_alert_tray_recall (OnwardAlertTray *self);
void onward_alert_tray_fill (OnwardAlertTray *self);
void onward_alert_tray_check (OnwardAlertTray *self);
void onward_alert_tray_confirm (OnwardAlertTray *self, OnwardAlert *alert);
void onward_alert_tray_remove (OnwardAlertTray *self, OnwardAlert *alert);

G_END_DECLS
