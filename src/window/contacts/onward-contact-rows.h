/* onward-contact-rows.h - what the rows of a person's page are made of */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_contact_rows_clear (GtkListBox *list);
GtkWidget *
onward_contact_rows_create_label (const char *text, float xalign, const char *first_class, const char *second_class);
void onward_contact_rows_wrap (GtkWidget *label);
GtkWidget *onward_contact_rows_create_tool (const char *icon, const char *tooltip, const char *words,
                                            const char *action, GVariant *target);
void onward_contact_rows_add_tool (GtkWidget *row, GtkWidget *tool);
GtkWidget *onward_contact_rows_append (GtkListBox *list, GtkWidget *content, const char *words, gboolean activatable);
GtkWidget *
onward_contact_rows_append_fact (GtkListBox *list, const char *name, const char *value, gboolean activatable);

G_END_DECLS
