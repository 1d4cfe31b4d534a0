/* onward-rules-waiting.c - what is owed while an answer is awaited: decision-check-in, second-check-in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-endings.h"
#include "playbook/onward-people.h"
#include "playbook/onward-rules.h"
#include "playbook/onward-words.h"
#include "playbook/onward-zone.h"

#include <glib/gi18n-lib.h>

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

/* Who gave the promise that is in force. */
static OnwardContactFact *
get_promise_giver (const OnwardOpportunityFact *opportunity)
{
  return opportunity->in_force.on != ONWARD_NO_DAY ? opportunity->in_force.by : NULL;
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
      row->trigger = onward_plan_day_start (plan, given_on + 1);
    }
  else
    {
      row = onward_plan_add (plan, ONWARD_RULE_DECISION_CHECK_IN, opportunity->focus, "%s", subject);
      row->trigger = interview ? interview->end : onward_plan_day_start (plan, given_on);
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
  row->contact = onward_people_choose_speaker (opportunity, row->interview, get_promise_giver (opportunity));
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

/* What stands in the key of the check-in that counts now. */
static const char *
get_check_in_subject (OnwardPlan *plan, const OnwardOpportunityFact *opportunity)
{
  const char *subject = opportunity->latest ? opportunity->latest->uuid : opportunity->uuid;
  char date[ONWARD_DATE_SIZE];

  if (!follows_check_in (plan, opportunity, subject))
    return subject;
  return onward_plan_text (plan, "%s:%s", subject, onward_day_format (opportunity->in_force.given_on, date));
}

/**
 * onward_plan_second_check_in:
 * @plan: the plan
 * @subject: (type OnwardOpportunityFact): an opportunity
 *
 * A week after a check-in that was done, while nobody has answered: to the same person.
 */
void
onward_plan_second_check_in (OnwardPlan *plan, gpointer subject)
{
  OnwardOpportunityFact *opportunity = subject;
  const OnwardSettings *settings = &plan->facts->settings;
  int days = settings->rules[ONWARD_RULE_SECOND_CHECK_IN].days[0];
  OnwardContactFact *contact;
  const char *part, *company;
  OnwardPlannedRow *row;
  gint64 done_at;
  int done_on;

  if (!waits_for_answer (opportunity))
    return;
  part = get_check_in_subject (plan, opportunity);
  done_at = onward_endings_find_done_row (plan, onward_plan_text (plan, "decision-check-in:%s", part), &contact);
  if (done_at == ONWARD_NO_INSTANT || opportunity->last_incoming_at > done_at)
    return;
  row = onward_plan_add (plan, ONWARD_RULE_SECOND_CHECK_IN, opportunity->focus, "%s", part);
  row->opportunity = opportunity;
  row->interview = opportunity->latest;
  row->trigger = done_at;
  row->contact = onward_people_may_write_to (contact)
                     ? contact
                     : onward_people_choose_speaker (opportunity, row->interview, get_promise_giver (opportunity));
  row->channel = onward_rule_propose_channel (onward_rule_get (row->rule), row->contact, ONWARD_CHANNEL_NONE);
  done_on = onward_zone_day (plan->facts->zone, done_at);
  onward_plan_set_day (plan, row, onward_hours_working_day (&settings->hours, done_on + days), 0);
  company = onward_words_company (opportunity->company);
  if (row->contact || company)
    row->title = onward_plan_text (plan, _ ("Check in with %s again"),
                                   row->contact ? onward_words_person (row->contact) : company);
  else
    row->title = _ ("Check in about the answer again");
  row->why = onward_plan_text (
      plan,
      ngettext ("Because the check-in on %s was not answered, and a second one follows after %d day.",
                "Because the check-in on %s was not answered, and a second one follows after %d days.", days),
      onward_words_date (plan, done_on, FALSE), days);
}
