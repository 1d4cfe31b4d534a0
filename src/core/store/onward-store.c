/* onward-store.c - the database as the rest of the program sees it: reads at once, writes in order, one signal */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-store.h"

#include "model/onward-collections.h"
#include "onward-identity.h"
#include "onward-private-copy.h"
#include "onward-undo.h"
#include "onward-writer-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* As many commands can be taken back. */
#define MOST_UNDO_STEPS 100

typedef enum
{
  UNDO_NONE,
  UNDO_STEP,
  UNDO_TAKE_BACK,
  UNDO_DO_AGAIN,
} UndoKind;

/* A command on its way through the writer's thread and back. */
typedef struct
{
  OnwardStore *store;
  char *label;
  UndoKind kind;
  OnwardCommandFunc command;
  gpointer data;
  GDestroyNotify destroy;
  GTask *task;      /* NULL when the caller waits */
  gboolean waiting; /* the caller waits for `finished` */
  gboolean finished;
  gboolean done;
  GError *error;
  OnwardOutcome outcome;
} Job;

struct _OnwardStore
{
  GObject parent_instance;

  char *path;
  OnwardPrivateCopy *copy; /* what is really open, where the database cannot be written */
  OnwardNowFunc get_now;
  gpointer now_data;
  OnwardConnection *reader;
  OnwardIdentity *identity;
  GMainContext *context;
  GTimeZone *zone; /* the user's; GLib reads a zone's file again and again when nobody holds it */

  OnwardWriter *writer;
  GThread *thread;
  GAsyncQueue *jobs;
  GMutex mutex;
  GCond finished;

  GPtrArray *undo; /* OnwardUndoStep, newest last */
  GPtrArray *redo;

  GFileMonitor *monitor;
  guint look_source;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];
static Job quit_job;

G_DEFINE_FINAL_TYPE (OnwardStore, onward_store, G_TYPE_OBJECT)

static void
free_job (Job *job)
{
  if (job->destroy != NULL)
    job->destroy (job->data);
  onward_outcome_clear (&job->outcome);
  g_clear_error (&job->error);
  g_clear_object (&job->task);
  g_clear_object (&job->store);
  g_free (job->label);
  g_free (job);
}

/* Main thread: records that are alive are read again before anybody hears of the change. */
static void
announce (OnwardStore *self, const char *table, GArray *ids)
{
  if (self->reader == NULL)
    return;
  onward_identity_refresh (self->identity, table, ids);
  g_signal_emit (self, signals[CHANGED], 0, table, ids);
}

static void
push_undo (OnwardStore *self, GPtrArray *steps, const char *label, GPtrArray *images)
{
  g_ptr_array_add (steps, onward_undo_step_new (label, images));
  if (steps->len > MOST_UNDO_STEPS)
    g_ptr_array_remove_index (steps, 0);
}

static void
keep_undo (Job *job)
{
  OnwardStore *self = job->store;
  GPtrArray *images = g_steal_pointer (&job->outcome.images);

  if (images == NULL || images->len == 0 || job->kind == UNDO_NONE)
    {
      g_clear_pointer (&images, g_ptr_array_unref);
      return;
    }
  if (job->kind == UNDO_STEP)
    g_ptr_array_set_size (self->redo, 0);
  push_undo (self, job->kind == UNDO_TAKE_BACK ? self->redo : self->undo, job->label, images);
}

/* Main thread, after COMMIT or a failure. */
static gboolean
finish_job_cb (gpointer data)
{
  Job *job = data;

  if (job->done)
    {
      keep_undo (job);
      for (guint i = 0; job->outcome.changes != NULL && i < job->outcome.changes->len; i++)
        {
          OnwardChange *change = job->outcome.changes->pdata[i];

          announce (job->store, change->table, change->ids);
        }
    }
  if (job->task != NULL && job->done)
    g_task_return_boolean (job->task, TRUE);
  else if (job->task != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  return G_SOURCE_REMOVE;
}

static gboolean
announce_everything_cb (gpointer data)
{
  OnwardStore *self = data;
  guint n;
  const GType *types = onward_collections_get_types (&n);

  for (guint i = 0; i < n; i++)
    announce (self, onward_record_type_get_table (types[i])->name, NULL);
  announce (self, "members", NULL);
  return G_SOURCE_REMOVE;
}

/* Not g_main_context_invoke(): it runs the function here, on the writer's thread, whenever the main thread is not in its
 * loop at that instant. */
static void
run_on_main_thread (OnwardStore *self, GSourceFunc function, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, function, data, destroy);
  g_source_attach (source, self->context);
}

/* What time alters is planned in the copy too; what the user does would be lost with it. */
static gboolean
may_run (OnwardStore *self, Job *job)
{
  if (self->copy == NULL || job->kind == UNDO_NONE)
    return TRUE;
  onward_store_refuse_to_write (self, &job->error);
  return FALSE;
}

static gpointer
run_writer_thread (gpointer data)
{
  OnwardStore *self = data;
  Job *job;

  while ((job = g_async_queue_pop (self->jobs)) != &quit_job)
    {
      if (job->command == NULL)
        {
          /* Only a look whether another process has written. */
          if (onward_writer_sees_foreign_commit (self->writer))
            run_on_main_thread (self, announce_everything_cb, g_object_ref (self), g_object_unref);
          free_job (job);
          continue;
        }
      job->done =
          may_run (self, job) && onward_writer_run (self->writer, job->command, job->data, &job->outcome, &job->error);
      if (job->waiting)
        {
          g_mutex_lock (&self->mutex);
          job->finished = TRUE;
          g_cond_broadcast (&self->finished);
          g_mutex_unlock (&self->mutex);
        }
      else
        run_on_main_thread (self, finish_job_cb, job, (GDestroyNotify)free_job);
    }
  return NULL;
}

static Job *
create_job (OnwardStore *self, const char *label, OnwardCommandFunc command, gpointer data, GDestroyNotify destroy)
{
  Job *job = g_new0 (Job, 1);

  job->store = g_object_ref (self);
  job->label = g_strdup (label);
  job->kind = label != NULL ? UNDO_STEP : UNDO_NONE;
  job->command = command;
  job->data = data;
  job->destroy = destroy;
  return job;
}

static gboolean
look_cb (gpointer data)
{
  OnwardStore *self = data;

  self->look_source = 0;
  /* Holds no reference: the last one must not be dropped on the writer's thread, which closing waits for. */
  g_async_queue_push (self->jobs, g_new0 (Job, 1));
  return G_SOURCE_REMOVE;
}

/* A commit of another process touches the folder's files; many touches of one commit become one look. */
static void
folder_changed_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data)
{
  OnwardStore *self = data;

  if (self->look_source == 0)
    self->look_source = g_timeout_add (50, look_cb, self);
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
  self->writer = onward_writer_new (path, get_now, now_data, error);
  if (self->writer == NULL)
    return NULL;
  self->reader = onward_connection_open (path, ONWARD_CONNECTION_READER, error);
  if (self->reader == NULL)
    return NULL;
  self->identity = onward_identity_new (self->reader);
  self->thread = g_thread_new ("onward-writer", run_writer_thread, self);
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
  g_clear_handle_id (&self->look_source, g_source_remove);
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  if (self->thread != NULL)
    {
      g_async_queue_push (self->jobs, &quit_job);
      g_thread_join (g_steal_pointer (&self->thread));
    }
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
 * onward_store_watch:
 * @self: a store
 *
 * From now on the commits of other processes are announced as well.
 */
void
onward_store_watch (OnwardStore *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  self->monitor = g_file_monitor_directory (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor == NULL)
    return;
  g_file_monitor_set_rate_limit (self->monitor, 100);
  g_signal_connect (self->monitor, "changed", G_CALLBACK (folder_changed_cb), self);
}

/**
 * onward_store_get_record:
 * @self: a store
 * @type: a record class
 * @id: a row
 *
 * Main thread. There is one object a row for as long as somebody holds it; it notifies when the row changes.
 *
 * Returns: (transfer full) (nullable): the record; NULL when there is no such row
 */
gpointer
onward_store_get_record (OnwardStore *self, GType type, gint64 id)
{
  return onward_identity_get (self->identity, type, id);
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

/**
 * onward_store_run_async:
 * @self: a store
 * @label: (nullable): what is done, in the user's words, for Undo; NULL when it cannot be undone
 * @command: runs on the writer's thread
 * @data: for @command
 * @destroy: (nullable): frees @data, on the main thread
 * @callback: (nullable): called on the main thread when it is durable, after `changed`
 * @user_data: for @callback
 *
 * Commands run in the order in which they were given, each in a transaction of its own.
 */
void
onward_store_run_async (OnwardStore *self, const char *label, OnwardCommandFunc command, gpointer data,
                        GDestroyNotify destroy, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = create_job (self, label, command, data, destroy);

  job->task = g_task_new (self, NULL, callback, user_data);
  g_async_queue_push (self->jobs, job);
}

/**
 * onward_store_run_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether the command is durable
 */
gboolean
onward_store_run_finish (OnwardStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * onward_store_run:
 * @self: a store
 * @label: (nullable): as for onward_store_run_async()
 * @command: runs on the writer's thread
 * @data: for @command
 * @error: return location
 *
 * Waits until it is durable. For programs without a window, and for tests.
 *
 * Returns: whether the command is durable
 */
gboolean
onward_store_run (OnwardStore *self, const char *label, OnwardCommandFunc command, gpointer data, GError **error)
{
  Job *job = create_job (self, label, command, data, NULL);
  gboolean done;

  job->waiting = TRUE;
  g_async_queue_push (self->jobs, job);
  g_mutex_lock (&self->mutex);
  while (!job->finished)
    g_cond_wait (&self->finished, &self->mutex);
  g_mutex_unlock (&self->mutex);
  done = job->done;
  finish_job_cb (job);
  if (!done)
    g_propagate_error (error, g_steal_pointer (&job->error));
  free_job (job);
  return done;
}

static const char *
get_last_label (GPtrArray *steps)
{
  return steps->len > 0 ? ((OnwardUndoStep *)steps->pdata[steps->len - 1])->label : NULL;
}

/**
 * onward_store_get_undo_label:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): what Undo would take back; NULL when there is nothing
 */
const char *
onward_store_get_undo_label (OnwardStore *self)
{
  return get_last_label (self->undo);
}

/**
 * onward_store_get_redo_label:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): what Redo would do again; NULL when there is nothing
 */
const char *
onward_store_get_redo_label (OnwardStore *self)
{
  return get_last_label (self->redo);
}

static void
run_step_async (OnwardStore *self, GPtrArray *from, UndoKind kind, GAsyncReadyCallback callback, gpointer user_data)
{
  OnwardUndoStep *step;
  Job *job;

  if (from->len == 0)
    {
      g_task_report_new_error (self, callback, user_data, NULL, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_NOT_FOUND, "%s",
                               _ ("There is nothing to undo."));
      return;
    }
  step = g_ptr_array_steal_index (from, from->len - 1);
  job = create_job (self, step->label, onward_undo_step_run, step, (GDestroyNotify)onward_undo_step_free);
  job->kind = kind;
  job->task = g_task_new (self, NULL, callback, user_data);
  g_async_queue_push (self->jobs, job);
}

/**
 * onward_store_undo_async:
 * @self: a store
 * @callback: (nullable): finish with onward_store_run_finish()
 * @user_data: for @callback
 *
 * Takes back the newest command that can be; rows changed since are left as they are.
 */
void
onward_store_undo_async (OnwardStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  run_step_async (self, self->undo, UNDO_TAKE_BACK, callback, user_data);
}

/**
 * onward_store_redo_async:
 * @self: a store
 * @callback: (nullable): finish with onward_store_run_finish()
 * @user_data: for @callback
 *
 * Does again what was undone last.
 */
void
onward_store_redo_async (OnwardStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  run_step_async (self, self->redo, UNDO_DO_AGAIN, callback, user_data);
}

/**
 * onward_store_clear_undo:
 * @self: a store
 *
 * Forgets what could be undone: after something that must leave no trace.
 */
void
onward_store_clear_undo (OnwardStore *self)
{
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
}
