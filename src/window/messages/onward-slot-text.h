/* onward-slot-text.h - a text in which open slots are objects: typing replaces one, Delete dismisses it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "messages/onward-pieces.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_SLOT_TEXT (onward_slot_text_get_type ())
G_DECLARE_FINAL_TYPE (OnwardSlotText, onward_slot_text, ONWARD, SLOT_TEXT, GtkTextView)

void onward_slot_text_set_pieces (OnwardSlotText *self, GPtrArray *pieces);
GPtrArray *onward_slot_text_get_pieces (OnwardSlotText *self);
gboolean onward_slot_text_go_to_slot (OnwardSlotText *self, gboolean forward, gboolean from_end);
void onward_slot_text_use (OnwardSlotText *self, const char *words);
gboolean onward_slot_text_undo (OnwardSlotText *self, gboolean again);
void onward_slot_text_forget_history (OnwardSlotText *self);

G_END_DECLS
