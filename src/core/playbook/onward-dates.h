/* onward-dates.h - days and times in words, as the design writes them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "playbook/onward-wall.h"

G_BEGIN_DECLS

char *onward_dates_format_sentence (int day, int today);
char *onward_dates_format_past (int day, int today);
char *onward_dates_format_chip (int day, int today);
char *onward_dates_format_fixed (int day, gboolean year);
char *onward_dates_format_list (int day, int today);
char *onward_dates_format_month (int day);
char *onward_dates_format_month_short (int day);
char *onward_dates_format_week (int first, int last);
char *onward_dates_format_weekday (int day);
gboolean onward_dates_counts_to_twelve (const char *format, const char *half_day);
char *onward_dates_format_time (int minutes);
char *onward_dates_format_hour (int hour);

G_END_DECLS
