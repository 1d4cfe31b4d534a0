/* onward-switcher-list.h - all that the quick switcher found, group after group, and lazily */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _OnwardSwitcherList OnwardSwitcherList;

OnwardSwitcherList *onward_switcher_list_new (OnwardStore *store);
void onward_switcher_list_free (OnwardSwitcherList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardSwitcherList, onward_switcher_list_free)

GListModel *onward_switcher_list_get_model (OnwardSwitcherList *self);
void onward_switcher_list_search (OnwardSwitcherList *self, const char *text);
void onward_switcher_list_expand (OnwardSwitcherList *self, guint position);
const char *onward_switcher_list_get_heading (OnwardSwitcherList *self, guint position, gboolean *first);

G_END_DECLS
