/* onward-search-fill.c - many new rows given to the search at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-search-fill.h"

static const struct
{
  const char *last_id;
  const char *fill;
} tables[ONWARD_SEARCH_N_TABLES] = {
  { "SELECT max (id) FROM contacts",
    "INSERT INTO contact_search (rowid, name, headline, company, hooks, notes, addresses, phones, positions, other) "
    "SELECT * FROM contact_search_texts WHERE id > ? ORDER BY id" },
  { "SELECT max (id) FROM companies", "INSERT INTO company_search (rowid, name, industry, notes, other) "
                                      "SELECT * FROM company_search_texts WHERE id > ? ORDER BY id" },
  { "SELECT max (id) FROM opportunities",
    "INSERT INTO opportunity_search (rowid, title, company, location, notes, other) "
    "SELECT * FROM opportunity_search_texts WHERE id > ? ORDER BY id" },
};

/**
 * onward_search_fill_defer:
 * @self: zeroed at the start of the transaction
 * @connection: the writer's connection, in a transaction
 * @error: return location
 *
 * Takes the triggers that feed the search with new rows out of the schema, until onward_search_fill_finish() in the same
 * transaction puts them back; a rollback does too. Row by row they cost several times as much. A company must be written
 * before the people who are at it.
 *
 * Returns: whether it is so
 */
gboolean
onward_search_fill_defer (OnwardSearchFill *self, OnwardConnection *connection, GError **error)
{
  g_autoptr (OnwardStatement) statement = NULL;
  g_autoptr (GString) drop = g_string_new (NULL);
  g_autoptr (GString) create = g_string_new (NULL);
  GError *failure = NULL;

  if (self->triggers != NULL)
    return TRUE;
  statement = onward_connection_prepare (connection,
                                         "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name IN "
                                         "('contact_search_insert', 'company_search_insert', "
                                         "'opportunity_search_insert', 'company_name_insert')",
                                         error);
  if (statement == NULL)
    return FALSE;
  while (onward_statement_step (statement, &failure))
    {
      g_string_append_printf (drop, "DROP TRIGGER %s;\n", onward_statement_get_text (statement, 0));
      g_string_append_printf (create, "%s;\n", onward_statement_get_text (statement, 1));
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  onward_statement_reset (statement);
  for (guint i = 0; i < ONWARD_SEARCH_N_TABLES; i++)
    self->last_ids[i] = onward_connection_read_int (connection, tables[i].last_id, 0);
  if (!onward_connection_execute (connection, drop->str, error))
    return FALSE;
  self->triggers = g_strdup (create->str);
  return TRUE;
}

/**
 * onward_search_fill_finish:
 * @self: what was deferred, or nothing
 * @connection: the writer's connection, in the same transaction
 * @error: return location
 *
 * Returns: whether the search has the rows that were added since
 */
gboolean
onward_search_fill_finish (OnwardSearchFill *self, OnwardConnection *connection, GError **error)
{
  if (self->triggers == NULL)
    return TRUE;
  for (guint i = 0; i < ONWARD_SEARCH_N_TABLES; i++)
    {
      g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, tables[i].fill, error);

      if (statement == NULL)
        return FALSE;
      onward_statement_bind_int (statement, 1, self->last_ids[i]);
      if (!onward_statement_run (statement, error))
        return FALSE;
    }
  return onward_connection_execute (connection, self->triggers, error);
}

/**
 * onward_search_fill_clear:
 * @self: what was deferred, or nothing
 *
 * For the start of the next transaction.
 */
void
onward_search_fill_clear (OnwardSearchFill *self)
{
  g_clear_pointer (&self->triggers, g_free);
}
