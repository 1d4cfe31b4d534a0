/* onward-place-actions.h - what the window can be asked to do about companies, searches and what was said */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_place_install_actions (GtkWidgetClass *window_class);

G_END_DECLS
