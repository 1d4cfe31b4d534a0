/* onward-calendar-popover.h - popovers of the calendar: a heading, a few words, and what can be done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *onward_calendar_popover_new_content (const char *heading);
void onward_calendar_popover_add_words (GtkWidget *content, const char *words);
void onward_calendar_popover_add_button (GtkWidget *content, const char *words, GCallback callback, gpointer data);
GtkPopover *
onward_calendar_popover_open (GtkWidget *widget, const GdkRectangle *area, GtkWidget *content, const char *name);

G_END_DECLS
