/* onward-dates.c - days and times in words, as the design writes them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-dates.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

/* Within so many days a weekday alone says which day is meant. */
#define WEEKDAY_ALONE_DAYS 6

static GDateTime *
get_date (int day)
{
  int year, month, day_of_month;

  onward_day_to_civil (day, &year, &month, &day_of_month);
  return g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);
}

static int
get_year (int day)
{
  int year, month, day_of_month;

  onward_day_to_civil (day, &year, &month, &day_of_month);
  return year;
}

/* No-break spaces, so that a date stays on one line. */
static char *
format_date (int day, const char *format)
{
  g_autoptr (GDateTime) date = get_date (day);
  g_autofree char *text = date != NULL ? g_date_time_format (date, format) : g_strdup ("");
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strjoinv ("\u00a0", words);
}

/**
 * onward_dates_format_sentence:
 * @day: a day
 * @today: the user's day
 *
 * Returns: (transfer full): `Friday 6 March`, with the year when it is another one
 */
char *
onward_dates_format_sentence (int day, int today)
{
  if (get_year (day) != get_year (today))
    /* Translators: a day of another year, in a sentence; the letters are those of g_date_time_format () */
    return format_date (day, C_ ("day", "%A %-d %B %Y"));
  /* Translators: a day of this year, in a sentence; the letters are those of g_date_time_format () */
  return format_date (day, C_ ("day", "%A %-d %B"));
}

/**
 * onward_dates_format_past:
 * @day: a day before @today
 * @today: the user's day
 *
 * Returns: (transfer full): `Friday` within the last six days, else `26 February`, with the year when it is another one
 */
char *
onward_dates_format_past (int day, int today)
{
  if (day < today && today - day <= WEEKDAY_ALONE_DAYS)
    return format_date (day, "%A");
  if (get_year (day) != get_year (today))
    /* Translators: a day of another year, without weekday */
    return format_date (day, C_ ("day", "%-d %B %Y"));
  /* Translators: a day of this year, without weekday */
  return format_date (day, C_ ("day", "%-d %B"));
}

/**
 * onward_dates_format_chip:
 * @day: a day
 * @today: the user's day
 *
 * Returns: (transfer full): `Fri 6` within six days, else `9 March`, with the year when it is another one
 */
char *
onward_dates_format_chip (int day, int today)
{
  if (ABS (day - today) <= WEEKDAY_ALONE_DAYS)
    /* Translators: a day of this week, in very little room */
    return format_date (day, C_ ("day", "%a %-d"));
  if (get_year (day) != get_year (today))
    return format_date (day, C_ ("day", "%-d %B %Y"));
  return format_date (day, C_ ("day", "%-d %B"));
}

/**
 * onward_dates_format_fixed:
 * @day: a day
 * @year: whether the year is said
 *
 * For texts that are kept: they say the same whenever they are read.
 *
 * Returns: (transfer full): `26 February`, or `26 February 2026`
 */
char *
onward_dates_format_fixed (int day, gboolean year)
{
  return format_date (day, year ? C_ ("day", "%-d %B %Y") : C_ ("day", "%-d %B"));
}

/**
 * onward_dates_format_list:
 * @day: a day
 * @today: the user's day
 *
 * Returns: (transfer full): `Today`, `Friday` within the last six days, else `26 Feb`, with the year when it is another
 */
char *
onward_dates_format_list (int day, int today)
{
  if (day == today)
    return g_strdup (_ ("Today"));
  if (day < today && today - day <= WEEKDAY_ALONE_DAYS)
    return format_date (day, "%A");
  if (get_year (day) != get_year (today))
    /* Translators: a day of another year, in a list */
    return format_date (day, C_ ("day", "%-d %b %Y"));
  /* Translators: a day of this year, in a list */
  return format_date (day, C_ ("day", "%-d %b"));
}

/**
 * onward_dates_format_month:
 * @day: a day
 *
 * Returns: (transfer full): `March 2026`
 */
char *
onward_dates_format_month (int day)
{
  /* Translators: the heading of a month */
  return format_date (day, C_ ("day", "%OB %Y"));
}

/**
 * onward_dates_format_month_short:
 * @day: a day
 *
 * Returns: (transfer full): `Mar 2026`
 */
char *
onward_dates_format_month_short (int day)
{
  /* Translators: the heading of a month, in very little room */
  return format_date (day, C_ ("day", "%Ob %Y"));
}

/**
 * onward_dates_format_week:
 * @first: a day
 * @last: a later one
 *
 * Returns: (transfer full): `2 to 8 March 2026`, `30 March to 5 April 2026`; with both years when they differ
 */
char *
onward_dates_format_week (int first, int last)
{
  gboolean same_year = get_year (first) == get_year (last);
  int year, month, last_month, day;
  g_autofree char *from = NULL;
  g_autofree char *to = format_date (last, C_ ("day", "%-d %B %Y"));

  onward_day_to_civil (first, &year, &month, &day);
  onward_day_to_civil (last, &year, &last_month, &day);
  if (same_year && month == last_month)
    /* Translators: the first day of a week, before a later day of the same month with month and year */
    from = format_date (first, C_ ("day of a range", "%-d"));
  else
    from = format_date (first, same_year ? C_ ("day", "%-d %B") : C_ ("day", "%-d %B %Y"));
  /* Translators: two days: “2 to 8 March 2026” */
  return g_strdup_printf (C_ ("days", "%s to %s"), from, to);
}

/**
 * onward_dates_format_weekday:
 * @day: a day
 *
 * Returns: (transfer full): `Mon`
 */
char *
onward_dates_format_weekday (int day)
{
  return format_date (day, "%a");
}

/**
 * onward_dates_counts_to_twelve:
 * @format: how a locale writes times, as of strftime ()
 * @half_day: what it calls the first half of the day; empty when it has no word for it
 *
 * Returns: whether its hours go from 1 to 12
 */
gboolean
onward_dates_counts_to_twelve (const char *format, const char *half_day)
{
  return half_day[0] != '\0'
         && (strstr (format, "%r") != NULL || strstr (format, "%I") != NULL || strstr (format, "%l") != NULL
             || strstr (format, "%p") != NULL);
}

static gboolean
has_twelve_hours (void)
{
  return onward_dates_counts_to_twelve (nl_langinfo (T_FMT), nl_langinfo (AM_STR));
}

/**
 * onward_dates_format_time:
 * @minutes: minute of the day, 0 to 1439
 *
 * Returns: (transfer full): `15:00`, or `3:00 PM` where the locale says so
 */
char *
onward_dates_format_time (int minutes)
{
  int hour = minutes / 60;

  if (!has_twelve_hours ())
    return g_strdup_printf ("%02d:%02d", hour, minutes % 60);
  return g_strdup_printf ("%d:%02d\u00a0%s", hour % 12 == 0 ? 12 : hour % 12, minutes % 60,
                          nl_langinfo (hour < 12 ? AM_STR : PM_STR));
}

/**
 * onward_dates_format_hour:
 * @hour: 0 to 23
 *
 * Returns: (transfer full): `15:00`, or `3 PM` where the locale says so
 */
char *
onward_dates_format_hour (int hour)
{
  if (!has_twelve_hours ())
    return onward_dates_format_time (hour * 60);
  return g_strdup_printf ("%d\u00a0%s", hour % 12 == 0 ? 12 : hour % 12, nl_langinfo (hour < 12 ? AM_STR : PM_STR));
}
