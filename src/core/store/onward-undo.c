/* onward-undo.c - a command that can be taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-undo.h"

#include "model/onward-collections.h"
#include "onward-side-rows.h"
#include "onward-undo-marks.h"

#include <glib/gi18n-lib.h>

/* From so many rows on it pays to feed the search with all of them at once. */
#define MANY_ROWS 200

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
  step->subject_type = G_TYPE_INVALID;
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
  g_clear_pointer (&step->left, g_ptr_array_unref);
  g_free (step);
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

/* A follow-up that was there before the step only let itself be pointed at a row of the step. */
static gboolean
was_there (OnwardUndoStep *self, gint64 follow_up)
{
  for (guint i = 0; i < self->images->len; i++)
    {
      const OnwardImage *image = self->images->pdata[i];

      if (image->kind == ONWARD_IMAGE_ROW && image->type == ONWARD_TYPE_FOLLOW_UP && image->id == follow_up)
        return onward_image_existed (image);
    }
  return FALSE;
}

/* What was planned about a row goes with it; what the user has acted on stays, and lets go of it. */
static gboolean
release_follow_ups (OnwardWriter *writer, OnwardUndoStep *self, GType type, gint64 id, GError **error)
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
      if (!(is_plain (follow_up) && !was_there (self, follow_up->record.id)
                ? onward_writer_delete (writer, ONWARD_TYPE_FOLLOW_UP, follow_up->record.id, error)
                : onward_writer_update (writer, follow_up, error)))
        return FALSE;
    }
  return TRUE;
}

/* Rows that are taken away go before those that come, so that nothing is there twice; what refers goes before what it
 * refers to, and comes after it. */
static int
get_turn (const OnwardImage *image)
{
  static const int first_insert = 1000;
  guint n, place = 0;
  const GType *types = onward_collections_get_types (&n);

  if (image->kind == ONWARD_IMAGE_SIDE)
    return image->value_before != NULL ? 3 * first_insert : 0;
  if (image->kind == ONWARD_IMAGE_LIST)
    return 3 * first_insert;
  while (place < n && types[place] != image->type)
    place++;
  if (!onward_image_existed (image))
    return image->type == ONWARD_TYPE_FOLLOW_UP ? 1 : 2 + (int)(n - place);
  return (image->after.all == 0 ? 2 * first_insert : first_insert) + (int)place;
}

static int
compare_turns (gconstpointer a, gconstpointer b)
{
  const OnwardImage *first = *(OnwardImage *const *)a;
  const OnwardImage *second = *(OnwardImage *const *)b;
  int turns = get_turn (first) - get_turn (second);

  return turns != 0 ? turns : (first->id > second->id) - (first->id < second->id);
}

/* A row that is due at the same moment was or was not raised: that is so now, too. */
static void
keep_alert (OnwardWriter *writer, OnwardFollowUp *before)
{
  g_autoptr (OnwardFollowUp) now = onward_writer_load (writer, ONWARD_TYPE_FOLLOW_UP, before->record.id, NULL);

  if (now != NULL && g_strcmp0 (now->remind_at, before->remind_at) == 0
      && g_strcmp0 (now->snoozed_until, before->snoozed_until) == 0)
    onward_set_text (&before->raised_for, now->raised_for);
}

static gboolean
restore_row (OnwardWriter *writer, OnwardUndoStep *self, OnwardImage *image, GError **error)
{
  g_autoptr (OnwardRecord) before = onward_image_get_before (image);
  g_autoptr (OnwardRecord) now = NULL;

  if (before == NULL)
    {
      now = onward_writer_load (writer, image->type, image->id, NULL);
      return now == NULL
             || (release_follow_ups (writer, self, image->type, image->id, error)
                 && onward_writer_delete (writer, image->type, image->id, error));
    }
  if (image->after.all == 0)
    return onward_writer_insert (writer, before, error);
  if (image->type == ONWARD_TYPE_FOLLOW_UP)
    keep_alert (writer, (OnwardFollowUp *)before);
  return onward_writer_update (writer, before, error);
}

static gboolean
restore_image (OnwardWriter *writer, OnwardUndoStep *self, OnwardImage *image, GError **error)
{
  if (image->kind == ONWARD_IMAGE_SIDE)
    return onward_writer_set_side (writer, image->table, image->id, image->value_before, error);
  return image->kind == ONWARD_IMAGE_LIST || restore_row (writer, self, image, error);
}

static gboolean
is_constraint (OnwardWriter *writer)
{
  sqlite3 *handle = onward_connection_get_handle (onward_writer_get_connection (writer));

  return (sqlite3_extended_errcode (handle) & 0xff) == SQLITE_CONSTRAINT;
}

static gboolean
has_dangling (OnwardWriter *writer)
{
  sqlite3 *handle = onward_connection_get_handle (onward_writer_get_connection (writer));
  int n = 0, most;

  sqlite3_db_status (handle, SQLITE_DBSTATUS_DEFERRED_FKS, &n, &most, 0);
  return n != 0;
}

/* Writes back what is marked. @again: something more is left now, and all is to be tried once more without it. */
static gboolean
restore_marked (OnwardWriter *writer, OnwardUndoStep *self, OnwardUndoMarks *marks, gboolean *again, GError **error)
{
  *again = FALSE;
  for (guint i = 0; i < self->images->len; i++)
    {
      g_autoptr (GError) failure = NULL;

      if (onward_undo_marks_get (marks, i) != ONWARD_MARK_RESTORE
          || restore_image (writer, self, self->images->pdata[i], &failure))
        continue;
      if (!is_constraint (writer))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      onward_undo_marks_leave (marks, i);
      *again = TRUE;
      return TRUE;
    }
  *again = has_dangling (writer) && onward_undo_marks_leave_dangling (marks);
  return TRUE;
}

/* Whom it was about, and is there: an opportunity, or a contact when nothing but people and companies was changed. */
static void
find_subject (OnwardWriter *writer, OnwardUndoStep *self)
{
  gint64 contact = 0, opportunity = 0;
  gboolean only_people = TRUE;

  for (guint i = 0; i < self->images->len; i++)
    {
      const OnwardImage *image = self->images->pdata[i];
      g_autoptr (OnwardRecord) now = NULL;

      if (image->kind != ONWARD_IMAGE_ROW || image->planned)
        continue;
      only_people &= image->type == ONWARD_TYPE_CONTACT || image->type == ONWARD_TYPE_COMPANY;
      if (image->type != (only_people ? ONWARD_TYPE_CONTACT : ONWARD_TYPE_OPPORTUNITY))
        continue;
      now = onward_writer_load (writer, image->type, image->id, NULL);
      if (now != NULL && image->type == ONWARD_TYPE_CONTACT)
        contact = image->id;
      else if (now != NULL)
        opportunity = image->id;
    }
  self->subject_type = only_people && contact != 0 ? ONWARD_TYPE_CONTACT
                       : opportunity != 0          ? ONWARD_TYPE_OPPORTUNITY
                                                   : G_TYPE_INVALID;
  self->subject = self->subject_type == ONWARD_TYPE_CONTACT ? contact : opportunity;
}

/**
 * onward_undo_step_run:
 * @writer: the writer
 * @step: an #OnwardUndoStep
 * @error: return location
 *
 * A command: writes back what the rows were before, those that the playbook wrote too; what was changed since is left,
 * and is in `left` then. The playbook plans anew afterwards.
 *
 * Returns: whether it was done
 */
gboolean
onward_undo_step_run (OnwardWriter *writer, gpointer step, GError **error)
{
  OnwardUndoStep *self = step;
  OnwardConnection *connection = onward_writer_get_connection (writer);
  g_autoptr (OnwardUndoMarks) marks = NULL;
  gboolean again = TRUE;

  g_ptr_array_sort (self->images, compare_turns);
  marks = onward_undo_marks_new (connection, self->images);
  if (self->images->len >= MANY_ROWS && !onward_writer_defer_search (writer, error))
    return FALSE;
  if (!onward_writer_mark_start (writer, error))
    return FALSE;
  while (again)
    if (!restore_marked (writer, self, marks, &again, error) || (again && !onward_writer_start_over (writer, error)))
      return FALSE;
  g_clear_pointer (&self->left, g_ptr_array_unref);
  self->left = onward_undo_marks_list_left (marks);
  find_subject (writer, self);
  return TRUE;
}
