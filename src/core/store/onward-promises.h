/* onward-promises.h - the promised answer that counts for an opportunity */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardPromiseFound:
 * @on: the day of the promised answer, as of playbook/onward-wall.h
 * @given_on: the day it was given; ONWARD_NO_DAY when nobody knows
 * @by: the contact who gave it; 0 = nobody named
 * @interview: the interview it was given in; 0 = none
 */
typedef struct
{
  int on;
  int given_on;
  gint64 by;
  gint64 interview;
} OnwardPromiseFound;

/**
 * OnwardPromisedDay:
 * @on: the day of the promised answer, as of playbook/onward-wall.h
 * @opportunity: whose answer
 * @company_name: (nullable): who promised
 * @opportunity_title: (nullable): the role
 */
typedef struct
{
  int on;
  gint64 opportunity;
  char *company_name;
  char *opportunity_title;
} OnwardPromisedDay;

void onward_promised_day_free (OnwardPromisedDay *promised);

gboolean onward_promises_find (OnwardStore *store, gint64 opportunity, OnwardPromiseFound *found);
GPtrArray *onward_promises_between (OnwardStore *store, int from, int to);

G_END_DECLS
