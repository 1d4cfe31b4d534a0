/* onward-rejection-step-row.h - one step of a plan: its day, what and to whom, why; keep, move or skip */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-rejection-draft.h"

#include "shared/onward-plain-row.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_REJECTION_STEP_ROW (onward_rejection_step_row_get_type ())
G_DECLARE_FINAL_TYPE (OnwardRejectionStepRow, onward_rejection_step_row, ONWARD, REJECTION_STEP_ROW, OnwardPlainRow)

GtkWidget *onward_rejection_step_row_new (OnwardRejectionDraft *draft, OnwardRejectionStep *step, int today);
void onward_rejection_step_row_set_narrow (OnwardRejectionStepRow *self, gboolean narrow);

G_END_DECLS
