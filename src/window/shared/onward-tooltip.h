/* onward-tooltip.h - words that come up when the pointer rests */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_tooltip_set (GtkWidget *widget, const char *text);
void onward_tooltip_show_cut_off (GtkLabel *label);

G_END_DECLS
