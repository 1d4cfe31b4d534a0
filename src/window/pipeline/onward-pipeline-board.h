/* onward-pipeline-board.h - the board: a column a stage, all beside each other or one at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-card-selection.h"
#include "store/onward-board-change.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_PIPELINE_BOARD (onward_pipeline_board_get_type ())
G_DECLARE_FINAL_TYPE (OnwardPipelineBoard, onward_pipeline_board, ONWARD, PIPELINE_BOARD, GtkWidget)

void onward_pipeline_board_set_store (OnwardPipelineBoard *self, OnwardStore *store, OnwardCardSelection *selection);
void onward_pipeline_board_set_narrow (OnwardPipelineBoard *self, gboolean narrow);
void onward_pipeline_board_update (OnwardPipelineBoard *self, GHashTable *matches, int today);
void onward_pipeline_board_update_some (OnwardPipelineBoard *self, OnwardBoardChange *change, int today);
gboolean onward_pipeline_board_focus_card (OnwardPipelineBoard *self, gint64 opportunity);
gint64 onward_pipeline_board_get_focus (OnwardPipelineBoard *self);
GArray *onward_pipeline_board_list_selected (OnwardPipelineBoard *self);

G_END_DECLS
