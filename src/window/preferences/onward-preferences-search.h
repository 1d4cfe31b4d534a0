/* onward-preferences-search.h - finds a setting by a word, on whatever page it is */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *onward_preferences_search_create_row (GtkWidget *found, const char *page);
GtkWidget *onward_preferences_search_get_found (GtkListBoxRow *row);
void onward_preferences_search_fill (GtkListBox *list, GtkStack *stack, const char *text);

G_END_DECLS
