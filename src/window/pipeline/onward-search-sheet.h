/* onward-search-sheet.h - asks for a new search, or when one ended and what becomes of what is open in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_search_sheet_start (GtkWidget *parent);
void onward_search_sheet_end (GtkWidget *parent, gint64 search);

G_END_DECLS
