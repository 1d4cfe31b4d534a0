/* onward-people.h - to whom a follow-up goes: "Who" of playbook.md */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "playbook/onward-facts.h"

G_BEGIN_DECLS

gboolean onward_people_may_write_to (const OnwardContactFact *contact);
OnwardContactFact *
onward_people_choose (const OnwardOpportunityFact *opportunity, const OnwardInterviewFact *interview, OnwardRole role);
OnwardContactFact *onward_people_choose_speaker (const OnwardOpportunityFact *opportunity,
                                                 const OnwardInterviewFact *interview, OnwardContactFact *first);
OnwardContactFact *onward_people_choose_closest (const OnwardOpportunityFact *opportunity);
OnwardContactFact *onward_people_choose_any (const OnwardInterviewFact *interview);
GPtrArray *onward_people_interviewers (const OnwardInterviewFact *interview);
gboolean onward_people_has_open_opportunity (const OnwardContactFact *contact);

G_END_DECLS
