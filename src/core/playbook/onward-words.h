/* onward-words.h - names and dates inside titles and reasons */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "playbook/onward-plan.h"

G_BEGIN_DECLS

const char *onward_words_date (OnwardPlan *plan, int day, gboolean year);
const char *onward_words_person (const OnwardContactFact *contact);
const char *onward_words_company (const OnwardCompanyFact *company);

G_END_DECLS
