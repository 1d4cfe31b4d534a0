/* onward-pipeline-table-private.h - what the files of the table share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-pipeline-table.h"
#include "onward-table-cell.h"
#include "shared/onward-id-selection.h"
#include "store/onward-board-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _OnwardPipelineTable
{
  GtkWidget parent_instance;

  OnwardStore *store;
  OnwardIdList *ids;
  OnwardIdSelection *selection;
  OnwardCardSelection *selected; /* what the bar below the table is about */
  GPtrArray *cells;    /* the cells there are; the list owns them, and drops them without a word when it shrinks */
  GHashTable *cards;   /* id -> OnwardCard of rows that were in sight lately */
  GHashTable *matches; /* NULL = everything; the opportunities that are searched for */
  int today;
  guint generation; /* how often it was read anew */
  gint64 wanted;    /* gets the focus when its row is there; 0 = none */
  guint scrolled_tick;
  gboolean narrow;
  OnwardTableFilter filter;
  OnwardTableColumn sort;
  gboolean descending;
  OnwardTableColumn probed; /* while the header is asked by which column it sorts */
  GtkColumnViewColumn *columns[ONWARD_TABLE_N_COLUMNS];
  GtkWidget *pills[ONWARD_TABLE_N_FILTERS];
  GtkAdjustment *scroll;
  GtkAdjustment *across;
  guint across_tick;
  double from_start; /* how far it was scrolled from the side where reading begins, px */

  GtkBox *filters;
  GtkMenuButton *columns_button;
  GtkStack *stack;
  GtkWidget *scrolled;
  GtkColumnView *table;
  GtkWidget *nothing;
};

void onward_pipeline_table_sort_by (OnwardPipelineTable *self, OnwardTableColumn column, gboolean descending);

void onward_pipeline_table_init_columns (OnwardPipelineTable *self, GCallback setup, GCallback bind);
void onward_pipeline_table_update_columns (OnwardPipelineTable *self);
void onward_pipeline_table_show_sorting (OnwardPipelineTable *self);
const char *onward_pipeline_table_get_column_title (OnwardTableColumn column);

void onward_pipeline_table_init_across (OnwardPipelineTable *self);

void onward_pipeline_table_init_keys (OnwardPipelineTable *self);
void onward_pipeline_table_note_selection (OnwardPipelineTable *self);
void onward_pipeline_table_init_selection (OnwardPipelineTable *self);

G_END_DECLS
