/* onward-acceptance-list.h - what happens to the other open opportunities after a yes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-outcome-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_ACCEPTANCE_LIST (onward_acceptance_list_get_type ())
G_DECLARE_FINAL_TYPE (OnwardAcceptanceList, onward_acceptance_list, ONWARD, ACCEPTANCE_LIST, GtkBox)

void onward_acceptance_list_fill (OnwardAcceptanceList *self, OnwardStore *store, gint64 accepted);
void onward_acceptance_list_add_to (OnwardAcceptanceList *self, OnwardOutcomePlan *plan);
void onward_acceptance_list_set_narrow (OnwardAcceptanceList *self, gboolean narrow);

G_END_DECLS
