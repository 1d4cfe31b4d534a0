/* onward-typed.h - what the user typed becomes a field of a record, or a sentence that says why not */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-record.h"

G_BEGIN_DECLS

gboolean onward_typed_set (gpointer record, const char *path, const char *text, GError **error);
char *onward_typed_get (gpointer record, const char *path);

G_END_DECLS
