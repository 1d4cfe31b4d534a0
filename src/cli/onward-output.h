/* onward-output.h - what onward-cli prints: aligned lines for people, one JSON document for programs */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _OnwardOutputTable OnwardOutputTable;

OnwardOutputTable *onward_output_table_new (void);
void onward_output_table_free (OnwardOutputTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardOutputTable, onward_output_table_free)
void onward_output_table_add_heading (OnwardOutputTable *table, const char *heading);
void onward_output_table_add_row (OnwardOutputTable *table, ...) G_GNUC_NULL_TERMINATED;
void onward_output_table_add_note (OnwardOutputTable *table, const char *note);
void onward_output_table_print (OnwardOutputTable *table);

void onward_output_print_line (const char *format, ...) G_GNUC_PRINTF (1, 2);
void onward_output_print_json (JsonNode *node);
void onward_output_print_bytes (const char *bytes, gsize length);

void onward_output_set_text (JsonObject *object, const char *member, const char *text);
char *onward_output_format_day (int day, int today);
char *onward_output_format_wall (gint64 wall, int today);
char *onward_output_join (const char *first, const char *second);

G_END_DECLS
