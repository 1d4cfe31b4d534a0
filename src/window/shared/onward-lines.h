/* onward-lines.h - what a row says, a few lines one below the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-text.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_LINES (onward_lines_get_type ())
G_DECLARE_FINAL_TYPE (OnwardLines, onward_lines, ONWARD, LINES, GtkWidget)

GtkWidget *onward_lines_new (void);

void onward_lines_set (OnwardLines *self, guint line, OnwardTextStyle style, const char *text, const char *color);
void onward_lines_set_struck (OnwardLines *self, gboolean struck);
void onward_lines_set_below (OnwardLines *self, GtkWidget *below);

G_END_DECLS
