/* onward-settings.c - the rules' names, and what the user may change about them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-settings.h"

#include <string.h>

/* The days in remind_at of playbook.md, the numbers that `rules.<id>.days` may change. */
static const struct
{
  const char *id;
  int days[3];
} rules[ONWARD_N_RULES] = {
  [ONWARD_RULE_PREP_STORIES] = { "prep-stories", { 3, -1, -1 } },
  [ONWARD_RULE_PREP_NAMES] = { "prep-names", { 1, -1, -1 } },
  [ONWARD_RULE_DEBRIEF] = { "debrief", { -1, -1, -1 } },
  [ONWARD_RULE_VERIFY_NAMES] = { "verify-names", { -1, -1, -1 } },
  [ONWARD_RULE_THANK_YOU] = { "thank-you", { -1, -1, -1 } },
  [ONWARD_RULE_NO_SHOW] = { "no-show", { -1, -1, -1 } },
  [ONWARD_RULE_ANSWER_OFFER] = { "answer-offer", { 3, 1, -1 } },
  [ONWARD_RULE_DECISION_CHECK_IN] = { "decision-check-in", { 14, -1, -1 } },
  [ONWARD_RULE_SECOND_CHECK_IN] = { "second-check-in", { 7, -1, -1 } },
  [ONWARD_RULE_CLOSE_AS_SILENT] = { "close-as-silent", { 30, -1, -1 } },
  [ONWARD_RULE_APPLICATION_NUDGE] = { "application-nudge", { 14, -1, -1 } },
  [ONWARD_RULE_REJECTION_THANK_YOU] = { "rejection-thank-you", { 1, -1, -1 } },
  [ONWARD_RULE_CONNECTION_NOTE] = { "connection-note", { 3, -1, -1 } },
  [ONWARD_RULE_REFERRAL_ASK] = { "referral-ask", { 5, -1, -1 } },
  [ONWARD_RULE_THIRD_PARTY_ASK] = { "third-party-ask", { 7, -1, -1 } },
  [ONWARD_RULE_FEEDBACK_REQUEST] = { "feedback-request", { 14, -1, -1 } },
  [ONWARD_RULE_OTHER_OPENINGS] = { "other-openings", { 21, -1, -1 } },
  [ONWARD_RULE_REAPPLY] = { "reapply", { -1, -1, -1 } },
  [ONWARD_RULE_REOPENED] = { "reopened", { 30, -1, -1 } },
  [ONWARD_RULE_ANNOUNCE_JOB] = { "announce-job", { 7, -1, -1 } },
  [ONWARD_RULE_THANK_FOR_FEEDBACK] = { "thank-for-feedback", { 1, -1, -1 } },
  [ONWARD_RULE_THANK_INTRODUCER] = { "thank-introducer", { 1, -1, -1 } },
  [ONWARD_RULE_ASK_PERMISSION] = { "ask-permission", { 1, -1, -1 } },
  [ONWARD_RULE_KEEP_IN_TOUCH] = { "keep-in-touch", { 30, 90, 365 } },
};

/**
 * onward_settings_init:
 * @settings: (out caller-allocates): the settings
 *
 * Fills in the defaults of playbook.md and exchange.md.
 */
void
onward_settings_init (OnwardSettings *settings)
{
  *settings = (OnwardSettings){
    .hours = ONWARD_HOURS_DEFAULT,
    .thank_you = ONWARD_THANK_YOU_24H,
    .history_days = 14,
    .keep_in_touch_per_day = 3,
  };
  for (int i = 0; i < ONWARD_N_RULES; i++)
    {
      settings->rules[i].enabled = TRUE;
      memcpy (settings->rules[i].days, rules[i].days, sizeof rules[i].days);
    }
}

/**
 * onward_settings_set_days:
 * @settings: the settings
 * @rule: a rule of the table
 * @which: which of its numbers, 0 to 2
 * @days: 0 to %ONWARD_RULE_MAX_DAYS
 *
 * Returns: %FALSE, and nothing changed, when the rule has no such number or @days is out of range.
 */
gboolean
onward_settings_set_days (OnwardSettings *settings, OnwardRuleId rule, int which, int days)
{
  if (rule >= ONWARD_N_RULES || which < 0 || which > 2 || rules[rule].days[which] < 0)
    return FALSE;
  if (days < 0 || days > ONWARD_RULE_MAX_DAYS)
    return FALSE;
  settings->rules[rule].days[which] = days;
  return TRUE;
}

/**
 * onward_thank_you_parse:
 * @text: (nullable): `24h`, `same-day` or `48h`
 *
 * Returns: the preset; 24 hours for anything else.
 */
OnwardThankYou
onward_thank_you_parse (const char *text)
{
  if (g_strcmp0 (text, "same-day") == 0)
    return ONWARD_THANK_YOU_SAME_DAY;
  return g_strcmp0 (text, "48h") == 0 ? ONWARD_THANK_YOU_48H : ONWARD_THANK_YOU_24H;
}

/**
 * onward_rule_id:
 * @rule: a rule
 *
 * Returns: (transfer none) (nullable): its id as documents and the database write it.
 */
const char *
onward_rule_id (OnwardRuleId rule)
{
  if (rule < ONWARD_N_RULES)
    return rules[rule].id;
  return rule == ONWARD_RULE_MANUAL ? "manual" : NULL;
}

/**
 * onward_rule_find:
 * @id: (nullable): a rule's id, or the kind of a touch
 *
 * Returns: the rule, or %ONWARD_RULE_UNKNOWN. The value is its place in orders by row.
 */
OnwardRuleId
onward_rule_find (const char *id)
{
  if (!id)
    return ONWARD_RULE_UNKNOWN;
  for (int i = 0; i <= ONWARD_RULE_MANUAL; i++)
    if (strcmp (id, onward_rule_id (i)) == 0)
      return i;
  return ONWARD_RULE_UNKNOWN;
}
