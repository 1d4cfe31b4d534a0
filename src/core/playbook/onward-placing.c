/* onward-placing.c - on which day a day rule stands: laws 2 and 8 of playbook.md */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-placing.h"
#include "playbook/onward-promise.h"
#include "playbook/onward-rules.h"

typedef struct
{
  gint64 contact;
  int day;
} Slot;

typedef struct
{
  OnwardPlan *plan;
  const OnwardSlots *outside;
  GHashTable *taken;  /* Slot, of rows in focus */
  GHashTable *filled; /* day → how many rows in focus */
} Placing;

static guint
hash_slot (gconstpointer key)
{
  const Slot *slot = key;

  return g_int64_hash (&slot->contact) * 31 + (guint)slot->day;
}

static gboolean
equal_slots (gconstpointer a, gconstpointer b)
{
  const Slot *first = a, *second = b;

  return first->contact == second->contact && first->day == second->day;
}

static int
count_filled (Placing *placing, int day)
{
  int n = GPOINTER_TO_INT (g_hash_table_lookup (placing->filled, GINT_TO_POINTER (day)));

  return n + (placing->outside ? placing->outside->count_filled (day, placing->outside->data) : 0);
}

static gboolean
is_free (Placing *placing, OnwardRuleId rule, gint64 contact, int day)
{
  const OnwardSettings *settings = &placing->plan->facts->settings;
  Slot slot = { contact, day };

  if ((onward_rule_get (rule)->flags & ONWARD_RULE_FILLS_DAYS)
      && count_filled (placing, day) >= MAX (settings->keep_in_touch_per_day, 1))
    return FALSE;
  if (g_hash_table_contains (placing->taken, &slot))
    return FALSE;
  return !placing->outside || !placing->outside->is_taken (contact, day, placing->outside->data);
}

static void
hold (Placing *placing, OnwardRuleId rule, gint64 contact, int day)
{
  Slot *slot = g_new (Slot, 1);
  gpointer key = GINT_TO_POINTER (day);

  slot->contact = contact;
  slot->day = day;
  g_hash_table_add (placing->taken, slot);
  if (onward_rule_get (rule)->flags & ONWARD_RULE_FILLS_DAYS)
    g_hash_table_insert (placing->filled, key,
                         GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (placing->filled, key)) + 1));
}

/* The quiet period does not know the rows that pass through it. */
static int
leave_quiet (Placing *placing, const OnwardPlannedRow *row, int day)
{
  if (onward_rule_get (row->rule)->flags & ONWARD_RULE_THROUGH_QUIET)
    return day;
  return onward_quiet_day (placing->plan->facts, onward_planned_row_get_company (row), day);
}

/* Whether laws 2 and 8 concern a row: open, to a person, and not where the user put it. */
static gboolean
needs_place (Placing *placing, const OnwardPlannedRow *row)
{
  const OnwardStoredFact *stored = g_hash_table_lookup (placing->plan->facts->stored_by_key, row->key);

  if (!row->focus || !row->contact || row->own_day == ONWARD_NO_DAY || row->ended_at != ONWARD_NO_INSTANT)
    return FALSE;
  return !stored || (!stored->moved && stored->state != ONWARD_STATE_DONE && stored->state != ONWARD_STATE_SKIPPED);
}

/* The day that a row keeps because neither its own day nor its person has changed. */
static int
find_kept_day (Placing *placing, const OnwardPlannedRow *row)
{
  const OnwardFacts *facts = placing->plan->facts;
  const OnwardStoredFact *stored = g_hash_table_lookup (facts->stored_by_key, row->key);
  const OnwardUnopenedFact *unopened = g_hash_table_lookup (facts->unopened_by_key, row->key);

  if (stored)
    {
      if (stored->state != ONWARD_STATE_OPEN || stored->own_day != row->own_day
          || stored->contact_id != row->contact->id || stored->remind_at == ONWARD_NO_WALL)
        return ONWARD_NO_DAY;
      return onward_wall_day (stored->remind_at);
    }
  if (unopened && unopened->own_day == row->own_day && unopened->contact_id == row->contact->id)
    return unopened->day;
  return ONWARD_NO_DAY;
}

static void
put (Placing *placing, OnwardPlannedRow *row, int day)
{
  hold (placing, row->rule, row->contact->id, day);
  onward_planned_row_place (row, &placing->plan->facts->settings.hours, day);
}

/* A kept day gives way only when it breaks a law: after a merge of contacts, a new promise, a smaller number. */
static gboolean
keep_day (Placing *placing, OnwardPlannedRow *row)
{
  int day = find_kept_day (placing, row);

  if (day == ONWARD_NO_DAY || leave_quiet (placing, row, day) != day
      || !is_free (placing, row->rule, row->contact->id, day))
    return FALSE;
  put (placing, row, day);
  return TRUE;
}

static void
find_place (Placing *placing, OnwardPlannedRow *row)
{
  const OnwardHours *hours = &placing->plan->facts->settings.hours;
  int day = row->own_day;

  while (!is_free (placing, row->rule, row->contact->id, day))
    day = leave_quiet (placing, row, onward_hours_working_day (hours, day + 1));
  put (placing, row, day);
}

/**
 * onward_placing_apply:
 * @plan: a plan
 * @slots: (nullable): the days that rows outside the focus hold; %NULL when everything is in focus
 *
 * Sets the times of the day rules in focus. Rows whose own day and person are as stored keep their day. The
 * others are placed one after another, in the order of the table, then of the key: on their own day if it
 * is free for that person, else on the next free working day. Law 5 is never broken by it.
 */
void
onward_placing_apply (OnwardPlan *plan, const OnwardSlots *slots)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (hash_slot, equal_slots, g_free, NULL);
  g_autoptr (GHashTable) filled = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  Placing placing = { plan, slots, taken, filled };

  for (guint i = 0; i < plan->rows->len; i++)
    {
      OnwardPlannedRow *row = plan->rows->pdata[i];

      if (needs_place (&placing, row) && !keep_day (&placing, row))
        g_ptr_array_add (others, row);
    }
  for (guint i = 0; i < others->len; i++)
    find_place (&placing, others->pdata[i]);
}
