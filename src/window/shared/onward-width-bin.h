/* onward-width-bin.h - lets a window become narrower than its content, and says how wide it is in text-scaled pixels */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_WIDTH_BIN (onward_width_bin_get_type ())
G_DECLARE_FINAL_TYPE (OnwardWidthBin, onward_width_bin, ONWARD, WIDTH_BIN, GtkWidget)

GtkWidget *onward_width_bin_get_child (OnwardWidthBin *self);
void onward_width_bin_set_child (OnwardWidthBin *self, GtkWidget *child);
int onward_width_bin_get_scaled_width (OnwardWidthBin *self);

G_END_DECLS
