/* onward-id-list.h - the one list model: an ordered array of row ids, records only where somebody looks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_ID_LIST (onward_id_list_get_type ())
G_DECLARE_FINAL_TYPE (OnwardIdList, onward_id_list, ONWARD, ID_LIST, GObject)

/* The one model of every list that can be long: contacts, the cards of a stage, the rows of a table, a timeline. It
 * knows ids in an order, eight bytes each. An id is a row of one table, whose records come from the identity map of the
 * store; or, where a list mixes tables, whatever its owner tells things apart by: a timeline puts the kind into the low
 * bits of the row (onward-timeline-list.h), and gives the items itself. Sorting, filtering and searching are the
 * owner's, in SQL. */
typedef gpointer (*OnwardIdListRead) (gpointer owner, gint64 id);

OnwardIdList *onward_id_list_new (OnwardStore *store, GType type);
OnwardIdList *onward_id_list_new_of (GType type, OnwardIdListRead read, gpointer owner);

gboolean onward_id_list_set_ids (OnwardIdList *self, GArray *ids);
gint64 onward_id_list_get_id (OnwardIdList *self, guint position);
gboolean onward_id_list_find (OnwardIdList *self, gint64 id, guint *position);

guint onward_id_list_get_n_kept (OnwardIdList *self);

G_END_DECLS
