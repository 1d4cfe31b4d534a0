/* onward-rules-opportunity.c - what an opportunity asks for: decision-check-in, rejection-thank-you */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-endings.h"
#include "playbook/onward-people.h"
#include "playbook/onward-rules.h"
#include "playbook/onward-words.h"
#include "playbook/onward-zone.h"

#include <glib/gi18n-lib.h>

/* @first when they may be written to, else the recruiter, else the hiring manager. */
static OnwardContactFact *
choose_speaker (OnwardOpportunityFact *opportunity, OnwardInterviewFact *interview, OnwardContactFact *first)
{
  OnwardContactFact *contact = onward_people_may_write_to (first) ? first : NULL;

  if (!contact)
    contact = onward_people_choose (opportunity, interview, ONWARD_ROLE_RECRUITER);
  return contact ? contact : onward_people_choose (opportunity, interview, ONWARD_ROLE_HIRING_MANAGER);
}

static gboolean
is_recruiter (const OnwardOpportunityFact *opportunity, const OnwardContactFact *contact)
{
  if (!contact)
    return FALSE;
  for (guint i = 0; i < contact->people.n; i++)
    {
      const OnwardPersonFact *person = contact->people.at[i];

      if (person->opportunity == opportunity && person->role == ONWARD_ROLE_RECRUITER)
        return TRUE;
    }
  for (guint i = 0; i < contact->parts.n; i++)
    {
      const OnwardPartFact *part = contact->parts.at[i];

      if (part->interview && part->interview->opportunity == opportunity && part->role == ONWARD_ROLE_RECRUITER)
        return TRUE;
    }
  return (contact->roles & (1u << ONWARD_ROLE_RECRUITER)) != 0;
}

/* Whether anybody waits for an answer: after the latest interview, or after a promise without one. */
static gboolean
waits_for_answer (const OnwardOpportunityFact *opportunity)
{
  if (!opportunity->open)
    return FALSE;
  if (opportunity->latest)
    return !opportunity->has_later_booked;
  return opportunity->in_force.on != ONWARD_NO_DAY && !opportunity->has_interview;
}

/*
 * Whether a check-in was done on or before the day on which the promise was given: then the promise asks for
 * one of its own. The promise that the interview itself ended with does not.
 */
static gboolean
follows_check_in (OnwardPlan *plan, const OnwardOpportunityFact *opportunity, const char *subject)
{
  const OnwardPromiseInForce *promise = &opportunity->in_force;

  if (promise->on == ONWARD_NO_DAY || promise->given_on == ONWARD_NO_DAY)
    return FALSE;
  if (promise->interview && promise->interview == opportunity->latest
      && promise->given_on == onward_wall_day (promise->interview->end_wall))
    return FALSE;
  return onward_endings_find_done (plan, ONWARD_RULE_DECISION_CHECK_IN, opportunity, subject, promise->given_on)
         != ONWARD_NO_INSTANT;
}

static gint64
find_day_start (OnwardPlan *plan, int day)
{
  return day == ONWARD_NO_DAY ? ONWARD_NO_INSTANT : onward_zone_instant (plan->facts->zone, onward_wall_at (day, 0));
}

static OnwardPlannedRow *
add_check_in (OnwardPlan *plan, OnwardOpportunityFact *opportunity)
{
  OnwardInterviewFact *interview = opportunity->latest;
  const char *subject = interview ? interview->uuid : opportunity->uuid;
  int given_on = opportunity->in_force.given_on;
  char date[ONWARD_DATE_SIZE];
  OnwardPlannedRow *row;

  if (follows_check_in (plan, opportunity, subject))
    {
      row = onward_plan_add (plan, ONWARD_RULE_DECISION_CHECK_IN, opportunity->focus, "%s:%s", subject,
                             onward_day_format (given_on, date));
      /* The promise came with the check-in of that day, so that one does not end this. */
      row->trigger = find_day_start (plan, given_on + 1);
    }
  else
    {
      row = onward_plan_add (plan, ONWARD_RULE_DECISION_CHECK_IN, opportunity->focus, "%s", subject);
      row->trigger = interview ? interview->end : find_day_start (plan, given_on);
    }
  row->opportunity = opportunity;
  row->interview = interview;
  return row;
}

static void
explain_check_in (OnwardPlan *plan, OnwardPlannedRow *row)
{
  const OnwardOpportunityFact *opportunity = row->opportunity;
  const char *company = onward_words_company (opportunity->company);
  int days = plan->facts->settings.rules[row->rule].days[0];

  if (row->contact || company)
    row->title =
        onward_plan_text (plan, _ ("Check in with %s"), row->contact ? onward_words_person (row->contact) : company);
  else
    row->title = _ ("Check in about the answer");
  if (opportunity->in_force.on != ONWARD_NO_DAY)
    row->why = onward_plan_text (
        plan, _ ("Because an answer was promised by %s, and a check-in follows on the next working day."),
        onward_words_date (plan, opportunity->in_force.on, FALSE));
  else
    row->why = onward_plan_text (
        plan,
        ngettext ("Because no answer was promised after the interview on %s, and a check-in follows after %d day.",
                  "Because no answer was promised after the interview on %s, and a check-in follows after %d days.",
                  days),
        onward_words_date (plan, onward_wall_day (row->interview->end_wall), FALSE), days);
}

/**
 * onward_plan_decision_check_in:
 * @plan: the plan
 * @subject: (type OnwardOpportunityFact): an opportunity
 *
 * While an open opportunity waits for an answer: after the promised day, else two weeks after the latest
 * ended interview.
 */
void
onward_plan_decision_check_in (OnwardPlan *plan, gpointer subject)
{
  OnwardOpportunityFact *opportunity = subject;
  const OnwardPromiseInForce *promise = &opportunity->in_force;
  const OnwardSettings *settings = &plan->facts->settings;
  OnwardPlannedRow *row;
  int day;

  if (!waits_for_answer (opportunity))
    return;
  row = add_check_in (plan, opportunity);
  row->contact = choose_speaker (opportunity, row->interview, promise->on != ONWARD_NO_DAY ? promise->by : NULL);
  row->channel = onward_rule_propose_channel (onward_rule_get (row->rule), row->contact,
                                              is_recruiter (opportunity, row->contact) ? ONWARD_CHANNEL_PHONE
                                                                                       : ONWARD_CHANNEL_NONE);
  if (promise->on != ONWARD_NO_DAY)
    day = promise->on + 1;
  else
    day = onward_wall_day (row->interview->end_wall) + settings->rules[row->rule].days[0];
  onward_plan_set_day (plan, row, onward_hours_working_day (&settings->hours, day), 0);
  explain_check_in (plan, row);
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
  const OnwardSettings *settings = &plan->facts->settings;
  int day = opportunity->outcome_on;
  OnwardContactFact *contact;
  OnwardPlannedRow *row;

  if (opportunity->outcome != ONWARD_OUTCOME_REJECTED || day == ONWARD_NO_DAY)
    return;
  contact = choose_speaker (opportunity, NULL, opportunity->outcome_by);
  if (!contact)
    return;
  row = onward_plan_add (plan, ONWARD_RULE_REJECTION_THANK_YOU, opportunity->focus, "%s", opportunity->uuid);
  row->opportunity = opportunity;
  row->contact = contact;
  row->trigger = find_day_start (plan, day);
  row->channel = onward_rule_propose_channel (onward_rule_get (row->rule), contact, ONWARD_CHANNEL_NONE);
  onward_plan_set_day (plan, row, onward_hours_working_day (&settings->hours, day + settings->rules[row->rule].days[0]),
                       0);
  row->title = onward_plan_text (plan, _ ("Thank %s for considering you"), onward_words_person (contact));
  row->why = onward_plan_text (
      plan, _ ("Because the answer on %s was no this time, and thanks for the time keep the door open."),
      onward_words_date (plan, day, FALSE));
}
