/* onward-reconcile-store.c - the playbook at the end of every command */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-reconcile-store.h"

#include "model/onward-follow-up.h"
#include "onward-facts-loader.h"
#include "playbook/onward-reconcile.h"
#include "playbook/onward-rules.h"
#include "playbook/onward-zone.h"

static void
set_wall (char **field, gint64 wall)
{
  char text[ONWARD_WALL_SIZE];

  onward_set_text (field, wall != ONWARD_NO_WALL ? onward_wall_format (wall, text) : NULL);
}

static void
set_day (char **field, int day)
{
  char text[ONWARD_DATE_SIZE];

  onward_set_text (field, day != ONWARD_NO_DAY ? onward_day_format (day, text) : NULL);
}

static void
set_instant (char **field, gint64 instant, GTimeZone *zone)
{
  char text[ONWARD_INSTANT_SIZE];
  gint64 stored;

  if (instant == ONWARD_NO_INSTANT)
    onward_set_text (field, NULL);
  /* The same instant keeps the offset in which it was written. */
  else if (*field == NULL || !onward_instant_parse (*field, &stored) || stored != instant)
    onward_set_text (field, onward_instant_format (instant, onward_zone_offset (zone, instant), text));
}

static void
fill_record (OnwardFollowUp *record, const OnwardPlanChange *change, GTimeZone *zone)
{
  onward_set_text (&record->key, change->key);
  onward_set_text (&record->rule, onward_rule_id (change->rule));
  onward_set_text (&record->title, change->title);
  onward_set_text (&record->why, change->why);
  record->contact = change->contact_id;
  record->opportunity = change->opportunity_id;
  record->interview = change->interview_id;
  record->company = change->company_id;
  set_wall (&record->remind_at, change->remind_at);
  set_wall (&record->due, change->due);
  set_wall (&record->snoozed_until, change->snoozed_until);
  onward_set_text (&record->state, onward_follow_up_state_name (change->state));
  record->moved_by_user = change->moved;
  set_day (&record->own_day, change->own_day);
  set_instant (&record->done_at, change->done_at, zone);
  if (change->channel != ONWARD_CHANNEL_NONE)
    onward_set_text (&record->channel, onward_channel_name (change->channel));
}

static gboolean
write_follow_up (OnwardWriter *writer, const OnwardPlanChange *change, GTimeZone *zone, GError **error)
{
  g_autoptr (OnwardFollowUp) record = NULL;

  if (change->kind == ONWARD_CHANGE_INSERT)
    record = g_object_new (ONWARD_TYPE_FOLLOW_UP, NULL);
  else
    record = onward_writer_load (writer, ONWARD_TYPE_FOLLOW_UP, change->id, error);
  if (record == NULL)
    return FALSE;
  fill_record (record, change, zone);
  return change->kind == ONWARD_CHANGE_INSERT ? onward_writer_insert (writer, record, error)
                                              : onward_writer_update (writer, record, error);
}

static gint64
find_unopened (OnwardConnection *connection, const char *key)
{
  g_autoptr (OnwardStatement) row =
      onward_connection_prepare (connection, "SELECT id FROM unopened WHERE key = ?", NULL);

  if (row == NULL)
    return 0;
  onward_statement_bind_text (row, 1, key);
  return onward_statement_step (row, NULL) ? onward_statement_get_int (row, 0) : 0;
}

static gboolean
write_unopened (OnwardConnection *connection, const OnwardPlanChange *change, GError **error)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      connection,
      "INSERT INTO unopened (key, rule, contact, opportunity, interview, company, day, own_day)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET contact = excluded.contact,"
      " opportunity = excluded.opportunity, interview = excluded.interview, company = excluded.company,"
      " day = excluded.day, own_day = excluded.own_day",
      error);
  char day[ONWARD_DATE_SIZE];
  char own_day[ONWARD_DATE_SIZE];

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_text (statement, 1, change->key);
  onward_statement_bind_text (statement, 2, onward_rule_id (change->rule));
  onward_statement_bind_id (statement, 3, change->contact_id);
  onward_statement_bind_id (statement, 4, change->opportunity_id);
  onward_statement_bind_id (statement, 5, change->interview_id);
  onward_statement_bind_id (statement, 6, change->company_id);
  onward_statement_bind_text (statement, 7, onward_day_format (onward_wall_day (change->remind_at), day));
  onward_statement_bind_text (statement, 8, onward_day_format (change->own_day, own_day));
  return onward_statement_run (statement, error);
}

static gboolean
remember_unopened (OnwardWriter *writer, const OnwardPlanChange *change, GError **error)
{
  OnwardConnection *connection = onward_writer_get_connection (writer);
  gint64 id = find_unopened (connection, change->key);

  if (id != 0)
    onward_writer_note_side (writer, "unopened", id, TRUE);
  if (!write_unopened (connection, change, error))
    return FALSE;
  if (id == 0)
    onward_writer_note_side (writer, "unopened", find_unopened (connection, change->key), FALSE);
  return TRUE;
}

static gboolean
write_change (OnwardWriter *writer, const OnwardPlanChange *change, GTimeZone *zone, GError **error)
{
  switch (change->kind)
    {
    case ONWARD_CHANGE_UNOPENED:
      return change->own_day == ONWARD_NO_DAY || remember_unopened (writer, change, error);
    case ONWARD_CHANGE_FORGET:
      return onward_writer_set_side (writer, "unopened", change->id, NULL, error);
    case ONWARD_CHANGE_INSERT:
    case ONWARD_CHANGE_UPDATE:
    default:
      return write_follow_up (writer, change, zone, error);
    }
}

#define DAYS_AT_ONCE 90

/* The days that rows outside the scope hold, open ones and those that history_days keeps closed. */
typedef struct
{
  OnwardConnection *connection;
  OnwardFacts *facts;
  GHashTable *filled; /* day -> number of rows that count for keep_in_touch_per_day */
  int first_day;      /* of the days that are in it */
  int end_day;
  GError *error;
} Outside;

static gboolean
is_in_focus (Outside *outside, const char *key)
{
  const OnwardStoredFact *stored = g_hash_table_lookup (outside->facts->stored_by_key, key);
  const OnwardUnopenedFact *unopened = g_hash_table_lookup (outside->facts->unopened_by_key, key);

  return (stored != NULL && stored->focus) || (unopened != NULL && unopened->focus);
}

static gboolean
has_flag (const char *rule_id, OnwardRuleFlags flag)
{
  const OnwardRule *rule = onward_rule_get (onward_rule_find (rule_id));

  return rule != NULL && (rule->flags & flag) != 0;
}

static gboolean
is_taken_cb (gint64 contact, int day, gpointer data)
{
  Outside *outside = data;
  char text[ONWARD_DATE_SIZE];
  gboolean taken = FALSE;
  g_autoptr (OnwardStatement) rows =
      onward_connection_prepare (outside->connection,
                                 "SELECT key, rule FROM follow_ups WHERE state = 'open'"
                                 " AND substr (remind_at, 1, 10) = ?1 AND contact = ?2 AND moved_by_user = 0"
                                 " UNION ALL SELECT key, rule FROM unopened WHERE day = ?1 AND contact = ?2",
                                 outside->error == NULL ? &outside->error : NULL);

  if (rows == NULL)
    return FALSE;
  onward_statement_bind_text (rows, 1, onward_day_format (day, text));
  onward_statement_bind_int (rows, 2, contact);
  while (!taken && onward_statement_step (rows, outside->error == NULL ? &outside->error : NULL))
    taken = has_flag (onward_statement_get_text (rows, 1), ONWARD_RULE_BY_DAY)
            && !is_in_focus (outside, onward_statement_get_text (rows, 0));
  return taken;
}

static void
count_row (Outside *outside, int day)
{
  gpointer key = GINT_TO_POINTER (day);

  g_hash_table_insert (outside->filled, key,
                       GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (outside->filled, key)) + 1));
}

/* The open rows are found in an index alone, so by their ids. */
static void
count_open (Outside *outside, OnwardStatement *rows)
{
  while (onward_statement_step (rows, outside->error == NULL ? &outside->error : NULL))
    {
      const OnwardStoredFact *stored = onward_facts_find (outside->facts->stored, onward_statement_get_int (rows, 0));
      int day;

      if ((stored == NULL || !stored->focus) && onward_day_parse (onward_statement_get_text (rows, 1), &day))
        count_row (outside, day);
    }
}

static void
count_unopened (Outside *outside, OnwardStatement *rows)
{
  while (onward_statement_step (rows, outside->error == NULL ? &outside->error : NULL))
    {
      int day;

      if (!is_in_focus (outside, onward_statement_get_text (rows, 0))
          && onward_day_parse (onward_statement_get_text (rows, 1), &day))
        count_row (outside, day);
    }
}

static void
read_rows (Outside *outside, const char *sql, void (*count) (Outside *outside, OnwardStatement *rows))
{
  char first[ONWARD_DATE_SIZE], end[ONWARD_DATE_SIZE];
  g_autoptr (OnwardStatement) rows =
      onward_connection_prepare (outside->connection, sql, outside->error == NULL ? &outside->error : NULL);

  if (rows == NULL)
    return;
  onward_statement_bind_text (rows, 1, onward_day_format (outside->first_day, first));
  onward_statement_bind_text (rows, 2, onward_day_format (outside->end_day, end));
  count (outside, rows);
}

/* Days are asked for one after another, so a quarter of a year is read at once. */
static void
read_filled (Outside *outside, int day)
{
  g_hash_table_remove_all (outside->filled);
  outside->first_day = day;
  outside->end_day = day + DAYS_AT_ONCE;
  read_rows (outside,
             "SELECT id, substr (remind_at, 1, 10) FROM follow_ups WHERE state = 'open' AND rule = 'keep-in-touch'"
             " AND moved_by_user = 0 AND substr (remind_at, 1, 10) >= ? AND substr (remind_at, 1, 10) < ?",
             count_open);
  read_rows (outside, "SELECT key, day FROM unopened WHERE rule = 'keep-in-touch' AND day >= ? AND day < ?",
             count_unopened);
}

static int
count_filled_cb (int day, gpointer data)
{
  Outside *outside = data;

  if (day < outside->first_day || day >= outside->end_day)
    read_filled (outside, day);
  return GPOINTER_TO_INT (g_hash_table_lookup (outside->filled, GINT_TO_POINTER (day)));
}

/* What history_days keeps closed is named, for the report of an import. */
static void
note_not_opened (OnwardWriter *writer, OnwardPlan *plan)
{
  const OnwardFacts *facts = plan->facts;
  gint64 oldest = facts->now_wall - facts->settings.history_days * ONWARD_DAY_MINUTES;

  for (guint i = 0; i < plan->rows->len; i++)
    {
      const OnwardPlannedRow *row = plan->rows->pdata[i];
      g_autoptr (OnwardFollowUp) record = NULL;

      if (!row->focus || row->ended_at != ONWARD_NO_INSTANT || row->due >= oldest
          || g_hash_table_contains (facts->stored_by_key, row->key))
        continue;
      record = g_object_new (ONWARD_TYPE_FOLLOW_UP, NULL);
      onward_set_text (&record->key, row->key);
      onward_set_text (&record->rule, onward_rule_id (row->rule));
      onward_set_text (&record->title, row->title);
      set_wall (&record->remind_at, row->remind_at);
      set_wall (&record->due, row->due);
      onward_writer_add_not_opened (writer, record);
    }
}

static gboolean
write_changes (OnwardWriter *writer, const OnwardReconciliation *result, GTimeZone *zone, GError **error)
{
  for (guint i = 0; i < result->changes->len; i++)
    if (!write_change (writer, &g_array_index (result->changes, OnwardPlanChange, i), zone, error))
      return FALSE;
  return TRUE;
}

static OnwardReconciliation *
reconcile_with_outside (OnwardWriter *writer, OnwardPlan *plan, GError **error)
{
  g_autoptr (GHashTable) filled = g_hash_table_new (NULL, NULL);
  Outside outside = { onward_writer_get_connection (writer), plan->facts, filled };
  OnwardSlots slots = { is_taken_cb, count_filled_cb, &outside };
  g_autoptr (OnwardReconciliation) result = onward_reconcile_plan (plan, &slots);

  if (outside.error == NULL)
    return g_steal_pointer (&result);
  g_propagate_error (error, outside.error);
  return NULL;
}

/* The steps of one reconcile; each stands on those before it. */
typedef struct
{
  OnwardFacts *facts;
  OnwardPlan *plan;
  OnwardReconciliation *result;
} Planning;

static void
clear_planning (Planning *planning)
{
  g_clear_pointer (&planning->result, onward_reconciliation_free);
  g_clear_pointer (&planning->plan, onward_plan_free);
  g_clear_pointer (&planning->facts, onward_facts_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Planning, clear_planning)

static gboolean
plan_scope (Planning *planning, OnwardWriter *writer, OnwardScope scope, GError **error)
{
  clear_planning (planning);
  planning->facts = onward_facts_load (writer, scope, error);
  if (planning->facts == NULL)
    return FALSE;
  planning->plan = onward_plan_new (planning->facts);
  planning->result = scope == ONWARD_SCOPE_ALL ? onward_reconcile_plan (planning->plan, NULL)
                                               : reconcile_with_outside (writer, planning->plan, error);
  return planning->result != NULL;
}

/*
 * A document may hold a row without saying what it is about, so that its key alone tells. Such rows of what is planned
 * join the scope; whether there are any is in @found.
 */
static gboolean
find_unlinked (OnwardWriter *writer, const OnwardReconciliation *result, gboolean *found, GError **error)
{
  for (guint i = 0; i < result->changes->len; i++)
    {
      const OnwardPlanChange *change = &g_array_index (result->changes, OnwardPlanChange, i);
      OnwardConnection *connection = onward_writer_get_connection (writer);
      g_autoptr (OnwardStatement) statement = NULL;

      if (change->kind != ONWARD_CHANGE_INSERT && change->kind != ONWARD_CHANGE_UNOPENED)
        continue;
      statement = onward_connection_prepare (
          connection, "INSERT OR IGNORE INTO temp.load_follow_ups SELECT id FROM follow_ups WHERE key = ?", error);
      if (statement == NULL)
        return FALSE;
      onward_statement_bind_text (statement, 1, change->key);
      if (!onward_statement_run (statement, error))
        return FALSE;
      *found |= sqlite3_changes (onward_connection_get_handle (connection)) > 0;
    }
  return TRUE;
}

/**
 * onward_reconcile:
 * @writer: the writer, at the end of a command
 * @error: return location
 *
 * Plans the follow-ups of what the command and the passing of time have changed, and writes what is different
 * (playbook.md, "Reconcile"). In the command's transaction; running it twice changes nothing.
 *
 * Returns: whether the follow-ups are what the facts ask for
 */
gboolean
onward_reconcile (OnwardWriter *writer, GError **error)
{
  g_auto (Planning) planning = { NULL };
  gboolean found = FALSE;
  OnwardScope scope;

  if (!onward_facts_scope_find (writer, &scope, error))
    return FALSE;
  if (scope == ONWARD_SCOPE_NOTHING)
    return TRUE;
  if (!plan_scope (&planning, writer, scope, error))
    return FALSE;
  if (scope == ONWARD_SCOPE_SOME && !find_unlinked (writer, planning.result, &found, error))
    return FALSE;
  if (found && !plan_scope (&planning, writer, scope, error))
    return FALSE;
  if (!write_changes (writer, planning.result, planning.facts->zone, error))
    return FALSE;
  if (onward_writer_asks_for_not_opened (writer))
    note_not_opened (writer, planning.plan);
  return onward_facts_scope_remember (writer, scope, error);
}
