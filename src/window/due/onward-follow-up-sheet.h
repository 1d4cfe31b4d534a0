/* onward-follow-up-sheet.h - asks for a follow-up of the user's own: what, for whom, about what, when and why */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_follow_up_sheet_add (GtkWidget *parent, gint64 contact, gint64 opportunity);
void onward_follow_up_sheet_add_at (GtkWidget *parent, int day, int minutes);
void onward_follow_up_sheet_edit (GtkWidget *parent, gint64 follow_up);

G_END_DECLS
