/* onward-promise.h - which promised answer counts, and the quiet it asks for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "playbook/onward-facts.h"

G_BEGIN_DECLS

OnwardPromiseInForce onward_promise_in_force (const OnwardOpportunityFact *opportunity);
int onward_quiet_day (const OnwardFacts *facts, const OnwardCompanyFact *company, int day);

G_END_DECLS
