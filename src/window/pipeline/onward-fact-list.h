/* onward-fact-list.h - a list of facts about a record, each edited in place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-fact-row.h"
#include "store/onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardFact:
 * @field: a member of the exchange format, or a word of the list's own
 * @name: what it is called on screen, to be translated
 * @kind: how it is edited
 */
typedef struct
{
  const char *field;
  const char *name;
  OnwardFactKind kind;
} OnwardFact;

void onward_fact_list_build (GtkListBox *list, const OnwardFact *facts, guint n_facts, GCallback edited, gpointer data);
void onward_fact_list_show (OnwardFactRow *row, OnwardFactKind kind, OnwardStore *store, gpointer record);
void onward_fact_list_hide_empty (GtkListBox *list, gboolean hide);
void onward_fact_list_edit_first (GtkListBox *list);

G_END_DECLS
