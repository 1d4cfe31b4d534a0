/* onward-preferences-window.h - what the user can set: the playbook, the words of messages, their own details */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-window.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_PREFERENCES_WINDOW (onward_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (OnwardPreferencesWindow, onward_preferences_window, ONWARD, PREFERENCES_WINDOW, AdwWindow)

void onward_preferences_install_actions (GtkWidgetClass *window_class);
void onward_preferences_run (GtkWidget *widget, const char *label, const char *toast, OnwardCommandFunc command,
                             gpointer data, GDestroyNotify destroy);

G_END_DECLS
