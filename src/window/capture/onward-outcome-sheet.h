/* onward-outcome-sheet.h - asks how an opportunity ended */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_outcome_sheet_present (GtkWidget *parent, gint64 opportunity, const char *kind);

G_END_DECLS
