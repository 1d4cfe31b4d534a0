/* onward-writer.c - the one connection that writes: one command, one transaction */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-writer-private.h"

#include "onward-migrations.h"

#include <string.h>

static void
load_collation (OnwardWriter *self)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (self->connection, "SELECT value FROM meta WHERE name = 'locale'", NULL);

  if (statement != NULL && onward_statement_step (statement, NULL))
    onward_connection_set_collation (self->connection, onward_collation_new (onward_statement_get_text (statement, 0)));
}

/**
 * onward_writer_new:
 * @path: the database
 * @original: (nullable): the file of which @path is a private copy
 * @get_now: asked once a command, on the writer's thread
 * @now_data: for @get_now
 * @error: return location
 *
 * Opens the one connection that writes, and migrates under the write lock.
 *
 * Returns: (transfer full) (nullable): the writer, or NULL with @error set
 */
OnwardWriter *
onward_writer_new (const char *path, const char *original, OnwardNow (*get_now) (gpointer), gpointer now_data,
                   GError **error)
{
  g_autoptr (OnwardWriter) self = g_new0 (OnwardWriter, 1);
  OnwardNow now = get_now (now_data);

  self->get_now = get_now;
  self->now_data = now_data;
  self->patience = -1;
  self->not_opened = g_ptr_array_new_with_free_func (g_object_unref);
  self->lock = onward_lock_new (path, error);
  if (self->lock == NULL || !onward_lock_acquire (self->lock, 30, error))
    return NULL;
  self->connection = onward_migrations_open (path, original, &now, error);
  onward_lock_release (self->lock);
  if (self->connection == NULL)
    return NULL;
  load_collation (self);
  self->changes = onward_changes_new (self->connection);
  self->images = onward_images_new (self->connection);
  self->data_version = onward_connection_read_int (self->connection, "PRAGMA data_version", 0);
  return g_steal_pointer (&self);
}

/**
 * onward_writer_free:
 * @self: (transfer full): a writer, after all readers of this process were closed
 */
void
onward_writer_free (OnwardWriter *self)
{
  gboolean locked = self->lock != NULL && onward_lock_acquire (self->lock, 5, NULL);

  /* The last one out leaves one file, which can be copied and put back as it is. */
  if (locked && self->connection != NULL)
    sqlite3_db_config (onward_connection_get_handle (self->connection), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  g_clear_pointer (&self->connection, onward_connection_close);
  if (locked)
    onward_lock_release (self->lock);
  g_clear_pointer (&self->lock, onward_lock_free);
  g_clear_pointer (&self->changes, onward_changes_free);
  g_clear_pointer (&self->images, onward_images_free);
  g_clear_pointer (&self->not_opened, g_ptr_array_unref);
  g_free (self);
}

void
onward_writer_set_reconcile (OnwardWriter *self, gboolean (*reconcile) (OnwardWriter *writer, GError **error))
{
  self->reconcile = reconcile;
}

void
onward_writer_set_patience (OnwardWriter *self, int seconds)
{
  self->patience = seconds;
}

static void
start_command (OnwardWriter *self)
{
  onward_changes_clear (self->changes);
  onward_images_clear (self->images);
  g_ptr_array_set_size (self->not_opened, 0);
  self->reconciling = FALSE;
  self->reconcile_all = FALSE;
  self->members_changed = FALSE;
  self->dry_run = FALSE;
  self->no_trace = FALSE;
  self->finish = NULL;
  self->now = self->get_now (self->now_data);
}

void
onward_outcome_clear (OnwardOutcome *outcome)
{
  g_clear_pointer (&outcome->changes, g_ptr_array_unref);
  g_clear_pointer (&outcome->images, g_ptr_array_unref);
}

/* The steps of one transaction between BEGIN and COMMIT. */
static gboolean
run_steps (OnwardWriter *self, OnwardCommandFunc command, gpointer data, GError **error)
{
  if (!command (self, data, error) || !onward_search_fill_finish (&self->search_fill, self->connection, error))
    return FALSE;
  self->reconciling = TRUE;
  if (self->reconcile != NULL && !self->reconcile (self, error))
    return FALSE;
  return self->finish == NULL || self->finish (self, self->finish_data, error);
}

/* From here on the command is carried through. A statement that was interrupted says that the database failed. */
static gboolean
end_cancelling (OnwardWriter *self, gboolean done, GError **error)
{
  g_autoptr (GCancellable) cancellable = g_steal_pointer (&self->cancellable);

  if (cancellable == NULL)
    return done;
  onward_writer_set_cancellable (self, NULL);
  if (!g_cancellable_is_cancelled (cancellable))
    return done;
  g_clear_error (error);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* After COMMIT. Pages that are free are zeros already (secure_delete); the log has the rows as they were. When somebody
 * reads it just then, it is emptied by whoever closes the database last. */
static void
empty_log (OnwardWriter *self)
{
  g_autoptr (GError) error = NULL;

  if (!onward_connection_execute (self->connection, "PRAGMA wal_checkpoint (TRUNCATE)", &error))
    g_message ("The log of the database will be emptied later: %s", error->message);
}

/**
 * onward_writer_run:
 * @self: the writer
 * @command: what to do, between BEGIN IMMEDIATE and COMMIT
 * @data: for @command
 * @outcome: (out caller-allocates): what changed; empty after a failure or a dry run
 * @error: return location
 *
 * One command, one transaction: the lock, the command, the playbook, COMMIT to the disk. Nothing stays of a command
 * that fails anywhere on the way. Writer's thread.
 *
 * Returns: whether it is durable (or, for a dry run, would have been)
 */
gboolean
onward_writer_run (OnwardWriter *self, OnwardCommandFunc command, gpointer data, OnwardOutcome *outcome, GError **error)
{
  gboolean done;

  memset (outcome, 0, sizeof *outcome);
  if (!onward_lock_acquire (self->lock, self->patience, error))
    return FALSE;
  start_command (self);
  done = onward_connection_execute (self->connection, "BEGIN IMMEDIATE", error);
  if (done)
    {
      done = onward_migrations_check_version (self->connection, error) && run_steps (self, command, data, error);
      done = end_cancelling (self, done, error);
      if (done && !self->dry_run)
        {
          outcome->images = onward_images_complete (self->images);
          done = onward_connection_execute (self->connection, "COMMIT", error);
        }
      if (!sqlite3_get_autocommit (onward_connection_get_handle (self->connection)))
        sqlite3_exec (onward_connection_get_handle (self->connection), "ROLLBACK", NULL, NULL, NULL);
      if (done && !self->dry_run)
        outcome->changes = onward_changes_collect (self->changes);
      outcome->no_trace = done && self->no_trace && !self->dry_run;
      if (outcome->no_trace)
        empty_log (self);
      onward_search_fill_clear (&self->search_fill);
    }
  onward_lock_release (self->lock);
  if (!done)
    onward_outcome_clear (outcome);
  return done;
}

/**
 * onward_writer_sees_foreign_commit:
 * @self: the writer
 *
 * Returns: whether another process has committed since this was last asked
 */
gboolean
onward_writer_sees_foreign_commit (OnwardWriter *self)
{
  gint64 version = onward_connection_read_int (self->connection, "PRAGMA data_version", self->data_version);
  gboolean changed = version != self->data_version;

  self->data_version = version;
  return changed;
}
