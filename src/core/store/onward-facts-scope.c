/* onward-facts-scope.c - what a command concerns: whose follow-ups are planned anew, and what that depends on */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-facts-scope.h"

#include "model/onward-collections.h"
#include "onward-facts-seeds.h"
#include "onward-facts-steps.h"
#include "playbook/onward-rules.h"
#include "playbook/onward-zone.h"

/* The first ones are those of OnwardScopeSet. */
static const char *const sets[] = {
  "changed_interviews",
  "changed_touches",
  "changed_follow_ups",
  "quiet_opportunities",
  "whole_contacts",
  "focus_opportunities",
  "focus_interviews",
  "focus_contacts",
  "focus_companies",
  "people",
  "speakers",
  "load_interviews",
  "load_contacts",
  "load_companies",
  "load_touches",
  "load_follow_ups",
  "introduced",
  "asked",
  "met",
  "seen_opportunities",
  "seen_interviews",
  "told_opportunities",
};

static gboolean
run_all (OnwardConnection *connection, const char *const *statements, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, statements[i], error);

      if (statement == NULL || !onward_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
create_sets (OnwardConnection *connection, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("CREATE TEMP TABLE rule_kinds (kind TEXT PRIMARY KEY) WITHOUT ROWID;"
                                          "CREATE TEMP TABLE shared_kinds (kind TEXT PRIMARY KEY) WITHOUT ROWID;");

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    g_string_append_printf (sql, "CREATE TEMP TABLE %s (id INT NOT NULL PRIMARY KEY) WITHOUT ROWID;", sets[i]);
  for (int i = 0; i < ONWARD_N_RULES; i++)
    g_string_append_printf (sql, "INSERT INTO temp.rule_kinds VALUES ('%s');", onward_rule_id (i));
  g_string_append (sql, "INSERT INTO temp.shared_kinds SELECT kind FROM temp.rule_kinds"
                        " WHERE kind NOT IN (" ONWARD_RULES_OF_A_CONTACT ");");
  return onward_connection_execute (connection, sql->str, error);
}

/* The tables last as long as the connection, or until the transaction that made them is rolled back. */
static gboolean
clear_sets (OnwardConnection *connection, GError **error)
{
  if (onward_connection_read_int (connection, "SELECT EXISTS (SELECT 1 FROM temp.sqlite_schema)", 0) == 0)
    return create_sets (connection, error);
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM temp.%s", sets[i]);

      if (!run_all (connection, (const char *const[]){ sql }, 1, error))
        return FALSE;
    }
  return TRUE;
}

static char *
read_meta (OnwardConnection *connection, const char *name)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (connection, "SELECT value FROM meta WHERE name = ?", NULL);

  if (statement == NULL)
    return NULL;
  onward_statement_bind_text (statement, 1, name);
  return onward_statement_step (statement, NULL) ? g_strdup (onward_statement_get_text (statement, 0)) : NULL;
}

static gboolean
run_between (OnwardConnection *connection, const char *sql, gint64 after, gint64 until, GError **error)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, after);
  onward_statement_bind_int (statement, 2, until);
  return onward_statement_run (statement, error);
}

/* Time alters facts too: interviews that began or ended since the last look, and searches that ended. */
static gboolean
add_passed (OnwardConnection *connection, gint64 since, const OnwardNow *now, GError **error)
{
  g_autoptr (GTimeZone) zone = onward_zone_find (now->zone);
  char first[ONWARD_DATE_SIZE], last[ONWARD_DATE_SIZE];
  g_autoptr (OnwardStatement) searches = onward_connection_prepare (
      connection,
      "INSERT OR IGNORE INTO temp.quiet_opportunities SELECT o.id FROM searches s CROSS JOIN "
      "opportunities o ON o.search = s.id"
      " WHERE s.ended_on > ? AND s.ended_on <= ?",
      error);

  if (searches == NULL)
    return FALSE;
  onward_statement_bind_text (searches, 1, onward_day_format (onward_zone_day (zone, since), first));
  onward_statement_bind_text (searches, 2, onward_day_format (onward_zone_day (zone, now->unix_time), last));
  return onward_statement_run (searches, error)
         && run_between (connection,
                         "INSERT OR IGNORE INTO temp.changed_interviews SELECT id FROM interviews WHERE ends_unix > ? "
                         "AND ends_unix <= ?",
                         since, now->unix_time, error)
         && run_between (connection,
                         "INSERT OR IGNORE INTO temp.changed_interviews SELECT id FROM interviews WHERE starts_unix > "
                         "? AND starts_unix <= ?",
                         since, now->unix_time, error);
}

/* Whether nothing was written that counts, and nothing has passed: the sets of OnwardScopeSet are all empty. */
static gboolean
is_empty (OnwardConnection *connection)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");

  for (guint i = 0; i <= ONWARD_SET_FOCUS_COMPANIES; i++)
    g_string_append_printf (sql, "%sEXISTS (SELECT 1 FROM temp.%s)", i > 0 ? " OR " : "", sets[i]);
  return onward_connection_read_int (connection, sql->str, 1) == 0;
}

static gboolean
must_see_all (OnwardWriter *writer, const char *since, const char *zone, const char *version)
{
  const OnwardNow *now = onward_writer_get_now (writer);

  return onward_writer_get_reconcile_all (writer) || onward_writer_has_changed_members (writer) || since == NULL
         || g_strcmp0 (zone, now->zone) != 0 || g_strcmp0 (version, ONWARD_VERSION) != 0
         || g_ascii_strtoll (since, NULL, 10) > now->unix_time;
}

static gint64
count_focus (OnwardConnection *connection)
{
  return onward_connection_read_int (connection,
                                     "SELECT (SELECT count (*) FROM temp.focus_opportunities)"
                                     " + (SELECT count (*) FROM temp.focus_interviews)",
                                     0);
}

static gboolean
follow_touches (OnwardConnection *connection, GError **error)
{
  gint64 n, before = count_focus (connection);

  for (;;)
    {
      if (!run_all (connection, following, G_N_ELEMENTS (following), error))
        return FALSE;
      n = count_focus (connection);
      if (n == before)
        return TRUE;
      before = n;
    }
}

/* Where a command begins: at the rows it wrote, and at what time has changed. */
static gboolean
add_seeds (OnwardWriter *writer, const char *since, gboolean *all, GError **error)
{
  OnwardConnection *connection = onward_writer_get_connection (writer);
  g_autoptr (GPtrArray) images = onward_writer_get_images (writer);

  return onward_facts_seeds_add (writer, images, all, error)
         && add_passed (connection, g_ascii_strtoll (since, NULL, 10), onward_writer_get_now (writer), error);
}

/**
 * onward_facts_scope_find:
 * @writer: the writer, at the end of a command
 * @scope: (out): how much is to be planned anew
 * @error: return location
 *
 * Fills the temporary tables with what the command has written, what time has changed since the last look, and what
 * depends on both. Everything, after the settings, the zone, the clock or the program were changed.
 *
 * Returns: whether it is known
 */
gboolean
onward_facts_scope_find (OnwardWriter *writer, OnwardScope *scope, GError **error)
{
  OnwardConnection *connection = onward_writer_get_connection (writer);
  g_autofree char *since = read_meta (connection, "reconciled_at");
  g_autofree char *zone = read_meta (connection, "reconciled_zone");
  g_autofree char *version = read_meta (connection, "reconciled_version");
  gboolean all = must_see_all (writer, since, zone, version);

  if (!clear_sets (connection, error) || (!all && !add_seeds (writer, since, &all, error)))
    return FALSE;
  if (all)
    {
      *scope = ONWARD_SCOPE_ALL;
      return run_all (connection, loading_all, G_N_ELEMENTS (loading_all), error);
    }
  if (is_empty (connection))
    {
      *scope = ONWARD_SCOPE_NOTHING;
      return TRUE;
    }
  *scope = ONWARD_SCOPE_SOME;
  return run_all (connection, widening, G_N_ELEMENTS (widening), error) && follow_touches (connection, error)
         && run_all (connection, loading, G_N_ELEMENTS (loading), error);
}

/**
 * onward_facts_scope_remember:
 * @writer: the writer, after the follow-ups were written
 * @scope: what was planned anew
 * @error: return location
 *
 * Notes up to which moment time has been taken into account. A look that found nothing is not noted: the next one
 * finds the same in no time, and reading alone writes nothing.
 *
 * Returns: whether it is noted
 */
gboolean
onward_facts_scope_remember (OnwardWriter *writer, OnwardScope scope, GError **error)
{
  const OnwardNow *now = onward_writer_get_now (writer);
  g_autofree char *moment = g_strdup_printf ("%" G_GINT64_FORMAT, now->unix_time);

  if (scope == ONWARD_SCOPE_NOTHING)
    return TRUE;
  return onward_writer_set_meta (writer, "reconciled_at", moment, error)
         && onward_writer_set_meta (writer, "reconciled_zone", now->zone, error)
         && onward_writer_set_meta (writer, "reconciled_version", ONWARD_VERSION, error);
}

/**
 * onward_facts_scope_add:
 * @connection: the writer's connection, while a scope is being found
 * @set: where
 * @id: a row
 * @error: return location
 *
 * Returns: whether it was added
 */
gboolean
onward_facts_scope_add (OnwardConnection *connection, OnwardScopeSet set, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("INSERT OR IGNORE INTO temp.%s VALUES (?)", sets[set]);
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, id);
  return onward_statement_run (statement, error);
}
