/* onward-migrations.h - brings a database to the schema of this program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-writer.h"

G_BEGIN_DECLS

#define ONWARD_APPLICATION_ID 0x4f6e7764 /* "Onwd" */

int onward_migrations_get_version (void);
char **onward_migrations_get_steps (void);
OnwardConnection *onward_migrations_open (const char *path, const char *original, const OnwardNow *now, GError **error);
gboolean onward_migrations_run (OnwardConnection *connection, const char *path, const char *original,
                                const char *const *steps, const OnwardNow *now, GError **error);
gboolean onward_migrations_check_version (OnwardConnection *connection, GError **error);

G_END_DECLS
