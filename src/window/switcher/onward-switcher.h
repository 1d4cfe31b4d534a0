/* onward-switcher.h - the quick switcher: one entry over everything, by keyboard (Ctrl+K) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_SWITCHER (onward_switcher_get_type ())
G_DECLARE_FINAL_TYPE (OnwardSwitcher, onward_switcher, ONWARD, SWITCHER, GtkWidget)

void onward_switcher_install_actions (GtkWidgetClass *window_class);

G_END_DECLS
