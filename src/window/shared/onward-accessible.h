/* onward-accessible.h - names for screen readers where the toolkit has none */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_accessible_set_label (GtkWidget *widget, const char *label);
void onward_accessible_set_description (GtkWidget *widget, const char *description);
void onward_accessible_set_choice_label (GtkDropDown *drop_down, const char *label);
void onward_accessible_keep_names (void);

G_END_DECLS
