/* onward-shelf-page.h - what the user keeps for later: stories to tell, and what is worth sending */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-window.h"

G_BEGIN_DECLS

void onward_shelf_page_push_stories (OnwardWindow *window);
void onward_shelf_page_push_value_items (OnwardWindow *window);

G_END_DECLS
