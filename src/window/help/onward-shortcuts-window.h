/* onward-shortcuts-window.h - shows all keys, and finds one by a word */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_shortcuts_window_present (GtkWindow *parent);

G_END_DECLS
