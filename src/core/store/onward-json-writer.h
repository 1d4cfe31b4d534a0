/* onward-json-writer.h - JSON text as Onward writes it: two spaces, LF, members in the order given */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-lists.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void onward_json_append_node (GString *out, JsonNode *node, int depth);
void onward_json_append_text (GString *out, const char *text);
char *onward_json_to_text (JsonNode *node);
char *onward_json_object_to_text (JsonObject *object);
JsonNode *onward_json_parse (const char *text, gssize length, GError **error);

G_END_DECLS
