/* onward-start.h - whether there is anything yet, and the beginning of a search */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

gboolean onward_start_is_empty (OnwardStore *store);
gboolean onward_start_search (OnwardWriter *writer, gpointer unused, GError **error);

G_END_DECLS
