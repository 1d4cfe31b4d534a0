/* onward-fact-editors.h - what stands in the place of a fact while it is edited */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OnwardEditorFunc:
 * @keep: whether what was typed counts
 * @data: what was given with it
 */
typedef void (*OnwardEditorFunc) (gboolean keep, gpointer data);

/**
 * OnwardDayFunc:
 * @date: what was typed or chosen, YYYY-MM-DD when it is a day; "" = none
 * @data: what was given with it
 */
typedef void (*OnwardDayFunc) (const char *date, gpointer data);

GtkWidget *onward_fact_editors_create_text (const char *name, const char *text, gboolean is_long, OnwardEditorFunc done,
                                            gpointer data);
char *onward_fact_editors_get_text (GtkWidget *editor);
void onward_fact_editors_focus (GtkWidget *editor);
GtkWidget *onward_fact_editors_create_day (const char *name, const char *text, OnwardDayFunc chosen, gpointer data);
GtkWidget *onward_fact_editors_create_reason (GtkWidget *editor, const char *reason);

G_END_DECLS
