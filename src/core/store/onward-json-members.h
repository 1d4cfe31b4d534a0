/* onward-json-members.h - the single members of a document: profile, settings, and what is unknown */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-writer.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean onward_json_members_import (OnwardWriter *writer, JsonObject *document, GError **error);
gboolean onward_json_check_setting (const char *member, JsonNode *value, GError **error);

G_END_DECLS
