/* onward-promise.c - which promised answer counts, and the quiet it asks for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-promise.h"

#include <string.h>

/* Whether a promise of @a is to be taken before one of @b when both were given on one day for one day. */
static gboolean
precedes (const OnwardInterviewFact *a, const OnwardInterviewFact *b)
{
  if (!a || !b || a->end == b->end)
    return a && (!b || strcmp (a->uuid, b->uuid) < 0);
  return a->end > b->end;
}

static void
consider (OnwardPromiseInForce *best, const OnwardPromise *promise, OnwardInterviewFact *interview)
{
  int given_on = promise->given_on;

  if (promise->on == ONWARD_NO_DAY)
    return;
  if (given_on == ONWARD_NO_DAY && interview)
    given_on = onward_wall_day (interview->end_wall);
  if (best->on != ONWARD_NO_DAY)
    {
      if (given_on != best->given_on ? given_on < best->given_on : promise->on < best->on)
        return;
      if (given_on == best->given_on && promise->on == best->on && !precedes (interview, best->interview))
        return;
    }
  *best = (OnwardPromiseInForce){ .on = promise->on, .given_on = given_on, .by = promise->by, .interview = interview };
}

/**
 * onward_promise_in_force:
 * @opportunity: a linked opportunity whose latest ended interview is known
 *
 * The promise with the latest `given_on` among those of the opportunity and its not cancelled interviews
 * (left out: that interview's day, for an opportunity's the earliest; then the later `on`), unless its
 * day lies before that of the latest ended interview. Mock interviews count as none.
 *
 * Returns: the promise; its `on` is %ONWARD_NO_DAY when none is in force.
 */
OnwardPromiseInForce
onward_promise_in_force (const OnwardOpportunityFact *opportunity)
{
  OnwardPromiseInForce best = { .on = ONWARD_NO_DAY, .given_on = ONWARD_NO_DAY };

  consider (&best, &opportunity->promise, NULL);
  for (guint i = 0; i < opportunity->interviews.n; i++)
    {
      OnwardInterviewFact *interview = opportunity->interviews.at[i];

      if (interview->status != ONWARD_STATUS_CANCELLED && interview->kind != ONWARD_INTERVIEW_MOCK)
        consider (&best, &interview->promise, interview);
    }
  if (best.on != ONWARD_NO_DAY && opportunity->latest && best.on < onward_wall_day (opportunity->latest->end_wall))
    best.on = ONWARD_NO_DAY;
  return best;
}

/**
 * onward_quiet_day:
 * @facts: linked facts
 * @company: (nullable): the company a day rule is about
 * @day: its day
 *
 * Law 5 of playbook.md: a day inside the quiet period of an open opportunity there gives way to the next
 * working day after the promised one, again and again until it is in none.
 *
 * Returns: the day.
 */
int
onward_quiet_day (const OnwardFacts *facts, const OnwardCompanyFact *company, int day)
{
  guint i = 0;

  while (company && i < company->opportunities.n)
    {
      const OnwardOpportunityFact *opportunity = company->opportunities.at[i++];
      const OnwardPromiseInForce *promise = &opportunity->in_force;

      if (opportunity->open && promise->on != ONWARD_NO_DAY && promise->given_on <= day && day <= promise->on)
        {
          day = onward_hours_working_day (&facts->settings.hours, promise->on + 1);
          i = 0;
        }
    }
  return day;
}
