/* onward-selection-bar.h - how many opportunities are selected, and what can be done with all of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-card-selection.h"
#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_SELECTION_BAR (onward_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (OnwardSelectionBar, onward_selection_bar, ONWARD, SELECTION_BAR, GtkWidget)

/**
 * OnwardSelectionListFunc:
 * @data: what was given with it
 *
 * Returns: (transfer full) (element-type gint64): what is selected, in the order in which it is shown
 */
typedef GArray *(*OnwardSelectionListFunc) (gpointer data);

void onward_selection_bar_set_up (OnwardSelectionBar *self, OnwardStore *store, OnwardCardSelection *selection,
                                  OnwardSelectionListFunc list, gpointer data);
void onward_selection_bar_set_least (OnwardSelectionBar *self, guint least);

G_END_DECLS
