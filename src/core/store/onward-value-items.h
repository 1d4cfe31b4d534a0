/* onward-value-items.h - what is worth sending, to whom, and what they were sent already */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-contact.h"
#include "model/onward-value-item.h"
#include "onward-store.h"

G_BEGIN_DECLS

GArray *onward_value_items_suggest (OnwardStore *store, gint64 contact, guint most);
gboolean onward_value_items_was_offered (OnwardStore *store, gint64 contact, const char *words);
gint64 onward_value_items_find_in (OnwardStore *store, const char *text);
char *onward_value_items_find_repeated_link (OnwardStore *store, gint64 contact, const char *text);

G_END_DECLS
