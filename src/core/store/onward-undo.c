/* onward-undo.c - the commands that can be taken back, newest last */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-undo.h"

#include "model/onward-company.h"
#include "model/onward-contact.h"
#include "model/onward-follow-up.h"
#include "model/onward-interview.h"
#include "model/onward-opportunity.h"

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
  g_autoptr (OnwardRecord) now = NULL;
  g_autofree char *value = NULL;

  if (image->member != NULL)
    {
      value = onward_writer_get_member (writer, image->part, image->member, NULL);
      return g_strcmp0 (value, image->value_after) == 0;
    }
  now = onward_rows_load (onward_writer_get_connection (writer), image->type, image->id, NULL);
  if (now == NULL || image->after == NULL)
    return now == NULL && image->after == NULL;
  return onward_record_equal (now, image->after);
}

/* How a follow-up says what it is about; NULL for a class it never is about. */
static const char *
get_reference (GType type)
{
  if (type == ONWARD_TYPE_INTERVIEW)
    return "interview";
  if (type == ONWARD_TYPE_OPPORTUNITY)
    return "opportunity";
  if (type == ONWARD_TYPE_CONTACT)
    return "contact";
  return type == ONWARD_TYPE_COMPANY ? "company" : NULL;
}

static gboolean
is_plain (OnwardFollowUp *follow_up)
{
  return g_strcmp0 (follow_up->rule, "manual") != 0 && !follow_up->moved_by_user && follow_up->snoozed_until == NULL
         && (g_strcmp0 (follow_up->state, "open") == 0 || g_strcmp0 (follow_up->state, "cancelled") == 0);
}

/* What was planned about a row goes with it; what the user has acted on stays, and lets go of it. */
static gboolean
release_follow_ups (OnwardWriter *writer, GType type, gint64 id, GError **error)
{
  const char *reference = get_reference (type);
  const OnwardField *field;
  g_autofree char *where = NULL;
  g_autoptr (GPtrArray) follow_ups = NULL;

  if (reference == NULL)
    return TRUE;
  where = g_strdup_printf ("WHERE %s = ?", reference);
  follow_ups = onward_rows_load_where (onward_writer_get_connection (writer), ONWARD_TYPE_FOLLOW_UP, where, id, error);
  if (follow_ups == NULL)
    return FALSE;
  field = onward_table_find_field (onward_record_type_get_table (ONWARD_TYPE_FOLLOW_UP), reference);
  for (guint i = 0; i < follow_ups->len; i++)
    {
      OnwardFollowUp *follow_up = follow_ups->pdata[i];

      *ONWARD_FIELD_INT64 (follow_up, field) = 0;
      if (!(is_plain (follow_up) ? onward_writer_delete (writer, ONWARD_TYPE_FOLLOW_UP, follow_up->record.id, error)
                                 : onward_writer_update (writer, follow_up, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
restore_image (OnwardWriter *writer, OnwardImage *image, GError **error)
{
  if (image->member != NULL)
    return onward_writer_set_member (writer, image->part, image->member, image->value_before, error);
  if (image->before == NULL)
    return release_follow_ups (writer, image->type, image->id, error)
           && onward_writer_delete (writer, image->type, image->id, error);
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
