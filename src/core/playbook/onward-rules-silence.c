/* onward-rules-silence.c - what is owed when nothing is heard at all: application-nudge, close-as-silent */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-endings.h"
#include "playbook/onward-people.h"
#include "playbook/onward-rules.h"
#include "playbook/onward-words.h"
#include "playbook/onward-zone.h"

#include <glib/gi18n-lib.h>

/**
 * onward_plan_application_nudge:
 * @plan: the plan
 * @subject: (type OnwardOpportunityFact): an opportunity
 *
 * After an application that led to no interview and no answer.
 */
void
onward_plan_application_nudge (OnwardPlan *plan, gpointer subject)
{
  OnwardOpportunityFact *opportunity = subject;
  const OnwardSettings *settings = &plan->facts->settings;
  int days = settings->rules[ONWARD_RULE_APPLICATION_NUDGE].days[0];
  gint64 applied_at = onward_plan_day_start (plan, opportunity->applied_on);
  OnwardContactFact *contact;
  OnwardPlannedRow *row;

  if (!opportunity->open || applied_at == ONWARD_NO_INSTANT || opportunity->has_interview
      || opportunity->has_informational || opportunity->last_incoming_at > applied_at)
    return;
  contact = onward_people_choose (opportunity, NULL, ONWARD_ROLE_RECRUITER);
  if (!contact && !opportunity->company)
    return;
  row = onward_plan_add (plan, ONWARD_RULE_APPLICATION_NUDGE, opportunity->focus, "%s", opportunity->uuid);
  row->opportunity = opportunity;
  row->contact = contact;
  row->company = contact ? NULL : opportunity->company;
  row->trigger = applied_at;
  row->channel = onward_rule_propose_channel (onward_rule_get (row->rule), contact, ONWARD_CHANNEL_NONE);
  onward_plan_set_day (plan, row, onward_hours_working_day (&settings->hours, opportunity->applied_on + days), 0);
  if (contact || onward_words_company (row->company))
    row->title = onward_plan_text (plan, _ ("Ask %s about the application"),
                                   contact ? onward_words_person (contact) : onward_words_company (row->company));
  else
    row->title = _ ("Ask about the application");
  row->why = onward_plan_text (
      plan,
      ngettext ("Because you applied on %s, and a question follows after %d day without an answer.",
                "Because you applied on %s, and a question follows after %d days without an answer.", days),
      onward_words_date (plan, opportunity->applied_on, FALSE), days);
}

/* The last thing that could have been answered: an interview, a check-in, a promised day, a question about the
 * application. */
static gint64
find_last_event (OnwardPlan *plan, const OnwardOpportunityFact *opportunity, gboolean *promised)
{
  static const OnwardRuleId asked[] = { ONWARD_RULE_DECISION_CHECK_IN, ONWARD_RULE_SECOND_CHECK_IN,
                                        ONWARD_RULE_APPLICATION_NUDGE };
  gint64 promised_at = onward_plan_day_start (plan, opportunity->in_force.on);
  gint64 last = opportunity->latest ? opportunity->latest->end : ONWARD_NO_INSTANT;

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    last = MAX (last, onward_endings_find_done (plan, asked[i], opportunity, NULL, G_MAXINT));
  *promised = promised_at > last;
  return MAX (last, promised_at);
}

static const char *
explain_close_as_silent (OnwardPlan *plan, int last_on, gboolean promised)
{
  int days = plan->facts->settings.rules[ONWARD_RULE_CLOSE_AS_SILENT].days[0];
  const char *date = onward_words_date (plan, last_on, FALSE);

  if (promised)
    return onward_plan_text (
        plan,
        ngettext ("Because an answer was promised by %s, and what stays silent for %d day after that can be closed.",
                  "Because an answer was promised by %s, and what stays silent for %d days after that can be closed.",
                  days),
        date, days);
  return onward_plan_text (
      plan,
      ngettext ("Because nothing was heard since %s, and what stays silent for %d day can be closed.",
                "Because nothing was heard since %s, and what stays silent for %d days can be closed.", days),
      date, days);
}

/**
 * onward_plan_close_as_silent:
 * @plan: the plan
 * @subject: (type OnwardOpportunityFact): an opportunity
 *
 * A month after the last thing that could have been answered: closing it.
 */
void
onward_plan_close_as_silent (OnwardPlan *plan, gpointer subject)
{
  OnwardOpportunityFact *opportunity = subject;
  const OnwardSettings *settings = &plan->facts->settings;
  const char *company = onward_words_company (opportunity->company);
  gboolean promised;
  OnwardPlannedRow *row;
  gint64 last;
  int last_on;

  if (!opportunity->open || opportunity->has_later_booked)
    return;
  last = find_last_event (plan, opportunity, &promised);
  if (last == ONWARD_NO_INSTANT || opportunity->last_incoming_at > last)
    return;
  row = onward_plan_add (plan, ONWARD_RULE_CLOSE_AS_SILENT, opportunity->focus, "%s", opportunity->uuid);
  row->opportunity = opportunity;
  row->trigger = last;
  last_on = onward_zone_day (plan->facts->zone, last);
  onward_plan_set_day (plan, row,
                       onward_hours_working_day (&settings->hours, last_on + settings->rules[row->rule].days[0]), 0);
  row->title =
      company ? onward_plan_text (plan, _ ("Close what stays silent at %s"), company) : _ ("Close what stays silent");
  row->why = explain_close_as_silent (plan, last_on, promised);
}
