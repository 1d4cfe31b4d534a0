/* onward-own-templates.h - the words of drafts that the user has changed: commands */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardTemplateEdit:
 * @kind: a draft of messages.md
 * @channel: how it travels
 * @language: two letters
 * @subject: (nullable): the subject line
 * @body: (nullable): the words; NULL = back to those that come with Onward
 */
typedef struct
{
  char *kind;
  char *channel;
  char *language;
  char *subject;
  char *body;
} OnwardTemplateEdit;

void onward_template_edit_free (OnwardTemplateEdit *edit);
char **onward_own_templates_list_languages (OnwardStore *store);
gboolean onward_own_templates_save (OnwardWriter *writer, gpointer template_edit, GError **error);

G_END_DECLS
