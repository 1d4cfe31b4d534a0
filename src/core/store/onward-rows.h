/* onward-rows.h - records to rows and back, for any class, from its table of fields */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-record.h"
#include "onward-connection.h"

G_BEGIN_DECLS

gpointer onward_rows_load (OnwardConnection *connection, GType type, gint64 id, GError **error);
GPtrArray *onward_rows_load_children (OnwardConnection *connection, GType child_type, gint64 parent, GError **error);
GPtrArray *
onward_rows_load_where (OnwardConnection *connection, GType type, const char *where, gint64 value, GError **error);
gint64 onward_rows_find_uuid (OnwardConnection *connection, GType type, const char *uuid);
char *onward_rows_get_uuid (OnwardConnection *connection, const char *table, gint64 id);

gboolean onward_rows_insert (OnwardConnection *connection, gpointer record, GError **error);
gboolean onward_rows_update (OnwardConnection *connection, gpointer record, GError **error);
gboolean onward_rows_delete (OnwardConnection *connection, GType type, gint64 id, GError **error);
char *onward_rows_get_member (OnwardConnection *connection, const char *part, const char *member, GError **error);

G_END_DECLS
