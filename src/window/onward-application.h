/* onward-application.h - the program with a window: its options, its one instance, its clock and its database */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "alerts/onward-alert-status.h"
#include "alerts/onward-scheduler.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_APPLICATION (onward_application_get_type ())
G_DECLARE_FINAL_TYPE (OnwardApplication, onward_application, ONWARD, APPLICATION, AdwApplication)

OnwardApplication *onward_application_new (void);
OnwardStore *onward_application_get_store (OnwardApplication *self);
OnwardScheduler *onward_application_get_scheduler (OnwardApplication *self);
OnwardAlertStatus *onward_application_get_alert_status (OnwardApplication *self);
gboolean onward_application_raises_alerts (OnwardApplication *self);
gboolean onward_application_is_own (OnwardApplication *self);

void onward_application_import (OnwardApplication *self, GFile *file, GtkWidget *window);
void onward_application_compose_mail (OnwardApplication *self, const char *to, const char *subject, const char *body,
                                      GtkWidget *window);
GtkWidget *onward_application_find_window (OnwardApplication *self);
void onward_application_install_actions (OnwardApplication *self);

G_END_DECLS
