/* onward-week-grid-private.h - what the files of the hours of a week share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-week-grid.h"
#include "shared/onward-text.h"

G_BEGIN_DECLS

/* px */
#define ONWARD_WEEK_EDGE 6 /* beside the hours, and between blocks and the line of the next day */

#define ONWARD_WEEK_HOURS 24

/* An hour that the clock leaves out, or shows twice. */
typedef struct
{
  int kind;
  int from;
  int to;
  OnwardText words;
} OnwardClockChange;

/* Lines, hours and the line of the present are drawn; only interviews are widgets. */
struct _OnwardWeekGrid
{
  GtkWidget parent_instance;

  int first;
  int today;
  gint64 now; /* wall time */
  OnwardStore *store;
  GPtrArray *events;
  GArray *parts;
  GPtrArray *blocks; /* in the order of the parts; not owned */
  OnwardText hours[ONWARD_WEEK_HOURS];
  int hour;   /* px; 0 = not measured with this font yet */
  int gutter; /* px */
  int aside;  /* px that the days have gone by sideways */
  OnwardClockChange changes[ONWARD_WEEK_DAYS];

  int mark_day; /* ONWARD_NO_DAY = none */
  int mark_from;
  int mark_to;
  OnwardText mark_words;
};

void onward_week_grid_draw_ground (OnwardWeekGrid *self, GtkSnapshot *snapshot);
void onward_week_grid_draw_marks (OnwardWeekGrid *self, GtkSnapshot *snapshot);

G_END_DECLS
