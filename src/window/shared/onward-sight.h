/* onward-sight.h - which rows of a long list are seen */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean onward_sight_has (GtkAdjustment *scroll, int row_height, guint position);

G_END_DECLS
