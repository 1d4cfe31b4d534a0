/* onward-go-to-popover.h - asks which day the calendar is to show */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_go_to_popover_show (GtkWidget *title, int day);

G_END_DECLS
