/* onward-slot-text.c - a text in which open slots are objects: typing replaces one, Delete dismisses it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-slot-text-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As in the design, "Slot". */
#define OPEN_ALPHA 0.38
#define FACT_ALPHA 0.16

#define MOST_REMEMBERED 500

typedef struct
{
  GPtrArray *pieces;
  int cursor;
} State;

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardSlotText, onward_slot_text, GTK_TYPE_TEXT_VIEW)

static void
free_state (gpointer data)
{
  State *state = data;

  g_ptr_array_unref (state->pieces);
  g_free (state);
}

static void
free_pieces (gpointer data)
{
  g_ptr_array_unref (data);
}

OnwardPiece *
onward_slot_text_get_piece (GtkTextTag *tag)
{
  GPtrArray *pieces = tag != NULL ? g_object_get_data (G_OBJECT (tag), "pieces") : NULL;

  return pieces != NULL ? pieces->pdata[0] : NULL;
}

GtkTextTag *
onward_slot_text_find_tag (const GtkTextIter *iter)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);

  for (GSList *item = tags; item != NULL; item = item->next)
    if (onward_slot_text_get_piece (item->data) != NULL)
      return item->data;
  return NULL;
}

GtkTextTag *
onward_slot_text_find_open (const GtkTextIter *iter)
{
  GtkTextTag *tag = onward_slot_text_find_tag (iter);

  return tag != NULL && onward_slot_text_get_piece (tag)->kind == ONWARD_PIECE_OPEN ? tag : NULL;
}

void
onward_slot_text_get_range (OnwardSlotText *self, GtkTextTag *tag, const GtkTextIter *inside, GtkTextIter *start,
                            GtkTextIter *end)
{
  *start = *inside;
  *end = *inside;
  if (!gtk_text_iter_starts_tag (start, tag))
    gtk_text_iter_backward_to_tag_toggle (start, tag);
  gtk_text_iter_forward_to_tag_toggle (end, tag);
}

static GtkTextTag *
get_style (OnwardSlotText *self, OnwardPieceKind kind)
{
  if (kind == ONWARD_PIECE_OPEN)
    return self->open_style;
  return kind == ONWARD_PIECE_FACT ? self->fact_style : NULL;
}

GtkTextTag *
onward_slot_text_add_tag (OnwardSlotText *self, OnwardPieceKind kind, const char *slot, const char *condition,
                          GtkTextIter *start, GtkTextIter *end)
{
  GtkTextTag *tag = gtk_text_buffer_create_tag (self->buffer, NULL, NULL, NULL);
  GPtrArray *piece = onward_pieces_new ();

  onward_pieces_add_full (piece, kind, slot, condition, " ");
  g_object_set_data_full (G_OBJECT (tag), "pieces", piece, free_pieces);
  gtk_text_buffer_apply_tag (self->buffer, tag, start, end);
  if (get_style (self, kind) != NULL)
    gtk_text_buffer_apply_tag (self->buffer, get_style (self, kind), start, end);
  return tag;
}

/* What a fact said is the user's own once they change it. */
void
onward_slot_text_type_over (OnwardSlotText *self, GtkTextTag *tag, const GtkTextIter *inside)
{
  GtkTextIter start, end;

  onward_slot_text_get_piece (tag)->kind = ONWARD_PIECE_TYPED;
  onward_slot_text_get_range (self, tag, inside, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->fact_style, &start, &end);
}

static void
drop_tag (GtkTextTag *tag, gpointer table)
{
  if (onward_slot_text_get_piece (tag) != NULL)
    gtk_text_tag_table_remove (table, tag);
}

static void
collect_tag_cb (GtkTextTag *tag, gpointer tags)
{
  g_ptr_array_add (tags, g_object_ref (tag));
}

static void
clear (OnwardSlotText *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (self->buffer);
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_text_buffer_set_text (self->buffer, "", 0);
  gtk_text_tag_table_foreach (table, collect_tag_cb, tags);
  g_ptr_array_foreach (tags, (GFunc)drop_tag, table);
}

static void
insert_piece (OnwardSlotText *self, const OnwardPiece *piece)
{
  GtkTextIter start, end;
  int offset;

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  offset = gtk_text_iter_get_offset (&end);
  gtk_text_buffer_insert (self->buffer, &end, piece->text, -1);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, offset);
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  if (piece->kind != ONWARD_PIECE_TYPED || piece->slot != NULL)
    onward_slot_text_add_tag (self, piece->kind, piece->slot, piece->condition, &start, &end);
}

static void
load (OnwardSlotText *self, GPtrArray *pieces, int cursor)
{
  GtkTextIter iter;
  GtkTextTag *tag;

  self->loading = TRUE;
  clear (self);
  for (guint i = 0; i < pieces->len; i++)
    insert_piece (self, pieces->pdata[i]);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, cursor);
  tag = onward_slot_text_find_open (&iter);
  if (tag != NULL && !gtk_text_iter_starts_tag (&iter, tag))
    gtk_text_iter_backward_to_tag_toggle (&iter, tag);
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  self->cursor = gtk_text_iter_get_offset (&iter);
  self->loading = FALSE;
}

static int
get_cursor (OnwardSlotText *self)
{
  int cursor;

  g_object_get (self->buffer, "cursor-position", &cursor, NULL);
  return cursor;
}

/* The words as they are now, for Undo. */
void
onward_slot_text_remember (OnwardSlotText *self)
{
  State *state = g_new0 (State, 1);

  if (self->history->len > 0)
    g_ptr_array_set_size (self->history, (int)self->now + 1);
  if (self->history->len > MOST_REMEMBERED)
    g_ptr_array_remove_index (self->history, 0);
  state->pieces = onward_slot_text_get_pieces (self);
  state->cursor = get_cursor (self);
  g_ptr_array_add (self->history, state);
  self->now = self->history->len - 1;
  g_signal_emit (self, signals[EDITED], 0);
}

/* The toolkit's own undo knows no slots. */
static gboolean
undo_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return onward_slot_text_undo (ONWARD_SLOT_TEXT (widget), g_variant_get_boolean (arguments));
}

static void
set_colour (OnwardSlotText *self, GtkTextTag *style, const char *name, double alpha)
{
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, &colour))
    return;
  colour.alpha = (float)alpha;
  g_object_set (style, "background-rgba", &colour, NULL);
}

static void
onward_slot_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  OnwardSlotText *self = ONWARD_SLOT_TEXT (widget);

  GTK_WIDGET_CLASS (onward_slot_text_parent_class)->css_changed (widget, change);
  set_colour (self, self->open_style, "warning_bg_color", OPEN_ALPHA);
  set_colour (self, self->fact_style, "accent_bg_color", FACT_ALPHA);
}

static void
onward_slot_text_dispose (GObject *object)
{
  g_clear_handle_id (&ONWARD_SLOT_TEXT (object)->gap_source, g_source_remove);
  G_OBJECT_CLASS (onward_slot_text_parent_class)->dispose (object);
}

static void
onward_slot_text_finalize (GObject *object)
{
  OnwardSlotText *self = ONWARD_SLOT_TEXT (object);

  g_clear_pointer (&self->history, g_ptr_array_unref);
  onward_slot_text_clear_gap (self);
  G_OBJECT_CLASS (onward_slot_text_parent_class)->finalize (object);
}

static void
onward_slot_text_class_init (OnwardSlotTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_slot_text_dispose;
  G_OBJECT_CLASS (klass)->finalize = onward_slot_text_finalize;
  widget_class->css_changed = onward_slot_text_css_changed;

  /**
   * OnwardSlotText::edited:
   * @self: the text
   *
   * The user changed the words.
   */
  signals[EDITED] =
      g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, undo_cb, "b", TRUE);
}

static void
onward_slot_text_init (OnwardSlotText *self)
{
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  self->history = g_ptr_array_new_with_free_func (free_state);
  self->open_style = gtk_text_buffer_create_tag (self->buffer, NULL, "weight", 600, NULL);
  self->fact_style = gtk_text_buffer_create_tag (self->buffer, NULL, NULL, NULL);
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  onward_slot_text_init_edits (self);
}

/**
 * onward_slot_text_set_pieces:
 * @self: the text
 * @pieces: (element-type OnwardPiece): its words
 *
 * The cursor stays where it is; Undo brings back the words that were there.
 */
void
onward_slot_text_set_pieces (OnwardSlotText *self, GPtrArray *pieces)
{
  g_autoptr (GPtrArray) now = onward_slot_text_get_pieces (self);

  if (self->history->len > 0 && onward_pieces_equal (now, pieces))
    return;
  load (self, pieces, self->history->len > 0 ? get_cursor (self) : 0);
  onward_slot_text_remember (self);
}

/**
 * onward_slot_text_forget_history:
 * @self: the text
 *
 * What is shown now is where Undo ends.
 */
void
onward_slot_text_forget_history (OnwardSlotText *self)
{
  if (self->history->len > 1)
    g_ptr_array_remove_range (self->history, 0, self->history->len - 1);
  self->now = 0;
}

/**
 * onward_slot_text_get_pieces:
 * @self: the text
 *
 * Returns: (transfer full) (element-type OnwardPiece): the words as they are
 */
GPtrArray *
onward_slot_text_get_pieces (OnwardSlotText *self)
{
  GPtrArray *pieces = onward_pieces_new ();
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  while (!gtk_text_iter_is_end (&start))
    {
      GtkTextTag *tag = onward_slot_text_find_tag (&start);
      const OnwardPiece *piece = onward_slot_text_get_piece (tag);
      g_autofree char *text = NULL;

      end = start;
      do
        gtk_text_iter_forward_to_tag_toggle (&end, NULL);
      while (!gtk_text_iter_is_end (&end) && onward_slot_text_find_tag (&end) == tag);
      text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
      if (piece == NULL)
        onward_pieces_add (pieces, ONWARD_PIECE_TYPED, NULL, text);
      else
        onward_pieces_add_full (pieces, piece->kind, piece->slot, piece->condition, text);
      start = end;
    }
  return pieces;
}

/* The open slot that begins next to @iter in that direction; FALSE when there is none before the end. */
static gboolean
find_slot (GtkTextIter *iter, gboolean forward)
{
  while (forward ? gtk_text_iter_forward_to_tag_toggle (iter, NULL) : gtk_text_iter_backward_to_tag_toggle (iter, NULL))
    {
      GtkTextTag *tag = onward_slot_text_find_open (iter);

      if (tag != NULL && gtk_text_iter_starts_tag (iter, tag))
        return TRUE;
    }
  return FALSE;
}

/**
 * onward_slot_text_go_to_slot:
 * @self: the text
 * @forward: to the next one, else to the one before
 * @from_end: looks from the end of the text that lies in that direction first, and not from the cursor
 *
 * Selects an open slot and takes the focus.
 *
 * Returns: whether there is one in that direction
 */
gboolean
onward_slot_text_go_to_slot (OnwardSlotText *self, gboolean forward, gboolean from_end)
{
  GtkTextIter iter, start, end;
  gboolean on_slot = FALSE;
  GtkTextTag *tag;

  if (from_end && forward)
    gtk_text_buffer_get_start_iter (self->buffer, &iter);
  else if (from_end)
    gtk_text_buffer_get_end_iter (self->buffer, &iter);
  else
    {
      on_slot = gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
      iter = start;
    }
  tag = forward && !on_slot ? onward_slot_text_find_open (&iter) : NULL;
  if (tag == NULL && !find_slot (&iter, forward))
    return FALSE;
  tag = onward_slot_text_find_open (&iter);
  onward_slot_text_get_range (self, tag, &iter, &start, &end);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_text_buffer_select_range (self->buffer, &start, &end);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (self->buffer));
  return TRUE;
}

/**
 * onward_slot_text_use:
 * @self: the text
 * @words: what is known
 *
 * Puts them where the cursor is: into the open slot that is selected, as if they had been typed.
 */
void
onward_slot_text_use (OnwardSlotText *self, const char *words)
{
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (self->buffer, words, -1, TRUE);
  gtk_text_buffer_end_user_action (self->buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * onward_slot_text_undo:
 * @self: the text
 * @again: redo
 *
 * Returns: whether there was something to take back, or to do again
 */
gboolean
onward_slot_text_undo (OnwardSlotText *self, gboolean again)
{
  State *state;

  if (again ? self->now + 1 >= self->history->len : self->now == 0)
    return FALSE;
  self->now = again ? self->now + 1 : self->now - 1;
  state = self->history->pdata[self->now];
  load (self, state->pieces, state->cursor);
  g_signal_emit (self, signals[EDITED], 0);
  return TRUE;
}
