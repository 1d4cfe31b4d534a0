/* onward-week-view.h - seven days beside each other: what is to be done above, the hours with their interviews below */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-month-cell.h"
#include "onward-week-grid.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_WEEK_VIEW (onward_week_view_get_type ())
G_DECLARE_FINAL_TYPE (OnwardWeekView, onward_week_view, ONWARD, WEEK_VIEW, GtkWidget)

void onward_week_view_show (OnwardWeekView *self, OnwardStore *store, int day, int today);
void onward_week_view_set_numbers (OnwardWeekView *self, gboolean shown);
void onward_week_view_update_now (OnwardWeekView *self);
void onward_week_view_focus_day (OnwardWeekView *self);
void onward_week_view_focus_event (OnwardWeekView *self, const OnwardCalendarEvent *event);
int onward_week_view_get_day (OnwardWeekView *self);

G_END_DECLS
