/* onward-board-search.h - opportunities by words, also of their company and people, and by what they are */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardBoardFilter:
 * @text: (nullable): what the user typed
 * @stage: a row of stages; 0 = every stage
 * @outcome: (nullable): a kind of outcome; `none` = those without one; NULL = all
 * @company: a row of companies; 0 = every company
 * @tag: (nullable): one of the tags, in any case and accent; NULL = any
 *
 * Which opportunities to leave.
 */
typedef struct
{
  const char *text;
  gint64 stage;
  const char *outcome;
  gint64 company;
  const char *tag;
} OnwardBoardFilter;

GHashTable *onward_board_search (OnwardStore *store, const char *words);
GHashTable *onward_board_search_filtered (OnwardStore *store, const OnwardBoardFilter *filter);

G_END_DECLS
