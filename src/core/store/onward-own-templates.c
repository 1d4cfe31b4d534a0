/* onward-own-templates.c - the words of drafts that the user has changed: commands */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-own-templates.h"

#include "model/onward-template.h"

#include <glib/gi18n-lib.h>

void
onward_template_edit_free (OnwardTemplateEdit *edit)
{
  g_free (edit->kind);
  g_free (edit->channel);
  g_free (edit->language);
  g_free (edit->subject);
  g_free (edit->body);
  g_free (edit);
}

/**
 * onward_own_templates_list_languages:
 * @store: the store
 *
 * Main thread.
 *
 * Returns: (transfer full): the languages in which the user has words of their own, in the order of the alphabet
 */
char **
onward_own_templates_list_languages (OnwardStore *store)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT DISTINCT language FROM templates WHERE language IS NOT NULL ORDER BY language", NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  while (statement != NULL && onward_statement_step (statement, NULL))
    g_strv_builder_add (builder, onward_statement_get_text (statement, 0));
  return g_strv_builder_end (builder);
}

/* The user's words for exactly that message; 0 = none. One without a channel or language is for others too. */
static gint64
find_own (OnwardWriter *writer, const OnwardTemplateEdit *edit, GError **error)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_writer_get_connection (writer),
                                 "SELECT id FROM templates WHERE kind = ? AND channel = ? AND language = ? "
                                 "ORDER BY uuid LIMIT 1",
                                 error);

  if (statement == NULL)
    return 0;
  onward_statement_bind_text (statement, 1, edit->kind);
  onward_statement_bind_text (statement, 2, edit->channel);
  onward_statement_bind_text (statement, 3, edit->language);
  return onward_statement_step (statement, error) ? onward_statement_get_int (statement, 0) : 0;
}

/**
 * onward_own_templates_save:
 * @writer: the writer
 * @template_edit: an OnwardTemplateEdit
 * @error: return location
 *
 * A command: keeps the user's own words for a message, or goes back to the original.
 *
 * Returns: whether it is stored
 */
gboolean
onward_own_templates_save (OnwardWriter *writer, gpointer template_edit, GError **error)
{
  OnwardTemplateEdit *edit = template_edit;
  GError *failure = NULL;
  gint64 id = find_own (writer, edit, &failure);
  g_autoptr (OnwardTemplate) template = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (edit->body == NULL)
    return id == 0 || onward_writer_delete (writer, ONWARD_TYPE_TEMPLATE, id, error);
  if (*edit->body == '\0')
    {
      g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                           _ ("A message needs words. Write some, or go back to the original."));
      return FALSE;
    }
  template = id != 0 ? onward_writer_load (writer, ONWARD_TYPE_TEMPLATE, id, error)
                     : g_object_new (ONWARD_TYPE_TEMPLATE, NULL);
  if (template == NULL)
    return FALSE;
  onward_set_text (&template->kind, edit->kind);
  onward_set_text (&template->channel, edit->channel);
  onward_set_text (&template->language, edit->language);
  onward_set_text (&template->subject, edit->subject != NULL && *edit->subject != '\0' ? edit->subject : NULL);
  onward_set_text (&template->body, edit->body);
  return id != 0 ? onward_writer_update (writer, template, error) : onward_writer_insert (writer, template, error);
}
