/* onward-month.h - which days a month shows */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "playbook/onward-wall.h"

G_BEGIN_DECLS

int onward_month_read_first_weekday (unsigned counted_from, int first);
int onward_month_get_first_weekday (void);
int onward_month_get_start (int day);
int onward_month_get_first_of_week (int day, int first_weekday);
int onward_month_get_first_cell (int day, int first_weekday);
int onward_month_count_weeks (int day, int first_weekday);
int onward_month_get_least_days (void);
int onward_month_count_week (int first, int least_days);
gboolean onward_month_has (int day, int other);

G_END_DECLS
