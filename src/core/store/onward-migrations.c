/* onward-migrations.c - brings a database to the schema of this program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-migrations.h"

#include "onward-sql-resources.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define SQL_FOLDER "/io/github/onward_app/Onward/sql/"

/* Step N of this list brings a database from user_version N to N + 1. */
static const char *const steps[] = { "001-initial.sql", "002-drafts.sql", "003-order-of-titles.sql", "004-search.sql" };

/**
 * onward_migrations_get_version:
 *
 * Returns: the `user_version` of databases that this program writes
 */
int
onward_migrations_get_version (void)
{
  return G_N_ELEMENTS (steps);
}

/* Is this a database of ours, or an empty one that may become ours? Nothing is written to any other. */
static gboolean
check_identity (OnwardConnection *connection, const char *path, int *version, GError **error)
{
  g_autoptr (OnwardStatement) tables =
      onward_connection_prepare (connection, "SELECT count (*) FROM sqlite_master", error);
  gint64 application_id;

  /* The first read of the file: a file that is no database fails here. */
  if (tables == NULL || !onward_statement_step (tables, error))
    return FALSE;
  application_id = onward_connection_read_int (connection, "PRAGMA application_id", 0);
  *version = (int)onward_connection_read_int (connection, "PRAGMA user_version", 0);
  if (application_id != ONWARD_APPLICATION_ID && (onward_statement_get_int (tables, 0) > 0 || application_id != 0))
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FOREIGN,
                   _ ("“%s” is a database of another program, and it was not changed. Choose another file."), path);
      return FALSE;
    }
  if (*version > onward_migrations_get_version ())
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_NEWER,
                   _ ("“%s” was written by a newer Onward (version %d of the database, this program knows %d), and it "
                      "was not changed. Install the newer Onward."),
                   path, *version, onward_migrations_get_version ());
      return FALSE;
    }
  return TRUE;
}

static gboolean
run_step (OnwardConnection *connection, int from, GError **error)
{
  g_autofree char *resource = g_strconcat (SQL_FOLDER, steps[from], NULL);
  g_autoptr (GBytes) sql = g_resource_lookup_data (onward_sql_get_resource (), resource, 0, error);
  g_autofree char *script = NULL;

  if (sql == NULL)
    return FALSE;
  script = g_strdup_printf ("BEGIN IMMEDIATE;\n%.*s\nPRAGMA application_id = %d;\nPRAGMA user_version = %d;\nCOMMIT;",
                            (int)g_bytes_get_size (sql), (const char *)g_bytes_get_data (sql, NULL),
                            ONWARD_APPLICATION_ID, from + 1);
  if (onward_connection_execute (connection, script, error))
    return TRUE;
  sqlite3_exec (onward_connection_get_handle (connection), "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

/* `onward.db.version-1` beside the database: complete and whole, or the first step is not taken. */
static gboolean
back_up (OnwardConnection *connection, const char *path, int version, GError **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.version-%d", path, version);
  char *sql = sqlite3_mprintf ("VACUUM INTO %Q", copy);
  gboolean copied;
  g_autoptr (OnwardConnection) written = NULL;
  g_autoptr (OnwardStatement) check = NULL;

  /* VACUUM INTO writes into an empty file, which so has the right mode before anything is in it. */
  g_unlink (copy);
  copied = g_file_set_contents_full (copy, "", 0, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error)
           && onward_connection_execute (connection, sql, error);
  sqlite3_free (sql);
  if (!copied)
    return FALSE;
  written = onward_connection_open (copy, ONWARD_CONNECTION_READER, error);
  /* Indexes were written anew from their tables, so they need not be compared with them: that is nine tenths of an
   * integrity check, eight seconds with a million touches, and the window waits. */
  check = written != NULL ? onward_connection_prepare (written, "PRAGMA quick_check", error) : NULL;
  if (check == NULL || !onward_statement_step (check, error))
    return FALSE;
  if (g_strcmp0 (onward_statement_get_text (check, 0), "ok") == 0)
    return TRUE;
  g_set_error (
      error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FAILED,
      _ ("The copy of “%s” made before its update is damaged, and the database was not changed. Check the disk."),
      path);
  return FALSE;
}

/**
 * onward_migrations_run:
 * @connection: the writer's connection; the caller holds the write lock
 * @path: the file, for messages
 * @error: return location
 *
 * Makes the schema in an empty file, takes an older one step by step to today's, each step in one transaction and after a
 * copy that was looked at, and refuses a foreign file and a newer database untouched.
 *
 * Returns: whether the database has today's schema
 */
gboolean
onward_migrations_run (OnwardConnection *connection, const char *path, GError **error)
{
  int version;

  if (!check_identity (connection, path, &version, error))
    return FALSE;
  if (!onward_connection_execute (connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;", error))
    return FALSE;
  if (version > 0 && version < onward_migrations_get_version () && !back_up (connection, path, version, error))
    return FALSE;
  for (; version < onward_migrations_get_version (); version++)
    if (!run_step (connection, version, error))
      return FALSE;
  return TRUE;
}
