/* onward-touch-sheet.h - asks for a message, a call or a talk that has been */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_touch_sheet_add (GtkWidget *parent, gint64 contact, gint64 opportunity);
void onward_touch_sheet_edit (GtkWidget *parent, gint64 touch);

G_END_DECLS
