/* onward-id-order.h - all rows of one class in the user's order, and sets put in order without sorting */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

typedef struct _OnwardIdOrder OnwardIdOrder;

OnwardIdOrder *onward_id_order_new (OnwardStore *store, GType type);
void onward_id_order_free (OnwardIdOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardIdOrder, onward_id_order_free)

void onward_id_order_refresh (OnwardIdOrder *self, GArray *changed);
GArray *onward_id_order_get_ids (OnwardIdOrder *self);
gboolean onward_id_order_has (OnwardIdOrder *self, gint64 id);

guint64 *onward_id_order_narrow (OnwardIdOrder *self, guint64 *set, OnwardStatement *statement);
guint64 *onward_id_order_narrow_without (OnwardIdOrder *self, guint64 *set, OnwardStatement *statement);
guint64 *onward_id_order_copy_set (OnwardIdOrder *self, const guint64 *set);
GArray *onward_id_order_collect (OnwardIdOrder *self, const guint64 *set);

G_END_DECLS
