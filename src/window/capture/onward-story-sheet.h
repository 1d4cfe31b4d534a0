/* onward-story-sheet.h - asks for a career story: situation, task, action, result */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_story_sheet_present (GtkWidget *parent, gint64 story);

G_END_DECLS
