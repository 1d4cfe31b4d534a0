/* onward-week-layout.h - where the interviews of a week stand: on which days, at which minutes, beside which others */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-calendar-event.h"

G_BEGIN_DECLS

/* What is shorter is drawn as long as this, so that it can be read. */
#define ONWARD_WEEK_LEAST_MINUTES 25

/**
 * OnwardWeekPart:
 * @event: which, as its place in the array
 * @day: days after the first one
 * @from: minute of the day at which it is drawn
 * @to: minute of the day at which it ends, up to 1440
 * @lane: which of those beside each other, from 0
 * @n_lanes: how many are beside each other
 * @begins: whether the interview begins here; else it began the day before
 * @ends: whether it ends here
 *
 * What one day shows of an interview.
 */
typedef struct
{
  guint event;
  int day;
  int from;
  int to;
  guint lane;
  guint n_lanes;
  gboolean begins;
  gboolean ends;
} OnwardWeekPart;

GArray *onward_week_layout (GPtrArray *events, int first, int n_days);
int onward_week_find_change (GTimeZone *zone, int day, int *from, int *to);

G_END_DECLS
