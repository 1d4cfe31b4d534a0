/* onward-month-cell.h - one day of a month: its number, what fits of its events, and how many more there are */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-calendar-event.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_MONTH_CELL (onward_month_cell_get_type ())
G_DECLARE_FINAL_TYPE (OnwardMonthCell, onward_month_cell, ONWARD, MONTH_CELL, GtkWidget)

void onward_month_cell_set_day (OnwardMonthCell *self, int day, gboolean outside, gboolean today);
void onward_month_cell_set_events (OnwardMonthCell *self, GPtrArray *events, guint first, guint n);
void onward_month_cell_set_capacity (OnwardMonthCell *self, guint capacity, gboolean crowded);

void onward_month_cell_set_week (OnwardMonthCell *self, int lines, int line);
void onward_month_cell_set_drop_target (OnwardMonthCell *self, gboolean target);

int onward_month_cell_get_day (OnwardMonthCell *self);
int onward_month_cell_get_head_height (OnwardMonthCell *self);
guint onward_month_cell_count_events (OnwardMonthCell *self);
int onward_month_cell_measure_line (OnwardMonthCell *self);
gboolean onward_month_cell_focus_last (OnwardMonthCell *self);
gboolean onward_month_cell_focus_event (OnwardMonthCell *self, const OnwardCalendarEvent *event);
gboolean onward_month_cell_move_focus (OnwardMonthCell *self, gboolean down);
gboolean onward_month_cell_show_all (OnwardMonthCell *self);

G_END_DECLS
