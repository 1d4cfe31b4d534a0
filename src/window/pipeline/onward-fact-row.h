/* onward-fact-row.h - a fact that can be edited where it stands */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a fact is edited. */
typedef enum
{
  ONWARD_FACT_SEEN,   /* it is worked out, and only seen; or it does an action of its own */
  ONWARD_FACT_TEXT,   /* a line; words with commas between them too */
  ONWARD_FACT_LINK,   /* an address, with a button that opens it */
  ONWARD_FACT_LONG,   /* paragraphs */
  ONWARD_FACT_DAY,    /* a day, typed or chosen in a calendar */
  ONWARD_FACT_CHOICE, /* one of a few, from a menu */
} OnwardFactKind;

#define ONWARD_TYPE_FACT_ROW (onward_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (OnwardFactRow, onward_fact_row, ONWARD, FACT_ROW, GtkListBoxRow)

GtkWidget *onward_fact_row_new (const char *field, const char *name, OnwardFactKind kind);
void onward_fact_row_set (OnwardFactRow *self, const char *shown, const char *typed);
void onward_fact_row_set_choices (OnwardFactRow *self, GMenuModel *choices);
void onward_fact_row_set_action (OnwardFactRow *self, const char *icon, const char *label, const char *action,
                                 GVariant *target);
void onward_fact_row_edit (OnwardFactRow *self);
const char *onward_fact_row_get_field (OnwardFactRow *self);
gboolean onward_fact_row_is_empty (OnwardFactRow *self);

GMenuModel *onward_fact_row_create_choices (void);
void onward_fact_row_add_choice (GMenuModel *choices, const char *words, const char *typed);

G_END_DECLS
