/* onward-due-marks.h - several follow-ups that are marked, and what is done with all of them at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-due-row.h"

G_BEGIN_DECLS

void onward_due_marks_install_actions (GtkWidgetClass *row_class);
void onward_due_marks_init (OnwardDueRow *row);
gboolean onward_due_marks_skip (OnwardDueRow *row);
gboolean onward_due_marks_snooze (OnwardDueRow *row, const char *until);

G_END_DECLS
