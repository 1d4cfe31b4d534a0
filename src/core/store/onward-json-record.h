/* onward-json-record.h - a record as an object of the exchange format, and back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-rows.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * OnwardJsonResolver:
 * @data: what the resolver was given
 * @table: a collection
 * @uuid: an id in it
 *
 * Returns: the row of that id, 0 when nobody knows it
 */
typedef gint64 (*OnwardJsonResolver) (gpointer data, const char *table, const char *uuid);

JsonObject *onward_json_from_record (OnwardConnection *connection, gpointer record);
char *onward_json_record_to_text (OnwardConnection *connection, gpointer record);

gboolean onward_json_to_record (JsonObject *object, gpointer record, OnwardJsonResolver resolve, gpointer data,
                                const char *where, GError **error);
GPtrArray *onward_json_to_children (JsonNode *node, const OnwardChildren *list, OnwardJsonResolver resolve,
                                    gpointer data, const char *where, GError **error);
char *onward_json_get_id (JsonObject *object, const char *where, GError **error);
char *onward_json_merge_extra (const char *old_extra, const char *new_extra);

G_END_DECLS
