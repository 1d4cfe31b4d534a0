/* onward-switcher-item.h - a row of the quick switcher that is no record: something to do, or the rest of a group */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_SWITCHER_ITEM (onward_switcher_item_get_type ())
G_DECLARE_FINAL_TYPE (OnwardSwitcherItem, onward_switcher_item, ONWARD, SWITCHER_ITEM, GObject)

OnwardSwitcherItem *onward_switcher_item_new (const char *label, const char *icon, const char *action);
const char *onward_switcher_item_get_label (OnwardSwitcherItem *self);
const char *onward_switcher_item_get_icon (OnwardSwitcherItem *self);
const char *onward_switcher_item_get_action (OnwardSwitcherItem *self);

void onward_switcher_item_add_actions (GListStore *list, OnwardStore *store, const char *text);

G_END_DECLS
