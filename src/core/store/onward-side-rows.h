/* onward-side-rows.h - rows that are no records, read and written whole, so that they can be taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-connection.h"

G_BEGIN_DECLS

char *onward_side_rows_read (OnwardConnection *connection, const char *table, gint64 id);
gboolean
onward_side_rows_write (OnwardConnection *connection, const char *table, gint64 id, const char *values, GError **error);
GArray *onward_side_rows_find (OnwardConnection *connection, const char *table, const char *column, gint64 value,
                               GError **error);

G_END_DECLS
