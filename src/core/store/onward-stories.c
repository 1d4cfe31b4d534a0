/* onward-stories.c - career stories, and those chosen for an interview */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-stories.h"

#include "model/onward-interview.h"
#include "onward-lists.h"

#include <glib/gi18n-lib.h>

void
onward_story_edit_free (OnwardStoryEdit *edit)
{
  g_free (edit->title);
  g_free (edit->situation);
  g_free (edit->task);
  g_free (edit->action);
  g_free (edit->result);
  g_strfreev (edit->skills);
  g_free (edit);
}

void
onward_story_choice_free (OnwardStoryChoice *choice)
{
  g_strfreev (choice->stories);
  g_free (choice);
}

static void
set_text (char **field, const char *text)
{
  onward_set_text (field, text != NULL && *text != '\0' ? text : NULL);
}

/**
 * onward_stories_save:
 * @writer: the writer
 * @story_edit: an OnwardStoryEdit
 * @error: return location
 *
 * A command.
 *
 * Returns: whether it is stored; a story has a title. Its row is in the struct.
 */
gboolean
onward_stories_save (OnwardWriter *writer, gpointer story_edit, GError **error)
{
  OnwardStoryEdit *edit = story_edit;
  g_autoptr (OnwardStory) story = edit->id != 0 ? onward_writer_load (writer, ONWARD_TYPE_STORY, edit->id, error)
                                                : g_object_new (ONWARD_TYPE_STORY, NULL);
  g_autofree char *skills = onward_json_from_texts ((const char *const *)edit->skills);

  if (story == NULL)
    return FALSE;
  if (edit->title == NULL || *edit->title == '\0')
    {
      g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                           _ ("A story needs a title. Write one and try again."));
      return FALSE;
    }
  set_text (&story->title, edit->title);
  set_text (&story->situation, edit->situation);
  set_text (&story->task, edit->task);
  set_text (&story->action, edit->action);
  set_text (&story->result, edit->result);
  onward_set_text (&story->skills, skills);
  if (!(edit->id != 0 ? onward_writer_update (writer, story, error) : onward_writer_insert (writer, story, error)))
    return FALSE;
  edit->id = story->record.id;
  return TRUE;
}

/* It is no longer to be told in any interview. */
static gboolean
release_interviews (OnwardWriter *writer, const char *uuid, GError **error)
{
  g_autoptr (GPtrArray) interviews = onward_rows_load_where (
      onward_writer_get_connection (writer), ONWARD_TYPE_INTERVIEW, "WHERE stories IS NOT NULL AND ?", 1, error);

  for (guint i = 0; interviews != NULL && i < interviews->len; i++)
    {
      OnwardInterview *interview = interviews->pdata[i];
      g_auto (GStrv) stories = onward_json_get_texts (interview->stories);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) rest = NULL;
      g_autofree char *json = NULL;

      if (!g_strv_contains ((const char *const *)stories, uuid))
        continue;
      for (guint j = 0; stories[j] != NULL; j++)
        if (!g_str_equal (stories[j], uuid))
          g_strv_builder_add (builder, stories[j]);
      rest = g_strv_builder_end (builder);
      json = onward_json_from_texts ((const char *const *)rest);
      onward_set_text (&interview->stories, json);
      if (!onward_writer_update (writer, interview, error))
        return FALSE;
    }
  return interviews != NULL;
}

/**
 * onward_stories_remove:
 * @writer: the writer
 * @story: (type gint64*): a story
 * @error: return location
 *
 * A command; interviews for which it was chosen let go of it.
 *
 * Returns: whether it is gone
 */
gboolean
onward_stories_remove (OnwardWriter *writer, gpointer story, GError **error)
{
  gint64 id = *(gint64 *)story;
  g_autoptr (OnwardStory) record = onward_writer_load (writer, ONWARD_TYPE_STORY, id, error);

  return record != NULL && release_interviews (writer, record->record.uuid, error)
         && onward_writer_delete (writer, ONWARD_TYPE_STORY, id, error);
}

/**
 * onward_stories_list:
 * @store: the store
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardStory): all stories, by title
 */
GPtrArray *
onward_stories_list (OnwardStore *store)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (store), "SELECT id FROM stories ORDER BY title COLLATE NOCASE, id", NULL);

  if (statement == NULL)
    return list;
  onward_statement_read_ids (statement, ids, NULL);
  for (guint i = 0; i < ids->len; i++)
    {
      gpointer record = onward_store_get_record (store, ONWARD_TYPE_STORY, g_array_index (ids, gint64, i));

      if (record != NULL)
        g_ptr_array_add (list, record);
    }
  return list;
}

/**
 * onward_stories_choose:
 * @writer: the writer
 * @story_choice: an OnwardStoryChoice
 * @error: return location
 *
 * A command: the stories to be told in an interview. With one chosen, its preparation is done (playbook.md,
 * `prep-stories`).
 *
 * Returns: whether it is stored
 */
gboolean
onward_stories_choose (OnwardWriter *writer, gpointer story_choice, GError **error)
{
  OnwardStoryChoice *choice = story_choice;
  g_autoptr (OnwardInterview) interview = onward_writer_load (writer, ONWARD_TYPE_INTERVIEW, choice->interview, error);
  g_autofree char *json = onward_json_from_texts ((const char *const *)choice->stories);

  if (interview == NULL)
    return FALSE;
  onward_set_text (&interview->stories, json);
  return onward_writer_update (writer, interview, error);
}
