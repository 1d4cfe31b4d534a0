/* onward-migrations.c - brings a database to the schema of this program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-migrations.h"

#include "onward-backups.h"
#include "onward-sql-resources.h"

#include <glib/gi18n-lib.h>

#define SQL_FOLDER "/io/github/onward_app/Onward/sql/"

/* Step N of this list brings a database from user_version N to N + 1. */
static const char *const step_names[] = { "001-initial.sql", "002-drafts.sql", "003-order-of-titles.sql",
                                          "004-search.sql", "005-alerts.sql" };

/**
 * onward_migrations_get_version:
 *
 * Returns: the `user_version` of databases that this program writes
 */
int
onward_migrations_get_version (void)
{
  return G_N_ELEMENTS (step_names);
}

/**
 * onward_migrations_get_steps:
 *
 * Returns: (transfer full): the SQL of each step, from an empty database on
 */
char **
onward_migrations_get_steps (void)
{
  char **steps = g_new0 (char *, G_N_ELEMENTS (step_names) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (step_names); i++)
    {
      g_autofree char *resource = g_strconcat (SQL_FOLDER, step_names[i], NULL);
      g_autoptr (GBytes) sql = g_resource_lookup_data (onward_sql_get_resource (), resource, 0, NULL);

      g_assert (sql != NULL);
      steps[i] = g_strndup (g_bytes_get_data (sql, NULL), g_bytes_get_size (sql));
    }
  return steps;
}

static void
set_newer_error (const char *path, int version, int known, GError **error)
{
  g_autofree char *backup = onward_backups_find (path, known);

  if (backup == NULL)
    g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_NEWER,
                 _ ("“%s” was written by a newer Onward (version %d of the database, this program knows %d), and it "
                    "was not changed. Install the newer Onward."),
                 path, version, known);
  else
    g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_NEWER,
                 _ ("“%s” was written by a newer Onward (version %d of the database, this program knows %d), and it "
                    "was not changed. Install the newer Onward, or go back to the copy “%s” from before its update."),
                 path, version, known, backup);
}

/* Is this a database of ours, or an empty one that may become ours? Nothing is written to any other. */
static gboolean
check_identity (OnwardConnection *connection, const char *path, int known, int *version, GError **error)
{
  /* The first read of the file: a file that is no database fails here. */
  g_autoptr (GError) reason = NULL;
  g_autoptr (OnwardStatement) tables =
      onward_connection_prepare (connection, "SELECT count (*) FROM sqlite_master", &reason);
  gint64 application_id;

  if (tables == NULL || !onward_statement_step (tables, &reason))
    {
      if (g_error_matches (reason, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FOREIGN))
        g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FOREIGN,
                     _ ("“%s” is not an Onward database, and it was not changed. Choose another file."), path);
      else
        g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  application_id = onward_connection_read_int (connection, "PRAGMA application_id", 0);
  *version = (int)onward_connection_read_int (connection, "PRAGMA user_version", 0);
  if (application_id != ONWARD_APPLICATION_ID && (onward_statement_get_int (tables, 0) > 0 || application_id != 0))
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FOREIGN,
                   _ ("“%s” is a database of another program, and it was not changed. Choose another file."), path);
      return FALSE;
    }
  if (*version > known)
    {
      set_newer_error (path, *version, known, error);
      return FALSE;
    }
  return TRUE;
}

/* All steps in one transaction: what fails leaves the database as the older program knows it. */
static gboolean
run_steps (OnwardConnection *connection, const char *const *steps, int from, int to, char **reason)
{
  sqlite3 *handle = onward_connection_get_handle (connection);
  g_autofree char *last =
      g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT", ONWARD_APPLICATION_ID, to);
  int result = sqlite3_exec (handle, "BEGIN IMMEDIATE", NULL, NULL, NULL);

  for (int i = from; result == SQLITE_OK && i < to; i++)
    result = sqlite3_exec (handle, steps[i], NULL, NULL, NULL);
  if (result == SQLITE_OK)
    result = sqlite3_exec (handle, last, NULL, NULL, NULL);
  if (result == SQLITE_OK)
    return TRUE;
  *reason = g_strdup ((result & 0xff) == SQLITE_FULL ? _ ("the disk is full") : sqlite3_errmsg (handle));
  if (!sqlite3_get_autocommit (handle))
    sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

static void
set_step_error (const char *path, int version, const char *backup, const char *reason, GError **error)
{
  if (version > 0 && backup == NULL)
    g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FAILED,
                 _ ("“%s” comes from an older Onward and can only be read, and a copy of it could not be brought up to "
                    "date: %s. Make room on the disk, or let the file and its folder be written."),
                 path, reason);
  else if (backup == NULL)
    g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FAILED,
                 _ ("The database “%s” cannot be made: %s. Make room on the disk, or choose another folder."), path,
                 reason);
  else
    g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FAILED,
                 _ ("“%s” comes from an older Onward and could not be brought up to date: %s. It is as it was, and a "
                    "copy of it is “%s”. Make room on the disk and start again, or go on with the older Onward."),
                 path, reason, backup);
}

/**
 * onward_migrations_run:
 * @connection: the writer's connection; the caller holds the write lock
 * @path: the file
 * @original: (nullable): the file of which @path is a private copy; messages name it, and no other copy is made
 * @steps: the SQL of each step from an empty database on, NULL-terminated
 * @now: for the name of the copy
 * @error: return location
 *
 * Makes the schema in an empty file, or takes an older one to the newest after a copy that was looked at; and refuses a
 * foreign file and a newer database. All steps are one transaction: the database is as before or up to date, whatever
 * fails on the way.
 *
 * Returns: whether the database has the schema of the last step
 */
gboolean
onward_migrations_run (OnwardConnection *connection, const char *path, const char *original, const char *const *steps,
                       const OnwardNow *now, GError **error)
{
  const char *name = original != NULL ? original : path;
  int newest = (int)g_strv_length ((char **)steps);
  g_autofree char *backup = NULL;
  g_autofree char *reason = NULL;
  int version;

  if (!check_identity (connection, name, newest, &version, error))
    return FALSE;
  if (version > 0 && version < newest && original == NULL)
    {
      backup = onward_backups_make (connection, path, version, now, error);
      if (backup == NULL)
        return FALSE;
    }
  if (!onward_connection_execute (connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;", error))
    return FALSE;
  if (version == newest || run_steps (connection, steps, version, newest, &reason))
    return TRUE;
  set_step_error (name, version, backup, reason, error);
  return FALSE;
}

/* Before anything is opened for writing: SQLite would leave files beside a database that is not ours. */
static gboolean
peek (const char *path, const char *name, GError **error)
{
  g_autoptr (OnwardConnection) connection = NULL;
  int version;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  connection = onward_connection_open (path, ONWARD_CONNECTION_PEEK, error);
  return connection != NULL && check_identity (connection, name, onward_migrations_get_version (), &version, error);
}

/**
 * onward_migrations_open:
 * @path: the file; made when it does not exist
 * @original: (nullable): the file of which @path is a private copy
 * @now: for the name of the copy that is made before an update
 * @error: return location
 *
 * Opens the connection that writes, with today's schema. A foreign file and a newer database are not touched at all.
 * The caller holds the write lock.
 *
 * Returns: (transfer full) (nullable): the writer's connection; NULL with @error set
 */
OnwardConnection *
onward_migrations_open (const char *path, const char *original, const OnwardNow *now, GError **error)
{
  g_autoptr (OnwardConnection) connection = NULL;
  g_auto (GStrv) steps = NULL;

  if (!peek (path, original != NULL ? original : path, error))
    return NULL;
  connection = onward_connection_open (path, ONWARD_CONNECTION_WRITER, error);
  if (connection == NULL)
    return NULL;
  steps = onward_migrations_get_steps ();
  if (onward_migrations_run (connection, path, original, (const char *const *)steps, now, error))
    return g_steal_pointer (&connection);
  /* Nobody goes on with it, so the log that was made for it goes. */
  sqlite3_db_config (onward_connection_get_handle (connection), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return NULL;
}

/**
 * onward_migrations_check_version:
 * @connection: the writer's connection, in a transaction that has written nothing yet
 * @error: return location
 *
 * Another program may have brought the database up to date while this one has it open, and this one knows nothing of
 * what the newer tables need.
 *
 * Returns: whether the database still has the schema that this program writes
 */
gboolean
onward_migrations_check_version (OnwardConnection *connection, GError **error)
{
  gint64 version = onward_connection_read_int (connection, "PRAGMA user_version", -1);

  if (version == onward_migrations_get_version ())
    return TRUE;
  g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_NEWER,
               _ ("“%s” was brought to another version (%d, this program writes %d) by another Onward, so nothing was "
                  "changed. Quit this one and start the newer one."),
               sqlite3_db_filename (onward_connection_get_handle (connection), "main"), (int)version,
               onward_migrations_get_version ());
  return FALSE;
}
