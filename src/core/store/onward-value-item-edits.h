/* onward-value-item-edits.h - keeping what is worth sending: commands, and to whom it went */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/onward-value-item.h"
#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardValueItemEdit:
 * @id: the item; 0 = new
 * @kind: (nullable): as in exchange.md
 * @title: (nullable): what it is
 * @url: (nullable): where it is
 * @topics: (nullable) (array zero-terminated=1): what it is about
 * @notes: (nullable):
 */
typedef struct
{
  gint64 id;
  char *kind;
  char *title;
  char *url;
  char **topics;
  char *notes;
} OnwardValueItemEdit;

void onward_value_item_edit_free (OnwardValueItemEdit *edit);
gboolean onward_value_items_save (OnwardWriter *writer, gpointer value_item_edit, GError **error);
gboolean onward_value_items_remove (OnwardWriter *writer, gpointer value_item, GError **error);
GPtrArray *onward_value_items_list (OnwardStore *store);
char *onward_value_items_get_offered (OnwardStore *store, gint64 value_item);

G_END_DECLS
