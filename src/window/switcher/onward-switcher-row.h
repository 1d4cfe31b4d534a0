/* onward-switcher-row.h - one thing that the quick switcher found */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"
#include "store/onward-tokenizer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OnwardSwitcherContext:
 * @store: where everything is
 * @tokenizer: what cuts text into words
 * @words: (array zero-terminated=1): the words that are searched
 * @narrow: whether there is no room for a third column
 *
 * What all rows share; outlives them.
 */
typedef struct
{
  OnwardStore *store;
  OnwardTokenizer *tokenizer;
  char **words;
  gboolean narrow;
} OnwardSwitcherContext;

#define ONWARD_TYPE_SWITCHER_ROW (onward_switcher_row_get_type ())
G_DECLARE_FINAL_TYPE (OnwardSwitcherRow, onward_switcher_row, ONWARD, SWITCHER_ROW, GtkWidget)

GtkWidget *onward_switcher_row_new (OnwardSwitcherContext *context);
void onward_switcher_row_show (OnwardSwitcherRow *self, GObject *item, const char *heading, gboolean first);

G_END_DECLS
