/* onward-questions.c - what is asked in an interview: expected, answered, and how it went */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-questions.h"

#include "model/onward-interview.h"

#include <json-glib/json-glib.h>

/**
 * onward_question_new:
 * @text: (nullable): the question
 * @mine: whether the user asks it
 *
 * Returns: (transfer full): a question that nothing is said about yet
 */
OnwardQuestion *
onward_question_new (const char *text, gboolean mine)
{
  OnwardQuestion *question = g_new0 (OnwardQuestion, 1);

  question->text = g_strdup (text != NULL ? text : "");
  question->answer = g_strdup ("");
  question->mine = mine;
  return question;
}

/**
 * onward_question_free:
 * @question: (transfer full): a question
 */
void
onward_question_free (OnwardQuestion *question)
{
  g_free (question->text);
  g_free (question->answer);
  g_free (question->rest);
  g_free (question);
}

static void
take_member (JsonObject *object, const char *member, char **field)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return;
  g_free (*field);
  *field = json_node_dup_string (node);
  json_object_remove_member (object, member);
}

static gint64
take_number (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  gint64 number;

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return 0;
  number = json_node_get_int (node);
  json_object_remove_member (object, member);
  return number;
}

static OnwardQuestion *
parse_question (JsonNode *node)
{
  g_autoptr (JsonNode) own = NULL;
  OnwardQuestion *question;
  JsonObject *object;
  JsonNode *mine;
  gint64 rating;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_value_type (node) == G_TYPE_STRING ? onward_question_new (json_node_get_string (node), FALSE)
                                                            : NULL;
  question = onward_question_new (NULL, FALSE);
  own = json_node_copy (node);
  object = json_node_get_object (own);
  take_member (object, "text", &question->text);
  take_member (object, "answer", &question->answer);
  rating = take_number (object, "rating");
  question->rating = (int)CLAMP (rating, 0, ONWARD_QUESTION_BEST);
  mine = json_object_get_member (object, "mine");
  question->mine = mine != NULL && json_node_get_value_type (mine) == G_TYPE_BOOLEAN && json_node_get_boolean (mine);
  json_object_remove_member (object, "mine");
  if (json_object_get_size (object) > 0)
    question->rest = json_to_string (own, FALSE);
  return question;
}

/**
 * onward_questions_parse:
 * @list: (nullable): the list field of an interview
 *
 * Returns: (transfer full) (element-type OnwardQuestion): its questions, in order
 */
GPtrArray *
onward_questions_parse (const char *list)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_question_free);
  g_autoptr (JsonNode) node = list != NULL ? json_from_string (list, NULL) : NULL;
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      OnwardQuestion *question = parse_question (json_array_get_element (array, i));

      if (question != NULL)
        g_ptr_array_add (questions, question);
    }
  return questions;
}

static void
add_rest (JsonObject *object, const char *rest)
{
  g_autoptr (JsonNode) node = rest != NULL ? json_from_string (rest, NULL) : NULL;
  g_autoptr (GList) members = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  members = json_object_get_members (json_node_get_object (node));
  for (GList *l = members; l != NULL; l = l->next)
    json_object_set_member (object, l->data, json_object_dup_member (json_node_get_object (node), l->data));
}

static JsonObject *
build_question (OnwardQuestion *question)
{
  g_autofree char *text = g_strstrip (g_strdup (question->text));
  g_autofree char *answer = g_strstrip (g_strdup (question->answer));
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "text", text);
  if (*answer != '\0')
    json_object_set_string_member (object, "answer", answer);
  if (question->rating > 0)
    json_object_set_int_member (object, "rating", question->rating);
  /* exchange.md knows no member for it, and keeps those that it does not know. */
  if (question->mine)
    json_object_set_boolean_member (object, "mine", TRUE);
  add_rest (object, question->rest);
  return object;
}

/**
 * onward_questions_format:
 * @questions: (element-type OnwardQuestion): questions; one without words is left out
 *
 * Returns: (transfer full) (nullable): a list field; NULL when there is none
 */
char *
onward_questions_format (GPtrArray *questions)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), array);

  for (guint i = 0; i < questions->len; i++)
    {
      OnwardQuestion *question = questions->pdata[i];
      const char *text = question->text;

      while (g_ascii_isspace (*text))
        text++;
      if (*text != '\0')
        json_array_add_object_element (array, build_question (question));
    }
  return json_array_get_length (array) > 0 ? json_to_string (node, FALSE) : NULL;
}

/**
 * onward_questions_edit_new:
 * @interview: an interview
 * @questions: (element-type OnwardQuestion): all that are asked there, by whomever
 *
 * Returns: (transfer full): what onward_questions_save() is given
 */
OnwardQuestionsEdit *
onward_questions_edit_new (gint64 interview, GPtrArray *questions)
{
  OnwardQuestionsEdit *edit = g_new0 (OnwardQuestionsEdit, 1);

  edit->interview = interview;
  edit->questions = onward_questions_format (questions);
  return edit;
}

/**
 * onward_questions_edit_free:
 * @edit: (transfer full): an edit
 */
void
onward_questions_edit_free (OnwardQuestionsEdit *edit)
{
  g_free (edit->questions);
  g_free (edit);
}

/**
 * onward_questions_save:
 * @writer: the writer
 * @questions_edit: an OnwardQuestionsEdit
 * @error: return location
 *
 * A command: the questions of an interview.
 *
 * Returns: whether they are stored
 */
gboolean
onward_questions_save (OnwardWriter *writer, gpointer questions_edit, GError **error)
{
  OnwardQuestionsEdit *edit = questions_edit;
  g_autoptr (OnwardInterview) interview = onward_writer_load (writer, ONWARD_TYPE_INTERVIEW, edit->interview, error);

  if (interview == NULL)
    return FALSE;
  onward_set_text (&interview->questions, edit->questions);
  return onward_writer_update (writer, interview, error);
}
