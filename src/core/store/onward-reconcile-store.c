/* onward-reconcile-store.c - the playbook at the end of every command */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-reconcile-store.h"

#include "model/onward-follow-up.h"
#include "onward-facts-loader.h"
#include "playbook/onward-reconcile.h"
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
fill_record (OnwardFollowUp *record, const OnwardFollowUpChange *change, GTimeZone *zone)
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
write_follow_up (OnwardWriter *writer, const OnwardFollowUpChange *change, GTimeZone *zone, GError **error)
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

static gboolean
remember_unopened (OnwardConnection *connection, const OnwardFollowUpChange *change, GError **error)
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
forget_unopened (OnwardConnection *connection, gint64 id, GError **error)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (connection, "DELETE FROM unopened WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, id);
  return onward_statement_run (statement, error);
}

static gboolean
write_change (OnwardWriter *writer, const OnwardFollowUpChange *change, GTimeZone *zone, GError **error)
{
  switch (change->kind)
    {
    case ONWARD_CHANGE_UNOPENED:
      return change->own_day == ONWARD_NO_DAY
             || remember_unopened (onward_writer_get_connection (writer), change, error);
    case ONWARD_CHANGE_FORGET:
      return forget_unopened (onward_writer_get_connection (writer), change->id, error);
    case ONWARD_CHANGE_INSERT:
    case ONWARD_CHANGE_UPDATE:
    default:
      return write_follow_up (writer, change, zone, error);
    }
}

/* The days that open rows outside the scope hold. */
typedef struct
{
  OnwardConnection *connection;
  OnwardFacts *facts;
} Outside;

static gboolean
has_row (OnwardStatement *statement, gint64 contact, int day)
{
  char text[ONWARD_DATE_SIZE];

  onward_statement_bind_text (statement, 1, onward_day_format (day, text));
  onward_statement_bind_int (statement, 2, contact);
  return onward_statement_step (statement, NULL);
}

static gboolean
is_taken_cb (gint64 contact, int day, gpointer data)
{
  Outside *outside = data;
  g_autoptr (OnwardStatement) open = onward_connection_prepare (
      outside->connection,
      "SELECT 1 FROM follow_ups WHERE state = 'open' AND substr (remind_at, 1, 10) = ?1 AND contact = ?2"
      " AND moved_by_user = 0 AND own_day IS NOT NULL AND id NOT IN (SELECT id FROM focus_follow_ups) LIMIT 1",
      NULL);
  g_autoptr (OnwardStatement) unopened = onward_connection_prepare (
      outside->connection,
      "SELECT 1 FROM unopened WHERE day = ?1 AND contact = ?2 AND id NOT IN (SELECT id FROM focus_unopened) LIMIT 1",
      NULL);

  return (open != NULL && has_row (open, contact, day)) || (unopened != NULL && has_row (unopened, contact, day));
}

static int
count_filled_cb (int day, gpointer data)
{
  Outside *outside = data;
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      outside->connection,
      "SELECT (SELECT count (*) FROM follow_ups WHERE state = 'open' AND substr (remind_at, 1, 10) = ?1"
      " AND rule = 'keep-in-touch' AND moved_by_user = 0 AND id NOT IN (SELECT id FROM focus_follow_ups))"
      " + (SELECT count (*) FROM unopened WHERE day = ?1 AND rule = 'keep-in-touch'"
      " AND id NOT IN (SELECT id FROM focus_unopened))",
      NULL);
  char text[ONWARD_DATE_SIZE];

  if (statement == NULL)
    return 0;
  onward_statement_bind_text (statement, 1, onward_day_format (day, text));
  return onward_statement_step (statement, NULL) ? (int)onward_statement_get_int (statement, 0) : 0;
}

static gboolean
add_focus_id (OnwardConnection *connection, const char *sql, gint64 id, GError **error)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, id);
  return onward_statement_run (statement, error);
}

/* The rows in focus, so that the queries above leave them out. */
static gboolean
mark_focus (Outside *outside, GError **error)
{
  if (!onward_connection_execute (outside->connection,
                                  "CREATE TEMP TABLE IF NOT EXISTS focus_follow_ups (id INTEGER PRIMARY KEY);"
                                  "CREATE TEMP TABLE IF NOT EXISTS focus_unopened (id INTEGER PRIMARY KEY);"
                                  "DELETE FROM temp.focus_follow_ups WHERE 1; DELETE FROM temp.focus_unopened WHERE 1;",
                                  error))
    return FALSE;
  for (guint i = 0; i < outside->facts->stored->len; i++)
    {
      const OnwardStoredFact *row = &g_array_index (outside->facts->stored, OnwardStoredFact, i);

      if (row->focus
          && !add_focus_id (outside->connection, "INSERT INTO temp.focus_follow_ups (id) VALUES (?)", row->id, error))
        return FALSE;
    }
  for (guint i = 0; i < outside->facts->unopened->len; i++)
    {
      const OnwardUnopenedFact *row = &g_array_index (outside->facts->unopened, OnwardUnopenedFact, i);

      if (row->focus
          && !add_focus_id (outside->connection, "INSERT INTO temp.focus_unopened (id) VALUES (?)", row->id, error))
        return FALSE;
    }
  return TRUE;
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
  Outside outside = { onward_writer_get_connection (writer), NULL };
  OnwardSlots slots = { is_taken_cb, count_filled_cb, &outside };
  g_autoptr (OnwardFacts) facts = NULL;
  g_autoptr (OnwardPlan) plan = NULL;
  g_autoptr (OnwardReconciliation) result = NULL;
  OnwardScope scope;

  if (!onward_facts_scope_find (writer, &scope, error))
    return FALSE;
  if (scope == ONWARD_SCOPE_NOTHING)
    return TRUE;
  facts = onward_facts_load (writer, scope, error);
  if (facts == NULL)
    return FALSE;
  outside.facts = facts;
  if (scope == ONWARD_SCOPE_SOME && !mark_focus (&outside, error))
    return FALSE;
  plan = onward_plan_new (facts);
  result = onward_reconcile_plan (plan, scope == ONWARD_SCOPE_SOME ? &slots : NULL);
  for (guint i = 0; i < result->changes->len; i++)
    if (!write_change (writer, &g_array_index (result->changes, OnwardFollowUpChange, i), facts->zone, error))
      return FALSE;
  note_not_opened (writer, plan);
  return onward_facts_scope_remember (writer, scope, error);
}
