/* onward-day-marks.h - days that mean something by themselves: an offer is to be answered, a cooling-off ends */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

typedef enum
{
  ONWARD_DAY_MARK_OFFER,
  ONWARD_DAY_MARK_COOLING_OFF,
} OnwardDayMarkKind;

/**
 * OnwardDayMark:
 * @kind: what the day means
 * @day: days since 1970-01-01
 * @minutes: minute of the day at which an offer is to be answered; -1 = no time was said
 * @id: the opportunity of the offer, or the company
 * @name: (nullable): the company, else the role
 */
typedef struct
{
  OnwardDayMarkKind kind;
  int day;
  int minutes;
  gint64 id;
  char *name;
} OnwardDayMark;

void onward_day_mark_free (OnwardDayMark *mark);

GPtrArray *onward_day_marks_between (OnwardStore *store, int from, int to);

G_END_DECLS
