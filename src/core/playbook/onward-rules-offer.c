/* onward-rules-offer.c - what an offer asks for, and the job that was accepted: answer-offer, announce-job */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-rules.h"
#include "playbook/onward-words.h"

#include <glib/gi18n-lib.h>

#define HOUR            60
#define N_REMINDERS     2
#define ANNOUNCE_WITHIN 14

/* The keys stay as they are, whatever the user sets the numbers to. */
static const char *const parts[N_REMINDERS] = { "3", "1" };

static int
get_reminder_day (const OnwardPlan *plan, const OnwardOpportunityFact *opportunity, guint i)
{
  return onward_wall_day (opportunity->offer_answer_by) - plan->facts->settings.rules[ONWARD_RULE_ANSWER_OFFER].days[i];
}

/* Of the reminders that would have come before the offer did, only the last is of use. */
static gboolean
is_of_use (const OnwardPlan *plan, const OnwardOpportunityFact *opportunity, guint i)
{
  int day = get_reminder_day (plan, opportunity, i), other = get_reminder_day (plan, opportunity, 1 - i);

  if (opportunity->offer_received_on == ONWARD_NO_DAY || day >= opportunity->offer_received_on
      || other >= opportunity->offer_received_on)
    return TRUE;
  return day > other || (day == other && i == N_REMINDERS - 1);
}

/**
 * onward_plan_answer_offer:
 * @plan: the plan
 * @subject: (type OnwardOpportunityFact): an opportunity
 *
 * Before the day on which an offer wants its answer, twice.
 */
void
onward_plan_answer_offer (OnwardPlan *plan, gpointer subject)
{
  OnwardOpportunityFact *opportunity = subject;
  const char *company = onward_words_company (opportunity->company);
  gint64 due = opportunity->offer_answer_by;

  if (due == ONWARD_NO_WALL || opportunity->outcome != ONWARD_OUTCOME_NONE)
    return;
  for (guint i = 0; i < N_REMINDERS; i++)
    {
      gint64 remind_at = onward_plan_morning (plan, get_reminder_day (plan, opportunity, i));
      OnwardPlannedRow *row;

      if (!is_of_use (plan, opportunity, i))
        continue;
      row = onward_plan_add (plan, ONWARD_RULE_ANSWER_OFFER, opportunity->focus, "%s:%s", opportunity->uuid, parts[i]);
      row->opportunity = opportunity;
      onward_plan_set_times (row, remind_at > due ? due - HOUR : remind_at, due);
      row->title = company ? onward_plan_text (plan, _ ("Answer the offer of %s"), company) : _ ("Answer the offer");
      row->why =
          onward_plan_text (plan, _ ("Because the offer is to be answered by %s, and good answers take thought."),
                            onward_words_date (plan, onward_wall_day (due), FALSE));
    }
}

static gboolean
has_told_everyone (const OnwardOpportunityFact *opportunity)
{
  for (guint i = 0; i < opportunity->runs.n; i++)
    if (((const OnwardRunFact *)opportunity->runs.at[i])->finished)
      return TRUE;
  return FALSE;
}

/**
 * onward_plan_announce_job:
 * @plan: the plan
 * @subject: (type OnwardOpportunityFact): an opportunity
 *
 * After a job was accepted: telling everyone.
 */
void
onward_plan_announce_job (OnwardPlan *plan, gpointer subject)
{
  OnwardOpportunityFact *opportunity = subject;
  const OnwardSettings *settings = &plan->facts->settings;
  int day = opportunity->outcome_on;
  OnwardPlannedRow *row;

  if (opportunity->outcome != ONWARD_OUTCOME_ACCEPTED || day == ONWARD_NO_DAY || has_told_everyone (opportunity))
    return;
  row = onward_plan_add (plan, ONWARD_RULE_ANNOUNCE_JOB, opportunity->focus, "%s", opportunity->uuid);
  row->opportunity = opportunity;
  row->trigger = onward_plan_day_start (plan, day);
  row->late_from = day + ANNOUNCE_WITHIN;
  onward_plan_set_day (plan, row, onward_hours_working_day (&settings->hours, day + settings->rules[row->rule].days[0]),
                       0);
  row->title = _ ("Tell everyone about the new job");
  row->why =
      onward_plan_text (plan, _ ("Because you accepted on %s, and everyone who helped hears of it in two weeks."),
                        onward_words_date (plan, day, FALSE));
}
