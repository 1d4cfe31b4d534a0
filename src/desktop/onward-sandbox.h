/* onward-sandbox.h - whether the program runs in the Flatpak, where the desktop is reached through portals */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ONWARD_PORTAL_NAME "org.freedesktop.portal.Desktop"
#define ONWARD_PORTAL_PATH "/org/freedesktop/portal/desktop"

gboolean onward_sandbox_is_inside (void);

G_END_DECLS
