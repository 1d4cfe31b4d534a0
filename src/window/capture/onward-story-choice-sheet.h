/* onward-story-choice-sheet.h - asks which stories are to be told in an interview */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_story_choice_sheet_present (GtkWidget *parent, gint64 interview);

G_END_DECLS
