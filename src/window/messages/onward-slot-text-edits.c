/* onward-slot-text-edits.c - what typing and deleting do to slots */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-slot-text-private.h"

#include "shared/onward-accessible.h"

#include <glib/gi18n-lib.h>

void
onward_slot_text_clear_gap (OnwardSlotText *self)
{
  if (self->gap == NULL)
    return;
  g_free (self->gap->slot);
  g_free (self->gap->condition);
  g_clear_pointer (&self->gap, g_free);
}

/* @iter is inside of an open slot, and not before it. */
static GtkTextTag *
find_around (const GtkTextIter *iter)
{
  GtkTextTag *tag = onward_slot_text_find_open (iter);

  return tag != NULL && !gtk_text_iter_starts_tag (iter, tag) ? tag : NULL;
}

/* Remembers the slot that is deleted whole, so that what comes in its place fills it. */
static void
note_gap (OnwardSlotText *self, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextTag *tag = onward_slot_text_find_open (start);
  const OnwardPiece *piece = onward_slot_text_get_piece (tag);

  onward_slot_text_clear_gap (self);
  if (tag == NULL || !gtk_text_iter_starts_tag (start, tag) || !gtk_text_iter_ends_tag (end, tag))
    return;
  self->gap = g_new0 (OnwardPiece, 1);
  self->gap->slot = g_strdup (piece->slot);
  self->gap->condition = g_strdup (piece->condition);
  self->gap_at = gtk_text_iter_get_offset (start);
}

/* A fact that loses a part is the user's own. */
static void
type_over_cut_fact (OnwardSlotText *self, const GtkTextIter *edge)
{
  GtkTextTag *tag = onward_slot_text_find_tag (edge);

  if (tag != NULL && onward_slot_text_get_piece (tag)->kind == ONWARD_PIECE_FACT
      && !gtk_text_iter_starts_tag (edge, tag))
    onward_slot_text_type_over (self, tag, edge);
}

/* A slot is deleted whole or not at all. */
static void
delete_range_cb (OnwardSlotText *self, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextTag *first = find_around (start);
  GtkTextTag *last = find_around (end);
  GtkTextIter ignored;

  if (self->loading)
    return;
  if (first != NULL)
    onward_slot_text_get_range (self, first, start, start, &ignored);
  if (last != NULL)
    gtk_text_iter_forward_to_tag_toggle (end, last);
  note_gap (self, start, end);
  type_over_cut_fact (self, start);
  type_over_cut_fact (self, end);
  self->changed = TRUE;
}

static void
remove_piece (OnwardSlotText *self, GtkTextTag *tag, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_remove_tag (self->buffer, tag, start, end);
}

/* What is typed at the end of what fills a slot goes on filling it; what is typed into the template is the user's. */
static void
insert_text_cb (OnwardSlotText *self, GtkTextIter *place, const char *text, int length)
{
  int characters = (int)g_utf8_strlen (text, length);
  GtkTextIter start = *place, end = *place, before;
  GtkTextTag *inside, *left;

  if (self->loading)
    return;
  gtk_text_iter_backward_chars (&start, characters);
  before = start;
  self->changed = TRUE;
  if (self->gap != NULL && self->gap_at == gtk_text_iter_get_offset (&start))
    {
      onward_slot_text_add_tag (self, ONWARD_PIECE_TYPED, self->gap->slot, self->gap->condition, &start, &end);
      onward_slot_text_clear_gap (self);
      return;
    }
  onward_slot_text_clear_gap (self);
  inside = onward_slot_text_find_tag (&start);
  left = gtk_text_iter_backward_char (&before) ? onward_slot_text_find_tag (&before) : NULL;
  if (inside != NULL && onward_slot_text_get_piece (inside)->kind == ONWARD_PIECE_TEXT)
    remove_piece (self, inside, &start, &end);
  else if (inside != NULL && onward_slot_text_get_piece (inside)->kind == ONWARD_PIECE_FACT)
    onward_slot_text_type_over (self, inside, &start);
  else if (inside == NULL && left != NULL && onward_slot_text_get_piece (left)->kind == ONWARD_PIECE_TYPED)
    gtk_text_buffer_apply_tag (self->buffer, left, &start, &end);
}

static gboolean
gap_stayed_cb (gpointer data)
{
  OnwardSlotText *self = data;

  self->gap_source = 0;
  onward_slot_text_clear_gap (self);
  self->changed = FALSE;
  onward_slot_text_remember (self);
  return G_SOURCE_REMOVE;
}

/* Typing over a slot deletes it in one action and inserts in another: that is one change. */
static void
end_user_action_cb (OnwardSlotText *self)
{
  if (self->loading || !self->changed)
    return;
  g_clear_handle_id (&self->gap_source, g_source_remove);
  if (self->gap != NULL)
    {
      self->gap_source = g_idle_add_full (G_PRIORITY_HIGH, gap_stayed_cb, self, NULL);
      return;
    }
  self->changed = FALSE;
  onward_slot_text_remember (self);
}

/* Screen readers say what an open slot wants as soon as it is reached. */
static void
describe (OnwardSlotText *self)
{
  GtkTextIter start, end;
  GtkTextTag *tag = NULL;
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;

  if (gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    tag = onward_slot_text_find_open (&start);
  if (tag != NULL && gtk_text_iter_starts_tag (&start, tag) && gtk_text_iter_ends_tag (&end, tag))
    {
      text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
      /* Translators: for screen readers: a place in a message that the user must fill, and what to write there */
      words = g_strdup_printf (_ ("open slot, %s"), text);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

/* The cursor is never inside of an open slot: it selects it, with its end where the cursor was going. */
static void
cursor_moved_cb (OnwardSlotText *self)
{
  GtkTextIter cursor, start, end;
  GtkTextTag *tag;
  int offset;

  if (self->loading || self->selecting)
    return;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  offset = gtk_text_iter_get_offset (&cursor);
  tag = gtk_text_buffer_get_has_selection (self->buffer) ? NULL : find_around (&cursor);
  if (tag != NULL)
    {
      onward_slot_text_get_range (self, tag, &cursor, &start, &end);
      self->selecting = TRUE;
      if (offset >= self->cursor)
        gtk_text_buffer_select_range (self->buffer, &end, &start);
      else
        gtk_text_buffer_select_range (self->buffer, &start, &end);
      self->selecting = FALSE;
    }
  self->cursor = offset;
  describe (self);
}

/* How many characters two texts have in common at their start. */
static int
count_common (const char *a, const char *b)
{
  int count = 0;

  for (; *a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b); a = g_utf8_next_char (a), b = g_utf8_next_char (b))
    count++;
  return count;
}

/* Shows words from which something was taken out, with the cursor there. */
static void
show_without (OnwardSlotText *self, GPtrArray *pieces)
{
  GtkTextIter start, end;
  g_autofree char *before = NULL;
  g_autoptr (GString) after = g_string_new (NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  before = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  for (guint i = 0; i < pieces->len; i++)
    g_string_append (after, ((OnwardPiece *)pieces->pdata[i])->text);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, count_common (before, after->str));
  self->selecting = TRUE;
  gtk_text_buffer_place_cursor (self->buffer, &start);
  self->selecting = FALSE;
  onward_slot_text_set_pieces (self, pieces);
}

/* Takes a slot out, with the sentence that leads to it. */
static void
dismiss (OnwardSlotText *self, GtkTextTag *tag, const GtkTextIter *inside)
{
  g_autoptr (GPtrArray) pieces = onward_slot_text_get_pieces (self);
  GtkTextIter start, end;
  int offset, at = 0;

  onward_slot_text_get_range (self, tag, inside, &start, &end);
  offset = gtk_text_iter_get_offset (&start);
  for (guint i = 0; i < pieces->len; i++)
    {
      OnwardPiece *piece = pieces->pdata[i];

      if (at == offset && piece->kind == ONWARD_PIECE_OPEN)
        {
          onward_pieces_dismiss (pieces, i);
          show_without (self, pieces);
          return;
        }
      at += (int)g_utf8_strlen (piece->text, -1);
    }
}

/* The open slot that Delete or Backspace means; NULL when they mean words. */
static GtkTextTag *
find_meant (OnwardSlotText *self, gboolean backwards, GtkTextIter *inside)
{
  GtkTextIter start, end;
  gboolean selected = gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  GtkTextTag *tag;

  *inside = start;
  if (selected)
    {
      tag = onward_slot_text_find_open (&start);
      return tag != NULL && gtk_text_iter_starts_tag (&start, tag) && gtk_text_iter_ends_tag (&end, tag) ? tag : NULL;
    }
  if (backwards && !gtk_text_iter_backward_char (inside))
    return NULL;
  return onward_slot_text_find_open (inside);
}

static gboolean
delete_key_cb (OnwardSlotText *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean backwards = keyval == GDK_KEY_BackSpace;
  GtkTextIter inside;
  GtkTextTag *tag;

  if ((keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete && !backwards)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  tag = find_meant (self, backwards, &inside);
  if (tag == NULL)
    return GDK_EVENT_PROPAGATE;
  dismiss (self, tag, &inside);
  return GDK_EVENT_STOP;
}

void
onward_slot_text_init_edits (OnwardSlotText *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (delete_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self->buffer, "delete-range", G_CALLBACK (delete_range_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (insert_text_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->buffer, "end-user-action", G_CALLBACK (end_user_action_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self,
                           G_CONNECT_SWAPPED);
}
