/* onward-merge-sheet.h - asks with which company another one is merged */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_merge_sheet_present (GtkWidget *parent, gint64 company);

G_END_DECLS
