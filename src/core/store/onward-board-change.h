/* onward-board-change.h - which cards of the board a change concerns */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardBoardChange:
 * @all: any card may say something else now, or stand elsewhere
 * @places: @cards may stand elsewhere, be there for the first time, or be gone
 * @cards: (element-type gint64): opportunities whose cards may say something else
 *
 * What was announced since somebody looked.
 */
typedef struct
{
  gboolean all;
  gboolean places;
  GHashTable *cards;
} OnwardBoardChange;

OnwardBoardChange *onward_board_change_new (void);
void onward_board_change_free (OnwardBoardChange *self);
void onward_board_change_clear (OnwardBoardChange *self);

void onward_board_change_note (OnwardBoardChange *self, OnwardStore *store, const char *table, GArray *ids);
gboolean onward_board_change_is_empty (OnwardBoardChange *self);

G_END_DECLS
