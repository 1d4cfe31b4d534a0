/* onward-json-export.h - the whole database as one Onward JSON document */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-writer.h"

G_BEGIN_DECLS

gboolean onward_json_export (OnwardConnection *connection, const OnwardNow *now, GOutputStream *stream, GError **error);

/* The documented single members, in the order of exchange.md, NULL-terminated. */
extern const char *const onward_json_profile_members[];
extern const char *const onward_json_settings_members[];

G_END_DECLS
