/* onward-search-provider.h - people, opportunities and companies in the search of GNOME Shell */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_SEARCH_PROVIDER (onward_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (OnwardSearchProvider, onward_search_provider, ONWARD, SEARCH_PROVIDER, GObject)

OnwardSearchProvider *onward_search_provider_new (GApplication *application);
gboolean onward_search_provider_export (OnwardSearchProvider *self, GDBusConnection *connection,
                                        const char *application_path, GError **error);
void onward_search_provider_unexport (OnwardSearchProvider *self);
void onward_search_provider_set_store (OnwardSearchProvider *self, OnwardStore *store);

G_END_DECLS
