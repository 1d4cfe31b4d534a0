/* onward-backups.c - copies of a database, made before it is brought up to date and when the user asks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-backups.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* As many copies of one database are kept of each version: what the user copies today never takes the place of what was
 * copied before the last update, which is the only way back. */
#define MOST_KEPT 3

/* A copy has this at the end of its name until it is whole. */
#define UNFINISHED ".part"

/* `onward-version-1-2026-03-02T090000Z.db` in the folder `backups` beside `onward.db`. */
typedef struct
{
  char *name;
  int version;
  const char *time; /* in `name`; text that sorts by time */
} Backup;

static void
free_backup (Backup *backup)
{
  g_free (backup->name);
  g_free (backup);
}

static char *
get_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, "backups", NULL);
}

static char *
get_prefix (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ".db"))
    name[strlen (name) - strlen (".db")] = '\0';
  return g_strconcat (name, "-version-", NULL);
}

static Backup *
parse_name (const char *name, const char *prefix)
{
  Backup *backup;
  char *end;
  gint64 version;

  if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, ".db"))
    return NULL;
  version = g_ascii_strtoll (name + strlen (prefix), &end, 10);
  if (version <= 0 || *end != '-' || !g_ascii_isdigit (end[1]))
    return NULL;
  backup = g_new0 (Backup, 1);
  backup->name = g_strdup (name);
  backup->version = (int)version;
  backup->time = backup->name + (end + 1 - name);
  return backup;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const Backup *const *first = a;
  const Backup *const *second = b;

  return strcmp ((*first)->time, (*second)->time);
}

/* The copies of this database, the oldest first; those of others in the same folder are not its own. */
static GPtrArray *
list_backups (const char *path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify)free_backup);
  g_autofree char *folder = get_folder (path);
  g_autofree char *prefix = get_prefix (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      Backup *backup = parse_name (name, prefix);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_times);
  return backups;
}

/* What a program left that was ended while it made a copy. */
static void
remove_unfinished (const char *path)
{
  g_autofree char *folder = get_folder (path);
  g_autofree char *prefix = get_prefix (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, UNFINISHED))
      {
        g_autofree char *unfinished = g_build_filename (folder, name, NULL);

        g_unlink (unfinished);
      }
}

static void
remove_oldest (const char *path, int version)
{
  g_autofree char *folder = get_folder (path);
  g_autoptr (GPtrArray) backups = list_backups (path);
  guint n = 0;

  for (guint i = backups->len; i > 0; i--)
    {
      Backup *backup = backups->pdata[i - 1];

      if (backup->version == version && ++n > MOST_KEPT)
        {
          g_autofree char *old = g_build_filename (folder, backup->name, NULL);

          g_unlink (old);
        }
    }
}

/* A name that no other copy has: a clock can stand still, or be set back. */
static char *
choose_path (const char *path, int version, const OnwardNow *now)
{
  g_autofree char *folder = get_folder (path);
  g_autofree char *prefix = get_prefix (path);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now->unix_time);
  g_autofree char *time = g_date_time_format (utc, "%Y-%m-%dT%H%M%SZ");
  char *chosen = g_strdup_printf ("%s/%s%d-%s.db", folder, prefix, version, time);

  for (int i = 2; g_file_test (chosen, G_FILE_TEST_EXISTS); i++)
    {
      g_free (chosen);
      chosen = g_strdup_printf ("%s/%s%d-%s_%02d.db", folder, prefix, version, time, i);
    }
  return chosen;
}

/* Empty, and the user's alone before anything is in it. */
static gboolean
create_file (const char *path, char **reason)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (g_mkdir (folder, 0700) != 0 && errno != EEXIST)
    {
      *reason = g_strdup (g_strerror (errno));
      return FALSE;
    }
  fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      *reason = g_strdup (g_strerror (errno));
      return FALSE;
    }
  fchmod (fd, 0600);
  close (fd);
  return TRUE;
}

/* A journal would only be a second file to lose: a copy that fails is thrown away. */
static gboolean
copy_pages (OnwardConnection *connection, const char *to, char **reason)
{
  sqlite3 *copy = NULL;
  sqlite3_backup *backup = NULL;
  int result = sqlite3_open_v2 (to, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_exec (copy, "PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL", NULL, NULL, NULL);
  if (result == SQLITE_OK)
    {
      backup = sqlite3_backup_init (copy, "main", onward_connection_get_handle (connection), "main");
      result = backup != NULL ? sqlite3_backup_step (backup, -1) : sqlite3_errcode (copy);
      if (result == SQLITE_DONE)
        result = SQLITE_OK;
      if (backup != NULL && sqlite3_backup_finish (backup) != SQLITE_OK && result == SQLITE_OK)
        result = sqlite3_errcode (copy);
    }
  if (sqlite3_close (copy) != SQLITE_OK && result == SQLITE_OK)
    result = SQLITE_ERROR;
  if (result != SQLITE_OK)
    *reason = g_strdup ((result & 0xff) == SQLITE_FULL ? _ ("the disk is full") : sqlite3_errstr (result));
  return result == SQLITE_OK;
}

static gboolean
is_same_value (sqlite3_stmt *a, sqlite3_stmt *b, int column)
{
  int type = sqlite3_column_type (a, column);
  int size;

  if (sqlite3_column_type (b, column) != type)
    return FALSE;
  if (type == SQLITE_NULL)
    return TRUE;
  if (type == SQLITE_INTEGER)
    return sqlite3_column_int64 (a, column) == sqlite3_column_int64 (b, column);
  size = sqlite3_column_bytes (a, column);
  return sqlite3_column_bytes (b, column) == size
         && (size == 0 || memcmp (sqlite3_column_blob (a, column), sqlite3_column_blob (b, column), (gsize)size) == 0);
}

static gboolean
are_same_rows (sqlite3_stmt *a, sqlite3_stmt *b)
{
  for (;;)
    {
      int result = sqlite3_step (a);
      int copied = sqlite3_step (b);

      if (result != SQLITE_ROW || copied != SQLITE_ROW)
        return result == SQLITE_DONE && copied == SQLITE_DONE;
      for (int i = 0; i < sqlite3_column_count (a); i++)
        if (!is_same_value (a, b, i))
          return FALSE;
    }
}

static gboolean
is_same_query (sqlite3 *original, sqlite3 *copy, const char *sql)
{
  sqlite3_stmt *a = NULL;
  sqlite3_stmt *b = NULL;
  gboolean same = sqlite3_prepare_v2 (original, sql, -1, &a, NULL) == SQLITE_OK
                  && sqlite3_prepare_v2 (copy, sql, -1, &b, NULL) == SQLITE_OK && are_same_rows (a, b);

  sqlite3_finalize (a);
  sqlite3_finalize (b);
  return same;
}

/* Every row of every table, those of the search indexes too: a page that was lost out of the middle of a long text is
 * noticed in no other way. */
static gboolean
has_same_rows (OnwardConnection *original, OnwardConnection *copy)
{
  g_autoptr (OnwardStatement) tables = onward_connection_prepare (
      original, "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0", NULL);
  GError *failure = NULL;
  gboolean same = tables != NULL;

  while (same && onward_statement_step (tables, &failure))
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", onward_statement_get_text (tables, 0));

      same = is_same_query (onward_connection_get_handle (original), onward_connection_get_handle (copy), sql);
    }
  same = same && failure == NULL;
  g_clear_error (&failure);
  return same;
}

/* Pages were copied as they are, so indexes need not be compared with their tables: that is nine tenths of an integrity
 * check, eight seconds with a million touches, and the window waits. */
static gboolean
is_whole (OnwardConnection *original, OnwardConnection *copy, int version)
{
  g_autoptr (OnwardStatement) check = onward_connection_prepare (copy, "PRAGMA quick_check", NULL);

  return check != NULL && onward_statement_step (check, NULL)
         && g_strcmp0 (onward_statement_get_text (check, 0), "ok") == 0
         && onward_connection_read_int (copy, "PRAGMA user_version", -1) == version
         && is_same_query (onward_connection_get_handle (original), onward_connection_get_handle (copy),
                           "SELECT * FROM sqlite_master")
         && has_same_rows (original, copy);
}

static gboolean
verify (OnwardConnection *connection, const char *path, int version, char **reason)
{
  g_autoptr (OnwardConnection) copy = onward_connection_open (path, ONWARD_CONNECTION_PEEK, NULL);

  if (copy != NULL && is_whole (connection, copy, version))
    return TRUE;
  *reason = g_strdup (_ ("what was written is not what the disk gives back"));
  return FALSE;
}

/* Durable under its own name. */
static gboolean
finish (const char *unfinished, const char *path, char **reason)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = -1;
  gboolean done =
      g_rename (unfinished, path) == 0 && (fd = g_open (folder, O_RDONLY | O_CLOEXEC, 0)) >= 0 && fsync (fd) == 0;

  if (!done)
    *reason = g_strdup (g_strerror (errno));
  if (fd >= 0)
    close (fd);
  return done;
}

/* Nothing stays of a copy that failed. */
static gboolean
make_copy (OnwardConnection *connection, const char *path, const char *backup, int version, char **reason)
{
  g_autofree char *unfinished = g_strconcat (backup, UNFINISHED, NULL);

  remove_unfinished (path);
  if (create_file (unfinished, reason) && copy_pages (connection, unfinished, reason)
      && verify (connection, unfinished, version, reason) && finish (unfinished, backup, reason))
    {
      remove_oldest (path, version);
      return TRUE;
    }
  g_unlink (unfinished);
  return FALSE;
}

/**
 * onward_backups_make:
 * @connection: the writer's connection; the caller holds the write lock
 * @path: its database
 * @version: its `user_version`
 * @now: for the copy's name
 * @error: return location
 *
 * Copies the database as it is into the folder `backups` beside it, looks whether the copy is whole, and keeps the
 * newest three of its version. Nothing stays of a copy that failed.
 *
 * Returns: (transfer full) (nullable): the copy's path; NULL with @error set
 */
char *
onward_backups_make (OnwardConnection *connection, const char *path, int version, const OnwardNow *now, GError **error)
{
  g_autofree char *backup = choose_path (path, version, now);
  g_autofree char *reason = NULL;

  if (make_copy (connection, path, backup, version, &reason))
    return g_steal_pointer (&backup);
  g_set_error (
      error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FAILED,
      _ ("“%s” comes from an older Onward, and the copy “%s” that is made before it is brought up to date could "
         "not be written: %s. Nothing was changed. Make room on the disk or let the folder be written, and "
         "start again."),
      path, backup, reason);
  return NULL;
}

/**
 * onward_backups_make_now:
 * @path: a database that is open
 * @now: for the copy's name
 * @error: return location
 *
 * The same when the user asks for it: of one moment of the database, whoever writes meanwhile. Any thread; it can take
 * seconds.
 *
 * Returns: (transfer full) (nullable): the copy's path; NULL with @error set
 */
char *
onward_backups_make_now (const char *path, const OnwardNow *now, GError **error)
{
  g_autoptr (OnwardConnection) connection = onward_connection_open (path, ONWARD_CONNECTION_READER, error);
  g_autofree char *backup = NULL;
  g_autofree char *reason = NULL;
  gboolean done;
  int version;

  if (connection == NULL || !onward_connection_execute (connection, "BEGIN", error))
    return NULL;
  /* The first look fixes the moment. */
  version = (int)onward_connection_read_int (connection, "PRAGMA user_version", 0);
  onward_connection_read_int (connection, "SELECT count (*) FROM sqlite_master", 0);
  backup = choose_path (path, version, now);
  done = make_copy (connection, path, backup, version, &reason);
  onward_connection_execute (connection, "COMMIT", NULL);
  if (done)
    return g_steal_pointer (&backup);
  g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FAILED,
               _ ("The copy “%s” could not be written: %s. Your data is as it was. Make room on the disk or let the "
                  "folder be written, and try again."),
               backup, reason);
  return NULL;
}

/**
 * onward_backups_find:
 * @path: a database
 * @version: the newest `user_version` that is of use
 *
 * Returns: (transfer full) (nullable): the newest copy of @path of that version or an older one; NULL when there is
 *   none
 */
char *
onward_backups_find (const char *path, int version)
{
  g_autofree char *folder = get_folder (path);
  g_autoptr (GPtrArray) backups = list_backups (path);

  for (guint i = backups->len; i > 0; i--)
    {
      Backup *backup = backups->pdata[i - 1];

      if (backup->version <= version)
        return g_build_filename (folder, backup->name, NULL);
    }
  return NULL;
}
