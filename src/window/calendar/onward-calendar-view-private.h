/* onward-calendar-view-private.h - what the files of the calendar share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-agenda-list.h"
#include "onward-calendar-view.h"
#include "onward-month-grid.h"
#include "onward-week-view.h"

G_BEGIN_DECLS

struct _OnwardCalendarView
{
  GtkWidget parent_instance;

  OnwardStore *store;
  gboolean narrow;
  char *mode;      /* "month", "week" or "agenda" */
  char *wide_mode; /* what it was before the window became narrow */
  int day;         /* the month shown is this day's, the agenda begins with it; ONWARD_NO_DAY = not shown yet */
  gboolean stale;
  guint refresh_source;
  guint minute_source;
  guint shape; /* of what time alone alters in what is shown */

  GtkLabel *title;
  GtkWidget *modes;
  GtkMenuButton *mode_menu;
  GtkWidget *more;
  GtkStack *stack;
  OnwardMonthGrid *month;
  OnwardWeekView *week; /* NULL until it was looked at */
  OnwardAgendaList *agenda;

  gint64 moved; /* the row that keys are moving; 0 = none since the last refresh */
  gint64 moved_to;
  gint64 resized; /* and the one that they make longer or shorter */
  gint64 resized_to;
};

gboolean onward_calendar_view_is (OnwardCalendarView *self, const char *mode);
GtkWidget *onward_calendar_view_get_focus (OnwardCalendarView *self);
void onward_calendar_view_go_to (OnwardCalendarView *self, int day);
void onward_calendar_view_focus_day (OnwardCalendarView *self);
gboolean onward_calendar_view_focus_event (OnwardCalendarView *self, const OnwardCalendarEvent *event);
void onward_calendar_view_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
