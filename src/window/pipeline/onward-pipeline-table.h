/* onward-pipeline-table.h - the rows of the board as a table */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-card-selection.h"
#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_PIPELINE_TABLE (onward_pipeline_table_get_type ())
G_DECLARE_FINAL_TYPE (OnwardPipelineTable, onward_pipeline_table, ONWARD, PIPELINE_TABLE, GtkWidget)

GtkWidget *onward_pipeline_table_new (OnwardStore *store, OnwardCardSelection *selected);
void onward_pipeline_table_set_narrow (OnwardPipelineTable *self, gboolean narrow);
void onward_pipeline_table_update (OnwardPipelineTable *self, GHashTable *matches, int today);
gboolean onward_pipeline_table_focus_row (OnwardPipelineTable *self, gint64 opportunity);
GArray *onward_pipeline_table_list_selected (OnwardPipelineTable *self);
gint64 onward_pipeline_table_get_focus (OnwardPipelineTable *self);

G_END_DECLS
