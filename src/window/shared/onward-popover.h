/* onward-popover.h - popovers that are made when somebody opens them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPopover *onward_popover_show (GtkWidget *widget, GtkWidget *child);

void onward_popover_go_when_closed (GtkPopover *popover);
void onward_popover_set_menu (GtkMenuButton *button, GMenuModel *menu);

G_END_DECLS
