/* onward-settings.h - the rules' names, and what the user may change about them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "playbook/onward-hours.h"

G_BEGIN_DECLS

/* In the order of the table of playbook.md, which is also an order of urgency. */
typedef enum
{
  ONWARD_RULE_PREP_STORIES,
  ONWARD_RULE_PREP_NAMES,
  ONWARD_RULE_DEBRIEF,
  ONWARD_RULE_VERIFY_NAMES,
  ONWARD_RULE_THANK_YOU,
  ONWARD_RULE_NO_SHOW,
  ONWARD_RULE_ANSWER_OFFER,
  ONWARD_RULE_DECISION_CHECK_IN,
  ONWARD_RULE_SECOND_CHECK_IN,
  ONWARD_RULE_CLOSE_AS_SILENT,
  ONWARD_RULE_APPLICATION_NUDGE,
  ONWARD_RULE_REJECTION_THANK_YOU,
  ONWARD_RULE_CONNECTION_NOTE,
  ONWARD_RULE_REFERRAL_ASK,
  ONWARD_RULE_THIRD_PARTY_ASK,
  ONWARD_RULE_FEEDBACK_REQUEST,
  ONWARD_RULE_OTHER_OPENINGS,
  ONWARD_RULE_REAPPLY,
  ONWARD_RULE_REOPENED,
  ONWARD_RULE_ANNOUNCE_JOB,
  ONWARD_RULE_THANK_FOR_FEEDBACK,
  ONWARD_RULE_THANK_INTRODUCER,
  ONWARD_RULE_ASK_PERMISSION,
  ONWARD_RULE_KEEP_IN_TOUCH,
  ONWARD_N_RULES,
  ONWARD_RULE_MANUAL = ONWARD_N_RULES, /* the user's own; last in orders by row */
  ONWARD_RULE_UNKNOWN,                 /* a free kind of touch, or a rule of another version */
} OnwardRuleId;

#define ONWARD_RULE_MAX_DAYS 3650

/**
 * OnwardRuleSetting:
 * @enabled: whether the rule plans anything
 * @days: its numbers: one; two for `answer-offer` (earlier, later); three for `keep-in-touch`
 *   (monthly, quarterly, yearly); -1 where the rule has none
 */
typedef struct
{
  gboolean enabled;
  int days[3];
} OnwardRuleSetting;

typedef enum
{
  ONWARD_THANK_YOU_24H,
  ONWARD_THANK_YOU_SAME_DAY,
  ONWARD_THANK_YOU_48H,
} OnwardThankYou;

typedef struct
{
  OnwardHours hours;
  OnwardThankYou thank_you;
  int history_days;
  int keep_in_touch_per_day; /* at least 1 */
  OnwardRuleSetting rules[ONWARD_N_RULES];
} OnwardSettings;

void onward_settings_init (OnwardSettings *settings);
gboolean onward_settings_set_days (OnwardSettings *settings, OnwardRuleId rule, int which, int days);
OnwardThankYou onward_thank_you_parse (const char *text);

const char *onward_rule_id (OnwardRuleId rule);
OnwardRuleId onward_rule_find (const char *id);

G_END_DECLS
