/* onward-rules.h - the table of rules */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "playbook/onward-plan.h"

G_BEGIN_DECLS

/* What a rule looks at; the planning function is called once for each. */
typedef enum
{
  ONWARD_SUBJECT_INTERVIEW,
  ONWARD_SUBJECT_OPPORTUNITY,
  ONWARD_SUBJECT_COMPANY,
  ONWARD_SUBJECT_FEEDBACK,
  ONWARD_SUBJECT_INTRODUCTION,
  ONWARD_SUBJECT_CONTACT,
} OnwardRuleSubject;

typedef enum
{
  ONWARD_RULE_BY_DAY = 1 << 0,        /* a day rule: reminds at 09:00 of its day */
  ONWARD_RULE_BY_TOUCH = 1 << 1,      /* a touch of the kind ends it */
  ONWARD_RULE_ENDED_SEARCH = 1 << 2,  /* asked for also when the search has ended */
  ONWARD_RULE_INFORMATIONAL = 1 << 3, /* asked for also by informational interviews and opportunities */
  ONWARD_RULE_MOCK = 1 << 4,          /* asked for also by mock interviews */
  ONWARD_RULE_THROUGH_QUIET = 1 << 5, /* not moved by a quiet period */
  ONWARD_RULE_KEEPS_DUE = 1 << 6,     /* moving it leaves due where it is */
  ONWARD_RULE_LEADS_ON = 1 << 7,      /* that it is done asks for something else */
  ONWARD_RULE_FILLS_DAYS = 1 << 8,    /* counts for `keep_in_touch_per_day` */
} OnwardRuleFlags;

/**
 * OnwardRule:
 * @plan: adds the rows that a subject asks for
 * @channels: the channels of messages.md, best first
 * @never: (nullable): the channel that is not even used when the contact prefers it
 * @template: (nullable): the draft of messages.md; NULL where nobody is written to
 * @name: what the rule is called on screen, not translated yet
 *
 * A row of the table of playbook.md. Its place, its id and its numbers stand in onward-settings.h.
 */
typedef struct
{
  OnwardRuleSubject subject;
  void (*plan) (OnwardPlan *plan, gpointer subject);
  OnwardRuleFlags flags;
  OnwardChannel channels[4];
  OnwardChannel never;
  const char *template;
  const char *name;
} OnwardRule;

const OnwardRule *onward_rule_get (OnwardRuleId rule);
OnwardChannel
onward_rule_propose_channel (const OnwardRule *rule, const OnwardContactFact *contact, OnwardChannel first);

/* The planning functions, one a row. */
void onward_plan_prep_stories (OnwardPlan *plan, gpointer interview);
const char *onward_plan_title_names (OnwardPlan *plan, const OnwardContactFact *contact, const char *company);
void onward_plan_prep_names (OnwardPlan *plan, gpointer interview);
void onward_plan_debrief (OnwardPlan *plan, gpointer interview);
void onward_plan_verify_names (OnwardPlan *plan, gpointer interview);
void onward_plan_thank_you (OnwardPlan *plan, gpointer interview);
void onward_plan_no_show (OnwardPlan *plan, gpointer interview);
void onward_plan_answer_offer (OnwardPlan *plan, gpointer opportunity);
void onward_plan_decision_check_in (OnwardPlan *plan, gpointer opportunity);
void onward_plan_second_check_in (OnwardPlan *plan, gpointer opportunity);
void onward_plan_close_as_silent (OnwardPlan *plan, gpointer opportunity);
void onward_plan_application_nudge (OnwardPlan *plan, gpointer opportunity);
void onward_plan_rejection_thank_you (OnwardPlan *plan, gpointer opportunity);
void onward_plan_connection_note (OnwardPlan *plan, gpointer opportunity);
void onward_plan_referral_ask (OnwardPlan *plan, gpointer opportunity);
void onward_plan_third_party_ask (OnwardPlan *plan, gpointer opportunity);
void onward_plan_feedback_request (OnwardPlan *plan, gpointer opportunity);
void onward_plan_other_openings (OnwardPlan *plan, gpointer opportunity);
void onward_plan_reapply (OnwardPlan *plan, gpointer company);
void onward_plan_reopened (OnwardPlan *plan, gpointer opportunity);
void onward_plan_announce_job (OnwardPlan *plan, gpointer opportunity);
void onward_plan_thank_for_feedback (OnwardPlan *plan, gpointer feedback);
void onward_plan_thank_introducer (OnwardPlan *plan, gpointer introduction);
void onward_plan_ask_permission (OnwardPlan *plan, gpointer introduction);
void onward_plan_keep_in_touch (OnwardPlan *plan, gpointer contact);

G_END_DECLS
