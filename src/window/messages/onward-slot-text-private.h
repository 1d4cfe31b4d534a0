/* onward-slot-text-private.h - what the files of a text with slots share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-slot-text.h"

G_BEGIN_DECLS

struct _OnwardSlotText
{
  GtkTextView parent_instance;

  GtkTextBuffer *buffer;
  GtkTextTag *open_style;
  GtkTextTag *fact_style;
  gboolean loading;   /* the program changes the words */
  gboolean selecting; /* the program moves the selection */
  gboolean changed;   /* since the user action began */
  int cursor;         /* where it was, to know in which direction it moves */
  OnwardPiece *gap;   /* the open slot that was just deleted: what comes next fills it */
  int gap_at;
  guint gap_source;
  GPtrArray *history; /* (element-type State): the words after each change, the newest last */
  guint now;          /* which of them is shown */
};

/* The piece that a place in the text belongs to; its tag is the piece's own. */
OnwardPiece *onward_slot_text_get_piece (GtkTextTag *tag);
GtkTextTag *onward_slot_text_find_tag (const GtkTextIter *iter);
GtkTextTag *onward_slot_text_find_open (const GtkTextIter *iter);
void onward_slot_text_get_range (OnwardSlotText *self, GtkTextTag *tag, const GtkTextIter *inside, GtkTextIter *start,
                                 GtkTextIter *end);
GtkTextTag *onward_slot_text_add_tag (OnwardSlotText *self, OnwardPieceKind kind, const char *slot,
                                      const char *condition, GtkTextIter *start, GtkTextIter *end);
void onward_slot_text_type_over (OnwardSlotText *self, GtkTextTag *tag, const GtkTextIter *inside);
void onward_slot_text_clear_gap (OnwardSlotText *self);
void onward_slot_text_init_edits (OnwardSlotText *self);
void onward_slot_text_remember (OnwardSlotText *self);

G_END_DECLS
