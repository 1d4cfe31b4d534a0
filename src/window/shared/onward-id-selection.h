/* onward-id-selection.h - the selected row of an id list, or several, remembered by their ids */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-id-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_ID_SELECTION (onward_id_selection_get_type ())
G_DECLARE_FINAL_TYPE (OnwardIdSelection, onward_id_selection, ONWARD, ID_SELECTION, GObject)

OnwardIdSelection *onward_id_selection_new (OnwardIdList *list);

gint64 onward_id_selection_get_id (OnwardIdSelection *self);
void onward_id_selection_set_id (OnwardIdSelection *self, gint64 id);
gboolean onward_id_selection_get_position (OnwardIdSelection *self, guint *position);

void onward_id_selection_allow_many (OnwardIdSelection *self);
void onward_id_selection_forget_others (OnwardIdSelection *self);
GArray *onward_id_selection_get_chosen (OnwardIdSelection *self);

G_END_DECLS
