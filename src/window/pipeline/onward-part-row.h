/* onward-part-row.h - somebody's part in an opportunity */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-opportunity-people.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_PART_ROW (onward_part_row_get_type ())
G_DECLARE_FINAL_TYPE (OnwardPartRow, onward_part_row, ONWARD, PART_ROW, GtkListBoxRow)

void onward_part_row_set_menu (OnwardPartRow *self, const OnwardPart *part, gint64 opportunity, gboolean named);
GtkWidget *onward_part_row_new (const OnwardPart *part, gboolean promised);

G_END_DECLS
