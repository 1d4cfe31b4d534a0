/* onward-finder.h - the one search: people, companies, opportunities and interviews by the words somebody remembers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

typedef struct _OnwardFinder OnwardFinder;

OnwardFinder *onward_finder_new (OnwardStore *store);
void onward_finder_free (OnwardFinder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardFinder, onward_finder_free)

GArray *onward_finder_find (OnwardFinder *self, GType type, const char *text);
GArray *onward_finder_find_best (OnwardFinder *self, GType type, const char *text);
gboolean onward_finder_describe (OnwardStore *store, GType type, gint64 id, char **title, char **subtitle);

G_END_DECLS
