/* onward-rules-rejection.c - what a no, or a role that is cancelled, asks for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-people.h"
#include "playbook/onward-rules.h"
#include "playbook/onward-words.h"

#include <glib/gi18n-lib.h>

static gboolean
is_over (const OnwardOpportunityFact *opportunity, gboolean or_cancelled)
{
  if (opportunity->outcome_on == ONWARD_NO_DAY)
    return FALSE;
  return opportunity->outcome == ONWARD_OUTCOME_REJECTED
         || (or_cancelled && opportunity->outcome == ONWARD_OUTCOME_CANCELLED);
}

/* A step so many days after the answer: @contact must be set, unless it goes to the company. */
static OnwardPlannedRow *
add_step (OnwardPlan *plan, OnwardRuleId rule, OnwardOpportunityFact *opportunity, OnwardContactFact *contact,
          const char *key)
{
  const OnwardSettings *settings = &plan->facts->settings;
  OnwardPlannedRow *row = onward_plan_add (plan, rule, opportunity->focus, "%s", key);

  row->opportunity = opportunity;
  row->contact = contact;
  row->company = contact ? NULL : opportunity->company;
  row->trigger = onward_plan_day_start (plan, opportunity->outcome_on);
  row->channel = onward_rule_propose_channel (onward_rule_get (rule), contact, ONWARD_CHANNEL_NONE);
  onward_plan_set_day (
      plan, row, onward_hours_working_day (&settings->hours, opportunity->outcome_on + settings->rules[rule].days[0]),
      0);
  return row;
}

static const char *
say_day (OnwardPlan *plan, const OnwardOpportunityFact *opportunity)
{
  return onward_words_date (plan, opportunity->outcome_on, FALSE);
}

/**
 * onward_plan_rejection_thank_you:
 * @plan: the plan
 * @subject: (type OnwardOpportunityFact): an opportunity
 *
 * After a no: thanks for the consideration to who said it.
 */
void
onward_plan_rejection_thank_you (OnwardPlan *plan, gpointer subject)
{
  OnwardOpportunityFact *opportunity = subject;
  OnwardContactFact *contact;
  OnwardPlannedRow *row;

  if (!is_over (opportunity, FALSE))
    return;
  contact = onward_people_choose_speaker (opportunity, NULL, opportunity->outcome_by);
  if (!contact)
    return;
  row = add_step (plan, ONWARD_RULE_REJECTION_THANK_YOU, opportunity, contact, opportunity->uuid);
  row->title = onward_plan_text (plan, _ ("Thank %s for considering you"), onward_words_person (contact));
  row->why = onward_plan_text (
      plan, _ ("Because the answer on %s was no this time, and thanks for the time keep the door open."),
      say_day (plan, opportunity));
}

/* The interviewers of all its interviews that were held, each once; mock ones are none. */
static GPtrArray *
collect_interviewers (const OnwardOpportunityFact *opportunity)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < opportunity->interviews.n; i++)
    {
      const OnwardInterviewFact *interview = opportunity->interviews.at[i];
      g_autoptr (GPtrArray) people = NULL;

      if (!interview->held || interview->kind == ONWARD_INTERVIEW_MOCK)
        continue;
      people = onward_people_interviewers (interview);
      for (guint n = 0; n < people->len; n++)
        if (!g_ptr_array_find (all, people->pdata[n], NULL))
          g_ptr_array_add (all, people->pdata[n]);
    }
  return all;
}

static const char *
explain_connection_note (OnwardPlan *plan, const OnwardOpportunityFact *opportunity)
{
  if (opportunity->outcome == ONWARD_OUTCOME_CANCELLED)
    return onward_plan_text (
        plan, _ ("Because the role was cancelled on %s, and who interviewed you is worth keeping as a contact."),
        say_day (plan, opportunity));
  return onward_plan_text (
      plan, _ ("Because the answer on %s was no this time, and who interviewed you is worth keeping as a contact."),
      say_day (plan, opportunity));
}

/**
 * onward_plan_connection_note:
 * @plan: the plan
 * @subject: (type OnwardOpportunityFact): an opportunity
 *
 * After a no or a cancelled role: a note to each interviewer.
 */
void
onward_plan_connection_note (OnwardPlan *plan, gpointer subject)
{
  OnwardOpportunityFact *opportunity = subject;
  g_autoptr (GPtrArray) people = NULL;

  if (!is_over (opportunity, TRUE))
    return;
  people = collect_interviewers (opportunity);
  for (guint i = 0; i < people->len; i++)
    {
      OnwardContactFact *contact = people->pdata[i];
      const char *key = onward_plan_text (plan, "%s:%s", opportunity->uuid, contact->uuid);
      OnwardPlannedRow *row = add_step (plan, ONWARD_RULE_CONNECTION_NOTE, opportunity, contact, key);

      row->title = onward_plan_text (plan, _ ("Connect with %s"), onward_words_person (contact));
      row->why = explain_connection_note (plan, opportunity);
    }
}

/* Whether they have introduced the user to somebody since the answer, or for this opportunity. */
static gboolean
has_introduced (const OnwardContactFact *contact, const OnwardOpportunityFact *opportunity)
{
  for (guint i = 0; i < contact->introductions.n; i++)
    {
      const OnwardIntroductionFact *introduction = contact->introductions.at[i];

      if (introduction->opportunity_id == opportunity->id || opportunity->introduction == introduction
          || (introduction->recorded_on != ONWARD_NO_DAY && introduction->recorded_on >= opportunity->outcome_on))
        return TRUE;
    }
  return FALSE;
}

/**
 * onward_plan_referral_ask:
 * @plan: the plan
 * @subject: (type OnwardOpportunityFact): an opportunity
 *
 * After a no or a cancelled role: the interviewer who clicked most is asked where else to look.
 */
void
onward_plan_referral_ask (OnwardPlan *plan, gpointer subject)
{
  OnwardOpportunityFact *opportunity = subject;
  OnwardContactFact *contact = is_over (opportunity, TRUE) ? onward_people_choose_closest (opportunity) : NULL;
  OnwardPlannedRow *row;

  if (!contact || has_introduced (contact, opportunity))
    return;
  row = add_step (plan, ONWARD_RULE_REFERRAL_ASK, opportunity, contact, opportunity->uuid);
  row->title = onward_plan_text (plan, _ ("Ask %s for a referral"), onward_words_person (contact));
  row->why = onward_plan_text (
      plan,
      _ ("Because you got on with %s in an interview that led to nothing by %s, and they may know another place."),
      onward_words_person (contact), say_day (plan, opportunity));
}

static gboolean
has_feedback (const OnwardOpportunityFact *opportunity, guint sources)
{
  for (guint i = 0; i < opportunity->feedback.n; i++)
    if (sources & (1u << ((const OnwardFeedbackFact *)opportunity->feedback.at[i])->source))
      return TRUE;
  return FALSE;
}

/**
 * onward_plan_third_party_ask:
 * @plan: the plan
 * @subject: (type OnwardOpportunityFact): an opportunity
 *
 * After a no: an insider, else the recruiter, is asked how it was seen.
 */
void
onward_plan_third_party_ask (OnwardPlan *plan, gpointer subject)
{
  OnwardOpportunityFact *opportunity = subject;
  OnwardContactFact *contact;
  OnwardPlannedRow *row;

  if (!is_over (opportunity, FALSE)
      || has_feedback (opportunity, 1u << ONWARD_SOURCE_INSIDER | 1u << ONWARD_SOURCE_RECRUITER))
    return;
  contact = onward_people_choose (opportunity, NULL, ONWARD_ROLE_INSIDER);
  if (!contact)
    contact = onward_people_choose (opportunity, NULL, ONWARD_ROLE_RECRUITER);
  if (!contact)
    return;
  row = add_step (plan, ONWARD_RULE_THIRD_PARTY_ASK, opportunity, contact, opportunity->uuid);
  row->title = onward_plan_text (plan, _ ("Ask %s what really happened"), onward_words_person (contact));
  row->why = onward_plan_text (
      plan, _ ("Because the answer on %s was no this time, and somebody else may know how it was seen."),
      say_day (plan, opportunity));
}

static gboolean
was_interviewed (const OnwardOpportunityFact *opportunity)
{
  for (guint i = 0; i < opportunity->interviews.n; i++)
    {
      const OnwardInterviewFact *interview = opportunity->interviews.at[i];

      if (interview->held && interview->kind == ONWARD_INTERVIEW_OTHER)
        return TRUE;
    }
  return FALSE;
}

/**
 * onward_plan_feedback_request:
 * @plan: the plan
 * @subject: (type OnwardOpportunityFact): an opportunity
 *
 * After a no that came after an interview: the hiring manager, else an interviewer, is asked for feedback.
 */
void
onward_plan_feedback_request (OnwardPlan *plan, gpointer subject)
{
  OnwardOpportunityFact *opportunity = subject;
  OnwardContactFact *contact;
  OnwardPlannedRow *row;

  if (!is_over (opportunity, FALSE) || !was_interviewed (opportunity)
      || has_feedback (opportunity, 1u << ONWARD_SOURCE_INTERVIEWER))
    return;
  contact = onward_people_choose (opportunity, NULL, ONWARD_ROLE_HIRING_MANAGER);
  if (!contact)
    contact = onward_people_choose (opportunity, NULL, ONWARD_ROLE_INTERVIEWER);
  if (!contact)
    return;
  row = add_step (plan, ONWARD_RULE_FEEDBACK_REQUEST, opportunity, contact, opportunity->uuid);
  row->title = onward_plan_text (plan, _ ("Ask %s for feedback"), onward_words_person (contact));
  row->why = onward_plan_text (
      plan, _ ("Because the answer on %s was no after an interview, and honest feedback is easier to give by now."),
      say_day (plan, opportunity));
}
