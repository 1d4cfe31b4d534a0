/* onward-own-follow-ups.c - follow-ups that the user made, and no rule asks for */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-own-follow-ups.h"

#include "model/onward-contact.h"
#include "model/onward-follow-up.h"
#include "playbook/onward-wall.h"

#include <glib/gi18n-lib.h>

/* Late when its day is over, as those of a day rule are. */
#define LATE (23 * 60 + 59)

void
onward_own_follow_up_free (OnwardOwnFollowUp *own)
{
  g_free (own->title);
  g_free (own->name);
  g_free (own->note);
  g_free (own);
}

static OnwardFollowUp *
create_follow_up (void)
{
  OnwardFollowUp *follow_up = g_object_new (ONWARD_TYPE_FOLLOW_UP, NULL);
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *key = g_strdup_printf ("manual:%s", uuid);

  onward_set_text (&follow_up->record.uuid, uuid);
  onward_set_text (&follow_up->key, key);
  onward_set_text (&follow_up->rule, "manual");
  onward_set_text (&follow_up->state, "open");
  return follow_up;
}

/* One that is asked for another time is raised again, and not put off any more. */
static void
set_moment (OnwardFollowUp *follow_up, int day, int minutes)
{
  char remind_at[ONWARD_WALL_SIZE], due[ONWARD_WALL_SIZE];

  onward_wall_format (onward_wall_at (day, minutes), remind_at);
  onward_wall_format (onward_wall_at (day, LATE), due);
  if (g_strcmp0 (follow_up->remind_at, remind_at) == 0)
    return;
  onward_set_text (&follow_up->remind_at, remind_at);
  onward_set_text (&follow_up->due, due);
  onward_set_text (&follow_up->snoozed_until, NULL);
}

static OnwardFollowUp *
load_own (OnwardWriter *writer, gint64 id, GError **error)
{
  OnwardFollowUp *follow_up = onward_writer_load (writer, ONWARD_TYPE_FOLLOW_UP, id, error);

  if (follow_up == NULL)
    return NULL;
  if (g_strcmp0 (follow_up->rule, "manual") == 0 && g_strcmp0 (follow_up->state, "open") == 0)
    return follow_up;
  g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
               _ ("The follow-up “%s” is not one of your own that is open, so nothing was changed."), follow_up->key);
  g_object_unref (follow_up);
  return NULL;
}

static gboolean
find_contact (OnwardWriter *writer, OnwardOwnFollowUp *own, GError **error)
{
  g_autoptr (OnwardContact) contact = NULL;

  if (own->contact != 0 || own->name == NULL || *own->name == '\0')
    return TRUE;
  contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);
  onward_set_text (&contact->name, own->name);
  if (!onward_writer_insert (writer, contact, error))
    return FALSE;
  own->contact = contact->record.id;
  return TRUE;
}

/**
 * onward_own_follow_ups_save:
 * @writer: the writer
 * @own_follow_up: an OnwardOwnFollowUp
 * @error: return location
 *
 * Writes a follow-up that no rule asks for, and that the playbook never touches. A name that is nobody's becomes a
 * contact.
 *
 * Returns: whether it is stored; one that is not open any more, or says nothing, is refused
 */
gboolean
onward_own_follow_ups_save (OnwardWriter *writer, gpointer own_follow_up, GError **error)
{
  OnwardOwnFollowUp *own = own_follow_up;
  g_autoptr (OnwardFollowUp) follow_up = own->id != 0 ? load_own (writer, own->id, error) : create_follow_up ();

  if (follow_up == NULL)
    return FALSE;
  if (own->title == NULL || *own->title == '\0' || own->day == ONWARD_NO_DAY)
    {
      g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                           _ ("A follow-up needs a day and a word on what is to be done. Give both and try again."));
      return FALSE;
    }
  if (!find_contact (writer, own, error))
    return FALSE;
  onward_set_text (&follow_up->title, own->title);
  onward_set_text (&follow_up->why, own->note != NULL && *own->note != '\0' ? own->note : NULL);
  follow_up->contact = own->contact;
  follow_up->opportunity = own->opportunity;
  set_moment (follow_up, own->day, own->minutes);
  if (own->id != 0)
    return onward_writer_update (writer, follow_up, error);
  if (!onward_writer_insert (writer, follow_up, error))
    return FALSE;
  own->id = follow_up->record.id;
  return TRUE;
}

/**
 * onward_own_follow_ups_remove:
 * @writer: the writer
 * @follow_up: (type gint64): one of the user's own, as a pointer to its row
 * @error: return location
 *
 * Nobody asks for it any more: it becomes `cancelled`, like a planned one that nothing asks for. What was drafted for
 * it is kept, for Undo.
 *
 * Returns: whether it is stored
 */
gboolean
onward_own_follow_ups_remove (OnwardWriter *writer, gpointer follow_up, GError **error)
{
  g_autoptr (OnwardFollowUp) own = load_own (writer, *(gint64 *)follow_up, error);

  if (own == NULL)
    return FALSE;
  onward_set_text (&own->state, "cancelled");
  return onward_writer_update (writer, own, error);
}

/**
 * onward_own_follow_ups_add:
 * @writer: the writer
 * @title: what is to be done
 * @opportunity: what it is about, or 0
 * @contact: whom it is for, or 0
 * @day: when it comes up
 * @error: return location
 *
 * For commands that do more than this.
 *
 * Returns: whether it is stored
 */
gboolean
onward_own_follow_ups_add (OnwardWriter *writer, const char *title, gint64 opportunity, gint64 contact, int day,
                           GError **error)
{
  OnwardOwnFollowUp own = {
    .title = (char *)title,
    .opportunity = opportunity,
    .contact = contact,
    .day = day,
    .minutes = ONWARD_OWN_FOLLOW_UP_AT,
  };

  return onward_own_follow_ups_save (writer, &own, error);
}

static void
free_subject (gpointer data)
{
  OnwardSubject *subject = data;

  g_free (subject->company);
  g_free (subject->title);
  g_free (subject);
}

static int
collate (const char *a, const char *b)
{
  return g_utf8_collate (a != NULL ? a : "", b != NULL ? b : "");
}

static int
compare_subjects (gconstpointer a, gconstpointer b)
{
  const OnwardSubject *first = *(OnwardSubject *const *)a;
  const OnwardSubject *second = *(OnwardSubject *const *)b;
  int order = collate (first->company, second->company);

  return order != 0 ? order : collate (first->title, second->title);
}

/**
 * onward_own_follow_ups_list_subjects:
 * @store: the store
 * @chosen: an opportunity that is listed also when it is closed; 0 = none
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardSubject): the open opportunities, by company and role
 */
GPtrArray *
onward_own_follow_ups_list_subjects (OnwardStore *store, gint64 chosen)
{
  GPtrArray *subjects = g_ptr_array_new_with_free_func (free_subject);
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT o.id, k.name, o.title FROM opportunities o LEFT JOIN companies k ON k.id = o.company "
      "LEFT JOIN stages s ON s.id = o.stage "
      "WHERE o.outcome_kind IS NULL AND s.kind IS NOT 'closed' OR o.id = ?1 ORDER BY o.id",
      NULL);

  if (rows == NULL)
    return subjects;
  onward_statement_bind_int (rows, 1, chosen);
  while (onward_statement_step (rows, NULL))
    {
      OnwardSubject *subject = g_new0 (OnwardSubject, 1);

      subject->opportunity = onward_statement_get_int (rows, 0);
      subject->company = g_strdup (onward_statement_get_text (rows, 1));
      subject->title = g_strdup (onward_statement_get_text (rows, 2));
      g_ptr_array_add (subjects, subject);
    }
  g_ptr_array_sort (subjects, compare_subjects);
  return subjects;
}
