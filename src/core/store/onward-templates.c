/* onward-templates.c - the words of drafts as the user changed them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-templates.h"

/**
 * onward_templates_find:
 * @store: the store
 * @kind: a draft of messages.md
 * @channel: how it travels
 * @language: two letters
 * @subject: (out) (nullable): the subject line
 * @body: (out): the words
 *
 * Returns: whether the user has words of their own for it; one without a language serves every language
 */
gboolean
onward_templates_find (OnwardStore *store, const char *kind, const char *channel, const char *language, char **subject,
                       char **body)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_store_get_connection (store),
                                 "SELECT subject, body FROM templates WHERE kind = ?1 AND body IS NOT NULL"
                                 " AND (channel = ?2 OR channel IS NULL) AND (language = ?3 OR language IS NULL)"
                                 " ORDER BY language IS NULL, channel IS NULL, uuid LIMIT 1",
                                 NULL);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_text (statement, 1, kind);
  onward_statement_bind_text (statement, 2, channel);
  onward_statement_bind_text (statement, 3, language);
  if (!onward_statement_step (statement, NULL))
    return FALSE;
  *subject = g_strdup (onward_statement_get_text (statement, 0));
  *body = g_strdup (onward_statement_get_text (statement, 1));
  return TRUE;
}
