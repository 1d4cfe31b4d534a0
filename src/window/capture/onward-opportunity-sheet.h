/* onward-opportunity-sheet.h - asks for a new opportunity: a company and a title are enough */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_opportunity_sheet_present (GtkWidget *parent, gint64 stage);
void onward_opportunity_sheet_present_at (GtkWidget *parent, gint64 company, gint64 sibling_of);

G_END_DECLS
