/* onward-month-grid.h - the days of a month in their weeks, with what stands on each */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-calendar-event.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_MONTH_GRID (onward_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (OnwardMonthGrid, onward_month_grid, ONWARD, MONTH_GRID, GtkWidget)

void onward_month_grid_show (OnwardMonthGrid *self, OnwardStore *store, int day, int today);
void onward_month_grid_focus_day (OnwardMonthGrid *self);
void onward_month_grid_set_numbers (OnwardMonthGrid *self, gboolean shown);
void onward_month_grid_focus_event (OnwardMonthGrid *self, const OnwardCalendarEvent *event);
int onward_month_grid_get_day (OnwardMonthGrid *self);

G_END_DECLS
