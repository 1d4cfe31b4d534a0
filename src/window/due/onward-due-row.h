/* onward-due-row.h - one follow-up in the Due pane */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-follow-ups.h"
#include "store/onward-waiting.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_DUE_ROW (onward_due_row_get_type ())
G_DECLARE_FINAL_TYPE (OnwardDueRow, onward_due_row, ONWARD, DUE_ROW, GtkListBoxRow)

GtkWidget *onward_due_row_new (void);
void onward_due_row_set_due (OnwardDueRow *self, OnwardStore *store, OnwardDue *due);
void onward_due_row_set_waiting (OnwardDueRow *self, const OnwardWaiting *waiting, int today);

const OnwardDue *onward_due_row_get_due (OnwardDueRow *self);
gint64 onward_due_row_get_id (OnwardDueRow *self);
gboolean onward_due_row_is_done (OnwardDueRow *self);
void onward_due_row_ensure_buttons (OnwardDueRow *self);
void onward_due_row_was_moved (OnwardDueRow *self);
void onward_due_row_set_selected (OnwardDueRow *self, gboolean selected);
void onward_due_row_open (OnwardDueRow *self);

G_END_DECLS
