/* onward-old-database.c - databases of older versions (fixtures/schema), and what a database holds in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-old-database.h"

#include "store/onward-fold.h"
#include "store/onward-json-export.h"
#include "store/onward-phone-words.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* What a fixture holds, decompressed. */
static GBytes *
read_fixture (int version, const char *suffix)
{
  g_autofree char *name = g_strdup_printf ("schema-%d.%s.gz", version, suffix);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "schema", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) packed = g_file_read (file, NULL, &error);
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  /* There is one for every version: "make.py VERSION" in that folder makes it. */
  g_assert_no_error (error);
  stream = g_converter_input_stream_new (G_INPUT_STREAM (packed), G_CONVERTER (decompressor));
  g_output_stream_splice (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/**
 * onward_old_database_write:
 * @path: where to
 * @version: which; 0 = an empty file
 *
 * Puts a database of that version there, as the program of that time left it, without a log.
 */
void
onward_old_database_write (const char *path, int version)
{
  static GBytes *known[64];
  g_autoptr (GError) error = NULL;

  if (known[version] == NULL)
    known[version] = version == 0 ? g_bytes_new_static ("", 0) : read_fixture (version, "db");
  g_file_set_contents_full (path, g_bytes_get_data (known[version], NULL), (gssize)g_bytes_get_size (known[version]),
                            G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/**
 * onward_old_database_read_document:
 * @version: which
 *
 * Returns: (transfer full): the Onward JSON that says what is in it
 */
JsonNode *
onward_old_database_read_document (int version)
{
  g_autoptr (GBytes) bytes = read_fixture (version, "json");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  JsonNode *node = json_from_string (text, NULL);

  g_assert_nonnull (node);
  return node;
}

/**
 * onward_old_database_export:
 * @connection: a connection to a database of today
 * @now: for `exported_at`
 *
 * Returns: (transfer full): what the program exports
 */
JsonNode *
onward_old_database_export (OnwardConnection *connection, const OnwardNow *now)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  onward_json_export (connection, now, memory, &error);
  g_assert_no_error (error);
  g_output_stream_write (memory, "", 1, NULL, NULL);
  node = json_from_string (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)), &error);
  g_assert_no_error (error);
  return node;
}

static sqlite3 *
open_plainly (const char *path)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (onward_fold_install (handle), ==, SQLITE_OK);
  g_assert_cmpint (onward_phone_words_install (handle), ==, SQLITE_OK);
  return handle;
}

/* All rows of a query, a line each; NULL, numbers, texts and bytes are told apart when they are quoted. */
static void
append_rows (GString *out, sqlite3 *handle, const char *sql)
{
  sqlite3_stmt *rows;

  if (sqlite3_prepare_v2 (handle, sql, -1, &rows, NULL) != SQLITE_OK)
    {
      g_string_append_printf (out, "%s: %s\n", sql, sqlite3_errmsg (handle));
      return;
    }
  while (sqlite3_step (rows) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (rows); i++)
        g_string_append_printf (out, "%s|", (const char *)sqlite3_column_text (rows, i));
      g_string_append_c (out, '\n');
    }
  if (sqlite3_finalize (rows) != SQLITE_OK)
    g_string_append_printf (out, "%s: %s\n", sql, sqlite3_errmsg (handle));
}

/* A query for each table and all columns that a fixture has, shadow tables and generated columns apart. */
static GPtrArray *
list_queries (int version)
{
  static GPtrArray *known[64];
  g_autofree char *path = NULL;
  sqlite3_stmt *rows;
  sqlite3 *handle;

  if (known[version] != NULL || version == 0)
    return known[version];
  close (g_file_open_tmp ("onward-schema-XXXXXX", &path, NULL));
  onward_old_database_write (path, version);
  handle = open_plainly (path);
  sqlite3_prepare_v2 (
      handle,
      "SELECT 'SELECT ' || (SELECT group_concat ('quote (\"' || name || '\")', ', ') "
      "FROM pragma_table_xinfo (t.name) WHERE hidden = 0) || ' FROM ' || t.name || ' ORDER BY rowid' "
      "FROM pragma_table_list t WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%'",
      -1, &rows, NULL);
  known[version] = g_ptr_array_new ();
  while (sqlite3_step (rows) == SQLITE_ROW)
    g_ptr_array_add (known[version], g_strdup ((const char *)sqlite3_column_text (rows, 0)));
  sqlite3_finalize (rows);
  sqlite3_close (handle);
  g_unlink (path);
  g_assert_cmpuint (known[version]->len, >, 20);
  return known[version];
}

/**
 * onward_old_database_describe:
 * @path: a database
 * @version: that of the fixture which it was made from
 *
 * Looks through SQLite alone.
 *
 * Returns: (transfer full): its version, its schema, and every value that the fixture had; the last part after an empty line
 */
char *
onward_old_database_describe (const char *path, int version)
{
  GString *out = g_string_new (NULL);
  GPtrArray *queries = list_queries (version);
  sqlite3 *handle = open_plainly (path);

  append_rows (out, handle, "PRAGMA application_id");
  append_rows (out, handle, "PRAGMA user_version");
  append_rows (out, handle, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name");
  g_string_append_c (out, '\n');
  for (guint i = 0; queries != NULL && i < queries->len; i++)
    append_rows (out, handle, queries->pdata[i]);
  sqlite3_close (handle);
  return g_string_free (out, FALSE);
}

static char **
read_names (sqlite3 *handle, const char *sql)
{
  g_autoptr (GString) names = g_string_new (NULL);

  append_rows (names, handle, sql);
  return g_strsplit (names->str, "|\n", -1);
}

/**
 * onward_old_database_find_faults:
 * @path: a database
 * @is_new: whether it was brought up to date: then its search index holds what this program would feed it with
 *
 * Returns: (transfer full): what is wrong with the file, its references or its search index; empty when all is well
 */
char *
onward_old_database_find_faults (const char *path, gboolean is_new)
{
  GString *out = g_string_new (NULL);
  sqlite3 *handle = open_plainly (path);
  g_auto (GStrv) indexes = NULL;
  g_auto (GStrv) fed = NULL;

  append_rows (out, handle, "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'");
  append_rows (out, handle, "PRAGMA foreign_key_check");
  indexes = read_names (handle, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'virtual'");
  fed =
      read_names (handle, "SELECT t.name FROM pragma_table_list t JOIN sqlite_master v ON v.name = t.name || '_texts' "
                          "WHERE t.schema = 'main' AND t.type = 'virtual'");
  for (guint i = 0; indexes[i] != NULL && *indexes[i] != '\0'; i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("INSERT INTO %s (%s, rank) VALUES ('integrity-check', 1)", indexes[i], indexes[i]);

      append_rows (out, handle, sql);
    }
  /* What the index was fed with against what the records say now. */
  for (guint i = 0; is_new && fed[i] != NULL && *fed[i] != '\0'; i++)
    {
      g_autofree char *lost = g_strdup_printf (
          "SELECT '%s', * FROM (SELECT * FROM %s_texts EXCEPT SELECT rowid, * FROM %s)", fed[i], fed[i], fed[i]);
      g_autofree char *stray = g_strdup_printf (
          "SELECT '%s', * FROM (SELECT rowid, * FROM %s EXCEPT SELECT * FROM %s_texts)", fed[i], fed[i], fed[i]);

      append_rows (out, handle, lost);
      append_rows (out, handle, stray);
    }
  sqlite3_close (handle);
  return g_string_free (out, FALSE);
}
