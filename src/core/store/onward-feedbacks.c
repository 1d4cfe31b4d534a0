/* onward-feedbacks.c - what people said about the user: commands and questions */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-feedbacks.h"

#include "model/onward-contact.h"
#include "model/onward-opportunity.h"
#include "model/onward-practice.h"
#include "onward-lists.h"

#include <glib/gi18n-lib.h>

void
onward_feedback_edit_free (OnwardFeedbackEdit *edit)
{
  g_free (edit->contact_name);
  g_free (edit->source);
  g_free (edit->received_on);
  g_free (edit->scope);
  g_free (edit->usefulness);
  g_free (edit->channel);
  for (guint i = 0; i < ONWARD_FEEDBACK_POINTS; i++)
    {
      g_free (edit->strengths[i]);
      g_free (edit->improvements[i]);
    }
  g_strfreev (edit->themes);
  g_free (edit->text);
  g_free (edit);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static const char *
get_or_null (const char *text)
{
  return is_empty (text) ? NULL : text;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID, message);
  return FALSE;
}

static gint64
add_contact (OnwardWriter *writer, OnwardFeedbackEdit *edit, GError **error)
{
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);
  g_autofree char *today = onward_writer_format_today (writer);

  if (edit->opportunity != 0)
    {
      g_autoptr (OnwardOpportunity) opportunity =
          onward_writer_load (writer, ONWARD_TYPE_OPPORTUNITY, edit->opportunity, error);

      if (opportunity == NULL)
        return 0;
      contact->company = opportunity->company;
    }
  onward_set_text (&contact->name, edit->contact_name);
  onward_set_text (&contact->added_on, today);
  return onward_writer_insert (writer, contact, error) ? contact->record.id : 0;
}

static void
set_points (char **field, char *const *points)
{
  const char *texts[ONWARD_FEEDBACK_POINTS + 1] = { NULL };
  guint n = 0;
  g_autofree char *json = NULL;

  for (guint i = 0; i < ONWARD_FEEDBACK_POINTS; i++)
    if (!is_empty (points[i]))
      texts[n++] = points[i];
  json = onward_json_from_texts (texts);
  onward_set_text (field, json);
}

static void
fill (OnwardWriter *writer, OnwardFeedback *feedback, OnwardFeedbackEdit *edit)
{
  g_autofree char *themes = onward_json_from_texts ((const char *const *)edit->themes);
  g_autofree char *today = onward_writer_format_today (writer);

  /* An interview of another opportunity is not what it was about. */
  if (feedback->opportunity != edit->opportunity)
    feedback->interview = 0;
  feedback->contact = edit->contact;
  feedback->opportunity = edit->opportunity;
  onward_set_text (&feedback->source, get_or_null (edit->source));
  onward_set_text (&feedback->received_on, is_empty (edit->received_on) ? today : edit->received_on);
  onward_set_text (&feedback->scope, get_or_null (edit->scope));
  onward_set_text (&feedback->usefulness, get_or_null (edit->usefulness));
  onward_set_text (&feedback->channel, get_or_null (edit->channel));
  set_points (&feedback->strengths, edit->strengths);
  set_points (&feedback->improvements, edit->improvements);
  onward_set_text (&feedback->themes, themes);
  onward_set_text (&feedback->text, get_or_null (edit->text));
}

/**
 * onward_feedbacks_save:
 * @writer: the writer
 * @feedback_edit: an OnwardFeedbackEdit
 * @error: return location
 *
 * A command: writes down what somebody said. A name that is not known becomes a contact.
 *
 * Returns: whether it is stored; it comes from somebody and says something. Its row is in the struct.
 */
gboolean
onward_feedbacks_save (OnwardWriter *writer, gpointer feedback_edit, GError **error)
{
  OnwardFeedbackEdit *edit = feedback_edit;
  g_autoptr (OnwardFeedback) feedback = edit->id != 0
                                            ? onward_writer_load (writer, ONWARD_TYPE_FEEDBACK, edit->id, error)
                                            : g_object_new (ONWARD_TYPE_FEEDBACK, NULL);

  if (feedback == NULL)
    return FALSE;
  if (edit->contact == 0 && is_empty (edit->contact_name))
    return refuse (error, _ ("Feedback comes from somebody. Write who it was and try again."));
  if (edit->contact == 0)
    edit->contact = add_contact (writer, edit, error);
  if (edit->contact == 0)
    return FALSE;
  fill (writer, feedback, edit);
  if (feedback->strengths == NULL && feedback->improvements == NULL && feedback->text == NULL)
    return refuse (error, _ ("Nothing was said yet. Write something and try again."));
  if (!(edit->id != 0 ? onward_writer_update (writer, feedback, error)
                      : onward_writer_insert (writer, feedback, error)))
    return FALSE;
  edit->id = feedback->record.id;
  return TRUE;
}

/* What is practised because of it is still worth practising. */
static gboolean
release_practice (OnwardWriter *writer, gint64 feedback, GError **error)
{
  g_autoptr (GPtrArray) items = onward_rows_load_where (onward_writer_get_connection (writer), ONWARD_TYPE_PRACTICE,
                                                        "WHERE feedback = ?", feedback, error);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      ((OnwardPractice *)items->pdata[i])->feedback = 0;
      if (!onward_writer_update (writer, items->pdata[i], error))
        return FALSE;
    }
  return items != NULL;
}

/**
 * onward_feedbacks_remove:
 * @writer: the writer
 * @feedback: (type gint64*): a feedback
 * @error: return location
 *
 * A command.
 *
 * Returns: whether it is gone
 */
gboolean
onward_feedbacks_remove (OnwardWriter *writer, gpointer feedback, GError **error)
{
  gint64 id = *(gint64 *)feedback;

  return release_practice (writer, id, error) && onward_writer_delete (writer, ONWARD_TYPE_FEEDBACK, id, error);
}

/**
 * onward_feedbacks_list_opportunities:
 * @store: the store
 * @contact: somebody
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardOpportunity): those they had a part in, which their feedback can be
 *   about, the newest first
 */
GPtrArray *
onward_feedbacks_list_opportunities (OnwardStore *store, gint64 contact)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT opportunity FROM opportunity_people WHERE contact = ?1 UNION SELECT i.opportunity "
      "FROM interview_people p JOIN interviews i ON i.id = p.interview WHERE p.contact = ?1 "
      "AND i.opportunity IS NOT NULL ORDER BY 1 DESC LIMIT 50",
      NULL);

  if (statement == NULL)
    return list;
  onward_statement_bind_int (statement, 1, contact);
  onward_statement_read_ids (statement, ids, NULL);
  for (guint i = 0; i < ids->len; i++)
    {
      gpointer record = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, g_array_index (ids, gint64, i));

      if (record != NULL)
        g_ptr_array_add (list, record);
    }
  return list;
}
