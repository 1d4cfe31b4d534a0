/* undo-dumps.c - everything that is in a database, to see whether it was taken back exactly */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "undo-dumps.h"

#include "store/onward-connection.h"
#include "store/onward-writer.h"

#include <string.h>

const char *undo_seed = "none";

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  onward_store_run_finish (ONWARD_STORE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *)data = TRUE;
}

void
take_back (OnwardStore *store)
{
  gboolean done = FALSE;

  onward_store_undo_async (store, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

void
do_again (OnwardStore *store)
{
  gboolean done = FALSE;

  onward_store_redo_async (store, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
check_search (OnwardWriter *writer, gpointer data, GError **error)
{
  return onward_connection_execute (onward_writer_get_connection (writer),
                                    "INSERT INTO contact_search (contact_search, rank) VALUES ('integrity-check', 1);"
                                    "INSERT INTO company_search (company_search, rank) VALUES ('integrity-check', 1);"
                                    "INSERT INTO opportunity_search (opportunity_search, rank) VALUES"
                                    " ('integrity-check', 1);",
                                    error);
}

void
assert_whole (OnwardStore *store)
{
  OnwardConnection *connection = onward_store_get_connection (store);
  g_autoptr (GError) error = NULL;

  onward_store_run (store, NULL, check_search, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (onward_connection_read_int (connection, "SELECT count (*) FROM pragma_foreign_key_check", -1), ==,
                   0);
  g_assert_cmpint (onward_connection_read_int (
                       connection, "SELECT count (*) FROM sqlite_schema WHERE name = 'contact_search_insert'", -1),
                   ==, 1);
}

static void
dump_table (OnwardConnection *connection, const char *table, Dump *dump)
{
  g_autoptr (GString) sql = g_string_new ("SELECT rowid");
  g_autofree char *columns_sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", table);
  g_autoptr (OnwardStatement) columns = onward_connection_prepare (connection, columns_sql, NULL);
  g_autoptr (OnwardStatement) rows = NULL;

  g_string_append (sql, ", ''");
  while (onward_statement_step (columns, NULL))
    g_string_append_printf (sql, " || ' ' || quote (\"%s\")", onward_statement_get_text (columns, 0));
  g_string_append_printf (sql, " FROM %s", table);
  rows = onward_connection_prepare (connection, sql->str, NULL);
  while (onward_statement_step (rows, NULL))
    g_hash_table_insert (dump, g_strdup_printf ("%s %" G_GINT64_FORMAT, table, onward_statement_get_int (rows, 0)),
                         g_strdup (onward_statement_get_text (rows, 1)));
}

Dump *
dump (OnwardStore *store)
{
  OnwardConnection *connection = onward_store_get_connection (store);
  g_autoptr (OnwardStatement) tables = onward_connection_prepare (
      connection,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_search\\_%'"
      " ESCAPE '\\' AND name NOT LIKE 'sqlite%' AND name <> 'meta'",
      NULL);
  Dump *dump = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  while (onward_statement_step (tables, NULL))
    dump_table (connection, onward_statement_get_text (tables, 0), dump);
  return dump;
}

guint
count_differences (Dump *a, Dump *b, const char *what)
{
  GHashTableIter iter;
  const char *key, *value;
  guint n = 0;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, (gpointer *)&key, (gpointer *)&value))
    if (g_strcmp0 (value, g_hash_table_lookup (b, key)) != 0 && n++ < 5 && what != NULL)
      g_printerr ("# %s: %s:\n#  expected %s\n#  is       %s\n", what, key, value,
                  (const char *)g_hash_table_lookup (b, key));
  g_hash_table_iter_init (&iter, b);
  while (g_hash_table_iter_next (&iter, (gpointer *)&key, (gpointer *)&value))
    if (!g_hash_table_contains (a, key) && n++ < 5 && what != NULL)
      g_printerr ("# %s: %s:\n#  expected nothing\n#  is       %s\n", what, key, value);
  return n;
}

void
assert_same (OnwardStore *store, Dump *expected, const char *command, const char *when)
{
  g_autoptr (GHashTable) now = dump (store);
  g_autofree char *what = g_strdup_printf ("seed %s, %s of %s", undo_seed, when, command);

  if (count_differences (expected, now, what) > 0)
    g_error ("%s: not the same", what);
}
