/* onward-wall.c - dates and times as the clock on the wall shows them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-wall.h"

#include <string.h>

#define DAYS_PER_ERA 146097 /* 400 years of the Gregorian calendar */

static int
floor_div (gint64 value, int by)
{
  return (int)((value >= 0 ? value : value - by + 1) / by);
}

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
count_month_days (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return days[month - 1] + (month == 2 && is_leap_year (year) ? 1 : 0);
}

/* Reads exactly @n digits; -1 when there is anything else. */
static int
read_digits (const char *text, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

/* Reads "YYYY-MM-DD" at the start of @text, whatever follows. */
static gboolean
read_date (const char *text, int *day)
{
  int year, month, date;

  if (strnlen (text, 10) < 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  year = read_digits (text, 4);
  month = read_digits (text + 5, 2);
  date = read_digits (text + 8, 2);
  if (year < 1 || month < 1 || month > 12 || date < 1 || date > count_month_days (year, month))
    return FALSE;
  *day = onward_day_from_civil (year, month, date);
  return TRUE;
}

/* Reads "HH:MM" at the start of @text, whatever follows. */
static gboolean
read_time (const char *text, int *minutes)
{
  int hour, minute;

  if (strnlen (text, 5) < 5 || text[2] != ':')
    return FALSE;
  hour = read_digits (text, 2);
  minute = read_digits (text + 3, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
    return FALSE;
  *minutes = hour * 60 + minute;
  return TRUE;
}

/**
 * onward_day_from_civil:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31, one that the month has
 *
 * Returns: days since 1970-01-01.
 */
int
onward_day_from_civil (int year, int month, int day)
{
  /* Years begin in March here, so that the leap day is the last of a year. */
  int y = month <= 2 ? year - 1 : year;
  int era = floor_div (y, 400);
  int year_of_era = y - era * 400;
  int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era - 719468;
}

/**
 * onward_day_to_civil:
 * @days: days since 1970-01-01
 * @year: (out): the year
 * @month: (out): 1 to 12
 * @day: (out): 1 to 31
 */
void
onward_day_to_civil (int days, int *year, int *month, int *day)
{
  int z = days + 719468;
  int era = floor_div (z, DAYS_PER_ERA);
  int day_of_era = z - era * DAYS_PER_ERA;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int shifted_month = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  *month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  *year = year_of_era + era * 400 + (*month <= 2 ? 1 : 0);
}

/**
 * onward_day_weekday:
 * @day: days since 1970-01-01
 *
 * Returns: the ISO weekday, 1 = Monday to 7 = Sunday.
 */
int
onward_day_weekday (int day)
{
  int weeks = floor_div (day + 3, 7); /* 1970-01-01 was a Thursday */

  return day + 3 - weeks * 7 + 1;
}

/**
 * onward_day_add_months:
 * @day: days since 1970-01-01
 * @months: how many, also negative
 *
 * Returns: the same day of the month, or its last day when the month is shorter (playbook.md, "Time").
 */
int
onward_day_add_months (int day, int months)
{
  int year, month, date;

  onward_day_to_civil (day, &year, &month, &date);
  month += months - 1;
  year += floor_div (month, 12);
  month -= floor_div (month, 12) * 12;
  return onward_day_from_civil (year, month + 1, MIN (date, count_month_days (year, month + 1)));
}

/**
 * onward_day_parse:
 * @text: (nullable): a date
 * @day: (out): days since 1970-01-01; unchanged when %FALSE is returned
 *
 * Returns: whether @text is a day that exists, written exactly `YYYY-MM-DD`.
 */
gboolean
onward_day_parse (const char *text, int *day)
{
  return text && strlen (text) == 10 && read_date (text, day);
}

static char *
put_digits (char *at, int value, int n)
{
  for (int i = n - 1; i >= 0; i--, value /= 10)
    at[i] = (char)('0' + value % 10);
  return at + n;
}

static char *
put_date (char *at, int day)
{
  int year, month, date;

  onward_day_to_civil (day, &year, &month, &date);
  at = put_digits (at, CLAMP (year, 0, 9999), 4);
  *at++ = '-';
  at = put_digits (at, month, 2);
  *at++ = '-';
  return put_digits (at, date, 2);
}

static char *
put_time (char *at, int minutes)
{
  at = put_digits (at, minutes / 60, 2);
  *at++ = ':';
  return put_digits (at, minutes % 60, 2);
}

/**
 * onward_day_format:
 * @day: days since 1970-01-01
 * @buffer: room for the text
 *
 * Returns: (transfer none): @buffer, holding `YYYY-MM-DD`.
 */
char *
onward_day_format (int day, char buffer[ONWARD_DATE_SIZE])
{
  *put_date (buffer, day) = '\0';
  return buffer;
}

/**
 * onward_wall_at:
 * @day: days since 1970-01-01
 * @minutes: minutes since 00:00; may be negative or beyond the day
 *
 * Returns: the wall time.
 */
gint64
onward_wall_at (int day, int minutes)
{
  return day * ONWARD_DAY_MINUTES + minutes;
}

/**
 * onward_wall_day:
 * @wall: a wall time
 *
 * Returns: its day; %ONWARD_NO_DAY of %ONWARD_NO_WALL
 */
int
onward_wall_day (gint64 wall)
{
  return wall == ONWARD_NO_WALL ? ONWARD_NO_DAY : floor_div (wall, (int)ONWARD_DAY_MINUTES);
}

/**
 * onward_wall_minutes:
 * @wall: a wall time
 *
 * Returns: minutes since 00:00 of its day, 0 to 1439.
 */
int
onward_wall_minutes (gint64 wall)
{
  return (int)(wall - onward_wall_day (wall) * ONWARD_DAY_MINUTES);
}

/**
 * onward_wall_parse:
 * @text: (nullable): a wall time
 * @wall: (out): minutes since 1970-01-01T00:00; unchanged when %FALSE is returned
 *
 * Returns: whether @text is written exactly `YYYY-MM-DDTHH:MM` and exists.
 */
gboolean
onward_wall_parse (const char *text, gint64 *wall)
{
  int day, minutes;

  if (!text || strlen (text) != 16 || text[10] != 'T' || !read_date (text, &day) || !read_time (text + 11, &minutes))
    return FALSE;
  *wall = onward_wall_at (day, minutes);
  return TRUE;
}

/**
 * onward_wall_format:
 * @wall: a wall time
 * @buffer: room for the text
 *
 * Returns: (transfer none): @buffer, holding `YYYY-MM-DDTHH:MM`.
 */
char *
onward_wall_format (gint64 wall, char buffer[ONWARD_WALL_SIZE])
{
  char *at = put_date (buffer, onward_wall_day (wall));

  *at++ = 'T';
  *put_time (at, onward_wall_minutes (wall)) = '\0';
  return buffer;
}

/**
 * onward_minutes_parse:
 * @text: (nullable): a time of day
 * @minutes: (out): minutes since 00:00; unchanged when %FALSE is returned
 *
 * Returns: whether @text is written exactly `HH:MM`, `24:00` included.
 */
gboolean
onward_minutes_parse (const char *text, int *minutes)
{
  if (!text || strlen (text) != 5)
    return FALSE;
  if (strcmp (text, "24:00") == 0)
    {
      *minutes = 24 * 60;
      return TRUE;
    }
  return read_time (text, minutes);
}

/* Reads ":SS" and a fraction, both optional; returns what follows, NULL when it is malformed. */
static const char *
read_seconds (const char *text, int *seconds)
{
  *seconds = 0;
  if (*text == ':')
    {
      *seconds = read_digits (text + 1, 2);
      if (*seconds < 0 || *seconds > 60)
        return NULL;
      text += 3;
    }
  if (*text == '.')
    {
      if (!g_ascii_isdigit (*++text))
        return NULL;
      while (g_ascii_isdigit (*text))
        text++;
    }
  return text;
}

/* Reads "Z" or "+HH:MM" up to the end of @text. */
static gboolean
read_offset (const char *text, int *seconds)
{
  int minutes;

  if (g_ascii_toupper (*text) == 'Z')
    {
      *seconds = 0;
      return text[1] == '\0';
    }
  if ((*text != '+' && *text != '-') || strlen (text) != 6 || !read_time (text + 1, &minutes))
    return FALSE;
  *seconds = (*text == '-' ? -60 : 60) * minutes;
  return TRUE;
}

/**
 * onward_instant_parse:
 * @text: (nullable): an instant
 * @instant: (out): seconds since 1970-01-01T00:00:00Z; unchanged when %FALSE is returned
 *
 * Reads an RFC 3339 date-time, which always has an offset. Fractions of a second are dropped, and
 * seconds may be left out, as people who write by hand do.
 *
 * Returns: whether @text is one.
 */
gboolean
onward_instant_parse (const char *text, gint64 *instant)
{
  int day, minutes, seconds, offset;
  const char *rest;

  if (!text || !read_date (text, &day) || g_ascii_toupper (text[10]) != 'T' || !read_time (text + 11, &minutes))
    return FALSE;
  rest = read_seconds (text + 16, &seconds);
  if (!rest || !read_offset (rest, &offset))
    return FALSE;
  *instant = onward_wall_at (day, minutes) * 60 + seconds - offset;
  return TRUE;
}

/**
 * onward_instant_format:
 * @instant: seconds since 1970-01-01T00:00:00Z
 * @offset: seconds east of Greenwich; whole minutes count
 * @buffer: room for the text
 *
 * Returns: (transfer none): @buffer, holding the instant as RFC 3339 writes it, with that offset.
 */
char *
onward_instant_format (gint64 instant, int offset, char buffer[ONWARD_INSTANT_SIZE])
{
  int zone = floor_div (offset, 60);
  gint64 local = instant + zone * 60;
  gint64 wall = local / 60 - (local % 60 < 0 ? 1 : 0);
  char *at = onward_wall_format (wall, buffer) + 16;

  *at++ = ':';
  at = put_digits (at, (int)(local - wall * 60), 2);
  if (zone == 0)
    *at++ = 'Z';
  else
    {
      *at++ = zone < 0 ? '-' : '+';
      at = put_time (at, ABS (zone));
    }
  *at = '\0';
  return buffer;
}
