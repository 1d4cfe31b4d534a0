/* onward-search-strip.h - above the pipeline: which search it shows, when there are several */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_SEARCH_STRIP (onward_search_strip_get_type ())
G_DECLARE_FINAL_TYPE (OnwardSearchStrip, onward_search_strip, ONWARD, SEARCH_STRIP, GtkWidget)

void onward_search_strip_set_store (OnwardSearchStrip *self, OnwardStore *store);

G_END_DECLS
