/* onward-board-search.h - opportunities by words: their own, their company's and their people's */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

GHashTable *onward_board_search (OnwardStore *store, const char *words);

G_END_DECLS
