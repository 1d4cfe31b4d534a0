/* onward-private-copy.h - a database that cannot be written, to be read in a copy */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _OnwardPrivateCopy OnwardPrivateCopy;

gboolean onward_private_copy_is_needed (const char *path);
OnwardPrivateCopy *onward_private_copy_new (const char *path, GError **error);
const char *onward_private_copy_get_path (OnwardPrivateCopy *self);
void onward_private_copy_free (OnwardPrivateCopy *self);

G_END_DECLS
