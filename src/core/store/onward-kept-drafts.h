/* onward-kept-drafts.h - messages that the user has begun and not sent */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardKeptDraft:
 * @follow_up: what it is about; 0 = of the user's own accord
 * @contact: to whom; 0 = nobody named
 * @text: (nullable): as onward_composition_to_text() writes it; NULL in a command: the draft is given up
 *
 * A message that was begun.
 */
typedef struct
{
  gint64 follow_up;
  gint64 contact;
  char *text;
} OnwardKeptDraft;

OnwardKeptDraft *onward_kept_draft_new (gint64 follow_up, gint64 contact, const char *text);
void onward_kept_draft_free (OnwardKeptDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardKeptDraft, onward_kept_draft_free)

char *onward_kept_drafts_get (OnwardStore *store, gint64 follow_up, gint64 contact);
GPtrArray *onward_kept_drafts_to_others (OnwardStore *store, gint64 contact);
GPtrArray *onward_kept_drafts_sent_to_others (OnwardStore *store, gint64 contact, gint64 since);

gboolean onward_kept_drafts_keep (OnwardWriter *writer, gpointer kept_draft, GError **error);
gboolean onward_kept_drafts_tidy (OnwardWriter *writer, gpointer nothing, GError **error);
gboolean
onward_kept_drafts_set_touch (OnwardWriter *writer, gint64 follow_up, gint64 contact, gint64 touch, GError **error);

G_END_DECLS
