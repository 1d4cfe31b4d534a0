/* onward-sort-keys.h - the recorded locale of the order of names, and all keys written anew when it changes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

gboolean onward_sort_keys_are_for (OnwardStore *store, const char *locale);
void onward_sort_keys_ensure (OnwardStore *store);
gboolean onward_sort_keys_set_locale (OnwardWriter *writer, gpointer locale, GError **error);

G_END_DECLS
