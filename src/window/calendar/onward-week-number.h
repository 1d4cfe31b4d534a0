/* onward-week-number.h - which week of the year it is, beside its days */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *onward_week_number_new (void);
void onward_week_number_set_week (GtkWidget *number, int first);

G_END_DECLS
