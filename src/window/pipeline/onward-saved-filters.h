/* onward-saved-filters.h - searches of the pipeline that were kept, as pills with counts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_SAVED_FILTERS (onward_saved_filters_get_type ())
G_DECLARE_FINAL_TYPE (OnwardSavedFilters, onward_saved_filters, ONWARD, SAVED_FILTERS, GtkWidget)

GtkWidget *onward_saved_filters_new (OnwardStore *store, gboolean can_save);
void onward_saved_filters_update (OnwardSavedFilters *self, GVariant *current);
GVariant *onward_saved_filters_find (const char *name);

G_END_DECLS
