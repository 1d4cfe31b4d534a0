/* onward-store-undo.c - taking commands of the store back, and doing them again */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-store-private.h"

#include <glib/gi18n-lib.h>

/* As many commands can be taken back. */
#define MOST_UNDO_STEPS 100

static void
push_undo (OnwardStore *self, GPtrArray *steps, const char *label, GPtrArray *images)
{
  g_ptr_array_add (steps, onward_undo_step_new (label, images));
  if (steps->len > MOST_UNDO_STEPS)
    g_ptr_array_remove_index (steps, 0);
}

/* Main thread: what a command that is durable has changed can be taken back. */
void
onward_store_keep_undo (OnwardStore *self, OnwardJob *job)
{
  GPtrArray *images = g_steal_pointer (&job->outcome.images);

  if (images == NULL || images->len == 0 || job->kind == ONWARD_JOB_LASTING)
    {
      g_clear_pointer (&images, g_ptr_array_unref);
      return;
    }
  if (job->kind == ONWARD_JOB_STEP)
    g_ptr_array_set_size (self->redo, 0);
  push_undo (self, job->kind == ONWARD_JOB_TAKE_BACK ? self->redo : self->undo, job->label, images);
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
run_step_async (OnwardStore *self, GPtrArray *from, OnwardJobKind kind, GAsyncReadyCallback callback,
                gpointer user_data)
{
  OnwardUndoStep *step;
  OnwardJob *job;

  if (from->len == 0)
    {
      g_task_report_new_error (self, callback, user_data, NULL, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_NOT_FOUND, "%s",
                               _ ("There is nothing to undo."));
      return;
    }
  step = g_ptr_array_steal_index (from, from->len - 1);
  job = onward_job_new (self, step->label, onward_undo_step_run, step, (GDestroyNotify)onward_undo_step_free);
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
  run_step_async (self, self->undo, ONWARD_JOB_TAKE_BACK, callback, user_data);
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
  run_step_async (self, self->redo, ONWARD_JOB_DO_AGAIN, callback, user_data);
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
