/* onward-screen-lock.h - whether the screen is locked, so that alerts say no names */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _OnwardScreenLock OnwardScreenLock;

OnwardScreenLock *onward_screen_lock_new (GFunc changed, gpointer data);
void onward_screen_lock_free (OnwardScreenLock *self);
gboolean onward_screen_lock_is_locked (OnwardScreenLock *self);

G_END_DECLS
