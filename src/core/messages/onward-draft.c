/* onward-draft.c - a message as it stands: text, what facts filled in, and what only the user can say */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-draft.h"

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
  self->subject = onward_pieces_new ();
  self->body = onward_pieces_new ();
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
 * onward_draft_has_subject:
 * @channel: a channel of exchange.md
 *
 * Returns: whether what travels that way has a subject
 */
gboolean
onward_draft_has_subject (const char *channel)
{
  return g_strcmp0 (channel, "email") == 0 || g_strcmp0 (channel, "letter") == 0;
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
 * Returns: how long the body is, as it would be sent and as LinkedIn counts it: in units of UTF-16, so that what is
 *   beyond the first 65536 characters, such as most emoji, counts for two; open slots count nothing
 */
glong
onward_draft_count_characters (OnwardDraft *self)
{
  g_autofree char *text = onward_pieces_to_message (self->body);
  glong count = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    count += g_utf8_get_char (p) > 0xffff ? 2 : 1;
  return count;
}

/**
 * onward_draft_count_words:
 * @self: a draft
 *
 * Returns: how many words the body has, as it would be sent
 */
guint
onward_draft_count_words (OnwardDraft *self)
{
  g_autofree char *text = onward_pieces_to_message (self->body);
  gboolean inside = FALSE;
  guint count = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean space = g_unichar_isspace (g_utf8_get_char (p));

      count += !space && !inside;
      inside = !space;
    }
  return count;
}
