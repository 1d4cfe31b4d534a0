/* onward-card-selection.h - the opportunities that are selected on the board, or in the table */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_CARD_SELECTION (onward_card_selection_get_type ())
G_DECLARE_FINAL_TYPE (OnwardCardSelection, onward_card_selection, ONWARD, CARD_SELECTION, GObject)

OnwardCardSelection *onward_card_selection_new (void);

gboolean onward_card_selection_has (OnwardCardSelection *self, gint64 opportunity);
guint onward_card_selection_count (OnwardCardSelection *self);
GArray *onward_card_selection_list (OnwardCardSelection *self, GArray *order);

void onward_card_selection_set (OnwardCardSelection *self, GArray *opportunities);
void onward_card_selection_put (OnwardCardSelection *self, gint64 opportunity, gboolean selected);
void onward_card_selection_clear (OnwardCardSelection *self);
void onward_card_selection_keep (OnwardCardSelection *self, GArray *shown);

G_END_DECLS
