/* onward-store-run.c - commands on their way through the writer's thread and back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-store-private.h"

static OnwardJob quit_job;

static void
free_job (OnwardJob *job)
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

/* Main thread, after COMMIT or a failure. */
static gboolean
finish_job_cb (gpointer data)
{
  OnwardJob *job = data;

  onward_store_keep_undo (job->store, job);
  if (job->done)
    {
      for (guint i = 0; job->outcome.changes != NULL && i < job->outcome.changes->len; i++)
        {
          OnwardChange *change = job->outcome.changes->pdata[i];

          onward_store_announce (job->store, change->table, change->ids);
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
  onward_store_announce_everything (data);
  return G_SOURCE_REMOVE;
}

/* Not g_main_context_invoke(): it runs the function here, on the writer's thread, whenever the main thread is not in
 * its loop at that instant. */
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
may_run (OnwardStore *self, OnwardJob *job)
{
  if (self->copy == NULL || job->kind == ONWARD_JOB_LASTING)
    return TRUE;
  onward_store_refuse_to_write (self, &job->error);
  return FALSE;
}

static gpointer
run_writer_thread (gpointer data)
{
  OnwardStore *self = data;
  OnwardJob *job;

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

OnwardJob *
onward_job_new (OnwardStore *store, const char *label, OnwardCommandFunc command, gpointer data, GDestroyNotify destroy)
{
  OnwardJob *job = g_new0 (OnwardJob, 1);

  job->store = g_object_ref (store);
  job->label = g_strdup (label);
  job->kind = label != NULL ? ONWARD_JOB_STEP : ONWARD_JOB_LASTING;
  job->command = command;
  job->data = data;
  job->destroy = destroy;
  return job;
}

void
onward_store_start_thread (OnwardStore *self)
{
  self->thread = g_thread_new ("onward-writer", run_writer_thread, self);
}

/* Waits for the commands that were given. */
void
onward_store_stop_thread (OnwardStore *self)
{
  if (self->thread == NULL)
    return;
  g_async_queue_push (self->jobs, &quit_job);
  g_thread_join (g_steal_pointer (&self->thread));
}

/* Holds no reference: the last one must not be dropped on the writer's thread, which closing waits for. */
void
onward_store_look_for_foreign_commit (OnwardStore *self)
{
  g_async_queue_push (self->jobs, g_new0 (OnwardJob, 1));
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
  OnwardJob *job = onward_job_new (self, label, command, data, destroy);

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
  OnwardJob *job = onward_job_new (self, label, command, data, NULL);
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
