/* onward-interview-sheet.h - asks for an interview and who is expected there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_interview_sheet_add (GtkWidget *parent, gint64 opportunity);
void onward_interview_sheet_add_at (GtkWidget *parent, int day, int minutes, int length);
void onward_interview_sheet_edit (GtkWidget *parent, gint64 interview);

G_END_DECLS
