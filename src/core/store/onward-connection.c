/* onward-connection.c - one SQLite connection with its prepared statements */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-connection.h"

#include "onward-fold.h"
#include "onward-phone-words.h"
#include "onward-searches.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

struct _OnwardConnection
{
  sqlite3 *handle;
  GHashTable *statements; /* SQL text -> OnwardStatement that nobody uses now */
  OnwardCollation *collation;
  char *stray; /* a file that only a look at the database made */
};

struct _OnwardStatement
{
  OnwardConnection *connection;
  sqlite3_stmt *handle;
};

/* clang-format off */
G_DEFINE_QUARK (onward-store-error-quark, onward_store_error)
/* clang-format on */

static void
free_statement (OnwardStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self);
}

/* Every connection: wait for a short lock, no memory map, deleted content overwritten, references checked. Readers
 * never checkpoint: two connections that do so at one instant can corrupt a WAL database before SQLite 3.51.3. */
static gboolean
configure_connection (OnwardConnection *self, OnwardConnectionMode mode, GError **error)
{
  sqlite3_busy_timeout (self->handle, 5000);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (onward_fold_install (self->handle) != SQLITE_OK || onward_phone_words_install (self->handle) != SQLITE_OK
      || onward_searches_install (self->handle) != SQLITE_OK)
    return onward_connection_set_error (self, "onward_fold", error);
  if (!onward_connection_execute (self,
                                  "PRAGMA mmap_size = 0; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;"
                                  " PRAGMA temp_store = MEMORY;",
                                  error))
    return FALSE;
  if (mode != ONWARD_CONNECTION_WRITER)
    return onward_connection_execute (
        self, "PRAGMA wal_autocheckpoint = 0; PRAGMA query_only = ON; PRAGMA cache_size = -8000;", error);
  return TRUE;
}

/* A statement's text is hashed three times a use, and some are a thousand bytes: the length and the last bytes tell
 * most of them apart, and strcmp the rest. */
static guint
hash_sql (gconstpointer key)
{
  gsize length = strlen (key);
  guint hash = (guint)length;

  for (const char *p = (const char *)key + length - MIN (length, 24); *p != '\0'; p++)
    hash = hash * 33 + (guchar)*p;
  return hash;
}

/* Without anything in its log the file itself says all, and SQLite needs no other. With a log that holds something, it
 * reads that too, and its index as it is; where the index is missing nobody has the database open, and what SQLite
 * makes goes again. */
static char *
build_peek_uri (OnwardConnection *self, const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  GStatBuf info;

  if (g_stat (log, &info) != 0 || info.st_size == 0)
    return g_strconcat ("file:", escaped, "?mode=ro&immutable=1", NULL);
  if (g_file_test (index, G_FILE_TEST_EXISTS))
    return g_strconcat ("file:", escaped, "?mode=ro&readonly_shm=1", NULL);
  self->stray = g_steal_pointer (&index);
  return g_strconcat ("file:", escaped, "?mode=ro", NULL);
}

/**
 * onward_connection_open:
 * @path: the database file
 * @mode: what it is for
 * @error: return location
 *
 * Opens without looking at what is inside; see onward_migrations_run(). For use on one thread at a time.
 *
 * Returns: (transfer full) (nullable): the connection, or NULL with @error set
 */
OnwardConnection *
onward_connection_open (const char *path, OnwardConnectionMode mode, GError **error)
{
  g_autoptr (OnwardConnection) self = g_new0 (OnwardConnection, 1);
  g_autofree char *uri = mode == ONWARD_CONNECTION_PEEK ? build_peek_uri (self, path) : NULL;
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;

  if (mode == ONWARD_CONNECTION_WRITER)
    flags |= SQLITE_OPEN_CREATE;
  else if (mode == ONWARD_CONNECTION_PEEK)
    flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
  self->statements = g_hash_table_new_full (hash_sql, g_str_equal, NULL, (GDestroyNotify)free_statement);
  if (sqlite3_open_v2 (uri != NULL ? uri : path, &self->handle, flags, NULL) != SQLITE_OK)
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FAILED,
                   _ ("The database “%s” cannot be opened: %s. Check that the folder exists and is yours."), path,
                   sqlite3_errmsg (self->handle));
      return NULL;
    }
  sqlite3_extended_result_codes (self->handle, 1);
  if (!configure_connection (self, mode, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * onward_connection_close:
 * @self: (transfer full): a connection
 *
 * Ends its statements and closes it. The caller of a writer holds the write lock.
 */
void
onward_connection_close (OnwardConnection *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->collation, onward_collation_free);
  sqlite3_close (self->handle);
  if (self->stray != NULL)
    g_unlink (self->stray);
  g_free (self->stray);
  g_free (self);
}

/**
 * onward_connection_get_handle:
 * @self: a connection
 *
 * Returns: (transfer none): SQLite's own object, for hooks and the backup API
 */
sqlite3 *
onward_connection_get_handle (OnwardConnection *self)
{
  return self->handle;
}

/**
 * onward_connection_get_collation:
 * @self: a connection
 *
 * Returns: (transfer none) (nullable): the order in which it writes sort keys
 */
OnwardCollation *
onward_connection_get_collation (OnwardConnection *self)
{
  return self->collation;
}

/**
 * onward_connection_set_collation:
 * @self: the writer's connection
 * @collation: (transfer full) (nullable): the order for the sort keys it writes from now on
 */
void
onward_connection_set_collation (OnwardConnection *self, OnwardCollation *collation)
{
  g_clear_pointer (&self->collation, onward_collation_free);
  self->collation = collation;
}

/**
 * onward_connection_set_error:
 * @self: a connection whose last call failed
 * @what: what was being done, for the message (SQL, or words)
 * @error: return location
 *
 * Returns: FALSE
 */
gboolean
onward_connection_set_error (OnwardConnection *self, const char *what, GError **error)
{
  const char *path = sqlite3_db_filename (self->handle, "main");
  const char *reason = sqlite3_errmsg (self->handle);
  int code = sqlite3_extended_errcode (self->handle) & 0xff;

  /* Room for the index of the log is asked for in another way, and then SQLite does not say why there was none. */
  if (code == SQLITE_IOERR && sqlite3_system_errno (self->handle) == ENOSPC)
    code = SQLITE_FULL;
  switch (code)
    {
    case SQLITE_NOTADB:
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FOREIGN,
                   _ ("“%s” is not an Onward database, and it was not changed. Choose another file."), path);
      break;
    case SQLITE_FULL:
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FAILED,
                   _ ("The disk is full, so nothing was written to “%s”. Free some space and try again."), path);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_BUSY,
                   _ ("Another program is using the database. Try again in a moment."));
      break;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PROTOCOL:
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FAILED,
                   _ ("The disk failed at “%s”: %s. What was written before is kept. Check the disk and try again."),
                   path, reason);
      break;
    case SQLITE_CORRUPT:
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FAILED,
                   _ ("“%s” is damaged: %s. Keep a copy of the file, and go back to a backup."), path, reason);
      break;
    default:
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FAILED, _ ("The database failed: %s (in: %s)"), reason,
                   what);
    }
  return FALSE;
}

/**
 * onward_connection_execute:
 * @self: a connection
 * @sql: one or more statements without parameters
 * @error: return location
 *
 * Returns: whether all of them were done
 */
gboolean
onward_connection_execute (OnwardConnection *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    return onward_connection_set_error (self, sql, error);
  return TRUE;
}

/**
 * onward_connection_prepare:
 * @self: a connection
 * @sql: one statement; compiled once a connection and kept
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a statement to bind, step and release (g_autoptr), or NULL with @error set
 */
OnwardStatement *
onward_connection_prepare (OnwardConnection *self, const char *sql, GError **error)
{
  OnwardStatement *statement;
  char *key;

  if (g_hash_table_steal_extended (self->statements, sql, (gpointer *)&key, (gpointer *)&statement))
    return statement;
  statement = g_new0 (OnwardStatement, 1);
  statement->connection = self;
  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement->handle, NULL) != SQLITE_OK)
    {
      onward_connection_set_error (self, sql, error);
      g_free (statement);
      return NULL;
    }
  return statement;
}

/**
 * onward_statement_release:
 * @self: (transfer full): a statement
 *
 * Ends the read it may be in, forgets its parameters and gives it back to its connection for the next use.
 */
void
onward_statement_release (OnwardStatement *self)
{
  const char *sql = sqlite3_sql (self->handle);

  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  if (g_hash_table_contains (self->connection->statements, sql))
    free_statement (self);
  else
    g_hash_table_insert (self->connection->statements, (char *)sql, self);
}

/**
 * onward_connection_read_int:
 * @self: a connection
 * @sql: a query without parameters
 * @fallback: what is returned when there is no row or the query fails
 *
 * Returns: the first column of the first row
 */
gint64
onward_connection_read_int (OnwardConnection *self, const char *sql, gint64 fallback)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (self, sql, NULL);

  if (statement == NULL || !onward_statement_step (statement, NULL))
    return fallback;
  return onward_statement_get_int (statement, 0);
}

/**
 * onward_statement_bind_int:
 * @self: a statement
 * @parameter: from 1
 * @value: a number
 */
void
onward_statement_bind_int (OnwardStatement *self, int parameter, gint64 value)
{
  sqlite3_bind_int64 (self->handle, parameter, value);
}

/**
 * onward_statement_bind_id:
 * @self: a statement
 * @parameter: from 1
 * @id: a row; 0 is bound as NULL
 */
void
onward_statement_bind_id (OnwardStatement *self, int parameter, gint64 id)
{
  if (id == 0)
    sqlite3_bind_null (self->handle, parameter);
  else
    sqlite3_bind_int64 (self->handle, parameter, id);
}

/**
 * onward_statement_bind_text:
 * @self: a statement
 * @parameter: from 1
 * @value: (nullable): UTF-8, copied; NULL is bound as NULL
 */
void
onward_statement_bind_text (OnwardStatement *self, int parameter, const char *value)
{
  sqlite3_bind_text (self->handle, parameter, value, -1, SQLITE_TRANSIENT);
}

/**
 * onward_statement_bind_blob:
 * @self: a statement
 * @parameter: from 1
 * @data: (nullable): bytes, copied; NULL is bound as NULL
 * @size: how many
 */
void
onward_statement_bind_blob (OnwardStatement *self, int parameter, const void *data, gsize size)
{
  sqlite3_bind_blob64 (self->handle, parameter, data, size, SQLITE_TRANSIENT);
}

/**
 * onward_statement_bind_null:
 * @self: a statement
 * @parameter: from 1
 */
void
onward_statement_bind_null (OnwardStatement *self, int parameter)
{
  sqlite3_bind_null (self->handle, parameter);
}

/**
 * onward_statement_step:
 * @self: a statement
 * @error: return location
 *
 * Returns: TRUE when there is a row to read; FALSE at the end, or with @error set when it failed
 */
gboolean
onward_statement_step (OnwardStatement *self, GError **error)
{
  int result = sqlite3_step (self->handle);

  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    onward_connection_set_error (self->connection, sqlite3_sql (self->handle), error);
  return FALSE;
}

/**
 * onward_statement_run:
 * @self: a statement that gives no rows
 * @error: return location
 *
 * Runs it to the end and resets it, so that it can be bound again.
 *
 * Returns: whether it was done
 */
gboolean
onward_statement_run (OnwardStatement *self, GError **error)
{
  int result = sqlite3_step (self->handle);

  if (result != SQLITE_DONE && result != SQLITE_ROW)
    {
      onward_connection_set_error (self->connection, sqlite3_sql (self->handle), error);
      sqlite3_reset (self->handle);
      return FALSE;
    }
  sqlite3_reset (self->handle);
  return TRUE;
}

/**
 * onward_statement_read_ids:
 * @self: a statement whose first column is an id
 * @ids: (element-type gint64): where they are put, behind what it has
 * @error: (nullable): return location
 *
 * Runs it to the end and resets it: records can be loaded meanwhile.
 *
 * Returns: whether all could be read
 */
gboolean
onward_statement_read_ids (OnwardStatement *self, GArray *ids, GError **error)
{
  GError *failure = NULL;

  while (onward_statement_step (self, &failure))
    {
      gint64 id = onward_statement_get_int (self, 0);

      g_array_append_val (ids, id);
    }
  onward_statement_reset (self);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * onward_statement_reset:
 * @self: a statement
 *
 * Ready to be stepped from the start, with the same parameters.
 */
void
onward_statement_reset (OnwardStatement *self)
{
  sqlite3_reset (self->handle);
}

/**
 * onward_statement_get_int:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: the number; 0 for NULL
 */
gint64
onward_statement_get_int (OnwardStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * onward_statement_get_text:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): the text, until the next step; NULL for NULL
 */
const char *
onward_statement_get_text (OnwardStatement *self, int column)
{
  return (const char *)sqlite3_column_text (self->handle, column);
}

/**
 * onward_statement_is_null:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: whether the column is NULL
 */
gboolean
onward_statement_is_null (OnwardStatement *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}
