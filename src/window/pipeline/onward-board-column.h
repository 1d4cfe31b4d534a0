/* onward-board-column.h - a stage of the board: its cards in order, as far as somebody looks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-stage.h"
#include "onward-board-card.h"
#include "onward-card-selection.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_BOARD_COLUMN (onward_board_column_get_type ())
G_DECLARE_FINAL_TYPE (OnwardBoardColumn, onward_board_column, ONWARD, BOARD_COLUMN, GtkWidget)

GtkWidget *onward_board_column_new (OnwardStore *store, OnwardStage *stage, OnwardCardSelection *selection);
OnwardStage *onward_board_column_get_stage (OnwardBoardColumn *self);
gboolean onward_board_column_is_closed (OnwardBoardColumn *self);
GtkWidget *onward_board_column_get_scroll (OnwardBoardColumn *self);
GtkWidget *onward_board_column_get_more (OnwardBoardColumn *self);
void onward_board_column_set_narrow (OnwardBoardColumn *self, gboolean narrow);

void onward_board_column_show (OnwardBoardColumn *self, GArray *ids, GHashTable *changed, int today);
void onward_board_column_show_cards (OnwardBoardColumn *self, GHashTable *changed);
guint onward_board_column_get_count (OnwardBoardColumn *self);
gboolean onward_board_column_find (OnwardBoardColumn *self, gint64 opportunity, guint *position);
gint64 onward_board_column_get_id (OnwardBoardColumn *self, guint position);
void onward_board_column_append_ids (OnwardBoardColumn *self, GArray *ids);

gboolean onward_board_column_focus (OnwardBoardColumn *self, guint position);
void onward_board_column_focus_header (OnwardBoardColumn *self);

void onward_board_column_set_carried (OnwardBoardColumn *self, GArray *carried);
void onward_board_column_drag_over (OnwardBoardColumn *self, double y);
void onward_board_column_drag_along (OnwardBoardColumn *self, double y);
void onward_board_column_drag_away (OnwardBoardColumn *self);
gint64 onward_board_column_get_landing (OnwardBoardColumn *self, double y);

G_END_DECLS
