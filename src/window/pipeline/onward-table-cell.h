/* onward-table-cell.h - one cell of the pipeline's table */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-board-table.h"
#include "store/onward-board.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_TABLE_CELL (onward_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (OnwardTableCell, onward_table_cell, ONWARD, TABLE_CELL, GtkWidget)

GtkWidget *onward_table_cell_new (OnwardTableColumn column, GtkListItem *item);
gint64 onward_table_cell_get_id (OnwardTableCell *self);
guint onward_table_cell_get_position (OnwardTableCell *self);
gboolean onward_table_cell_is_shown (OnwardTableCell *self, guint generation);
void
onward_table_cell_show (OnwardTableCell *self, const OnwardCard *card, const char *stage, int today, guint generation);
GtkWidget *onward_table_cell_get_row (OnwardTableCell *self);

G_END_DECLS
