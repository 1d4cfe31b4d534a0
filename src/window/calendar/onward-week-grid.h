/* onward-week-grid.h - the hours of seven days, with the interviews in them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-event-block.h"
#include "onward-week-layout.h"

G_BEGIN_DECLS

#define ONWARD_WEEK_DAYS 7

#define ONWARD_TYPE_WEEK_GRID (onward_week_grid_get_type ())
G_DECLARE_FINAL_TYPE (OnwardWeekGrid, onward_week_grid, ONWARD, WEEK_GRID, GtkWidget)

/**
 * OnwardWeekSpot:
 * @day: days since 1970-01-01
 * @minutes: minute of that day
 *
 * A place in the week.
 */
typedef struct
{
  int day;
  double minutes;
} OnwardWeekSpot;

void onward_week_grid_show (OnwardWeekGrid *self, OnwardStore *store, GPtrArray *events, int first, int today);
void onward_week_grid_update_now (OnwardWeekGrid *self);

int onward_week_grid_get_hour (OnwardWeekGrid *self);
int onward_week_grid_get_gutter (OnwardWeekGrid *self);
int onward_week_grid_get_least_width (OnwardWeekGrid *self);
void onward_week_grid_get_column (OnwardWeekGrid *self, int width, int day, int *left, int *column_width);
OnwardWeekSpot onward_week_grid_get_spot (OnwardWeekGrid *self, double x, double y);
void onward_week_grid_get_area (OnwardWeekGrid *self, int day, int from, int to, GdkRectangle *area);
OnwardEventBlock *onward_week_grid_get_block (OnwardWeekGrid *self, int day, guint position);
const OnwardWeekPart *onward_week_grid_get_part (OnwardWeekGrid *self, OnwardEventBlock *block);

void onward_week_grid_set_mark (OnwardWeekGrid *self, int day, int from, int to, const char *words);
void onward_week_grid_set_aside (OnwardWeekGrid *self, int aside);
void onward_week_grid_clear_mark (OnwardWeekGrid *self);

G_END_DECLS
