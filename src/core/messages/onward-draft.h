/* onward-draft.h - a message as it stands: text, what facts filled in, and what only the user can say */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "messages/onward-pieces.h"

G_BEGIN_DECLS

/**
 * OnwardDraft:
 * @channel: how it travels
 * @to: (nullable): the address, for channels that have one
 * @subject: (element-type OnwardPiece): empty where the channel has none
 * @body: (element-type OnwardPiece): paragraphs are parted by an empty line
 *
 * A prompt in the user's own voice, never a finished letter (messages.md).
 */
typedef struct
{
  char *channel;
  char *to;
  GPtrArray *subject;
  GPtrArray *body;
} OnwardDraft;

OnwardDraft *onward_draft_new (const char *channel, const char *to);
void onward_draft_free (OnwardDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardDraft, onward_draft_free)

char **onward_draft_get_open_slots (OnwardDraft *self);
glong onward_draft_count_characters (OnwardDraft *self);
guint onward_draft_count_words (OnwardDraft *self);
gboolean onward_draft_has_subject (const char *channel);

/* A LinkedIn note is cut by LinkedIn behind so many characters. */
#define ONWARD_LINKEDIN_MOST 300

/* Nobody reads more (messages.md). */
#define ONWARD_WORDS_MOST 150

G_END_DECLS
