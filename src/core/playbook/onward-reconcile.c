/* onward-reconcile.c - the difference between what is planned and what is stored: "Reconcile" of playbook.md */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-reconcile.h"
#include "playbook/onward-rules.h"

#include <string.h>

typedef struct
{
  OnwardFacts *facts;
  OnwardReconciliation *result;
} Reconcile;

static gint64
get_id (gconstpointer row)
{
  return row ? *(const gint64 *)row : 0;
}

static OnwardPlanChange
copy_stored (const OnwardStoredFact *stored)
{
  return (OnwardPlanChange){
    .kind = ONWARD_CHANGE_UPDATE,
    .id = stored->id,
    .key = stored->key,
    .rule = stored->rule,
    .title = stored->title,
    .contact_id = stored->contact_id,
    .opportunity_id = stored->opportunity_id,
    .interview_id = stored->interview_id,
    .company_id = stored->company_id,
    .remind_at = stored->remind_at,
    .due = stored->due,
    .state = stored->state,
    .snoozed_until = stored->snoozed_until,
    .moved = stored->moved,
    .own_day = stored->own_day,
    .done_at = stored->done_at,
    .why = stored->why,
    .channel = stored->channel,
  };
}

static gboolean
is_as_stored (const OnwardPlanChange *change, const OnwardStoredFact *stored)
{
  return change->state == stored->state && change->remind_at == stored->remind_at && change->due == stored->due
         && change->own_day == stored->own_day && change->snoozed_until == stored->snoozed_until
         && change->done_at == stored->done_at && change->contact_id == stored->contact_id
         && change->opportunity_id == stored->opportunity_id && change->interview_id == stored->interview_id
         && change->company_id == stored->company_id && change->channel == stored->channel
         && g_strcmp0 (change->title, stored->title) == 0 && g_strcmp0 (change->why, stored->why) == 0;
}

static void
add_change (Reconcile *reconcile, const OnwardPlanChange *change)
{
  g_array_append_vals (reconcile->result->changes, change, 1);
}

static void
update (Reconcile *reconcile, const OnwardStoredFact *stored, const OnwardPlanChange *change)
{
  if (!is_as_stored (change, stored))
    add_change (reconcile, change);
}

/* The person, channel, title and why of the plan, and its times unless the user has moved the row. */
static void
take_plan (OnwardPlanChange *change, const OnwardPlannedRow *row)
{
  gint64 contact_id = get_id (row->contact);

  if (change->contact_id != contact_id || row->channel != ONWARD_CHANNEL_NONE)
    change->channel = row->channel;
  change->contact_id = contact_id;
  change->opportunity_id = get_id (row->opportunity);
  change->interview_id = get_id (row->interview);
  change->company_id = get_id (row->company);
  change->title = row->title;
  change->why = row->why;
  change->own_day = row->own_day;
  if (change->moved)
    return;
  change->remind_at = row->remind_at;
  change->due = row->due;
  if (change->snoozed_until != ONWARD_NO_WALL && row->remind_at > change->snoozed_until)
    change->snoozed_until = ONWARD_NO_WALL;
}

/* A row that is planned and stored. What the user has done or skipped is never touched. */
static void
reconcile_stored (Reconcile *reconcile, const OnwardPlannedRow *row, const OnwardStoredFact *stored)
{
  OnwardPlanChange change = copy_stored (stored);

  if (stored->state == ONWARD_STATE_DONE || stored->state == ONWARD_STATE_SKIPPED)
    return;
  if (row->ended_at != ONWARD_NO_INSTANT)
    {
      /* Whom it was done with is who is planned now: else the touch that ended it would end another row next time. */
      if (change.contact_id != get_id (row->contact))
        take_plan (&change, row);
      change.state = ONWARD_STATE_DONE;
      change.done_at = row->ended_at;
    }
  else
    {
      change.state = ONWARD_STATE_OPEN;
      take_plan (&change, row);
    }
  update (reconcile, stored, &change);
}

static OnwardPlanChange
make_change (const OnwardPlannedRow *row, OnwardChangeKind kind)
{
  OnwardPlanChange change = { .kind = kind, .key = row->key, .rule = row->rule };

  change.state = row->ended_at == ONWARD_NO_INSTANT ? ONWARD_STATE_OPEN : ONWARD_STATE_DONE;
  change.done_at = row->ended_at;
  change.snoozed_until = ONWARD_NO_WALL;
  take_plan (&change, row);
  return change;
}

static void
forget (Reconcile *reconcile, const OnwardUnopenedFact *unopened)
{
  OnwardPlanChange change = { .kind = ONWARD_CHANGE_FORGET, .id = unopened->id, .key = unopened->key };

  add_change (reconcile, &change);
}

/* A row that history_days keeps closed. When it holds a day for somebody, that is remembered. */
static void
keep_closed (Reconcile *reconcile, const OnwardPlannedRow *row, const OnwardUnopenedFact *unopened)
{
  OnwardPlanChange change = make_change (row, ONWARD_CHANGE_UNOPENED);

  reconcile->result->unopened++;
  if (row->own_day == ONWARD_NO_DAY || !row->contact)
    {
      if (unopened)
        forget (reconcile, unopened);
      return;
    }
  if (unopened && unopened->own_day == row->own_day && unopened->contact_id == change.contact_id
      && unopened->day == onward_wall_day (row->remind_at))
    return;
  change.id = unopened ? unopened->id : 0;
  add_change (reconcile, &change);
}

/* A row that is planned and not stored: inserted, unless it is late by more than history_days. */
static void
reconcile_new (Reconcile *reconcile, const OnwardPlannedRow *row)
{
  const OnwardFacts *facts = reconcile->facts;
  const OnwardUnopenedFact *unopened = g_hash_table_lookup (facts->unopened_by_key, row->key);
  gint64 oldest = facts->now_wall - facts->settings.history_days * ONWARD_DAY_MINUTES;
  OnwardPlanChange change = make_change (row, ONWARD_CHANGE_INSERT);

  if (row->due < oldest && row->ended_at == ONWARD_NO_INSTANT)
    {
      keep_closed (reconcile, row, unopened);
      return;
    }
  if (row->due >= oldest)
    add_change (reconcile, &change);
  if (unopened)
    forget (reconcile, unopened);
}

/* Open rows that nothing asks for any more; those of the user and of rules not known here are left alone. */
static void
cancel_unplanned (Reconcile *reconcile, OnwardPlan *plan)
{
  for (guint i = 0; i < plan->facts->stored->len; i++)
    {
      const OnwardStoredFact *stored = &g_array_index (plan->facts->stored, OnwardStoredFact, i);
      const OnwardRule *rule = onward_rule_get (stored->rule);
      OnwardPlanChange change;

      if (!stored->focus || stored->state != ONWARD_STATE_OPEN || !rule
          || g_hash_table_contains (plan->by_key, stored->key))
        continue;
      change = copy_stored (stored);
      change.state = ONWARD_STATE_CANCELLED;
      add_change (reconcile, &change);
    }
}

static void
forget_unplanned (Reconcile *reconcile, OnwardPlan *plan)
{
  for (guint i = 0; i < plan->facts->unopened->len; i++)
    {
      const OnwardUnopenedFact *unopened = &g_array_index (plan->facts->unopened, OnwardUnopenedFact, i);

      if (unopened->focus && !g_hash_table_contains (plan->by_key, unopened->key))
        forget (reconcile, unopened);
    }
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const OnwardPlanChange *first = a, *second = b;
  int order = first->rule != second->rule ? (int)first->rule - (int)second->rule : strcmp (first->key, second->key);

  return order != 0 ? order : (int)first->kind - (int)second->kind;
}

/**
 * onward_reconcile_plan:
 * @plan: a plan of linked facts
 * @slots: (nullable): the days that rows outside the focus hold; %NULL when everything is in focus
 *
 * Places the day rules of @plan and compares it with the stored rows in focus, by key. Applying the changes
 * and reconciling again gives none.
 *
 * Returns: (transfer full): what to write; the plan and its facts must outlive it.
 */
OnwardReconciliation *
onward_reconcile_plan (OnwardPlan *plan, const OnwardSlots *slots)
{
  OnwardReconciliation *result = g_new0 (OnwardReconciliation, 1);
  Reconcile reconcile = { plan->facts, result };

  result->changes = g_array_new (FALSE, FALSE, sizeof (OnwardPlanChange));
  onward_placing_apply (plan, slots);
  for (guint i = 0; i < plan->rows->len; i++)
    {
      const OnwardPlannedRow *row = plan->rows->pdata[i];
      const OnwardStoredFact *stored = g_hash_table_lookup (plan->facts->stored_by_key, row->key);

      if (row->focus && stored)
        reconcile_stored (&reconcile, row, stored);
      else if (row->focus)
        reconcile_new (&reconcile, row);
    }
  cancel_unplanned (&reconcile, plan);
  forget_unplanned (&reconcile, plan);
  g_array_sort (result->changes, compare_changes);
  return result;
}

/**
 * onward_reconciliation_free:
 * @reconciliation: (transfer full): a reconciliation
 */
void
onward_reconciliation_free (OnwardReconciliation *reconciliation)
{
  g_array_unref (reconciliation->changes);
  g_free (reconciliation);
}
