/* onward-calendar-new.h - asks what is to be put on a day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_calendar_new_show (GtkWidget *widget, const GdkRectangle *area, int day, int minutes, int length);

G_END_DECLS
