/* onward-plan.c - what the facts ask for, before it is compared with what is stored */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-plan.h"
#include "playbook/onward-endings.h"
#include "playbook/onward-promise.h"
#include "playbook/onward-rules.h"
#include "playbook/onward-zone.h"

#include <string.h>

#define MORNING (9 * 60) /* when day rules remind */

/* Whether an opportunity lets a rule ask for anything: see "Precisely" of playbook.md. */
static gboolean
allows_opportunity (const OnwardRule *rule, const OnwardOpportunityFact *opportunity)
{
  if (!opportunity)
    return TRUE;
  if (opportunity->outcome == ONWARD_OUTCOME_NONE && opportunity->stage == ONWARD_STAGE_CLOSED)
    return FALSE;
  if (opportunity->search_over && !(rule->flags & ONWARD_RULE_ENDED_SEARCH))
    return FALSE;
  return !opportunity->informational || (rule->flags & ONWARD_RULE_INFORMATIONAL);
}

static gboolean
allows_interview (const OnwardRule *rule, const OnwardInterviewFact *interview)
{
  if (interview->status == ONWARD_STATUS_CANCELLED || interview->starts_at == ONWARD_NO_INSTANT)
    return FALSE;
  if (interview->kind == ONWARD_INTERVIEW_MOCK && !(rule->flags & ONWARD_RULE_MOCK))
    return FALSE;
  return allows_opportunity (rule, interview->opportunity);
}

static GArray *
get_subjects (const OnwardFacts *facts, OnwardRuleSubject subject)
{
  switch (subject)
    {
    case ONWARD_SUBJECT_INTERVIEW:
      return facts->interviews;
    case ONWARD_SUBJECT_OPPORTUNITY:
      return facts->opportunities;
    case ONWARD_SUBJECT_COMPANY:
      return facts->companies;
    case ONWARD_SUBJECT_FEEDBACK:
      return facts->feedback;
    case ONWARD_SUBJECT_INTRODUCTION:
      return facts->introductions;
    case ONWARD_SUBJECT_CONTACT:
      return facts->contacts;
    default:
      g_return_val_if_reached (facts->contacts);
    }
}

static gboolean
allows (const OnwardRule *rule, gconstpointer subject)
{
  switch (rule->subject)
    {
    case ONWARD_SUBJECT_INTERVIEW:
      return allows_interview (rule, subject);
    case ONWARD_SUBJECT_OPPORTUNITY:
      return allows_opportunity (rule, subject);
    case ONWARD_SUBJECT_FEEDBACK:
      return allows_opportunity (rule, ((const OnwardFeedbackFact *)subject)->opportunity);
    case ONWARD_SUBJECT_INTRODUCTION:
      return allows_opportunity (rule, ((const OnwardIntroductionFact *)subject)->opportunity);
    case ONWARD_SUBJECT_COMPANY:
    case ONWARD_SUBJECT_CONTACT:
    default:
      return TRUE;
    }
}

/* Rows of what is not in focus come to nothing, so they are not planned. */
static gboolean
is_in_focus (OnwardRuleSubject kind, gconstpointer subject)
{
  const OnwardInterviewFact *interview = subject;

  switch (kind)
    {
    case ONWARD_SUBJECT_INTERVIEW:
      return interview->opportunity ? interview->opportunity->focus : interview->focus;
    case ONWARD_SUBJECT_OPPORTUNITY:
      return ((const OnwardOpportunityFact *)subject)->focus;
    case ONWARD_SUBJECT_COMPANY:
      return ((const OnwardCompanyFact *)subject)->focus;
    case ONWARD_SUBJECT_FEEDBACK:
      return ((const OnwardFeedbackFact *)subject)->focus;
    case ONWARD_SUBJECT_INTRODUCTION:
      return ((const OnwardIntroductionFact *)subject)->focus;
    case ONWARD_SUBJECT_CONTACT:
    default:
      return ((const OnwardContactFact *)subject)->focus;
    }
}

static void
run_rules (OnwardPlan *plan)
{
  for (int i = 0; i < ONWARD_N_RULES; i++)
    {
      const OnwardRule *rule = onward_rule_get (i);
      GArray *subjects = get_subjects (plan->facts, rule->subject);
      guint size = g_array_get_element_size (subjects);

      if (!plan->facts->settings.rules[i].enabled)
        continue;
      for (guint n = 0; n < subjects->len; n++)
        {
          gpointer subject = subjects->data + (gsize)n * size;

          if (is_in_focus (rule->subject, subject) && allows (rule, subject))
            rule->plan (plan, subject);
        }
    }
}

/* Lets planning functions find a row that a touch has ended. */
static void
show_ended (OnwardPlan *plan, OnwardPlannedRow *row)
{
  GPtrArray *rows = g_hash_table_lookup (plan->ended_of, row->opportunity);

  if (!rows)
    {
      rows = g_ptr_array_new ();
      g_hash_table_insert (plan->ended_of, row->opportunity, rows);
    }
  g_ptr_array_add (rows, row);
}

/* Keeps what a touch has ended in this round, and returns whether that may ask for something else. */
static gboolean
keep_ended (OnwardPlan *plan)
{
  gboolean leads_on = FALSE;

  for (guint i = 0; i < plan->rows->len; i++)
    {
      OnwardPlannedRow *row = plan->rows->pdata[i];

      if (row->ended_at == ONWARD_NO_INSTANT || g_hash_table_contains (plan->ended, row->key))
        continue;
      g_hash_table_insert (plan->ended, (gpointer)row->key, row);
      if (!(onward_rule_get (row->rule)->flags & ONWARD_RULE_LEADS_ON))
        continue;
      show_ended (plan, row);
      leads_on = TRUE;
    }
  return leads_on;
}

/*
 * One round after the other, because what a touch ends can ask for something else: a check-in that is done
 * gives way to the next promise. What is ended only ever grows, so the rounds come to an end.
 */
static void
plan_rounds (OnwardPlan *plan)
{
  GHashTableIter iter;
  OnwardPlannedRow *row;

  do
    {
      g_ptr_array_set_size (plan->rows, 0);
      g_hash_table_remove_all (plan->by_key);
      run_rules (plan);
      onward_endings_apply (plan);
    }
  while (keep_ended (plan));
  g_hash_table_iter_init (&iter, plan->ended);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&row))
    if (!g_hash_table_contains (plan->by_key, row->key))
      {
        g_hash_table_insert (plan->by_key, (gpointer)row->key, row);
        g_ptr_array_add (plan->rows, row);
      }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  return onward_planned_row_compare (*(gconstpointer *)a, *(gconstpointer *)b);
}

/**
 * onward_plan_new:
 * @facts: (transfer none): linked facts; they must outlive the plan
 *
 * Plans everything that @facts ask for. A pure function of them: neither the order of the rows nor anything
 * outside counts, but for the language of titles and reasons.
 *
 * Returns: (transfer full): the plan, day rules on their own day.
 */
OnwardPlan *
onward_plan_new (OnwardFacts *facts)
{
  OnwardPlan *plan = g_new0 (OnwardPlan, 1);

  plan->facts = facts;
  plan->rows = g_ptr_array_new ();
  plan->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  plan->ended = g_hash_table_new (g_str_hash, g_str_equal);
  plan->ended_of = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  plan->used = g_hash_table_new (NULL, NULL);
  plan->all = g_ptr_array_new_with_free_func (g_free);
  plan->texts = g_string_chunk_new (4096);
  plan_rounds (plan);
  g_ptr_array_sort (plan->rows, compare_rows);
  return plan;
}

/**
 * onward_plan_free:
 * @plan: (transfer full): a plan
 */
void
onward_plan_free (OnwardPlan *plan)
{
  g_hash_table_unref (plan->used);
  g_hash_table_unref (plan->ended_of);
  g_hash_table_unref (plan->ended);
  g_hash_table_unref (plan->by_key);
  g_ptr_array_unref (plan->rows);
  g_ptr_array_unref (plan->all);
  g_string_chunk_free (plan->texts);
  g_free (plan);
}

/**
 * onward_plan_add:
 * @plan: the plan
 * @rule: the rule that asks
 * @focus: whether its subject is in focus
 * @key_format: the key after `rule:`, as for printf
 *
 * For planning functions.
 *
 * Returns: (transfer none): a new row, to be filled in.
 */
OnwardPlannedRow *
onward_plan_add (OnwardPlan *plan, OnwardRuleId rule, gboolean focus, const char *key_format, ...)
{
  OnwardPlannedRow *row = g_new0 (OnwardPlannedRow, 1);
  g_autofree char *subject = NULL;
  va_list arguments;

  va_start (arguments, key_format);
  subject = g_strdup_vprintf (key_format, arguments);
  va_end (arguments);
  row->rule = rule;
  row->key = onward_plan_text (plan, "%s:%s", onward_rule_id (rule), subject);
  row->focus = focus;
  row->own_day = row->late_from = ONWARD_NO_DAY;
  row->ended_at = row->trigger = ONWARD_NO_INSTANT;
  g_ptr_array_add (plan->all, row);
  g_ptr_array_add (plan->rows, row);
  g_hash_table_insert (plan->by_key, (gpointer)row->key, row);
  return row;
}

/**
 * onward_plan_text:
 * @plan: the plan
 * @format: as for printf
 *
 * Returns: (transfer none): a text that lives as long as @plan.
 */
const char *
onward_plan_text (OnwardPlan *plan, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return g_string_chunk_insert (plan->texts, text);
}

/**
 * onward_plan_set_day:
 * @plan: the plan
 * @row: a row of a day rule, its person, opportunity and company set
 * @day: the day that the rule asks for
 * @late_days: how many days later it is late, at 23:59
 *
 * Puts @row on @day, or after the quiet period it falls into.
 */
void
onward_plan_set_day (OnwardPlan *plan, OnwardPlannedRow *row, int day, int late_days)
{
  if (!(onward_rule_get (row->rule)->flags & ONWARD_RULE_THROUGH_QUIET))
    day = onward_quiet_day (plan->facts, onward_planned_row_get_company (row), day);
  row->own_day = day;
  row->late_days = late_days;
  onward_planned_row_place (row, &plan->facts->settings.hours, day);
}

/**
 * onward_plan_set_times:
 * @row: a row that is not of a day rule
 * @remind_at: wall time
 * @due: wall time
 */
void
onward_plan_set_times (OnwardPlannedRow *row, gint64 remind_at, gint64 due)
{
  row->remind_at = remind_at;
  row->due = due;
}

/**
 * onward_plan_morning:
 * @plan: the plan
 * @day: a day
 *
 * Returns: 09:00 of @day, or its opening or last minute when the alert hours exclude that; wall time.
 */
gint64
onward_plan_morning (const OnwardPlan *plan, int day)
{
  return onward_wall_at (day, onward_hours_at (&plan->facts->settings.hours, MORNING));
}

/**
 * onward_plan_day_start:
 * @plan: the plan
 * @day: a day, or %ONWARD_NO_DAY
 *
 * Returns: the instant at which @day begins in the user's zone, %ONWARD_NO_INSTANT for no day.
 */
gint64
onward_plan_day_start (const OnwardPlan *plan, int day)
{
  return day == ONWARD_NO_DAY ? ONWARD_NO_INSTANT : onward_zone_instant (plan->facts->zone, onward_wall_at (day, 0));
}

/**
 * onward_planned_row_place:
 * @row: a row of a day rule
 * @hours: the user's hours
 * @day: the day it stands on
 *
 * Sets its times for that day; due moves along.
 */
void
onward_planned_row_place (OnwardPlannedRow *row, const OnwardHours *hours, int day)
{
  int late_day = MAX (day + row->late_days, row->late_from);

  row->remind_at = onward_wall_at (day, onward_hours_at (hours, MORNING));
  row->due = onward_wall_at (late_day, 24 * 60 - 1);
}

/**
 * onward_planned_row_get_company:
 * @row: a row
 *
 * Returns: (transfer none) (nullable): the company it is about: its opportunity's, else its contact's.
 */
const OnwardCompanyFact *
onward_planned_row_get_company (const OnwardPlannedRow *row)
{
  if (row->opportunity && row->opportunity->company)
    return row->opportunity->company;
  return row->company ? row->company : row->contact ? row->contact->company : NULL;
}

/**
 * onward_planned_row_compare:
 * @a: (type OnwardPlannedRow): a row
 * @b: (type OnwardPlannedRow): another
 *
 * Returns: their order in the table, then by key.
 */
int
onward_planned_row_compare (gconstpointer a, gconstpointer b)
{
  const OnwardPlannedRow *first = a, *second = b;

  return first->rule != second->rule ? (int)first->rule - (int)second->rule : strcmp (first->key, second->key);
}
