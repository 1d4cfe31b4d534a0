/* test-dates.c - days and times in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "playbook/onward-dates.h"

#include <locale.h>

static int
day (const char *text)
{
  int value;

  g_assert_true (onward_day_parse (text, &value));
  return value;
}

/* No-break spaces are asserted as such: a date never breaks over two lines. */
static void
assert_words (char *words, const char *expected)
{
  g_autofree char *owned = words;

  g_assert_cmpstr (owned, ==, expected);
}

static void
test_sentence (void)
{
  assert_words (onward_dates_format_sentence (day ("2026-03-06"), day ("2026-03-02")), "Friday\u00a06\u00a0March");
  assert_words (onward_dates_format_sentence (day ("2027-01-04"), day ("2026-12-30")),
                "Monday\u00a04\u00a0January\u00a02027");
}

static void
test_past (void)
{
  assert_words (onward_dates_format_past (day ("2026-02-27"), day ("2026-03-02")), "Friday");
  assert_words (onward_dates_format_past (day ("2026-02-24"), day ("2026-03-02")), "Tuesday");
  assert_words (onward_dates_format_past (day ("2026-02-23"), day ("2026-03-02")), "23\u00a0February");
  assert_words (onward_dates_format_past (day ("2025-12-31"), day ("2026-03-02")), "31\u00a0December\u00a02025");
}

static void
test_chip (void)
{
  assert_words (onward_dates_format_chip (day ("2026-03-06"), day ("2026-03-02")), "Fri\u00a06");
  assert_words (onward_dates_format_chip (day ("2026-03-09"), day ("2026-03-02")), "9\u00a0March");
}

static void
test_list (void)
{
  assert_words (onward_dates_format_list (day ("2026-03-02"), day ("2026-03-02")), "Today");
  assert_words (onward_dates_format_list (day ("2026-02-27"), day ("2026-03-02")), "Friday");
  assert_words (onward_dates_format_list (day ("2026-02-17"), day ("2026-03-02")), "17\u00a0Feb");
  assert_words (onward_dates_format_list (day ("2025-02-17"), day ("2026-03-02")), "17\u00a0Feb\u00a02025");
}

static void
test_time (void)
{
  assert_words (onward_dates_format_time (9 * 60 + 5), "09:05");
  assert_words (onward_dates_format_time (0), "00:00");
}

static void
test_month (void)
{
  assert_words (onward_dates_format_month (day ("2026-03-02")), "March\u00a02026");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dates/a-sentence-names-weekday-day-and-month", test_sentence);
  g_test_add_func ("/dates/the-weekday-alone-is-enough-for-the-last-six-days", test_past);
  g_test_add_func ("/dates/a-chip-is-short", test_chip);
  g_test_add_func ("/dates/a-list-says-today-a-weekday-or-a-day-of-a-month", test_list);
  g_test_add_func ("/dates/a-time-has-two-digits-an-hour-where-the-day-has-24", test_time);
  g_test_add_func ("/dates/a-month-has-a-heading", test_month);
  return g_test_run ();
}
