/* onward-value-item-sheet.h - asks for something worth sending: a link or a note, and its topics */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_value_item_sheet_present (GtkWidget *parent, gint64 value_item);

G_END_DECLS
