/* onward-lock.h - one writer at a time, across processes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _OnwardLock OnwardLock;

OnwardLock *onward_lock_new (const char *database_path, GError **error);
void onward_lock_free (OnwardLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardLock, onward_lock_free)

gboolean onward_lock_acquire (OnwardLock *self, int seconds, GError **error);
void onward_lock_release (OnwardLock *self);

G_END_DECLS
