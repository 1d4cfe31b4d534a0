/* onward-place-row.h - an opportunity as a row: the role, and what became of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *onward_place_row_new (OnwardStore *store, gint64 opportunity, const char *more);

GtkWidget *onward_place_row_create_icon (const char *icon);
GtkWidget *onward_place_row_create (GtkWidget *start, const char *title, const char *line);
void onward_place_row_clear (GtkListBox *list);

G_END_DECLS
