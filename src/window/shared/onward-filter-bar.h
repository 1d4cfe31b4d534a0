/* onward-filter-bar.h - drop-downs that leave out what is not wanted, side by side */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-filter-choices.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_FILTER_BAR (onward_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (OnwardFilterBar, onward_filter_bar, ONWARD, FILTER_BAR, GtkWidget)

/**
 * OnwardFilterLoadFunc:
 * @data: what was given with it
 *
 * Returns: (transfer full) (element-type OnwardFilterChoice): what can be chosen now
 */
typedef GPtrArray *(*OnwardFilterLoadFunc) (gpointer data);

void onward_filter_bar_set_columns (OnwardFilterBar *self, guint columns);
void onward_filter_bar_add (OnwardFilterBar *self, const char *name, const char *label, const char *everything,
                            OnwardFilterLoadFunc load, gpointer data);
void onward_filter_bar_reload (OnwardFilterBar *self);
const char *onward_filter_bar_get (OnwardFilterBar *self, const char *name);
int onward_filter_bar_get_position (OnwardFilterBar *self, const char *name);
void onward_filter_bar_set (OnwardFilterBar *self, const char *name, const char *value);
void onward_filter_bar_clear (OnwardFilterBar *self);
gboolean onward_filter_bar_is_active (OnwardFilterBar *self);

G_END_DECLS
