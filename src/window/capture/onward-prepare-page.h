/* onward-prepare-page.h - what to know, to tell and to ask in an interview */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-window.h"

G_BEGIN_DECLS

void onward_prepare_page_push (OnwardWindow *window, gint64 interview);

G_END_DECLS
