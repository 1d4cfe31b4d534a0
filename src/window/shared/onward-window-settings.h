/* onward-window-settings.h - what belongs to this window on this machine */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *onward_window_settings_get (void);

G_END_DECLS
