/* onward-template.h - words with slots: what a draft begins from */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-draft.h"

G_BEGIN_DECLS

/**
 * OnwardTemplate:
 * @subject: (nullable): the subject line
 * @body: the words
 *
 * The words of a message, in paragraphs. `{slot}` is filled from a fact, or stands open for the user to fill.
 * `{if slot}` and `{if not slot}` at the start of a paragraph keep it only when there is, or is not, such a fact.
 */
typedef struct
{
  char *subject;
  char *body;
} OnwardTemplate;

OnwardTemplate *onward_template_new (const char *subject, const char *body);
OnwardTemplate *onward_template_load (const char *name, const char *channel, const char *language);
void onward_template_free (OnwardTemplate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardTemplate, onward_template_free)

OnwardDraft *onward_template_fill (OnwardTemplate *self, GHashTable *facts, const char *channel, const char *to);
char *onward_template_get_prompt (const char *slot, GHashTable *facts);
gboolean onward_template_check_conditions (const char *conditions, GHashTable *facts);
char *onward_template_find_banned (const char *text);
char *onward_template_check (const char *text);

G_END_DECLS
