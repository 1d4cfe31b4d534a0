/* onward-references.h - what refers to a row, whatever it is: found by the tables of fields */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-writer.h"

G_BEGIN_DECLS

guint onward_references_count (OnwardConnection *connection, GType type, gint64 id);
gboolean onward_references_replace (OnwardWriter *writer, GType type, gint64 from, gint64 to, GError **error);

G_END_DECLS
