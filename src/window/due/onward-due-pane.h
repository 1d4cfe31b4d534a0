/* onward-due-pane.h - answers "what do I owe today?" */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "alerts/onward-clock.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_DUE_PANE (onward_due_pane_get_type ())
G_DECLARE_FINAL_TYPE (OnwardDuePane, onward_due_pane, ONWARD, DUE_PANE, GtkWidget)

GtkWidget *onward_due_pane_new (OnwardStore *store, OnwardClock *clock);
guint onward_due_pane_get_count (OnwardDuePane *self);
void onward_due_pane_show_follow_up (OnwardDuePane *self, gint64 follow_up);
void onward_due_pane_set_alone (OnwardDuePane *self, gboolean alone);

G_END_DECLS
