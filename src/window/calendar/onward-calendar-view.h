/* onward-calendar-view.h - interviews, promised answers and follow-ups, by month or day by day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_CALENDAR_VIEW (onward_calendar_view_get_type ())
G_DECLARE_FINAL_TYPE (OnwardCalendarView, onward_calendar_view, ONWARD, CALENDAR_VIEW, GtkWidget)

void onward_calendar_view_set_store (OnwardCalendarView *self, OnwardStore *store);

G_END_DECLS
