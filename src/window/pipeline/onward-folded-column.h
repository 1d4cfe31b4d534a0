/* onward-folded-column.h - a stage that is folded away: its name and its count */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-stage.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_FOLDED_COLUMN (onward_folded_column_get_type ())
G_DECLARE_FINAL_TYPE (OnwardFoldedColumn, onward_folded_column, ONWARD, FOLDED_COLUMN, GtkButton)

GtkWidget *onward_folded_column_new (OnwardStage *stage);
void onward_folded_column_set_count (OnwardFoldedColumn *self, guint count);

G_END_DECLS
