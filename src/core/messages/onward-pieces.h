/* onward-pieces.h - words and slots in a row: what a draft is made of */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * OnwardPieceKind:
 * @ONWARD_PIECE_TEXT: words of the template
 * @ONWARD_PIECE_FACT: what a fact filled in
 * @ONWARD_PIECE_OPEN: a slot that only the user can fill; its text is the prompt
 * @ONWARD_PIECE_TYPED: the user's own words; with a slot those that fill it
 */
typedef enum
{
  ONWARD_PIECE_TEXT,
  ONWARD_PIECE_FACT,
  ONWARD_PIECE_OPEN,
  ONWARD_PIECE_TYPED,
} OnwardPieceKind;

/**
 * OnwardPiece:
 * @kind: where the words come from
 * @slot: (nullable): the slot of a FACT or an OPEN piece, or of a TYPED one that fills a slot
 * @condition: (nullable): of the paragraph of the template that it belongs to
 * @text: the words
 */
typedef struct
{
  OnwardPieceKind kind;
  char *slot;
  char *condition;
  char *text;
} OnwardPiece;

GPtrArray *onward_pieces_new (void);
GPtrArray *onward_pieces_copy (GPtrArray *pieces);
void onward_pieces_add (GPtrArray *pieces, OnwardPieceKind kind, const char *slot, const char *text);
void onward_pieces_add_full (GPtrArray *pieces, OnwardPieceKind kind, const char *slot, const char *condition,
                             const char *text);
void onward_pieces_dismiss (GPtrArray *pieces, guint index);
void onward_pieces_open_words (GPtrArray *pieces, const char *words, const char *slot, const char *prompt);
char *onward_pieces_to_text (GPtrArray *pieces);
char *onward_pieces_to_message (GPtrArray *pieces);
guint onward_pieces_count_open (GPtrArray *pieces);
gboolean onward_pieces_equal (GPtrArray *a, GPtrArray *b);

JsonNode *onward_pieces_to_json (GPtrArray *pieces);
GPtrArray *onward_pieces_from_json (JsonNode *node);

G_END_DECLS
