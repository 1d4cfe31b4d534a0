/* onward-opportunity-facts.h - the facts about an opportunity: short ones at the side, long ones in full */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-opportunity.h"
#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_opportunity_facts_build (GtkListBox *list, GtkListBox *long_list);
void onward_opportunity_facts_update (GtkListBox *list, GtkListBox *long_list, OnwardStore *store,
                                      OnwardOpportunity *opportunity, gboolean all);
void onward_opportunity_facts_edit_first (GtkListBox *list);

G_END_DECLS
