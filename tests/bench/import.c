/* import.c - LinkedIn's Connections.csv: parsed, matched with everybody, written, found; beside the bare writing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* usage: import FOLDER ROWS ROUNDS [DATABASE]
 *
 * Prints for each round a line "import": milliseconds of processor time (all threads) of the program's own import into an
 * empty database made in FOLDER, and of the floor: the same rows, made before, written through prepared statements in one
 * transaction into a database with the same tables and indexes, and one fill of the search. With a DATABASE "import beside
 * many" as well: the same among everybody there, one row in ten about somebody known, all taken back at the end. */

#include "bench.h"
#include "connections.h"
#include "onward-linkedin.h"
#include "store/onward-contact-import.h"
#include "store/onward-search-fill.h"

#include <glib/gstdio.h>

#define FAR_AWAY 10000000 /* added to the ids of the floor's rows, among those of a large database */

static GString *file;
static GPtrArray *companies; /* rows, sqlite3_value of each column */
static GPtrArray *contacts;

static char *
make_database (const char *folder, const char *name)
{
  char *path = g_build_filename (folder, name, NULL);
  static const char *const suffixes[] = { "", "-wal", "-shm", "-lock" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *old = g_strconcat (path, suffixes[i], NULL);

      g_unlink (old);
    }
  return path;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  onward_store_run_finish (ONWARD_STORE (source), result, &error);
  bench_stop_on ("command", error);
  *(gboolean *)data = TRUE;
}

static double
run_own (OnwardStore *store, gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnwardContactImport) import = NULL;
  OnwardProposal *proposal;
  gboolean done = FALSE;
  double start = bench_get_process_cpu ();

  proposal = onward_linkedin_read_connections (file->str, file->len, NULL, &error);
  bench_stop_on ("reading", error);
  import = onward_contact_import_new (proposal, dry_run, NULL);
  onward_store_run_async (store, "Import", onward_contact_import_run, import, NULL, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_printerr ("import: %u added, %u updated, %u unchanged\n", onward_contact_import_get_report (import)->added,
              onward_contact_import_get_report (import)->updated, onward_contact_import_get_report (import)->unchanged);
  return bench_get_process_cpu () - start;
}

static GPtrArray *
load_rows (OnwardConnection *connection, const char *sql)
{
  GPtrArray *rows = g_ptr_array_new ();
  sqlite3_stmt *statement = NULL;

  sqlite3_prepare_v2 (onward_connection_get_handle (connection), sql, -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      int n = sqlite3_column_count (statement);
      sqlite3_value **row = g_new (sqlite3_value *, n);

      for (int i = 0; i < n; i++)
        row[i] = sqlite3_value_dup (sqlite3_column_value (statement, i));
      g_ptr_array_add (rows, row);
    }
  sqlite3_finalize (statement);
  return rows;
}

static void
write_rows (OnwardConnection *connection, const char *sql, GPtrArray *rows)
{
  sqlite3 *handle = onward_connection_get_handle (connection);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("floor: %s", sqlite3_errmsg (handle));
  for (guint i = 0; i < rows->len; i++)
    {
      sqlite3_value **row = rows->pdata[i];

      for (int column = 0; column < sqlite3_bind_parameter_count (statement); column++)
        sqlite3_bind_value (statement, column + 1, row[column]);
      if (sqlite3_step (statement) != SQLITE_DONE)
        g_error ("floor: %s", sqlite3_errmsg (handle));
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
}

static void
execute (OnwardConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;

  onward_connection_execute (connection, sql, &error);
  bench_stop_on ("floor", error);
}

static double
run_floor (const char *path, gint64 offset, const char *end)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnwardConnection) connection = onward_connection_open (path, ONWARD_CONNECTION_WRITER, &error);
  g_autofree char *company = g_strdup_printf ("INSERT INTO companies (id, uuid, name, sort_key) VALUES "
                                              "(?1 + %" G_GINT64_FORMAT ", ?2, ?3, ?4)",
                                              offset);
  g_autofree char *contact = g_strdup_printf ("INSERT INTO contacts (id, uuid, name, sort_key, headline, company, "
                                              "emails, urls, added_on) VALUES (?1 + %" G_GINT64_FORMAT ", ?2, ?3, ?4, "
                                              "?5, ?6 + %" G_GINT64_FORMAT ", ?7, ?8, ?9)",
                                              offset, offset);
  OnwardSearchFill fill = { NULL };
  double start = bench_get_process_cpu ();

  bench_stop_on (path, error);
  execute (connection, "BEGIN IMMEDIATE");
  onward_search_fill_defer (&fill, connection, &error);
  bench_stop_on ("floor", error);
  write_rows (connection, company, companies);
  write_rows (connection, contact, contacts);
  onward_search_fill_finish (&fill, connection, &error);
  bench_stop_on ("floor", error);
  onward_search_fill_clear (&fill);
  execute (connection, end);
  return bench_get_process_cpu () - start;
}

/* Both end with the same rows, or one of them is not what it is said to be. */
static void
compare (const char *own, const char *floor)
{
  g_autoptr (OnwardConnection) first = onward_connection_open (own, ONWARD_CONNECTION_READER, NULL);
  g_autoptr (OnwardConnection) second = onward_connection_open (floor, ONWARD_CONNECTION_READER, NULL);
  static const char *const questions[] = {
    "SELECT count (*) FROM contacts", "SELECT count (*) FROM companies",
    "SELECT sum (length (name) + length (sort_key)) FROM contacts",
    "SELECT count (*) FROM contact_search WHERE contact_search MATCH 'okafor*'"
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    g_assert_cmpint (onward_connection_read_int (first, questions[i], -1), ==,
                     onward_connection_read_int (second, questions[i], -2));
}

static double
run_undo (OnwardStore *store)
{
  double start = bench_get_process_cpu ();
  gboolean done = FALSE;

  onward_store_undo_async (store, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (
      onward_connection_read_int (onward_store_get_connection (store), "SELECT count (*) FROM contacts", -1), ==, 0);
  return bench_get_process_cpu () - start;
}

static void
measure_empty (const char *folder)
{
  g_autofree char *own = make_database (folder, "own.db");
  g_autofree char *floor = make_database (folder, "floor.db");
  OnwardStore *store = bench_open_store (own);
  double taken = run_own (store, FALSE);

  if (contacts == NULL)
    {
      OnwardConnection *connection = onward_store_get_connection (store);

      companies = load_rows (connection, "SELECT id, uuid, name, sort_key FROM companies ORDER BY id");
      contacts = load_rows (connection, "SELECT id, uuid, name, sort_key, headline, company, emails, urls, added_on "
                                        "FROM contacts ORDER BY id");
    }
  g_object_unref (bench_open_store (floor));
  bench_print ("import", taken, run_floor (floor, 0, "COMMIT"));
  compare (own, floor);
  bench_print ("import undone", run_undo (store), 0);
  g_object_unref (store);
}

static void
measure_beside (const char *path)
{
  OnwardStore *store = bench_open_store (path);
  double taken = run_own (store, TRUE);

  g_object_unref (store);
  bench_print ("import beside many", taken, run_floor (path, FAR_AWAY, "ROLLBACK"));
}

int
main (int argc, char *argv[])
{
  if (argc < 4 || atoi (argv[2]) < 1 || atoi (argv[3]) < 1)
    {
      g_printerr ("usage: import FOLDER ROWS ROUNDS [DATABASE]\n");
      return 2;
    }
  file = bench_make_connections (atoi (argv[2]));
  for (int i = 0; i < atoi (argv[3]); i++)
    {
      measure_empty (argv[1]);
      if (argc > 4)
        measure_beside (argv[4]);
    }
  return 0;
}
