/* onward-month.c - which days a month shows */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-month.h"

#include <langinfo.h>
#include <stdint.h>

/* The two days from which the C library counts weekdays, as it writes them: 1997-11-30 was a Sunday. */
#define COUNTED_FROM_MONDAY 19971201

/**
 * onward_month_read_first_weekday:
 * @counted_from: the day from which a locale counts its weekdays: 19971130, a Sunday, or 19971201, a Monday
 * @first: which of them begins a week, from 1
 *
 * Returns: that weekday, 1 = Monday to 7 = Sunday
 */
int
onward_month_read_first_weekday (unsigned counted_from, int first)
{
  return (first - 1 + (counted_from == COUNTED_FROM_MONDAY ? 0 : 6)) % 7 + 1;
}

/**
 * onward_month_get_first_weekday:
 *
 * Returns: on which day the locale begins a week, 1 = Monday to 7 = Sunday
 */
int
onward_month_get_first_weekday (void)
{
  return onward_month_read_first_weekday ((unsigned)(uintptr_t)nl_langinfo (_NL_TIME_WEEK_1STDAY),
                                          nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0]);
}

/**
 * onward_month_get_start:
 * @day: a day, days since 1970-01-01
 *
 * Returns: the first of its month
 */
int
onward_month_get_start (int day)
{
  int year, month, day_of_month;

  onward_day_to_civil (day, &year, &month, &day_of_month);
  return day - day_of_month + 1;
}

/**
 * onward_month_get_first_of_week:
 * @day: a day
 * @first_weekday: on which day a week begins, 1 = Monday
 *
 * Returns: the first day of its week
 */
int
onward_month_get_first_of_week (int day, int first_weekday)
{
  return day - (onward_day_weekday (day) - first_weekday + 7) % 7;
}

/**
 * onward_month_get_first_cell:
 * @day: a day
 * @first_weekday: on which day a week begins, 1 = Monday
 *
 * Returns: the first day of the week in which its month begins
 */
int
onward_month_get_first_cell (int day, int first_weekday)
{
  return onward_month_get_first_of_week (onward_month_get_start (day), first_weekday);
}

/**
 * onward_month_count_weeks:
 * @day: a day
 * @first_weekday: on which day a week begins, 1 = Monday
 *
 * Returns: in how many weeks its month has days: 4 to 6
 */
int
onward_month_count_weeks (int day, int first_weekday)
{
  int next = onward_day_add_months (onward_month_get_start (day), 1);

  return (next - onward_month_get_first_cell (day, first_weekday) + 6) / 7;
}

/**
 * onward_month_has:
 * @day: a day
 * @other: another
 *
 * Returns: whether both are in one month
 */
gboolean
onward_month_has (int day, int other)
{
  return onward_month_get_start (day) == onward_month_get_start (other);
}

/**
 * onward_month_get_least_days:
 *
 * Returns: how many of its days the first week of a year has at least, as the locale counts weeks; 4, as ISO does,
 *   where a week begins on Monday
 */
int
onward_month_get_least_days (void)
{
  int least = nl_langinfo (_NL_TIME_WEEK_1STWEEK)[0];

  return onward_month_get_first_weekday () == 1 || least < 1 || least > 7 ? 4 : least;
}

/**
 * onward_month_count_week:
 * @first: the first day of a week
 * @least_days: how many of its days the first week of a year has at least
 *
 * Returns: which week of its year it is, from 1
 */
int
onward_month_count_week (int first, int least_days)
{
  /* It is of the year that has enough of its days: the year of this one. */
  int counts = first + 7 - least_days;
  int year, month, day_of_month;

  onward_day_to_civil (counts, &year, &month, &day_of_month);
  return (counts - onward_day_from_civil (year, 1, 1)) / 7 + 1;
}
