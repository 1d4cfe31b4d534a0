/* onward-board-drag.h - cards are dragged from one place of the board to another */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-board-column.h"

G_BEGIN_DECLS

void onward_board_drag_offer (OnwardBoardCard *card);
void onward_board_drag_accept (OnwardBoardColumn *column);
void onward_board_stage_drag_offer (OnwardBoardColumn *column, GtkWidget *header);
void onward_board_drag_accept_folded (GtkWidget *button, gint64 stage);

G_END_DECLS
