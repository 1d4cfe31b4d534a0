/* onward-stages.h - the columns of the pipeline, and the search they belong to */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/* A stage that was removed while the history of an opportunity still names it stays as a row, so that the history can
 * be read; it is no column any more. */
#define ONWARD_STAGE_IS_SHOWN "json_extract (extra, '$.removed') IS NULL"

gboolean onward_stages_ensure (OnwardWriter *writer, GError **error);
gint64 onward_searches_ensure (OnwardWriter *writer, GError **error);

GPtrArray *onward_stages_list (OnwardStore *store);
gint64 onward_stages_find_kind (OnwardConnection *connection, const char *kind);
gint64 onward_stages_find_first (OnwardConnection *connection);

gboolean onward_stages_ensure_command (OnwardWriter *writer, gpointer unused, GError **error);

G_END_DECLS
