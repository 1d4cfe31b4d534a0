/* onward-board-card.h - a card of the board: what, who, how long, what next */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-board.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_BOARD_CARD (onward_board_card_get_type ())
G_DECLARE_FINAL_TYPE (OnwardBoardCard, onward_board_card, ONWARD, BOARD_CARD, GtkButton)

GtkWidget *onward_board_card_new (OnwardCard *card, int today);
void onward_board_card_set (OnwardBoardCard *self, OnwardCard *card, int today);
const OnwardCard *onward_board_card_get (OnwardBoardCard *self);

gboolean onward_board_card_is (OnwardBoardCard *self, const OnwardCard *card, int today);
void onward_board_card_set_selected (OnwardBoardCard *self, gboolean selected);
GtkWidget *onward_board_card_new_like (OnwardBoardCard *self);

G_END_DECLS
