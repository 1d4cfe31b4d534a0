/* onward-side-rows.c - rows that are no records, read and written whole, so that they can be taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-side-rows.h"

#include <string.h>

/* The columns besides the row's number, which is `id`. */
static const struct
{
  const char *table;
  const char *read;
  const char *insert;
  const char *delete;
} tables[] = {
  { "members", "SELECT json_array (part, member, value) FROM members WHERE id = ?1",
    "INSERT INTO members (id, part, member, value) VALUES (?1, ?2 ->> 0, ?2 ->> 1, ?2 ->> 2)"
    " ON CONFLICT (id) DO UPDATE SET part = excluded.part, member = excluded.member, value = excluded.value",
    "DELETE FROM members WHERE id = ?1" },
  { "drafts", "SELECT json_array (follow_up, contact, touch, text) FROM drafts WHERE id = ?1",
    "INSERT INTO drafts (id, follow_up, contact, touch, text) VALUES (?1, ?2 ->> 0, ?2 ->> 1, ?2 ->> 2, ?2 ->> 3)"
    " ON CONFLICT (id) DO UPDATE SET follow_up = excluded.follow_up, contact = excluded.contact,"
    " touch = excluded.touch, text = excluded.text",
    "DELETE FROM drafts WHERE id = ?1" },
  { "unopened",
    "SELECT json_array (key, rule, contact, opportunity, interview, company, day, own_day) FROM unopened WHERE id = ?1",
    "INSERT INTO unopened (id, key, rule, contact, opportunity, interview, company, day, own_day) VALUES (?1,"
    " ?2 ->> 0, ?2 ->> 1, ?2 ->> 2, ?2 ->> 3, ?2 ->> 4, ?2 ->> 5, ?2 ->> 6, ?2 ->> 7)"
    " ON CONFLICT (id) DO UPDATE SET key = excluded.key, rule = excluded.rule, contact = excluded.contact,"
    " opportunity = excluded.opportunity, interview = excluded.interview, company = excluded.company,"
    " day = excluded.day, own_day = excluded.own_day",
    "DELETE FROM unopened WHERE id = ?1" },
  { "unshown_alerts", "SELECT json_array () FROM unshown_alerts WHERE follow_up = ?1",
    "INSERT INTO unshown_alerts (follow_up) SELECT ?1 WHERE ?2 IS NOT NULL ON CONFLICT (follow_up) DO NOTHING",
    "DELETE FROM unshown_alerts WHERE follow_up = ?1" },
};

static guint
find_table (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (strcmp (tables[i].table, table) == 0)
      return i;
  g_assert_not_reached ();
}

/**
 * onward_side_rows_read:
 * @connection: a connection
 * @table: `members`, `drafts`, `unopened` or `unshown_alerts`
 * @id: a row
 *
 * Returns: (transfer full) (nullable): its values, for onward_side_rows_write(); NULL when there is no such row
 */
char *
onward_side_rows_read (OnwardConnection *connection, const char *table, gint64 id)
{
  g_autoptr (OnwardStatement) row = onward_connection_prepare (connection, tables[find_table (table)].read, NULL);

  if (row == NULL)
    return NULL;
  onward_statement_bind_int (row, 1, id);
  return onward_statement_step (row, NULL) ? g_strdup (onward_statement_get_text (row, 0)) : NULL;
}

/**
 * onward_side_rows_write:
 * @connection: the writer's connection
 * @table: as for onward_side_rows_read()
 * @id: a row
 * @values: (nullable): what it is to be; NULL when it is to go
 * @error: return location
 *
 * Returns: whether it is so
 */
gboolean
onward_side_rows_write (OnwardConnection *connection, const char *table, gint64 id, const char *values, GError **error)
{
  guint i = find_table (table);
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (connection, values != NULL ? tables[i].insert : tables[i].delete, error);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, id);
  if (values != NULL)
    onward_statement_bind_text (statement, 2, values);
  return onward_statement_run (statement, error);
}

/**
 * onward_side_rows_find:
 * @connection: a connection
 * @table: as for onward_side_rows_read()
 * @column: one of its columns; a constant of the store
 * @value: what stands there
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the rows; NULL with @error set
 */
GArray *
onward_side_rows_find (OnwardConnection *connection, const char *table, const char *column, gint64 value,
                       GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM %s WHERE %s = ?1", table, column);
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (connection, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (rows == NULL)
    return NULL;
  onward_statement_bind_int (rows, 1, value);
  return onward_statement_read_ids (rows, ids, error) ? g_steal_pointer (&ids) : NULL;
}
