/* onward-feedback-sheet.h - asks what somebody said about the user */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_feedback_sheet_add (GtkWidget *parent, gint64 contact, gint64 opportunity);
void onward_feedback_sheet_edit (GtkWidget *parent, gint64 feedback);

G_END_DECLS
