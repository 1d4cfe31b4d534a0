/* onward-debrief-sheet.h - asks what an interview was like */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_debrief_sheet_present (GtkWidget *parent, gint64 interview);

G_END_DECLS
