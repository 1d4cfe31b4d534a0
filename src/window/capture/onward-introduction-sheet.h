/* onward-introduction-sheet.h - asks where somebody told the user to look, whom to contact, and whose name to use */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_introduction_sheet_add (GtkWidget *parent, gint64 introducer, gint64 opportunity);
void onward_introduction_sheet_edit (GtkWidget *parent, gint64 introduction);

G_END_DECLS
