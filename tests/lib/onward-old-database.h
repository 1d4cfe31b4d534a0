/* onward-old-database.h - databases of older versions (fixtures/schema), and what a database holds in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <json-glib/json-glib.h>

void onward_old_database_write (const char *path, int version);
JsonNode *onward_old_database_read_document (int version);
JsonNode *onward_old_database_export (OnwardConnection *connection, const OnwardNow *now);

char *onward_old_database_describe (const char *path, int version);
char *onward_old_database_find_faults (const char *path, gboolean is_new);
