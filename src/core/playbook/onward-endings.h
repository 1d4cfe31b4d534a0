/* onward-endings.h - which follow-ups a touch has ended */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "playbook/onward-plan.h"

G_BEGIN_DECLS

void onward_endings_apply (OnwardPlan *plan);
gint64 onward_endings_find_done (const OnwardPlan *plan, OnwardRuleId rule, const OnwardOpportunityFact *opportunity,
                                 const char *subject, int until_day);
gint64 onward_endings_find_done_row (const OnwardPlan *plan, const char *key, OnwardContactFact **contact);

G_END_DECLS
