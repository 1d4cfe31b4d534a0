/* onward-draft.h - a message as it stands: text, what facts filled in, and what only the user can say */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnwardPieceKind:
 * @ONWARD_PIECE_TEXT: words of the template, or typed
 * @ONWARD_PIECE_FACT: what a fact filled in
 * @ONWARD_PIECE_OPEN: a slot that only the user can fill; its text is the prompt
 */
typedef enum
{
  ONWARD_PIECE_TEXT,
  ONWARD_PIECE_FACT,
  ONWARD_PIECE_OPEN,
} OnwardPieceKind;

/**
 * OnwardPiece:
 * @kind: where the words come from
 * @slot: (nullable): the slot of a FACT or an OPEN piece
 * @text: the words
 */
typedef struct
{
  OnwardPieceKind kind;
  char *slot;
  char *text;
} OnwardPiece;

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

void onward_pieces_add (GPtrArray *pieces, OnwardPieceKind kind, const char *slot, const char *text);
char *onward_pieces_to_text (GPtrArray *pieces);
char **onward_draft_get_open_slots (OnwardDraft *self);
glong onward_draft_count_characters (OnwardDraft *self);

/* A LinkedIn note is cut by LinkedIn behind so many characters. */
#define ONWARD_LINKEDIN_MOST 300

G_END_DECLS
