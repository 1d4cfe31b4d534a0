/* onward-fact-row.h - a fact that can be edited where it stands */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_FACT_ROW (onward_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (OnwardFactRow, onward_fact_row, ONWARD, FACT_ROW, GtkListBoxRow)

GtkWidget *onward_fact_row_new (const char *field, const char *name, gboolean editable);
void onward_fact_row_set (OnwardFactRow *self, const char *shown, const char *typed);
void onward_fact_row_edit (OnwardFactRow *self);
const char *onward_fact_row_get_field (OnwardFactRow *self);
gboolean onward_fact_row_is_empty (OnwardFactRow *self);

G_END_DECLS
