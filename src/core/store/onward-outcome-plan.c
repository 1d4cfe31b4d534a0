/* onward-outcome-plan.c - an outcome with all that follows from it: people, tiers, and the steps of the playbook */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-outcome-plan.h"

#include "model/onward-company.h"
#include "model/onward-contact.h"
#include "model/onward-interview.h"
#include "model/onward-opportunity.h"
#include "model/onward-participant.h"
#include "onward-follow-up-change.h"
#include "onward-own-follow-ups.h"

static void
free_met (OnwardMetChange *met)
{
  g_free (met->tier);
  g_free (met);
}

static void
free_step_change (OnwardStepChange *change)
{
  g_free (change->key);
  g_free (change);
}

static void
free_other (OnwardOtherChange *other)
{
  g_free (other->title);
  g_free (other);
}

void
onward_step_free (OnwardStep *step)
{
  g_free (step->key);
  g_free (step->title);
  g_free (step->why);
  g_free (step->channel);
  g_free (step);
}

/**
 * onward_outcome_plan_new:
 * @opportunity: what ended
 * @kind: how
 *
 * Returns: (transfer full): a plan to fill
 */
OnwardOutcomePlan *
onward_outcome_plan_new (gint64 opportunity, const char *kind)
{
  OnwardOutcomePlan *plan = g_new0 (OnwardOutcomePlan, 1);

  plan->outcome = g_new0 (OnwardOutcomeChange, 1);
  plan->outcome->opportunity = opportunity;
  plan->outcome->kind = g_strdup (kind);
  plan->outcome->still_interested = -1;
  plan->cooling_off = ONWARD_NO_DAY;
  plan->people = g_ptr_array_new_with_free_func ((GDestroyNotify)free_met);
  plan->others = g_ptr_array_new_with_free_func ((GDestroyNotify)free_other);
  plan->changes = g_ptr_array_new_with_free_func ((GDestroyNotify)free_step_change);
  plan->steps = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_step_free);
  return plan;
}

void
onward_outcome_plan_free (OnwardOutcomePlan *plan)
{
  onward_outcome_change_free (plan->outcome);
  g_ptr_array_unref (plan->people);
  g_ptr_array_unref (plan->others);
  g_ptr_array_unref (plan->changes);
  g_ptr_array_unref (plan->steps);
  g_free (plan);
}

static OnwardMetChange *
add_met (OnwardOutcomePlan *plan, gint64 contact, const char *tier)
{
  OnwardMetChange *met = g_new0 (OnwardMetChange, 1);

  met->contact = contact;
  met->tier = g_strdup (tier);
  g_ptr_array_add (plan->people, met);
  return met;
}

/**
 * onward_outcome_plan_add_person:
 * @plan: a plan
 * @contact: somebody who was met
 * @tier: (nullable): how often to keep in touch; NULL leaves it
 */
void
onward_outcome_plan_add_person (OnwardOutcomePlan *plan, gint64 contact, const char *tier)
{
  add_met (plan, contact, tier);
}

/**
 * onward_outcome_plan_add_clicked:
 * @plan: a plan
 * @contact: somebody who was met
 * @clicked: whether the user got on with them
 * @rapport: how much, 1 to 5; 0 = not said
 * @tier: (nullable): how often to keep in touch; NULL leaves it
 */
void
onward_outcome_plan_add_clicked (OnwardOutcomePlan *plan, gint64 contact, gboolean clicked, int rapport,
                                 const char *tier)
{
  OnwardMetChange *met = add_met (plan, contact, tier);

  met->asks_clicked = TRUE;
  met->clicked = clicked;
  met->rapport = rapport;
}

/**
 * onward_outcome_plan_add_other:
 * @plan: a plan
 * @opportunity: another open one, from which the user withdraws
 * @tell_on: the day to say so; ONWARD_NO_DAY = nobody is told
 * @tell: whom; 0 = nobody named
 * @title: what the follow-up says
 */
void
onward_outcome_plan_add_other (OnwardOutcomePlan *plan, gint64 opportunity, int tell_on, gint64 tell, const char *title)
{
  OnwardOtherChange *other = g_new0 (OnwardOtherChange, 1);

  other->opportunity = opportunity;
  other->tell_on = tell_on;
  other->tell = tell;
  other->title = g_strdup (title);
  g_ptr_array_add (plan->others, other);
}

static void
add_change (OnwardOutcomePlan *plan, const char *key, gboolean skip, int day)
{
  OnwardStepChange *change = g_new0 (OnwardStepChange, 1);

  change->key = g_strdup (key);
  change->skip = skip;
  change->day = day;
  g_ptr_array_add (plan->changes, change);
}

/**
 * onward_outcome_plan_skip:
 * @plan: a plan
 * @key: the step that is left out
 */
void
onward_outcome_plan_skip (OnwardOutcomePlan *plan, const char *key)
{
  add_change (plan, key, TRUE, ONWARD_NO_DAY);
}

/**
 * onward_outcome_plan_move:
 * @plan: a plan
 * @key: the step
 * @day: the day on which it is to come up
 */
void
onward_outcome_plan_move (OnwardOutcomePlan *plan, const char *key, int day)
{
  add_change (plan, key, FALSE, day);
}

static gboolean
set_cooling_off (OnwardWriter *writer, gint64 opportunity, int until, GError **error)
{
  g_autoptr (OnwardOpportunity) record = onward_writer_load (writer, ONWARD_TYPE_OPPORTUNITY, opportunity, error);
  g_autoptr (OnwardCompany) company = NULL;
  char day[ONWARD_DATE_SIZE];

  if (record == NULL)
    return FALSE;
  if (record->company == 0)
    return TRUE;
  company = onward_writer_load (writer, ONWARD_TYPE_COMPANY, record->company, error);
  if (company == NULL)
    return FALSE;
  onward_set_text (&company->cooling_off_until, until != ONWARD_NO_DAY ? onward_day_format (until, day) : NULL);
  if (until == ONWARD_NO_DAY)
    company->cooling_off_months = ONWARD_NO_NUMBER;
  return onward_writer_update (writer, company, error);
}

static gboolean
has_clicked (const OnwardParticipant *part)
{
  return part->clicked || (part->rapport != ONWARD_NO_NUMBER && part->rapport > 0);
}

/* Somebody's parts in the interviews of an opportunity, the latest first; mock and cancelled ones are none. */
static GPtrArray *
load_parts (OnwardWriter *writer, gint64 opportunity, gint64 contact, GError **error)
{
  OnwardConnection *connection = onward_writer_get_connection (writer);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) interviews =
      onward_rows_load_where (connection, ONWARD_TYPE_INTERVIEW,
                              "WHERE opportunity = ? AND kind IS NOT 'mock' AND status IS NOT 'cancelled'"
                              " ORDER BY starts_unix DESC, id DESC",
                              opportunity, error);

  for (guint i = 0; interviews != NULL && i < interviews->len; i++)
    {
      g_autoptr (GPtrArray) people = onward_rows_load_children (connection, ONWARD_TYPE_PARTICIPANT,
                                                                ONWARD_RECORD (interviews->pdata[i])->id, error);

      if (people == NULL)
        return NULL;
      for (guint j = 0; j < people->len; j++)
        if (((OnwardParticipant *)people->pdata[j])->contact == contact)
          g_ptr_array_add (parts, g_object_ref (people->pdata[j]));
    }
  return interviews != NULL ? g_steal_pointer (&parts) : NULL;
}

/* Kept where it was said before; said for the first time it belongs to the latest interview. */
static gboolean
set_clicked (OnwardWriter *writer, gint64 opportunity, const OnwardMetChange *met, GError **error)
{
  g_autoptr (GPtrArray) parts = load_parts (writer, opportunity, met->contact, error);
  gboolean said = FALSE;

  if (parts == NULL)
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    said = said || has_clicked (parts->pdata[i]);
  for (guint i = 0; i < parts->len; i++)
    {
      OnwardParticipant *part = parts->pdata[i];

      if (said ? !has_clicked (part) : i > 0 || !met->clicked)
        continue;
      part->clicked = met->clicked;
      part->rapport = met->clicked && met->rapport > 0 ? met->rapport : ONWARD_NO_NUMBER;
      if (!onward_writer_update (writer, part, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_tier (OnwardWriter *writer, const OnwardMetChange *met, GError **error)
{
  g_autoptr (OnwardContact) contact = NULL;
  g_autofree char *today = onward_writer_format_today (writer);

  if (met->tier == NULL)
    return TRUE;
  contact = onward_writer_load (writer, ONWARD_TYPE_CONTACT, met->contact, error);
  if (contact == NULL)
    return FALSE;
  if (g_strcmp0 (contact->tier, met->tier) == 0)
    return TRUE;
  onward_set_text (&contact->tier, met->tier);
  onward_set_text (&contact->tier_since, today);
  return onward_writer_update (writer, contact, error);
}

/* The playbook asks for nothing after a withdrawal, so to say it is a follow-up of the user's own. */
static gboolean
withdraw (OnwardWriter *writer, OnwardOutcomePlan *plan, const OnwardOtherChange *other, GError **error)
{
  OnwardOutcomeChange outcome = {
    .opportunity = other->opportunity,
    .kind = (char *)"withdrawn",
    .on = plan->outcome->on,
    .still_interested = -1,
  };

  return onward_opportunities_set_outcome (writer, &outcome, error)
         && (other->tell_on == ONWARD_NO_DAY
             || onward_own_follow_ups_add (writer, other->title, other->opportunity, other->tell, other->tell_on,
                                           error));
}

static gboolean
write_facts (OnwardWriter *writer, OnwardOutcomePlan *plan, GError **error)
{
  gint64 opportunity = plan->outcome->opportunity;

  if (!onward_opportunities_set_outcome (writer, plan->outcome, error)
      || (plan->asks_cooling_off && !set_cooling_off (writer, opportunity, plan->cooling_off, error)))
    return FALSE;
  for (guint i = 0; i < plan->people->len; i++)
    {
      const OnwardMetChange *met = plan->people->pdata[i];

      if ((met->asks_clicked && !set_clicked (writer, opportunity, met, error)) || !set_tier (writer, met, error))
        return FALSE;
    }
  for (guint i = 0; i < plan->others->len; i++)
    if (!withdraw (writer, plan, plan->others->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* The steps are the rules between the first thanks after a no and the news of a new job (playbook.md, “Rules”). */
static gboolean
is_step (OnwardRuleId rule)
{
  return rule >= ONWARD_RULE_REJECTION_THANK_YOU && rule <= ONWARD_RULE_ANNOUNCE_JOB;
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const OnwardStep *first = *(OnwardStep *const *)a;
  const OnwardStep *second = *(OnwardStep *const *)b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  if (first->rule != second->rule)
    return first->rule < second->rule ? -1 : 1;
  return strcmp (first->key, second->key);
}

static OnwardStep *
read_step (OnwardStatement *row)
{
  OnwardRuleId rule = onward_rule_find (onward_statement_get_text (row, 1));
  gint64 remind_at;
  OnwardStep *step;

  if (!is_step (rule) || !onward_wall_parse (onward_statement_get_text (row, 5), &remind_at))
    return NULL;
  step = g_new0 (OnwardStep, 1);
  step->key = g_strdup (onward_statement_get_text (row, 0));
  step->rule = rule;
  step->title = g_strdup (onward_statement_get_text (row, 2));
  step->why = g_strdup (onward_statement_get_text (row, 3));
  step->channel = g_strdup (onward_statement_get_text (row, 4));
  step->contact = onward_statement_get_int (row, 6);
  step->day = onward_wall_day (remind_at);
  return step;
}

static gboolean
read_steps (OnwardWriter *writer, OnwardOutcomePlan *plan, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (OnwardStatement) rows =
      onward_connection_prepare (onward_writer_get_connection (writer),
                                 "SELECT f.key, f.rule, f.title, f.why, f.channel, f.remind_at, f.contact"
                                 " FROM follow_ups f WHERE f.state = 'open' AND f.opportunity = ?1"
                                 " UNION ALL SELECT f.key, f.rule, f.title, f.why, f.channel, f.remind_at, f.contact"
                                 " FROM opportunities o JOIN follow_ups f ON f.company = o.company"
                                 " WHERE o.id = ?1 AND f.state = 'open' AND f.opportunity IS NULL"
                                 " AND f.rule = 'reapply'",
                                 error);

  if (rows == NULL)
    return FALSE;
  g_ptr_array_set_size (plan->steps, 0);
  onward_statement_bind_int (rows, 1, plan->outcome->opportunity);
  while (onward_statement_step (rows, &failure))
    {
      OnwardStep *step = read_step (rows);

      if (step != NULL)
        g_ptr_array_add (plan->steps, step);
    }
  g_ptr_array_sort (plan->steps, compare_steps);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * onward_outcome_plan_preview:
 * @writer: the writer
 * @outcome_plan: an OnwardOutcomePlan; its steps are filled
 * @error: return location
 *
 * What would follow, told by the playbook itself: everything is written, planned, read, and taken back.
 *
 * Returns: whether it is known
 */
gboolean
onward_outcome_plan_preview (OnwardWriter *writer, gpointer outcome_plan, GError **error)
{
  OnwardOutcomePlan *plan = outcome_plan;

  onward_writer_set_dry_run (writer);
  return write_facts (writer, plan, error) && onward_writer_reconcile (writer, error)
         && read_steps (writer, plan, error);
}

/* A row that is closed or gone by now needs no change any more: somebody else has acted on it. */
static gint64
find_open (OnwardWriter *writer, const char *key, char **remind_at)
{
  g_autoptr (OnwardStatement) row =
      onward_connection_prepare (onward_writer_get_connection (writer),
                                 "SELECT id, remind_at FROM follow_ups WHERE key = ? AND state = 'open'", NULL);

  if (row == NULL)
    return 0;
  onward_statement_bind_text (row, 1, key);
  if (!onward_statement_step (row, NULL))
    return 0;
  *remind_at = g_strdup (onward_statement_get_text (row, 1));
  return onward_statement_get_int (row, 0);
}

/* The time of the day stays. */
static gboolean
change_step (OnwardWriter *writer, const OnwardStepChange *change, GError **error)
{
  g_autofree char *remind_at = NULL;
  gint64 id = find_open (writer, change->key, &remind_at);
  OnwardFollowUpChange *follow_up_change;
  gint64 wall;
  gboolean done;

  if (id == 0)
    return TRUE;
  if (change->skip)
    follow_up_change = onward_follow_up_change_skip (id);
  else
    {
      char when[ONWARD_WALL_SIZE];

      if (!onward_wall_parse (remind_at, &wall) || onward_wall_day (wall) == change->day)
        return TRUE;
      onward_wall_format (onward_wall_at (change->day, onward_wall_minutes (wall)), when);
      follow_up_change = onward_follow_up_change_move (id, when);
    }
  done = onward_follow_up_change_apply (writer, follow_up_change, error);
  onward_follow_up_change_free (follow_up_change);
  return done;
}

/**
 * onward_outcome_plan_keep:
 * @writer: the writer
 * @outcome_plan: an OnwardOutcomePlan
 * @error: return location
 *
 * Writes the outcome, who was met, the tiers, and what was changed about the steps: one command, one undo.
 *
 * Returns: whether it is stored
 */
gboolean
onward_outcome_plan_keep (OnwardWriter *writer, gpointer outcome_plan, GError **error)
{
  OnwardOutcomePlan *plan = outcome_plan;

  if (!write_facts (writer, plan, error) || !onward_writer_reconcile (writer, error))
    return FALSE;
  for (guint i = 0; i < plan->changes->len; i++)
    if (!change_step (writer, plan->changes->pdata[i], error))
      return FALSE;
  return TRUE;
}
