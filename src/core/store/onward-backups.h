/* onward-backups.h - copies of a database, made before it is brought up to date and when the user asks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-writer.h"

G_BEGIN_DECLS

char *
onward_backups_make (OnwardConnection *connection, const char *path, int version, const OnwardNow *now, GError **error);
char *onward_backups_make_now (const char *path, const OnwardNow *now, GError **error);
char *onward_backups_find (const char *path, int version);

G_END_DECLS
