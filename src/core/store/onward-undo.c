/* onward-undo.c - the commands that can be taken back, newest last */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-undo.h"

/**
 * onward_undo_step_new:
 * @label: what was done, in the user's words
 * @images: (transfer full) (element-type OnwardImage): the rows it changed
 *
 * Returns: (transfer full): a step
 */
OnwardUndoStep *
onward_undo_step_new (const char *label, GPtrArray *images)
{
  OnwardUndoStep *step = g_new0 (OnwardUndoStep, 1);

  step->label = g_strdup (label);
  step->images = images;
  return step;
}

/**
 * onward_undo_step_free:
 * @step: (transfer full): a step
 */
void
onward_undo_step_free (OnwardUndoStep *step)
{
  g_free (step->label);
  g_ptr_array_unref (step->images);
  g_free (step);
}

/* Is the row still as the command left it? Only then may it be taken back. */
static gboolean
is_untouched (OnwardWriter *writer, OnwardImage *image)
{
  g_autoptr (OnwardRecord) now = onward_rows_load (onward_writer_get_connection (writer), image->type, image->id, NULL);

  if (now == NULL || image->after == NULL)
    return now == NULL && image->after == NULL;
  return onward_record_equal (now, image->after);
}

static gboolean
restore_image (OnwardWriter *writer, OnwardImage *image, GError **error)
{
  if (image->before == NULL)
    return onward_writer_delete (writer, image->type, image->id, error);
  if (image->after == NULL)
    return onward_writer_insert (writer, image->before, error);
  return onward_writer_update (writer, image->before, error);
}

/**
 * onward_undo_step_run:
 * @writer: the writer
 * @step: an #OnwardUndoStep
 * @error: return location
 *
 * A command: writes back what the rows were before; rows that were changed since are left and counted in `kept`. The
 * playbook plans anew afterwards.
 *
 * Returns: whether it was done
 */
gboolean
onward_undo_step_run (OnwardWriter *writer, gpointer step, GError **error)
{
  OnwardUndoStep *self = step;

  self->kept = 0;
  for (guint i = 0; i < self->images->len; i++)
    {
      OnwardImage *image = self->images->pdata[i];

      if (!is_untouched (writer, image))
        self->kept++;
      else if (!restore_image (writer, image, error))
        return FALSE;
    }
  return TRUE;
}
