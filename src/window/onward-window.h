/* onward-window.h - the window: three views, the pages opened from them, and the Due pane */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "alerts/onward-clock.h"
#include "store/onward-follow-up-change.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_WINDOW (onward_window_get_type ())
G_DECLARE_FINAL_TYPE (OnwardWindow, onward_window, ONWARD, WINDOW, AdwApplicationWindow)

/**
 * OnwardDoneFunc:
 * @done: whether the command is durable
 * @data: what was given with it
 */
typedef void (*OnwardDoneFunc) (gboolean done, gpointer data);

GtkWidget *onward_window_new (GtkApplication *application, OnwardStore *store, OnwardClock *clock, gboolean sample);
OnwardWindow *onward_window_find (GtkWidget *widget);
OnwardStore *onward_window_get_store (OnwardWindow *self);
OnwardClock *onward_window_get_clock (OnwardWindow *self);
int onward_window_get_scaled_width (OnwardWindow *self);

void onward_window_show_view (OnwardWindow *self, const char *name);
const char *onward_window_get_view (OnwardWindow *self);
void onward_window_push_page (OnwardWindow *self, GtkWidget *page, const char *title, const char *subtitle);
void onward_window_set_page_title (OnwardWindow *self, GtkWidget *page, const char *title, const char *subtitle);
void onward_window_set_page_action (OnwardWindow *self, GtkWidget *page, GtkWidget *action);
void onward_window_uncover (OnwardWindow *self);
void onward_window_pop_page (OnwardWindow *self);
GtkWidget *onward_window_get_page (OnwardWindow *self);
void onward_window_open_follow_up (OnwardWindow *self, gint64 follow_up);

gint64 onward_window_get_shown_contact (OnwardWindow *self);

void onward_window_run (GtkWidget *widget, const char *label, OnwardCommandFunc command, gpointer data,
                        GDestroyNotify destroy);
void onward_window_run_with_toast (GtkWidget *widget, const char *label, const char *toast, OnwardCommandFunc command,
                                   gpointer data, GDestroyNotify destroy);
void onward_window_run_full (GtkWidget *widget, const char *label, const char *toast, OnwardCommandFunc command,
                             gpointer data, GDestroyNotify destroy, OnwardDoneFunc done, gpointer done_data);
void onward_window_change_follow_up (GtkWidget *widget, OnwardFollowUpChange *change, const char *toast,
                                     OnwardDoneFunc done, gpointer done_data);
void onward_window_show_done (OnwardWindow *self, const char *text, gboolean can_undo);
void onward_window_clear_toast (OnwardWindow *self);
void onward_window_add_toast (OnwardWindow *self, AdwToast *toast);

G_END_DECLS
