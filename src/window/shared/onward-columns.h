/* onward-columns.h - a page as a main column with an aside, or as one column where the window is narrow */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_COLUMNS (onward_columns_get_type ())
G_DECLARE_FINAL_TYPE (OnwardColumns, onward_columns, ONWARD, COLUMNS, GtkWidget)

G_END_DECLS
