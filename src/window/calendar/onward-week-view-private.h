/* onward-week-view-private.h - what the files of a week share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-month-cell.h"
#include "onward-week-grid.h"
#include "onward-week-view.h"

G_BEGIN_DECLS

#define DAYS ONWARD_WEEK_DAYS

struct _OnwardWeekView
{
  GtkWidget parent_instance;

  int first;
  int day; /* the day that the keyboard is on */
  int line;
  int lines; /* of what is to be done, room for the day that has most */
  GPtrArray *events;
  gboolean scrolled; /* to the first hour */

  GtkWidget *across; /* scrolls sideways when there is no room for seven days */
  GtkWidget *box;
  GtkWidget *head;
  GtkWidget *number; /* of the week, in the corner */
  GtkWidget *scroll;
  OnwardWeekGrid *grid;
  OnwardMonthCell *cells[DAYS];
};

GtkWidget *onward_week_view_get_focus (OnwardWeekView *self);
void onward_week_view_show_day (OnwardWeekView *self);
gboolean onward_week_view_key_pressed_cb (OnwardWeekView *self, guint keyval, guint keycode, GdkModifierType state);
gboolean onward_week_view_focus (GtkWidget *widget, GtkDirectionType direction);

G_END_DECLS
