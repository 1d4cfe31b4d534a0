/* onward-text-scale.h - how much larger than usual the user wants text */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

double onward_text_scale_get (GtkWidget *widget);
void onward_text_scale_fit_clamps (GtkWidget *widget);

G_END_DECLS
