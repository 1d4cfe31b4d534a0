/* onward-rules-interview.c - what an interview asks for: debrief, verify-names, thank-you */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-people.h"
#include "playbook/onward-rules.h"
#include "playbook/onward-words.h"

#include <glib/gi18n-lib.h>

#define HOUR               60
#define LAST_MINUTE        (24 * HOUR - 1)
#define DEBRIEF_AFTER      30
#define WRITE_TO_AFTER     (2 * HOUR)
#define THANK_YOU_AT_LEAST HOUR

static OnwardPlannedRow *
add_interview_row (OnwardPlan *plan, OnwardRuleId rule, OnwardInterviewFact *interview, const char *key)
{
  gboolean focus = interview->opportunity ? interview->opportunity->focus : interview->focus;
  OnwardPlannedRow *row = onward_plan_add (plan, rule, focus, "%s", key);

  row->interview = interview;
  row->opportunity = interview->opportunity;
  row->trigger = interview->end;
  return row;
}

/* The end of the day after the interview, or of the day of the reminder when short alert hours put that later. */
static gint64
find_end_of_next_day (const OnwardInterviewFact *interview, gint64 remind_at)
{
  int day = MAX (onward_wall_day (interview->end_wall) + 1, onward_wall_day (remind_at));

  return onward_wall_at (day, LAST_MINUTE);
}

/**
 * onward_plan_debrief:
 * @plan: the plan
 * @subject: (type OnwardInterviewFact): an interview
 *
 * After an interview, mock ones too, until it is written down or let go.
 */
void
onward_plan_debrief (OnwardPlan *plan, gpointer subject)
{
  OnwardInterviewFact *interview = subject;
  const char *company = onward_words_company (interview->company);
  OnwardPlannedRow *row;
  gint64 remind_at;

  if (!interview->held || interview->debriefed)
    return;
  row = add_interview_row (plan, ONWARD_RULE_DEBRIEF, interview, interview->uuid);
  remind_at = onward_hours_clamp (&plan->facts->settings.hours, interview->end_wall + DEBRIEF_AFTER);
  onward_plan_set_times (row, remind_at, find_end_of_next_day (interview, remind_at));
  row->title =
      company ? onward_plan_text (plan, _ ("Write down the %s interview"), company) : _ ("Write down the interview");
  row->why = onward_plan_text (plan, _ ("Because the interview ended on %s, and it is best written down within a day."),
                               onward_words_date (plan, onward_wall_day (interview->end_wall), FALSE));
}

/* How many names on @interview were only heard, and whose the first (by id) is. */
static guint
count_heard (const OnwardInterviewFact *interview, const OnwardContactFact **first)
{
  guint n = 0;

  *first = NULL;
  for (guint i = 0; i < interview->parts.n; i++)
    {
      const OnwardPartFact *part = interview->parts.at[i];
      const OnwardContactFact *contact = part->contact;

      if (!contact || contact->is_user || part->name_source == ONWARD_NAME_VERIFIED
          || contact->name_source == ONWARD_NAME_VERIFIED)
        continue;
      if (part->name_source != ONWARD_NAME_HEARD && contact->name_source != ONWARD_NAME_HEARD)
        continue;
      n++;
      if (!*first || g_strcmp0 (contact->uuid, (*first)->uuid) < 0)
        *first = contact;
    }
  return n;
}

/**
 * onward_plan_title_names: (skip)
 * @plan: the plan
 * @contact: (nullable): who is asked
 * @company: (nullable): where the interview is
 *
 * Returns: (transfer none): what asks how the names of those of an interview are spelled is called; the plan owns it
 */
const char *
onward_plan_title_names (OnwardPlan *plan, const OnwardContactFact *contact, const char *company)
{
  if (contact)
    return onward_plan_text (plan, _ ("Ask %s how the names are spelled"), onward_words_person (contact));
  if (company)
    return onward_plan_text (plan, _ ("Check the names of the %s interview"), company);
  return _ ("Check the names of the interview");
}

/**
 * onward_plan_verify_names:
 * @plan: the plan
 * @subject: (type OnwardInterviewFact): an interview
 *
 * After an interview, while the name of anyone on it was only heard.
 */
void
onward_plan_verify_names (OnwardPlan *plan, gpointer subject)
{
  OnwardInterviewFact *interview = subject;
  const OnwardContactFact *first;
  guint n = interview->ended ? count_heard (interview, &first) : 0;
  OnwardPlannedRow *row;
  const char *date;
  gint64 remind_at;

  if (n == 0)
    return;
  row = add_interview_row (plan, ONWARD_RULE_VERIFY_NAMES, interview, interview->uuid);
  row->contact = onward_people_choose (interview->opportunity, interview, ONWARD_ROLE_COORDINATOR);
  if (!row->contact)
    row->contact = onward_people_choose (interview->opportunity, interview, ONWARD_ROLE_RECRUITER);
  row->channel = onward_rule_propose_channel (onward_rule_get (row->rule), row->contact, ONWARD_CHANNEL_NONE);
  remind_at = onward_hours_clamp (&plan->facts->settings.hours, interview->end_wall + WRITE_TO_AFTER);
  onward_plan_set_times (row, remind_at, find_end_of_next_day (interview, remind_at));
  row->title = onward_plan_title_names (plan, row->contact, onward_words_company (interview->company));
  date = onward_words_date (plan, onward_wall_day (interview->end_wall), FALSE);
  if (n == 1)
    row->why =
        onward_plan_text (plan, _ ("Because the name of %s was only heard on %s, and names are checked within a day."),
                          onward_words_person (first), date);
  else
    row->why =
        onward_plan_text (plan,
                          ngettext ("Because %u name was only heard on %s, and names are checked within a day.",
                                    "Because %u names were only heard on %s, and names are checked within a day.", n),
                          n, date);
}

static gint64
find_thank_you_due (const OnwardSettings *settings, gint64 end)
{
  switch (settings->thank_you)
    {
    case ONWARD_THANK_YOU_SAME_DAY:
      return MAX (onward_wall_at (onward_wall_day (end), LAST_MINUTE), end + THANK_YOU_AT_LEAST);
    case ONWARD_THANK_YOU_48H:
      return end + 48 * HOUR;
    case ONWARD_THANK_YOU_24H:
    default:
      return end + 24 * HOUR;
    }
}

static const char *
explain_thank_you (OnwardPlan *plan, const OnwardPlannedRow *row)
{
  const char *person = onward_words_person (row->contact);
  const char *date = onward_words_date (plan, onward_wall_day (row->interview->end_wall), FALSE);

  switch (plan->facts->settings.thank_you)
    {
    case ONWARD_THANK_YOU_SAME_DAY:
      return onward_plan_text (plan, _ ("Because you met %s on %s, and thanks go out on the same day."), person, date);
    case ONWARD_THANK_YOU_48H:
      return onward_plan_text (plan, _ ("Because you met %s on %s, and thanks go out within two days."), person, date);
    case ONWARD_THANK_YOU_24H:
    default:
      return onward_plan_text (plan, _ ("Because you met %s on %s, and thanks go out within a day."), person, date);
    }
}

/**
 * onward_plan_thank_you:
 * @plan: the plan
 * @subject: (type OnwardInterviewFact): an interview
 *
 * After an interview that was held, one for each interviewer.
 */
void
onward_plan_thank_you (OnwardPlan *plan, gpointer subject)
{
  OnwardInterviewFact *interview = subject;
  const OnwardSettings *settings = &plan->facts->settings;
  gboolean informational = interview->kind == ONWARD_INTERVIEW_INFORMATIONAL
                           || (interview->opportunity && interview->opportunity->informational);
  g_autoptr (GPtrArray) people = NULL;
  gint64 due, remind_at;

  if (!interview->held)
    return;
  due = find_thank_you_due (settings, interview->end_wall);
  remind_at = onward_hours_clamp (&settings->hours, interview->end_wall + WRITE_TO_AFTER);
  remind_at = MAX (MIN (remind_at, due - HOUR), interview->end_wall);
  people = onward_people_interviewers (interview);
  for (guint i = 0; i < people->len; i++)
    {
      OnwardContactFact *contact = people->pdata[i];
      g_autofree char *key = g_strdup_printf ("%s:%s", interview->uuid, contact->uuid);
      OnwardPlannedRow *row = add_interview_row (plan, ONWARD_RULE_THANK_YOU, interview, key);

      row->contact = contact;
      row->channel = onward_rule_propose_channel (onward_rule_get (row->rule), contact,
                                                  informational ? ONWARD_CHANNEL_CARD : ONWARD_CHANNEL_NONE);
      onward_plan_set_times (row, remind_at, due);
      row->title = onward_plan_text (plan, _ ("Thank %s"), onward_words_person (contact));
      row->why = explain_thank_you (plan, row);
    }
}
