/* onward-store-undo.c - taking commands of the store back, and doing them again */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-store-private.h"

#include <glib/gi18n-lib.h>

/* What was left as it is, and where to look. */
static void
note_undone (OnwardStore *self, OnwardUndoStep *step)
{
  g_free (self->undo_left);
  self->undo_left = onward_undo_step_describe_left (step);
  self->undo_subject_type = step->subject_type;
  self->undo_subject = step->subject;
}

/* Main thread: what a command that is durable has changed can be taken back; one that was to be and could not, still
 * can. */
void
onward_store_keep_undo (OnwardStore *self, OnwardJob *job)
{
  gboolean takes_back = job->kind == ONWARD_JOB_TAKE_BACK;
  GPtrArray *images = g_steal_pointer (&job->outcome.images);

  if (takes_back || job->kind == ONWARD_JOB_DO_AGAIN)
    {
      if (job->done)
        note_undone (self, job->data);
      else
        g_ptr_array_add (takes_back ? self->undo : self->redo, g_steal_pointer (&job->data));
    }
  if (job->data == NULL)
    job->destroy = NULL;
  if (job->outcome.no_trace)
    {
      onward_store_clear_undo (self);
      g_clear_pointer (&images, g_ptr_array_unref);
    }
  if (images == NULL || images->len == 0 || job->kind == ONWARD_JOB_LASTING)
    {
      g_clear_pointer (&images, g_ptr_array_unref);
      return;
    }
  if (job->kind == ONWARD_JOB_STEP)
    g_ptr_array_set_size (self->redo, 0);
  g_ptr_array_add (takes_back ? self->redo : self->undo, onward_undo_step_new (job->label, images));
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
 * onward_store_get_undo_left:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): a sentence that says what the last Undo or Redo left as it is, because it was
 *   changed since; NULL when it left nothing
 */
const char *
onward_store_get_undo_left (OnwardStore *self)
{
  return self->undo_left;
}

/**
 * onward_store_get_undo_subject:
 * @self: a store
 * @id: (out): the row
 *
 * Returns: the class of what the last Undo or Redo was about, an opportunity or a contact; %G_TYPE_INVALID for anything
 *   else
 */
GType
onward_store_get_undo_subject (OnwardStore *self, gint64 *id)
{
  *id = self->undo_subject;
  return self->undo_subject_type;
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
