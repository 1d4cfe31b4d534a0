/* onward-draft.c - a message as it stands: text, what facts filled in, and what only the user can say */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-draft.h"

static void
free_piece (OnwardPiece *piece)
{
  g_free (piece->slot);
  g_free (piece->text);
  g_free (piece);
}

/**
 * onward_draft_new:
 * @channel: how it travels
 * @to: (nullable): the address
 *
 * Returns: (transfer full): a draft without words
 */
OnwardDraft *
onward_draft_new (const char *channel, const char *to)
{
  OnwardDraft *self = g_new0 (OnwardDraft, 1);

  self->channel = g_strdup (channel);
  self->to = g_strdup (to);
  self->subject = g_ptr_array_new_with_free_func ((GDestroyNotify)free_piece);
  self->body = g_ptr_array_new_with_free_func ((GDestroyNotify)free_piece);
  return self;
}

/**
 * onward_draft_free:
 * @self: (transfer full): a draft
 */
void
onward_draft_free (OnwardDraft *self)
{
  g_free (self->channel);
  g_free (self->to);
  g_ptr_array_unref (self->subject);
  g_ptr_array_unref (self->body);
  g_free (self);
}

/**
 * onward_pieces_add:
 * @pieces: (element-type OnwardPiece): subject or body of a draft
 * @kind: where the words come from
 * @slot: (nullable): the slot they fill
 * @text: the words; plain text next to plain text becomes one piece
 */
void
onward_pieces_add (GPtrArray *pieces, OnwardPieceKind kind, const char *slot, const char *text)
{
  OnwardPiece *last = pieces->len > 0 ? pieces->pdata[pieces->len - 1] : NULL;
  OnwardPiece *piece;

  if (*text == '\0')
    return;
  if (kind == ONWARD_PIECE_TEXT && last != NULL && last->kind == ONWARD_PIECE_TEXT)
    {
      char *longer = g_strconcat (last->text, text, NULL);

      g_free (last->text);
      last->text = longer;
      return;
    }
  piece = g_new0 (OnwardPiece, 1);
  piece->kind = kind;
  piece->slot = g_strdup (slot);
  piece->text = g_strdup (text);
  g_ptr_array_add (pieces, piece);
}

/**
 * onward_pieces_to_text:
 * @pieces: (element-type OnwardPiece): subject or body of a draft
 *
 * Returns: (transfer full): the words; an open slot stands in square brackets
 */
char *
onward_pieces_to_text (GPtrArray *pieces)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      OnwardPiece *piece = pieces->pdata[i];

      if (piece->kind == ONWARD_PIECE_OPEN)
        g_string_append_printf (text, "[%s]", piece->text);
      else
        g_string_append (text, piece->text);
    }
  return g_string_free (text, FALSE);
}

static void
add_open_slots (GPtrArray *pieces, GStrvBuilder *slots)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      OnwardPiece *piece = pieces->pdata[i];

      if (piece->kind == ONWARD_PIECE_OPEN)
        g_strv_builder_add (slots, piece->slot);
    }
}

/**
 * onward_draft_get_open_slots:
 * @self: a draft
 *
 * Returns: (transfer full): the slots that wait for the user, in the order in which they stand, NULL-terminated
 */
char **
onward_draft_get_open_slots (OnwardDraft *self)
{
  g_autoptr (GStrvBuilder) slots = g_strv_builder_new ();

  add_open_slots (self->subject, slots);
  add_open_slots (self->body, slots);
  return g_strv_builder_end (slots);
}

/**
 * onward_draft_count_characters:
 * @self: a draft
 *
 * Returns: how long the body is, as it would be sent: open slots count nothing
 */
glong
onward_draft_count_characters (OnwardDraft *self)
{
  glong count = 0;

  for (guint i = 0; i < self->body->len; i++)
    {
      OnwardPiece *piece = self->body->pdata[i];

      if (piece->kind != ONWARD_PIECE_OPEN)
        count += g_utf8_strlen (piece->text, -1);
    }
  return count;
}
