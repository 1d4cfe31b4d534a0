/* onward-rules.c - the table of rules */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-rules.h"

#include <glib/gi18n-lib.h>

#define EMAIL    ONWARD_CHANNEL_EMAIL
#define LETTER   ONWARD_CHANNEL_LETTER
#define CARD     ONWARD_CHANNEL_CARD
#define LINKEDIN ONWARD_CHANNEL_LINKEDIN
#define PHONE    ONWARD_CHANNEL_PHONE

#define DAY           ONWARD_RULE_BY_DAY
#define TOUCH         ONWARD_RULE_BY_TOUCH
#define ENDED_SEARCH  ONWARD_RULE_ENDED_SEARCH
#define INFORMATIONAL ONWARD_RULE_INFORMATIONAL
#define MOCK          ONWARD_RULE_MOCK
#define THROUGH_QUIET ONWARD_RULE_THROUGH_QUIET
#define KEEPS_DUE     ONWARD_RULE_KEEPS_DUE
#define LEADS_ON      ONWARD_RULE_LEADS_ON
#define FILLS_DAYS    ONWARD_RULE_FILLS_DAYS

/* The table of playbook.md, row by row. */
static const OnwardRule table[ONWARD_N_RULES] = {
  [ONWARD_RULE_PREP_STORIES] = {
    .subject = ONWARD_SUBJECT_INTERVIEW,
    .plan = onward_plan_prep_stories,
    .flags = INFORMATIONAL | KEEPS_DUE,
    .name = N_("Choose stories before an interview"),
  },
  [ONWARD_RULE_PREP_NAMES] = {
    .subject = ONWARD_SUBJECT_INTERVIEW,
    .plan = onward_plan_prep_names,
    .flags = TOUCH | INFORMATIONAL | KEEPS_DUE,
    .channels = { EMAIL, PHONE },
    .template = "ask-for-names",
    .name = N_("Ask for names before an interview"),
  },
  [ONWARD_RULE_DEBRIEF] = {
    .subject = ONWARD_SUBJECT_INTERVIEW,
    .plan = onward_plan_debrief,
    .flags = INFORMATIONAL | MOCK | ENDED_SEARCH,
    .name = N_("Write down an interview"),
  },
  [ONWARD_RULE_VERIFY_NAMES] = {
    .subject = ONWARD_SUBJECT_INTERVIEW,
    .plan = onward_plan_verify_names,
    .flags = TOUCH | INFORMATIONAL,
    .channels = { EMAIL, PHONE },
    .template = "ask-for-names",
    .name = N_("Check names that were only heard"),
  },
  [ONWARD_RULE_THANK_YOU] = {
    .subject = ONWARD_SUBJECT_INTERVIEW,
    .plan = onward_plan_thank_you,
    .flags = TOUCH | INFORMATIONAL | ENDED_SEARCH,
    .channels = { EMAIL, CARD, LINKEDIN },
    .template = "thank-you",
    .name = N_("Thank interviewers"),
  },
  [ONWARD_RULE_NO_SHOW] = {
    .subject = ONWARD_SUBJECT_INTERVIEW,
    .plan = onward_plan_no_show,
    .flags = TOUCH | INFORMATIONAL,
    .channels = { EMAIL, PHONE },
    .template = "no-show",
    .name = N_("Ask for a new time when nobody came"),
  },
  [ONWARD_RULE_ANSWER_OFFER] = {
    .subject = ONWARD_SUBJECT_OPPORTUNITY,
    .plan = onward_plan_answer_offer,
    .flags = KEEPS_DUE,
    .name = N_("Answer an offer"),
  },
  [ONWARD_RULE_DECISION_CHECK_IN] = {
    .subject = ONWARD_SUBJECT_OPPORTUNITY,
    .plan = onward_plan_decision_check_in,
    .flags = DAY | TOUCH | LEADS_ON,
    .channels = { EMAIL, PHONE },
    .template = "decision-check-in",
    .name = N_("Check in when an answer is late"),
  },
  [ONWARD_RULE_SECOND_CHECK_IN] = {
    .subject = ONWARD_SUBJECT_OPPORTUNITY,
    .plan = onward_plan_second_check_in,
    .flags = DAY | TOUCH | LEADS_ON,
    .channels = { EMAIL, PHONE },
    .template = "second-check-in",
    .name = N_("Check in a second time"),
  },
  [ONWARD_RULE_CLOSE_AS_SILENT] = {
    .subject = ONWARD_SUBJECT_OPPORTUNITY,
    .plan = onward_plan_close_as_silent,
    .flags = DAY,
    .name = N_("Close what stays silent"),
  },
  [ONWARD_RULE_APPLICATION_NUDGE] = {
    .subject = ONWARD_SUBJECT_OPPORTUNITY,
    .plan = onward_plan_application_nudge,
    .flags = DAY | TOUCH | LEADS_ON,
    .channels = { EMAIL },
    .template = "application-nudge",
    .name = N_("Ask about an application"),
  },
  [ONWARD_RULE_REJECTION_THANK_YOU] = {
    .subject = ONWARD_SUBJECT_OPPORTUNITY,
    .plan = onward_plan_rejection_thank_you,
    .flags = DAY | TOUCH,
    .channels = { EMAIL },
    .template = "rejection-thank-you",
    .name = N_("Give thanks after a no"),
  },
  [ONWARD_RULE_CONNECTION_NOTE] = {
    .subject = ONWARD_SUBJECT_OPPORTUNITY,
    .plan = onward_plan_connection_note,
    .flags = DAY | TOUCH,
    .channels = { LINKEDIN, EMAIL },
    .template = "connection-note",
    .name = N_("Connect with interviewers"),
  },
  [ONWARD_RULE_REFERRAL_ASK] = {
    .subject = ONWARD_SUBJECT_OPPORTUNITY,
    .plan = onward_plan_referral_ask,
    .flags = DAY | TOUCH,
    .channels = { EMAIL, PHONE },
    .template = "referral-ask",
    .name = N_("Ask for a referral"),
  },
  [ONWARD_RULE_THIRD_PARTY_ASK] = {
    .subject = ONWARD_SUBJECT_OPPORTUNITY,
    .plan = onward_plan_third_party_ask,
    .flags = DAY | TOUCH,
    .channels = { PHONE, EMAIL },
    .template = "third-party-ask",
    .name = N_("Ask somebody else how it was seen"),
  },
  [ONWARD_RULE_FEEDBACK_REQUEST] = {
    .subject = ONWARD_SUBJECT_OPPORTUNITY,
    .plan = onward_plan_feedback_request,
    .flags = DAY | TOUCH,
    .channels = { LETTER, EMAIL },
    .never = PHONE,
    .template = "feedback-request",
    .name = N_("Ask for feedback"),
  },
  [ONWARD_RULE_OTHER_OPENINGS] = {
    .subject = ONWARD_SUBJECT_OPPORTUNITY,
    .plan = onward_plan_other_openings,
    .flags = DAY | TOUCH,
    .channels = { EMAIL },
    .template = "other-openings",
    .name = N_("Ask about other openings"),
  },
  [ONWARD_RULE_REAPPLY] = {
    .subject = ONWARD_SUBJECT_COMPANY,
    .plan = onward_plan_reapply,
    .flags = DAY | TOUCH,
    .channels = { EMAIL },
    .template = "reapply",
    .name = N_("Apply again"),
  },
  [ONWARD_RULE_REOPENED] = {
    .subject = ONWARD_SUBJECT_OPPORTUNITY,
    .plan = onward_plan_reopened,
    .flags = DAY | TOUCH,
    .channels = { EMAIL },
    .template = "reopened",
    .name = N_("Ask whether a role is back"),
  },
  [ONWARD_RULE_ANNOUNCE_JOB] = {
    .subject = ONWARD_SUBJECT_OPPORTUNITY,
    .plan = onward_plan_announce_job,
    .flags = DAY | ENDED_SEARCH | THROUGH_QUIET,
    .channels = { EMAIL },
    .template = "announce-job",
    .name = N_("Tell everyone about the new job"),
  },
  [ONWARD_RULE_THANK_FOR_FEEDBACK] = {
    .subject = ONWARD_SUBJECT_FEEDBACK,
    .plan = onward_plan_thank_for_feedback,
    .flags = DAY | TOUCH | ENDED_SEARCH | INFORMATIONAL,
    .template = "thank-for-feedback",
    .name = N_("Give thanks for feedback"),
  },
  [ONWARD_RULE_THANK_INTRODUCER] = {
    .subject = ONWARD_SUBJECT_INTRODUCTION,
    .plan = onward_plan_thank_introducer,
    .flags = DAY | TOUCH | ENDED_SEARCH | INFORMATIONAL | THROUGH_QUIET,
    .channels = { EMAIL, PHONE },
    .template = "thank-introducer",
    .name = N_("Thank introducers"),
  },
  [ONWARD_RULE_ASK_PERMISSION] = {
    .subject = ONWARD_SUBJECT_INTRODUCTION,
    .plan = onward_plan_ask_permission,
    .flags = DAY | TOUCH | INFORMATIONAL | THROUGH_QUIET,
    .channels = { EMAIL, PHONE },
    .template = "ask-permission",
    .name = N_("Ask to use a name"),
  },
  [ONWARD_RULE_KEEP_IN_TOUCH] = {
    .subject = ONWARD_SUBJECT_CONTACT,
    .plan = onward_plan_keep_in_touch,
    .flags = DAY | FILLS_DAYS,
    .channels = { LINKEDIN, EMAIL },
    .template = "keep-in-touch",
    .name = N_("Keep in touch"),
  },
};

/**
 * onward_rule_get:
 * @rule: a rule
 *
 * Returns: (transfer none) (nullable): its row of the table; NULL for manual and unknown ones.
 */
const OnwardRule *
onward_rule_get (OnwardRuleId rule)
{
  return rule < ONWARD_N_RULES ? &table[rule] : NULL;
}

/**
 * onward_rule_propose_channel:
 * @rule: the rule that asks
 * @contact: (nullable): whom it asks to write to
 * @first: a channel that goes before those of the rule, or %ONWARD_CHANNEL_NONE
 *
 * Returns: the contact's preferred channel unless the rule says never, else the first of the rule's by
 *   which they can be reached, else %ONWARD_CHANNEL_NONE.
 */
OnwardChannel
onward_rule_propose_channel (const OnwardRule *rule, const OnwardContactFact *contact, OnwardChannel first)
{
  if (!contact)
    return ONWARD_CHANNEL_NONE;
  if (contact->preferred != ONWARD_CHANNEL_NONE && contact->preferred != rule->never)
    return contact->preferred;
  if (contact->reach & first)
    return first;
  for (guint i = 0; i < G_N_ELEMENTS (rule->channels); i++)
    if (contact->reach & rule->channels[i])
      return rule->channels[i];
  return ONWARD_CHANNEL_NONE;
}
