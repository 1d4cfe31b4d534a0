/* onward-search-choice.h - which search the pipeline shows, from one time to the next */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-searches.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void onward_search_choice_apply (OnwardStore *store);
void onward_search_choice_set (OnwardStore *store, gint64 search);
char *onward_search_choice_get_name (OnwardStore *store, gboolean *current);
GMenuModel *onward_search_choice_create_menu (OnwardStore *store);

G_END_DECLS
