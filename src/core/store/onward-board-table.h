/* onward-board-table.h - the opportunities of the pipeline as a table: filtered, and in the order of a column */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

typedef enum
{
  ONWARD_TABLE_COMPANY,
  ONWARD_TABLE_ROLE,
  ONWARD_TABLE_STAGE,
  ONWARD_TABLE_PEOPLE, /* by the first of them */
  ONWARD_TABLE_SPAN,   /* how long: the fewest days first */
  ONWARD_TABLE_NEXT,   /* late, today, then by its moment */
  ONWARD_TABLE_N_COLUMNS,
} OnwardTableColumn;

typedef enum
{
  ONWARD_TABLE_OPEN,
  ONWARD_TABLE_OWED,       /* open, with a follow-up that is late or of today */
  ONWARD_TABLE_QUIET,      /* open, past the application, and nothing was heard, sent or held today */
  ONWARD_TABLE_INTRODUCED, /* open, and somebody introduced the user */
  ONWARD_TABLE_CLOSED,
  ONWARD_TABLE_N_FILTERS,
} OnwardTableFilter;

GArray *onward_board_table_list (OnwardStore *store, OnwardTableFilter filter, OnwardTableColumn column,
                                 gboolean descending, GHashTable *matches);
void onward_board_table_count (OnwardStore *store, guint counts[ONWARD_TABLE_N_FILTERS]);

G_END_DECLS
