/* onward-check.c - whether a database is whole, and whether its data keeps its own laws */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-check.h"

#include "model/onward-collections.h"
#include "playbook/onward-wall.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* As many problems of one kind are told one by one. */
#define MOST_TOLD 20

static const char *const search_tables[] = { "contact_search", "company_search", "opportunity_search" };

/* Each gives the names of follow-ups or records that break a law, and says which. */
static const struct
{
  const char *law;
  const char *sql;
} laws[] = {
  { N_ ("%s: an open follow-up without key, reminder or due time"),
    "SELECT coalesce (key, uuid) FROM follow_ups "
    "WHERE state = 'open' AND (key IS NULL OR remind_at IS NULL OR due IS NULL)" },
  { N_ ("%s: late before it comes up"), "SELECT key FROM follow_ups WHERE state = 'open' AND remind_at > due" },
  { N_ ("%s: done or skipped without a time"),
    "SELECT key FROM follow_ups WHERE state IN ('done', 'skipped') AND done_at IS NULL" },
  { N_ ("%s: owed to somebody who is not to be contacted"),
    "SELECT f.key FROM follow_ups f JOIN contacts c ON c.id = f.contact "
    "WHERE f.state = 'open' AND f.rule IS NOT 'manual' AND c.do_not_contact" },
  { N_ ("%s: about something that does not exist"),
    "WITH subjects AS (SELECT key, substr (key, instr (key, ':') + 1) || ':' AS rest FROM follow_ups "
    "                  WHERE state = 'open' AND rule IS NOT 'manual') "
    "SELECT key FROM (SELECT key, substr (rest, 1, instr (rest, ':') - 1) AS subject FROM subjects) "
    "WHERE subject NOT IN (SELECT lower (uuid) FROM interviews UNION ALL SELECT lower (uuid) FROM opportunities "
    "  UNION ALL SELECT lower (uuid) FROM contacts UNION ALL SELECT lower (uuid) FROM companies "
    "  UNION ALL SELECT lower (uuid) FROM introductions UNION ALL SELECT lower (uuid) FROM feedback)" },
  { N_ ("%s: an interview that ends before it starts"), "SELECT uuid FROM interviews WHERE ends_unix < starts_unix" },
  { N_ ("%s: an outcome without a day"),
    "SELECT uuid FROM opportunities WHERE outcome_kind IS NOT NULL AND outcome_on IS NULL" },
};

static void
free_problem (OnwardProblem *problem)
{
  g_free (problem->text);
  g_free (problem);
}

/**
 * onward_check_new:
 * @repair: whether to mend what can be mended without loss
 *
 * Returns: (transfer full): the data of onward_check_run()
 */
OnwardCheck *
onward_check_new (gboolean repair)
{
  OnwardCheck *check = g_new0 (OnwardCheck, 1);

  check->repair = repair;
  check->problems = g_ptr_array_new_with_free_func ((GDestroyNotify)free_problem);
  return check;
}

void
onward_check_free (OnwardCheck *check)
{
  g_ptr_array_unref (check->problems);
  g_free (check);
}

static void
add_problem (GPtrArray *problems, const char *name, char *text)
{
  OnwardProblem *problem = g_new0 (OnwardProblem, 1);

  problem->check = name;
  problem->text = text;
  g_ptr_array_add (problems, problem);
}

/* Since SQLite 3.44 PRAGMA integrity_check looks into the search too: a damage that is made good belongs to
 * check_search(), which finds it with every SQLite. */
static gboolean
tells_of_search (const char *text)
{
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (search_tables) && !found; i++)
    {
      g_autofree char *name = g_strdup_printf ("FTS5 table main.%s", search_tables[i]);

      found = strstr (text, name) != NULL;
    }
  return found;
}

/* PRAGMA integrity_check says "ok", or one problem a row. */
static gboolean
check_integrity (OnwardConnection *connection, GPtrArray *problems, GError **error)
{
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (connection, "PRAGMA integrity_check (20)", error);
  GError *failure = NULL;

  if (rows == NULL)
    return FALSE;
  while (onward_statement_step (rows, &failure))
    {
      const char *text = onward_statement_get_text (rows, 0);

      if (strcmp (text, "ok") != 0 && !tells_of_search (text))
        add_problem (problems, "integrity", g_strdup (text));
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
check_references (OnwardConnection *connection, GPtrArray *problems, GError **error)
{
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (connection, "PRAGMA foreign_key_check", error);
  GError *failure = NULL;

  if (rows == NULL)
    return FALSE;
  while (onward_statement_step (rows, &failure))
    add_problem (problems, "references",
                 g_strdup_printf (_ ("%s, row %" PRId64 ": names a row of %s that does not exist"),
                                  onward_statement_get_text (rows, 0), onward_statement_get_int (rows, 1),
                                  onward_statement_get_text (rows, 2)));
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* The index against the text it keeps (the plain form of the command passes on a corrupt one), and that text against
 * the records. */
static void
check_search (OnwardConnection *connection, GPtrArray *problems)
{
  static const char *const drift[] = {
    "SELECT count (*) FROM contacts c LEFT JOIN contact_search s ON s.rowid = c.id "
    "WHERE s.rowid IS NULL OR s.name IS NOT onward_fold (c.name)",
    "SELECT count (*) FROM companies c LEFT JOIN company_search s ON s.rowid = c.id "
    "WHERE s.rowid IS NULL OR s.name IS NOT onward_fold (c.name)",
    "SELECT count (*) FROM opportunities o LEFT JOIN opportunity_search s ON s.rowid = o.id "
    "WHERE s.rowid IS NULL OR s.title IS NOT onward_fold (o.title)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (search_tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (%s, rank) VALUES ('integrity-check', 1)",
                                              search_tables[i], search_tables[i]);
      g_autoptr (GError) failure = NULL;
      gint64 n = onward_connection_read_int (connection, drift[i], -1);

      if (!onward_connection_execute (connection, sql, &failure))
        add_problem (problems, "search", g_strdup_printf ("%s: %s", search_tables[i], failure->message));
      else if (n != 0)
        add_problem (problems, "search",
                     g_strdup_printf (_ ("%s: does not hold what the records say"), search_tables[i]));
    }
}

static gboolean
is_well_formed (OnwardFieldType type, const char *text)
{
  gint64 number;
  int day;

  switch (type)
    {
    case ONWARD_FIELD_DATE:
      return onward_day_parse (text, &day);
    case ONWARD_FIELD_WALL:
      return onward_wall_parse (text, &number);
    case ONWARD_FIELD_MOMENT:
      return onward_day_parse (text, &day) || onward_wall_parse (text, &number);
    case ONWARD_FIELD_INSTANT:
      return onward_instant_parse (text, &number);
    default:
      return TRUE;
    }
}

/* Every text of the field is a time, or one of its words. */
static gboolean
check_field (OnwardConnection *connection, const OnwardTable *table, const OnwardField *field, GPtrArray *problems,
             GError **error)
{
  g_autofree char *column = onward_field_get_column (field);
  g_autofree char *sql =
      g_strdup_printf ("SELECT id, \"%s\" FROM %s WHERE \"%s\" IS NOT NULL", column, table->name, column);
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (connection, sql, error);
  g_auto (GStrv) words = field->type == ONWARD_FIELD_CHOICE ? g_strsplit (field->detail, "|", -1) : NULL;
  GError *failure = NULL;
  guint told = 0;

  if (rows == NULL)
    return FALSE;
  while (told < MOST_TOLD && onward_statement_step (rows, &failure))
    {
      const char *text = onward_statement_get_text (rows, 1);

      if (words != NULL ? g_strv_contains ((const char *const *)words, text) : is_well_formed (field->type, text))
        continue;
      add_problem (problems, "laws",
                   g_strdup_printf (_ ("%s, row %" PRId64 ": “%s” is no value for %s"), table->name,
                                    onward_statement_get_int (rows, 0), text, field->path));
      told++;
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
check_values (OnwardConnection *connection, GPtrArray *problems, GError **error)
{
  guint n;
  const GType *types = onward_collections_get_types (&n);

  for (guint i = 0; i < n; i++)
    {
      const OnwardTable *table = onward_record_type_get_table (types[i]);

      for (guint j = 0; j < table->n_fields; j++)
        {
          OnwardFieldType type = table->fields[j].type;

          if ((type == ONWARD_FIELD_CHOICE || type == ONWARD_FIELD_DATE || type == ONWARD_FIELD_WALL
               || type == ONWARD_FIELD_MOMENT || type == ONWARD_FIELD_INSTANT)
              && !check_field (connection, table, &table->fields[j], problems, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_laws (OnwardConnection *connection, GPtrArray *problems, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (laws); i++)
    {
      g_autoptr (OnwardStatement) rows = onward_connection_prepare (connection, laws[i].sql, error);
      GError *failure = NULL;
      guint told = 0;

      if (rows == NULL)
        return FALSE;
      while (told++ < MOST_TOLD && onward_statement_step (rows, &failure))
        {
          const char *name = onward_statement_get_text (rows, 0);
          g_auto (GStrv) parts = g_strsplit (_ (laws[i].law), "%s", 2);

          add_problem (problems, "laws", g_strjoinv (name, parts));
        }
      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
    }
  return check_values (connection, problems, error);
}

static gboolean
collect_problems (OnwardConnection *connection, GPtrArray *problems, GError **error)
{
  if (!check_integrity (connection, problems, error) || !check_references (connection, problems, error))
    return FALSE;
  check_search (connection, problems);
  return check_laws (connection, problems, error);
}

/* Indexes and search are made anew from the records; follow-ups that no law allows are closed or put right, and the
 * playbook plans again what is missing. References that lead nowhere are left for a person to look at. */
static gboolean
mend (OnwardConnection *connection, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (search_tables); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("INSERT INTO %s (%s) VALUES ('rebuild')", search_tables[i], search_tables[i]);

      if (!onward_connection_execute (connection, sql, error))
        return FALSE;
    }
  return onward_connection_execute (
      connection,
      "REINDEX;"
      "DELETE FROM contact_search WHERE rowid NOT IN (SELECT id FROM contacts);"
      "DELETE FROM company_search WHERE rowid NOT IN (SELECT id FROM companies);"
      "DELETE FROM opportunity_search WHERE rowid NOT IN (SELECT id FROM opportunities);"
      "INSERT INTO contact_search (rowid) SELECT id FROM contacts WHERE id NOT IN (SELECT rowid FROM contact_search);"
      "INSERT INTO company_search (rowid) SELECT id FROM companies WHERE id NOT IN (SELECT rowid FROM company_search);"
      "INSERT INTO opportunity_search (rowid) "
      "  SELECT id FROM opportunities WHERE id NOT IN (SELECT rowid FROM opportunity_search);"
      /* The triggers of the search fill in the rest. */
      "UPDATE contacts SET name = name WHERE 1;"
      "UPDATE companies SET name = name WHERE 1;"
      "UPDATE opportunities SET title = title WHERE 1;"
      "UPDATE follow_ups SET due = remind_at WHERE state = 'open' AND remind_at > due;"
      "UPDATE follow_ups SET state = 'cancelled' WHERE state = 'open' AND rule IS NOT 'manual' AND contact IN "
      "  (SELECT id FROM contacts WHERE do_not_contact);",
      error);
}

/**
 * onward_check_run:
 * @writer: the writer
 * @check: an #OnwardCheck
 * @error: return location
 *
 * A command: looks at the file, its references, its search and the laws of the data. Writes nothing unless it is to
 * repair; then `problems` holds what is left.
 *
 * Returns: whether everything could be looked at
 */
gboolean
onward_check_run (OnwardWriter *writer, gpointer check, GError **error)
{
  OnwardCheck *self = check;
  OnwardConnection *connection = onward_writer_get_connection (writer);
  guint found;

  if (!collect_problems (connection, self->problems, error))
    return FALSE;
  found = self->problems->len;
  if (!self->repair || found == 0)
    {
      onward_writer_set_dry_run (writer);
      return TRUE;
    }
  if (!mend (connection, error))
    return FALSE;
  g_ptr_array_set_size (self->problems, 0);
  onward_writer_set_reconcile_all (writer);
  if (!collect_problems (connection, self->problems, error))
    return FALSE;
  self->repaired = found - MIN (found, self->problems->len);
  return TRUE;
}
