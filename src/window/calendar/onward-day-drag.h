/* onward-day-drag.h - events are dragged from day to day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_day_drag_attach (GtkWidget *days, GtkOrientation along);

G_END_DECLS
