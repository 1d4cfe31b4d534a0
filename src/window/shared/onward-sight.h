/* onward-sight.h - which rows of a long list are seen */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean onward_sight_has (GtkAdjustment *scroll, guint n_rows, int usual, guint position);
guint onward_sight_get_top (GtkAdjustment *scroll, guint n_rows);
void onward_sight_set_top (GtkAdjustment *scroll, guint n_rows, guint position);

G_END_DECLS
