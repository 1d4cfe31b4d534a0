/* onward-store.c - the database as the rest of the program sees it: reads at once, writes in order, one signal */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-store-private.h"

#include "onward-migrations.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardStore, onward_store, G_TYPE_OBJECT)

/* Main thread: records that are alive are read again before anybody hears of the change. */
void
onward_store_announce (OnwardStore *self, const char *table, GArray *ids)
{
  if (self->reader == NULL)
    return;
  onward_identity_refresh (self->identity, table, ids);
  g_signal_emit (self, signals[CHANGED], 0, table, ids);
}

static void
onward_store_dispose (GObject *object)
{
  onward_store_close (ONWARD_STORE (object));
  G_OBJECT_CLASS (onward_store_parent_class)->dispose (object);
}

static void
onward_store_finalize (GObject *object)
{
  OnwardStore *self = ONWARD_STORE (object);

  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_free (self->undo_left);
  g_async_queue_unref (self->jobs);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->finished);
  g_main_context_unref (self->context);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self->path);
  G_OBJECT_CLASS (onward_store_parent_class)->finalize (object);
}

static void
onward_store_class_init (OnwardStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = onward_store_dispose;
  object_class->finalize = onward_store_finalize;

  /**
   * OnwardStore::changed:
   * @self: the store
   * @table: the table's name; `members` for settings and profile
   * @ids: (nullable) (element-type gint64): the rows; NULL = anything in that table
   *
   * The one signal that says that data is different now, from whatever side. Main thread, after COMMIT; the records
   * that are alive have been read again.
   */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                    G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_ARRAY | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
onward_store_init (OnwardStore *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->jobs = g_async_queue_new ();
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_undo_step_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_undo_step_free);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->finished);
}

/* The folder is 0700 and the file 0600 under any umask, before SQLite has it open. */
static gboolean
prepare_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean existed = g_file_test (path, G_FILE_TEST_EXISTS);
  int fd;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FOREIGN,
                   _ ("“%s” is a folder, and not a database. Name a file in it."), path);
      return FALSE;
    }
  if (g_mkdir_with_parents (folder, 0700) != 0 || (fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600)) < 0)
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FAILED,
                   _ ("The database “%s” cannot be opened: %s. Check that the folder exists and is yours."), path,
                   g_strerror (errno));
      return FALSE;
    }
  if (!existed)
    fchmod (fd, 0600);
  close (fd);
  return TRUE;
}

/**
 * onward_store_get_default_path:
 *
 * Returns: (transfer full): the user's own database, `$XDG_DATA_HOME/onward/onward.db`
 */
char *
onward_store_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "onward", "onward.db", NULL);
}

/**
 * onward_store_open:
 * @path: the database; made when it does not exist
 * @get_now: what time it is and where, asked on any thread
 * @now_data: for @get_now
 * @error: return location
 *
 * Main thread. Migrates when needed. A database that can be read but not written is opened too: what is read is planned
 * anew in a copy, and commands are refused (onward_store_is_read_only()).
 *
 * Returns: (transfer full) (nullable): the store, or NULL with @error set
 */
OnwardStore *
onward_store_open (const char *path, OnwardNowFunc get_now, gpointer now_data, GError **error)
{
  g_autoptr (OnwardStore) self = g_object_new (ONWARD_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->get_now = get_now;
  self->now_data = now_data;
  self->zone = g_time_zone_new_identifier (get_now (now_data).zone);
  if (onward_private_copy_is_needed (path))
    {
      self->copy = onward_private_copy_new (path, error);
      if (self->copy == NULL)
        return NULL;
      path = onward_private_copy_get_path (self->copy);
    }
  else if (!prepare_file (path, error))
    return NULL;
  self->writer = onward_writer_new (path, self->copy != NULL ? self->path : NULL, get_now, now_data, error);
  if (self->writer == NULL)
    return NULL;
  self->reader = onward_connection_open (path, ONWARD_CONNECTION_READER, error);
  if (self->reader == NULL)
    return NULL;
  self->identity = onward_identity_new (self->reader);
  onward_store_start_thread (self);
  return g_steal_pointer (&self);
}

/**
 * onward_store_close:
 * @self: a store
 *
 * Waits for the commands that were given, then closes; the writer last, under the lock. Nothing can be read or written
 * afterwards. Done by dispose as well.
 */
void
onward_store_close (OnwardStore *self)
{
  onward_store_stop_watching (self);
  onward_store_stop_thread (self);
  g_clear_pointer (&self->identity, onward_identity_free);
  g_clear_pointer (&self->reader, onward_connection_close);
  g_clear_pointer (&self->writer, onward_writer_free);
  g_clear_pointer (&self->copy, onward_private_copy_free);
}

/**
 * onward_store_is_read_only:
 * @self: a store
 *
 * Returns: whether its file, or the folder of it, cannot be written, so that nothing can be changed
 */
gboolean
onward_store_is_read_only (OnwardStore *self)
{
  return self->copy != NULL;
}

/**
 * onward_store_is_outdated:
 * @self: a store
 *
 * Main thread.
 *
 * Returns: whether another program has brought the database to a version that this one does not write
 */
gboolean
onward_store_is_outdated (OnwardStore *self)
{
  return self->copy == NULL
         && onward_connection_read_int (self->reader, "PRAGMA user_version", onward_migrations_get_version ())
                != onward_migrations_get_version ();
}

/**
 * onward_store_refuse_to_write:
 * @self: a store that can only be read
 * @error: return location
 *
 * Says so, for those who would change something.
 */
void
onward_store_refuse_to_write (OnwardStore *self, GError **error)
{
  g_set_error (
      error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FAILED,
      _ ("“%s” can only be read, so nothing was changed. Let the file and its folder be written, and try again."),
      self->path);
}

/**
 * onward_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): its file
 */
const char *
onward_store_get_path (OnwardStore *self)
{
  return self->path;
}

/**
 * onward_store_get_connection:
 * @self: a store
 *
 * For the query functions of this folder. Main thread; step a read to its end before going back to the main loop.
 *
 * Returns: (transfer none): the query-only connection
 */
OnwardConnection *
onward_store_get_connection (OnwardStore *self)
{
  return self->reader;
}

/**
 * onward_store_begin_reads:
 * @self: a store
 *
 * Many small reads until onward_store_end_reads() see one state, and take the locks of the file once and not each for
 * itself. Main thread; end them before going back to the main loop.
 */
void
onward_store_begin_reads (OnwardStore *self)
{
  onward_connection_execute (self->reader, "BEGIN", NULL);
}

/**
 * onward_store_end_reads:
 * @self: a store
 *
 * Ends what onward_store_begin_reads() began.
 */
void
onward_store_end_reads (OnwardStore *self)
{
  onward_connection_execute (self->reader, "COMMIT", NULL);
}

/**
 * onward_store_get_now:
 * @self: a store
 *
 * Returns: the moment and the user's zone
 */
OnwardNow
onward_store_get_now (OnwardStore *self)
{
  return self->get_now (self->now_data);
}

/**
 * onward_store_set_reconcile:
 * @self: a store to which no command was given yet
 * @reconcile: plans the follow-ups anew at the end of every command, in its transaction
 */
void
onward_store_set_reconcile (OnwardStore *self, gboolean (*reconcile) (OnwardWriter *writer, GError **error))
{
  onward_writer_set_reconcile (self->writer, reconcile);
}

/**
 * onward_store_set_patience:
 * @self: a store to which no command was given yet
 * @seconds: how long a command waits for another program's write; -1 = until it is over
 */
void
onward_store_set_patience (OnwardStore *self, int seconds)
{
  onward_writer_set_patience (self->writer, seconds);
}

/**
 * onward_store_get_record:
 * @self: a store
 * @type: a record class
 * @id: a row
 *
 * Main thread. There is one object a row for as long as somebody holds it; it notifies when the row changes. When the
 * row is gone it stays as it was: whether it is, onward_store_has_record() knows.
 *
 * Returns: (transfer full) (nullable): the record; NULL when there is no such row, and nobody holds what it was
 */
gpointer
onward_store_get_record (OnwardStore *self, GType type, gint64 id)
{
  return onward_identity_get (self->identity, type, id);
}

/**
 * onward_store_has_record:
 * @self: a store
 * @type: a record class
 * @id: a row
 *
 * Main thread.
 *
 * Returns: whether there is such a row now; one that cannot be read is not gone
 */
gboolean
onward_store_has_record (OnwardStore *self, GType type, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnwardRecord) record = onward_rows_load (self->reader, type, id, &error);

  return record != NULL || !g_error_matches (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_NOT_FOUND);
}

/**
 * onward_store_get_children:
 * @self: a store
 * @parent: a record
 * @child_type: the class of one of its lists
 *
 * Returns: (transfer full) (element-type OnwardRecord): the children as they are now, in order
 */
GPtrArray *
onward_store_get_children (OnwardStore *self, gpointer parent, GType child_type)
{
  GPtrArray *children = onward_rows_load_children (self->reader, child_type, ONWARD_RECORD (parent)->id, NULL);

  return children != NULL ? children : g_ptr_array_new_with_free_func (g_object_unref);
}
