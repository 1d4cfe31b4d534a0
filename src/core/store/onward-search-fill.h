/* onward-search-fill.h - many changed rows given to the search at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-connection.h"

G_BEGIN_DECLS

#define ONWARD_SEARCH_N_TABLES 3

/**
 * OnwardSearchFill:
 * @connection: the writer's
 * @triggers: (nullable): what makes the triggers again; NULL when nothing is deferred
 * @last_ids: the last row that each table had before
 *
 * Of one transaction.
 */
typedef struct
{
  OnwardConnection *connection;
  char *triggers;
  gint64 last_ids[ONWARD_SEARCH_N_TABLES];
} OnwardSearchFill;

gboolean onward_search_fill_defer (OnwardSearchFill *self, OnwardConnection *connection, GError **error);
gboolean onward_search_fill_finish (OnwardSearchFill *self, OnwardConnection *connection, GError **error);
void onward_search_fill_clear (OnwardSearchFill *self);

G_END_DECLS
