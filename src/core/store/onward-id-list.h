/* onward-id-list.h - the one list model: an ordered array of row ids, records only where somebody looks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_ID_LIST (onward_id_list_get_type ())
G_DECLARE_FINAL_TYPE (OnwardIdList, onward_id_list, ONWARD, ID_LIST, GObject)

OnwardIdList *onward_id_list_new (OnwardStore *store, GType type);

void onward_id_list_set_ids (OnwardIdList *self, GArray *ids);
gint64 onward_id_list_get_id (OnwardIdList *self, guint position);
gboolean onward_id_list_find (OnwardIdList *self, gint64 id, guint *position);

guint onward_id_list_get_n_kept (OnwardIdList *self);

G_END_DECLS
