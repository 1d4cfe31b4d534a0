/* onward-opportunity-facts.h - the list of facts about an opportunity */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-opportunity.h"
#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_opportunity_facts_build (GtkListBox *list);
void
onward_opportunity_facts_update (GtkListBox *list, OnwardStore *store, OnwardOpportunity *opportunity, gboolean all);
void onward_opportunity_facts_edit_first (GtkListBox *list);

G_END_DECLS
