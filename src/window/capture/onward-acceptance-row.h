/* onward-acceptance-row.h - another open opportunity after a yes: leave it open, or withdraw and say so */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-outcome-plan.h"

#include "shared/onward-plain-row.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_ACCEPTANCE_ROW (onward_acceptance_row_get_type ())
G_DECLARE_FINAL_TYPE (OnwardAcceptanceRow, onward_acceptance_row, ONWARD, ACCEPTANCE_ROW, OnwardPlainRow)

GtkWidget *onward_acceptance_row_new (OnwardStore *store, gint64 opportunity);
void onward_acceptance_row_add_to (OnwardAcceptanceRow *self, OnwardOutcomePlan *plan);
void onward_acceptance_row_set_narrow (OnwardAcceptanceRow *self, gboolean narrow);

G_END_DECLS
