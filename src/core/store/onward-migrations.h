/* onward-migrations.h - brings a database to the schema of this program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-connection.h"

G_BEGIN_DECLS

#define ONWARD_APPLICATION_ID 0x4f6e7764 /* "Onwd" */

gboolean onward_migrations_run (OnwardConnection *connection, const char *path, GError **error);
int onward_migrations_get_version (void);

G_END_DECLS
