/* onward-week-drag.h - interviews are dragged through the hours of a week, made longer, and made where there is none */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-week-grid.h"

G_BEGIN_DECLS

void onward_week_drag_attach (OnwardWeekGrid *grid);

G_END_DECLS
