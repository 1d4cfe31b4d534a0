/* onward-search-fill.c - many changed rows given to the search at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-search-fill.h"

/* What a connection keeps of the file by itself, and while it writes thousands of rows all over it. */
#define FEW_PAGES  "PRAGMA cache_size = -2000; PRAGMA shrink_memory"
#define MANY_PAGES "PRAGMA cache_size = -32000"

/* The search table `x` of a table is fed from the view `x_texts`, which has its columns after the id. */
static const struct
{
  const char *name;
  const char *search;
} tables[ONWARD_SEARCH_N_TABLES] = {
  { "contacts", "contact_search" },
  { "companies", "company_search" },
  { "opportunities", "opportunity_search" },
};

/* Instead of the schema's triggers: of the rows that there were it is only noted which of them changed. */
static void
append_noting (GString *begin, GString *end, const char *table, gint64 last_id)
{
  static const char *const events[][2] = { { "INSERT", "new" }, { "UPDATE", "new" }, { "DELETE", "old" } };

  g_string_append_printf (begin, "CREATE TEMP TABLE changed_%s (id INTEGER PRIMARY KEY);\n", table);
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_string_append_printf (begin,
                              "CREATE TEMP TRIGGER noted_%s_%s AFTER %s ON main.%s WHEN %s.id <= %" G_GINT64_FORMAT
                              " BEGIN INSERT INTO changed_%s VALUES (%s.id) ON CONFLICT (id) DO NOTHING; END;\n",
                              table, events[i][0], events[i][0], table, events[i][1], last_id, table, events[i][1]);
      g_string_append_printf (end, "DROP TRIGGER temp.noted_%s_%s;\n", table, events[i][0]);
    }
  g_string_append_printf (end, "DROP TABLE temp.changed_%s;\n", table);
}

/* The name of a company is found through its people and opportunities too. */
static void
append_noting_of_names (GString *begin, GString *end)
{
  static const char *const events[][2] = { { "new", "INSERT" }, { "changed", "UPDATE OF name" } };

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_string_append_printf (begin,
                              "CREATE TEMP TRIGGER noted_%s_names AFTER %s ON main.companies BEGIN "
                              "INSERT INTO changed_contacts SELECT id FROM contacts WHERE company = new.id "
                              "ON CONFLICT (id) DO NOTHING; "
                              "INSERT INTO changed_opportunities SELECT id FROM opportunities WHERE company = new.id "
                              "ON CONFLICT (id) DO NOTHING; END;\n",
                              events[i][0], events[i][1]);
      g_string_append_printf (end, "DROP TRIGGER temp.noted_%s_names;\n", events[i][0]);
    }
}

/* What takes the schema's triggers away, and what puts them back as they were. */
static gboolean
read_triggers (OnwardConnection *connection, GString *drop, GString *create, GError **error)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (connection,
                                 "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name IN "
                                 "('contact_search_insert', 'contact_search_update', 'contact_search_delete', "
                                 "'company_search_insert', 'company_search_update', 'company_search_delete', "
                                 "'opportunity_search_insert', 'opportunity_search_update', "
                                 "'opportunity_search_delete', 'company_name_insert', 'company_name_update')",
                                 error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  while (onward_statement_step (statement, &failure))
    {
      g_string_append_printf (drop, "DROP TRIGGER %s;\n", onward_statement_get_text (statement, 0));
      g_string_append_printf (create, "%s;\n", onward_statement_get_text (statement, 1));
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/**
 * onward_search_fill_defer:
 * @self: zeroed at the start of the transaction
 * @connection: the writer's connection, in a transaction
 * @error: return location
 *
 * Takes the triggers that feed the search out of the schema, until onward_search_fill_finish() in the same transaction
 * puts them back; a rollback does too. Row by row they cost several times as much: at the end of each statement FTS5
 * writes its index.
 *
 * Returns: whether it is so
 */
gboolean
onward_search_fill_defer (OnwardSearchFill *self, OnwardConnection *connection, GError **error)
{
  g_autoptr (GString) replace = g_string_new (NULL);
  g_autoptr (GString) create = g_string_new (NULL);

  if (self->triggers != NULL)
    return TRUE;
  if (!read_triggers (connection, replace, create, error))
    return FALSE;
  for (guint i = 0; i < ONWARD_SEARCH_N_TABLES; i++)
    {
      g_autofree char *last = g_strdup_printf ("SELECT max (id) FROM %s", tables[i].name);

      self->last_ids[i] = onward_connection_read_int (connection, last, 0);
      append_noting (replace, create, tables[i].name, self->last_ids[i]);
    }
  append_noting_of_names (replace, create);
  g_string_append (replace, MANY_PAGES);
  if (!onward_connection_execute (connection, replace->str, error))
    return FALSE;
  self->connection = connection;
  self->triggers = g_strdup (create->str);
  return TRUE;
}

/* `INSERT … SELECT …` for the rows that follow. */
static char *
start_insert (OnwardConnection *connection, const char *search, GError **error)
{
  g_autoptr (OnwardStatement) columns =
      onward_connection_prepare (connection, "SELECT group_concat (name, ', ') FROM pragma_table_info (?)", error);

  if (columns == NULL)
    return NULL;
  onward_statement_bind_text (columns, 1, search);
  if (!onward_statement_step (columns, error))
    return NULL;
  return g_strdup_printf ("INSERT INTO %s (rowid, %s) SELECT * FROM %s_texts WHERE id", search,
                          onward_statement_get_text (columns, 0), search);
}

/* All rows of one statement become one piece of the index. */
static gboolean
fill_table (OnwardConnection *connection, const char *table, const char *search, gint64 last_id, GError **error)
{
  g_autofree char *insert = start_insert (connection, search, error);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM temp.changed_%s WHERE id > %" G_GINT64_FORMAT ";\n"
                                          "%s > %" G_GINT64_FORMAT " ORDER BY id;\n"
                                          "DELETE FROM %s WHERE rowid IN (SELECT id FROM temp.changed_%s);\n"
                                          "%s IN (SELECT id FROM temp.changed_%s) ORDER BY id",
                                          table, last_id, insert, last_id, search, table, insert, table);

  return insert != NULL && onward_connection_execute (connection, sql, error);
}

/**
 * onward_search_fill_finish:
 * @self: what was deferred, or nothing
 * @connection: the writer's connection, in the same transaction
 * @error: return location
 *
 * Returns: whether the search has the rows as they are now
 */
gboolean
onward_search_fill_finish (OnwardSearchFill *self, OnwardConnection *connection, GError **error)
{
  if (self->triggers == NULL)
    return TRUE;
  for (guint i = 0; i < ONWARD_SEARCH_N_TABLES; i++)
    if (!fill_table (connection, tables[i].name, tables[i].search, self->last_ids[i], error))
      return FALSE;
  return onward_connection_execute (connection, self->triggers, error);
}

/**
 * onward_search_fill_clear:
 * @self: what was deferred, or nothing
 *
 * After the transaction, whatever became of it: the connection gives back the memory that many rows took.
 */
void
onward_search_fill_clear (OnwardSearchFill *self)
{
  if (self->triggers == NULL)
    return;
  g_clear_pointer (&self->triggers, g_free);
  onward_connection_execute (self->connection, FEW_PAGES, NULL);
}
