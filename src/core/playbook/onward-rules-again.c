/* onward-rules-again.c - how to come back to a company that said no, or that cancelled a role */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-people.h"
#include "playbook/onward-rules.h"
#include "playbook/onward-words.h"
#include "playbook/onward-zone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* When an opportunity was there first: the day it was added, else applied for, else of its first stage. */
static int
find_first_day (const OnwardPlan *plan, const OnwardOpportunityFact *opportunity)
{
  int day = opportunity->added_on != ONWARD_NO_DAY ? opportunity->added_on : opportunity->applied_on;
  gint64 first = ONWARD_NO_INSTANT;

  if (day != ONWARD_NO_DAY)
    return day;
  for (guint i = 0; i < opportunity->stages.n; i++)
    {
      gint64 at = ((const OnwardStageFact *)opportunity->stages.at[i])->at;

      if (at != ONWARD_NO_INSTANT && (first == ONWARD_NO_INSTANT || at < first))
        first = at;
    }
  return first != ONWARD_NO_INSTANT ? onward_zone_day (plan->facts->zone, first) : ONWARD_NO_DAY;
}

/* "A new opportunity there" of playbook.md. */
static gboolean
has_new_opportunity (const OnwardPlan *plan, const OnwardOpportunityFact *opportunity)
{
  const OnwardSlice *there = opportunity->company ? &opportunity->company->opportunities : NULL;

  for (guint i = 0; i < opportunity->siblings.n; i++)
    if (opportunity->siblings.at[i] != opportunity)
      return TRUE;
  for (guint i = 0; there && i < there->n; i++)
    {
      const OnwardOpportunityFact *other = there->at[i];
      int day = other == opportunity ? ONWARD_NO_DAY : find_first_day (plan, other);

      if (day != ONWARD_NO_DAY && day >= opportunity->outcome_on)
        return TRUE;
    }
  return FALSE;
}

static OnwardPlannedRow *
add_step (OnwardPlan *plan, OnwardRuleId rule, OnwardOpportunityFact *opportunity, OnwardContactFact *contact)
{
  const OnwardSettings *settings = &plan->facts->settings;
  OnwardPlannedRow *row = onward_plan_add (plan, rule, opportunity->focus, "%s", opportunity->uuid);

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

/**
 * onward_plan_other_openings:
 * @plan: the plan
 * @subject: (type OnwardOpportunityFact): an opportunity
 *
 * After a no, while the company is of interest: hr, else the recruiter, else the company is asked about other openings.
 */
void
onward_plan_other_openings (OnwardPlan *plan, gpointer subject)
{
  OnwardOpportunityFact *opportunity = subject;
  OnwardContactFact *contact;
  const char *company = onward_words_company (opportunity->company);
  OnwardPlannedRow *row;

  if (opportunity->outcome != ONWARD_OUTCOME_REJECTED || opportunity->outcome_on == ONWARD_NO_DAY
      || (opportunity->company && opportunity->company->not_interested) || has_new_opportunity (plan, opportunity))
    return;
  contact = onward_people_choose (opportunity, NULL, ONWARD_ROLE_HR);
  if (!contact)
    contact = onward_people_choose (opportunity, NULL, ONWARD_ROLE_RECRUITER);
  if (!contact && !opportunity->company)
    return;
  row = add_step (plan, ONWARD_RULE_OTHER_OPENINGS, opportunity, contact);
  if (contact || company)
    row->title =
        onward_plan_text (plan, _ ("Ask %s about other openings"), contact ? onward_words_person (contact) : company);
  else
    row->title = _ ("Ask about other openings");
  row->why = onward_plan_text (
      plan, _ ("Because the answer on %s was no for one role, and you are still interested in the company."),
      onward_words_date (plan, opportunity->outcome_on, FALSE));
}

/* The rejection that a company's cooling-off is counted from; of several on one day the smallest id. Those of an ended
 * search ask for nothing. */
static OnwardOpportunityFact *
find_latest_rejection (const OnwardCompanyFact *company)
{
  OnwardOpportunityFact *latest = NULL;

  for (guint i = 0; i < company->opportunities.n; i++)
    {
      OnwardOpportunityFact *opportunity = company->opportunities.at[i];

      if (opportunity->outcome != ONWARD_OUTCOME_REJECTED || opportunity->outcome_on == ONWARD_NO_DAY
          || opportunity->informational || opportunity->search_over)
        continue;
      if (!latest || opportunity->outcome_on > latest->outcome_on
          || (opportunity->outcome_on == latest->outcome_on && strcmp (opportunity->uuid, latest->uuid) < 0))
        latest = opportunity;
    }
  return latest;
}

static int
find_end_of_cooling_off (const OnwardCompanyFact *company, int rejected_on)
{
  if (company->cooling_off_until != ONWARD_NO_DAY)
    return company->cooling_off_until;
  return company->cooling_off_months >= 0 ? onward_day_add_months (rejected_on, company->cooling_off_months)
                                          : ONWARD_NO_DAY;
}

/**
 * onward_plan_reapply:
 * @plan: the plan
 * @subject: (type OnwardCompanyFact): a company
 *
 * When its cooling-off after the latest no is over.
 */
void
onward_plan_reapply (OnwardPlan *plan, gpointer subject)
{
  OnwardCompanyFact *company = subject;
  const OnwardOpportunityFact *rejected = find_latest_rejection (company);
  int day = rejected ? find_end_of_cooling_off (company, rejected->outcome_on) : ONWARD_NO_DAY;
  char date[ONWARD_DATE_SIZE];
  OnwardPlannedRow *row;

  if (day == ONWARD_NO_DAY || day <= rejected->outcome_on || has_new_opportunity (plan, rejected))
    return;
  row = onward_plan_add (plan, ONWARD_RULE_REAPPLY, company->focus, "%s:%s", company->uuid,
                         onward_day_format (rejected->outcome_on, date));
  row->company = company;
  row->trigger = onward_plan_day_start (plan, rejected->outcome_on);
  onward_plan_set_day (plan, row, day, 0);
  row->title = onward_words_company (company)
                   ? onward_plan_text (plan, _ ("Apply at %s again"), onward_words_company (company))
                   : _ ("Apply again");
  row->why =
      onward_plan_text (plan, _ ("Because the time they want between applications, after the no on %s, ends on %s."),
                        onward_words_date (plan, rejected->outcome_on, TRUE), onward_words_date (plan, day, TRUE));
}

/**
 * onward_plan_reopened:
 * @plan: the plan
 * @subject: (type OnwardOpportunityFact): an opportunity
 *
 * After a role was cancelled: the hiring manager, else the recruiter, is asked whether it is back.
 */
void
onward_plan_reopened (OnwardPlan *plan, gpointer subject)
{
  OnwardOpportunityFact *opportunity = subject;
  int days = plan->facts->settings.rules[ONWARD_RULE_REOPENED].days[0];
  OnwardContactFact *contact;
  OnwardPlannedRow *row;

  if (opportunity->outcome != ONWARD_OUTCOME_CANCELLED || opportunity->outcome_on == ONWARD_NO_DAY
      || has_new_opportunity (plan, opportunity))
    return;
  contact = onward_people_choose (opportunity, NULL, ONWARD_ROLE_HIRING_MANAGER);
  if (!contact)
    contact = onward_people_choose (opportunity, NULL, ONWARD_ROLE_RECRUITER);
  if (!contact)
    return;
  row = add_step (plan, ONWARD_RULE_REOPENED, opportunity, contact);
  row->title = onward_plan_text (plan, _ ("Ask %s whether the role is back"), onward_words_person (contact));
  row->why = onward_plan_text (
      plan,
      ngettext ("Because the role was cancelled on %s, and after %d day it may be open again.",
                "Because the role was cancelled on %s, and after %d days it may be open again.", days),
      onward_words_date (plan, opportunity->outcome_on, FALSE), days);
}
