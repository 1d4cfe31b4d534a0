/* onward-search-words.h - finds people, companies and opportunities by the words somebody remembers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-search-query.h"
#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardFound:
 * @type: ONWARD_TYPE_CONTACT, ONWARD_TYPE_COMPANY or ONWARD_TYPE_OPPORTUNITY
 * @id: the row
 * @title: (nullable): its name, or the role
 * @subtitle: (nullable): what tells it from others of that name
 *
 * One thing that holds the words.
 */
typedef struct
{
  GType type;
  gint64 id;
  char *title;
  char *subtitle;
} OnwardFound;

void onward_found_free (OnwardFound *found);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardFound, onward_found_free)

char *
onward_search_words_get_match (OnwardConnection *connection, const char *text, OnwardSearchKind kind, GError **error);
GPtrArray *onward_search_words_find (OnwardStore *store, const char *text, guint most, GError **error);

G_END_DECLS
