/* onward-preparation.c - all that is worth knowing before an interview */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-preparation.h"

#include "model/onward-participant.h"
#include "model/onward-story.h"
#include "onward-interviews.h"
#include "onward-lists.h"
#include "onward-questions.h"

static void
free_person (OnwardPreparedPerson *person)
{
  g_clear_object (&person->contact);
  g_free (person->name);
  g_free (person->role);
  g_strfreev (person->hooks);
  g_strfreev (person->said);
  g_strfreev (person->concerns);
  g_free (person);
}

/* A column of what was written about somebody after other interviews, the newest first. */
static char **
read_earlier (OnwardStore *store, const char *column, gint64 contact, gint64 interview)
{
  g_autofree char *sql = g_strdup_printf ("SELECT p.%s FROM interview_people p JOIN interviews i ON i.id = p.interview"
                                          " WHERE p.contact = ?1 AND p.interview <> ?2 AND p.%s <> ''"
                                          " ORDER BY i.starts_unix DESC, p.id LIMIT 5",
                                          column, column);
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (onward_store_get_connection (store), sql, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (rows != NULL)
    {
      onward_statement_bind_int (rows, 1, contact);
      onward_statement_bind_int (rows, 2, interview);
      while (onward_statement_step (rows, NULL))
        g_strv_builder_add (builder, onward_statement_get_text (rows, 0));
    }
  return g_strv_builder_end (builder);
}

/* What is a hook already need not be said twice. */
static char **
leave_out (char **texts, const char *const *others)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    if (!g_strv_contains (others, texts[i]))
      g_strv_builder_add (builder, texts[i]);
  g_strfreev (texts);
  return g_strv_builder_end (builder);
}

static void
load_people (OnwardPreparation *self, OnwardStore *store)
{
  g_autoptr (GPtrArray) parts = onward_store_get_children (store, self->interview, ONWARD_TYPE_PARTICIPANT);

  for (guint i = 0; i < parts->len; i++)
    {
      OnwardParticipant *part = parts->pdata[i];
      OnwardPreparedPerson *person = g_new0 (OnwardPreparedPerson, 1);

      person->contact = onward_store_get_record (store, ONWARD_TYPE_CONTACT, part->contact);
      person->name =
          person->contact != NULL ? g_strdup (person->contact->name) : onward_participant_get_own_name (part);
      if (person->name == NULL)
        person->name = g_strdup ("");
      person->role = g_strdup (part->role);
      person->hooks = onward_json_get_texts (person->contact != NULL ? person->contact->hooks : NULL);
      person->said = leave_out (read_earlier (store, "memorable", part->contact, self->interview->record.id),
                                (const char *const *)person->hooks);
      person->concerns = read_earlier (store, "concern_text", part->contact, self->interview->record.id);
      g_ptr_array_add (self->people, person);
    }
}

static void
load_stories (OnwardPreparation *self, OnwardStore *store)
{
  g_auto (GStrv) uuids = onward_json_get_texts (self->interview->stories);
  g_autoptr (OnwardStatement) row =
      onward_connection_prepare (onward_store_get_connection (store), "SELECT id FROM stories WHERE uuid = ?1", NULL);

  for (guint i = 0; row != NULL && uuids[i] != NULL; i++)
    {
      gint64 id = 0;
      gpointer story;

      onward_statement_bind_text (row, 1, uuids[i]);
      if (onward_statement_step (row, NULL))
        id = onward_statement_get_int (row, 0);
      onward_statement_reset (row);
      story = onward_store_get_record (store, ONWARD_TYPE_STORY, id);
      if (story != NULL)
        g_ptr_array_add (self->stories, story);
    }
}

static void
load_siblings (OnwardPreparation *self, OnwardStore *store)
{
  g_autoptr (OnwardStatement) rows =
      onward_connection_prepare (onward_store_get_connection (store),
                                 "SELECT id FROM opportunities WHERE company = ?1 AND id <> ?2"
                                 " ORDER BY coalesce (outcome_on, applied_on, added_on) DESC, id DESC LIMIT 5",
                                 NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->company == NULL || rows == NULL)
    return;
  onward_statement_bind_int (rows, 1, self->company->record.id);
  onward_statement_bind_int (rows, 2, self->interview->opportunity);
  onward_statement_read_ids (rows, ids, NULL);
  for (guint i = 0; i < ids->len; i++)
    {
      gpointer sibling = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, g_array_index (ids, gint64, i));

      if (sibling != NULL)
        g_ptr_array_add (self->siblings, sibling);
    }
}

/**
 * onward_preparation_load:
 * @store: the store
 * @interview: an interview
 *
 * Main thread.
 *
 * Returns: (transfer full) (nullable): what is known about it and its people; NULL when it is gone
 */
OnwardPreparation *
onward_preparation_load (OnwardStore *store, gint64 interview)
{
  OnwardInterview *record = onward_store_get_record (store, ONWARD_TYPE_INTERVIEW, interview);
  OnwardPreparation *self;

  if (record == NULL)
    return NULL;
  self = g_new0 (OnwardPreparation, 1);
  self->interview = record;
  self->opportunity = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, record->opportunity);
  self->company = onward_store_get_record (store, ONWARD_TYPE_COMPANY,
                                           self->opportunity != NULL ? self->opportunity->company : record->company);
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify)free_person);
  self->stories = g_ptr_array_new_with_free_func (g_object_unref);
  self->siblings = g_ptr_array_new_with_free_func (g_object_unref);
  self->questions = onward_questions_parse (record->questions);
  load_people (self, store);
  load_stories (self, store);
  load_siblings (self, store);
  return self;
}

/**
 * onward_preparation_free:
 * @self: (transfer full): a preparation
 */
void
onward_preparation_free (OnwardPreparation *self)
{
  g_clear_object (&self->interview);
  g_clear_object (&self->opportunity);
  g_clear_object (&self->company);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->stories);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->siblings);
  g_free (self);
}

/**
 * onward_preparation_wants_closing_question:
 * @self: a preparation
 *
 * Returns: whether the closing question of messages.md belongs to it: not where nobody decides about a role
 */
gboolean
onward_preparation_wants_closing_question (OnwardPreparation *self)
{
  return g_strcmp0 (self->interview->kind, "informational") != 0
         && (self->opportunity == NULL || g_strcmp0 (self->opportunity->kind, "informational") != 0);
}

/**
 * onward_preparation_find_next:
 * @store: the store
 *
 * Main thread.
 *
 * Returns: the interview that is going on or comes next; 0 when there is none
 */
gint64
onward_preparation_find_next (OnwardStore *store)
{
  g_autoptr (OnwardStatement) row = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT id FROM interviews WHERE ends_unix > ?1 AND coalesce (status, 'booked') = 'booked'"
      " ORDER BY ends_unix, id LIMIT 1",
      NULL);

  if (row == NULL)
    return 0;
  onward_statement_bind_int (row, 1, onward_store_get_now (store).unix_time);
  return onward_statement_step (row, NULL) ? onward_statement_get_int (row, 0) : 0;
}
