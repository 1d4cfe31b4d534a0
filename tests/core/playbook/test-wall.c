/* test-wall.c - the calendar, the alert hours and the zones of the playbook */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-hours.h"
#include "playbook/onward-zone.h"

#include <string.h>

static int
read_day (const char *text)
{
  int day = ONWARD_NO_DAY;

  g_assert_true (onward_day_parse (text, &day));
  return day;
}

static gint64
read_wall (const char *text)
{
  gint64 wall = ONWARD_NO_WALL;

  g_assert_true (onward_wall_parse (text, &wall));
  return wall;
}

static gint64
read_instant (const char *text)
{
  gint64 instant = ONWARD_NO_INSTANT;

  if (!onward_instant_parse (text, &instant))
    g_error ("not an instant: %s", text);
  return instant;
}

static void
assert_wall (gint64 wall, const char *expected)
{
  char buffer[ONWARD_WALL_SIZE];

  g_assert_cmpstr (onward_wall_format (wall, buffer), ==, expected);
}

static void
assert_day (int day, const char *expected)
{
  char buffer[ONWARD_DATE_SIZE];

  g_assert_cmpstr (onward_day_format (day, buffer), ==, expected);
}

static void
test_every_day_reads_back (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, 1, 1890);
  for (int day = read_day ("1890-01-01"); day < read_day ("2120-01-01"); day++)
    {
      char buffer[ONWARD_DATE_SIZE];
      g_autofree char *expected =
          g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));

      g_assert_cmpstr (onward_day_format (day, buffer), ==, expected);
      g_assert_cmpint (read_day (buffer), ==, day);
      g_assert_cmpint (onward_day_weekday (day), ==, g_date_get_weekday (&date));
      g_date_add_days (&date, 1);
    }
}

static void
test_only_exact_dates_are_read (void)
{
  const char *wrong[] = { "",           "2026-3-02",   "2026-02-29",  "2026-13-01", "2026-00-10",
                          "0000-01-01", "2026-01-32",  "2026-01-00",  "20260302",   "2026/03/02",
                          "+026-03-02", "2026-03-02 ", " 2026-03-02", "2026-03-0a", "1900-02-29" };
  int day = 7;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (onward_day_parse (wrong[i], &day))
      g_error ("read as a date: %s", wrong[i]);
  g_assert_false (onward_day_parse (NULL, &day));
  g_assert_cmpint (day, ==, 7);
  assert_day (read_day ("2024-02-29"), "2024-02-29");
  assert_day (read_day ("2000-02-29"), "2000-02-29");
}

static void
test_only_exact_wall_times_are_read (void)
{
  const char *wrong[] = { "2026-03-02",       "2026-03-02T9:00",  "2026-03-02T24:00",   "2026-03-02T10:60",
                          "2026-03-02 10:00", "2026-03-02T10:0 ", "2026-03-02T10:00:00" };
  gint64 wall = 7;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (onward_wall_parse (wrong[i], &wall))
      g_error ("read as a wall time: %s", wrong[i]);
  assert_wall (read_wall ("1969-12-31T23:59"), "1969-12-31T23:59");
  g_assert_cmpint (onward_wall_day (read_wall ("1969-12-31T23:59")), ==, -1);
  g_assert_cmpint (onward_wall_day (ONWARD_NO_WALL), ==, ONWARD_NO_DAY);
  g_assert_cmpint (onward_wall_minutes (read_wall ("1969-12-31T23:59")), ==, 1439);
}

static void
test_instants_need_an_offset (void)
{
  const char *wrong[] = { "2026-03-02T10:00:00",   "2026-03-02",
                          "2026-03-02T10:00:00+1", "2026-03-02T10:00:00+01:60",
                          "2026-03-02T10:00:00.Z", "2026-03-02T10:00:00ZZ",
                          "2026-03-02T10:00:61Z",  "" };
  gint64 instant = 7;
  char buffer[ONWARD_INSTANT_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (onward_instant_parse (wrong[i], &instant))
      g_error ("read as an instant: %s", wrong[i]);
  g_assert_cmpint (read_instant ("1970-01-01T00:00:00Z"), ==, 0);
  g_assert_cmpint (read_instant ("1970-01-01T01:00:00+01:00"), ==, 0);
  g_assert_cmpint (read_instant ("1969-12-31T16:30:00-07:30"), ==, 0);
  g_assert_cmpint (read_instant ("2026-03-02T10:00:00.999+01:00"), ==, 1772442000);
  g_assert_cmpint (read_instant ("2026-03-02T10:00+01:00"), ==, 1772442000);
  g_assert_cmpint (read_instant ("1969-12-31t23:59:59z"), ==, -1);
  g_assert_cmpstr (onward_instant_format (1772442000, 3600, buffer), ==, "2026-03-02T10:00:00+01:00");
  g_assert_cmpstr (onward_instant_format (-1, 0, buffer), ==, "1969-12-31T23:59:59Z");
  g_assert_cmpstr (onward_instant_format (0, -16200, buffer), ==, "1969-12-31T19:30:00-04:30");
}

static void
test_months_end_on_their_last_day (void)
{
  assert_day (onward_day_add_months (read_day ("2026-01-31"), 1), "2026-02-28");
  assert_day (onward_day_add_months (read_day ("2023-12-31"), 2), "2024-02-29");
  assert_day (onward_day_add_months (read_day ("2026-08-31"), 6), "2027-02-28");
  assert_day (onward_day_add_months (read_day ("2026-03-15"), 12), "2027-03-15");
  assert_day (onward_day_add_months (read_day ("2026-01-31"), -2), "2025-11-30");
  assert_day (onward_day_add_months (read_day ("2026-03-31"), 0), "2026-03-31");
  assert_day (onward_day_add_months (read_day ("2026-01-15"), -1), "2025-12-15");
}

static void
test_alerts_wait_for_the_next_opening (void)
{
  OnwardHours hours = ONWARD_HOURS_DEFAULT;

  assert_wall (onward_hours_clamp (&hours, read_wall ("2026-03-02T08:00")), "2026-03-02T08:00");
  assert_wall (onward_hours_clamp (&hours, read_wall ("2026-03-02T07:59")), "2026-03-02T08:00");
  assert_wall (onward_hours_clamp (&hours, read_wall ("2026-03-02T19:59")), "2026-03-02T19:59");
  assert_wall (onward_hours_clamp (&hours, read_wall ("2026-03-02T20:00")), "2026-03-03T08:00");
  assert_wall (onward_hours_clamp (&hours, read_wall ("2026-12-31T23:30")), "2027-01-01T08:00");
  g_assert_true (onward_hours_set_alert (&hours, "10:00", "24:00"));
  assert_wall (onward_hours_clamp (&hours, read_wall ("2026-03-02T23:59")), "2026-03-02T23:59");
  assert_wall (onward_hours_clamp (&hours, read_wall ("2026-03-03T00:00")), "2026-03-03T10:00");
  g_assert_cmpint (onward_hours_at (&hours, 540), ==, 600);
  g_assert_true (onward_hours_set_alert (&hours, "06:00", "08:30"));
  g_assert_cmpint (onward_hours_at (&hours, 540), ==, 509);
}

static void
test_alert_hours_are_at_least_one_hour (void)
{
  OnwardHours hours = ONWARD_HOURS_DEFAULT;

  g_assert_false (onward_hours_set_alert (&hours, "08:00", "08:59"));
  g_assert_false (onward_hours_set_alert (&hours, "20:00", "08:00"));
  g_assert_false (onward_hours_set_alert (&hours, "8:00", "20:00"));
  g_assert_false (onward_hours_set_alert (&hours, "08:00", NULL));
  g_assert_false (onward_hours_set_alert (&hours, "24:00", "24:00"));
  g_assert_cmpint (hours.from, ==, 480);
  g_assert_cmpint (hours.until, ==, 1200);
  g_assert_true (onward_hours_set_alert (&hours, "23:00", "24:00"));
  g_assert_true (onward_hours_set_alert (&hours, "00:00", "24:00"));
}

static void
test_days_off_give_way_to_working_days (void)
{
  OnwardHours hours = ONWARD_HOURS_DEFAULT;

  assert_day (onward_hours_working_day (&hours, read_day ("2026-03-06")), "2026-03-06");
  assert_day (onward_hours_working_day (&hours, read_day ("2026-03-07")), "2026-03-09");
  hours.working_days = 1u << 3;
  assert_day (onward_hours_working_day (&hours, read_day ("2026-03-05")), "2026-03-11");
  hours.working_days = 0;
  assert_day (onward_hours_working_day (&hours, read_day ("2026-03-07")), "2026-03-07");
}

/* Each wall time of a zone, and the instant it means. */
static const struct
{
  const char *zone;
  const char *wall;
  const char *instant;
} moments[] = {
  { "Europe/Amsterdam", "2026-03-02T10:00", "2026-03-02T10:00:00+01:00" },
  { "Europe/Amsterdam", "2026-03-29T01:59", "2026-03-29T01:59:00+01:00" },
  { "Europe/Amsterdam", "2026-03-29T02:00", "2026-03-29T01:00:00Z" }, /* the gap: the first instant after it */
  { "Europe/Amsterdam", "2026-03-29T02:30", "2026-03-29T01:00:00Z" },
  { "Europe/Amsterdam", "2026-03-29T03:00", "2026-03-29T01:00:00Z" },
  { "Europe/Amsterdam", "2026-10-25T02:30", "2026-10-25T02:30:00+02:00" }, /* repeated: the first occurrence */
  { "Europe/Amsterdam", "2026-10-25T03:00", "2026-10-25T03:00:00+01:00" },
  { "Europe/Dublin", "2026-03-29T01:30", "2026-03-29T01:00:00Z" }, /* the daylight flag is reversed here */
  { "Europe/Dublin", "2026-10-25T01:30", "2026-10-25T01:30:00+01:00" },
  { "America/New_York", "2026-03-08T02:15", "2026-03-08T07:00:00Z" },
  { "America/New_York", "2026-11-01T01:15", "2026-11-01T01:15:00-04:00" },
  { "Australia/Lord_Howe", "2026-10-04T02:10", "2026-10-03T15:30:00Z" }, /* half an hour of daylight saving */
  { "Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-05T01:45:00+11:00" },
  { "Africa/Casablanca", "2026-02-15T02:30", "2026-02-15T02:30:00+01:00" }, /* the clock goes back for Ramadan */
  { "Africa/Cairo", "2026-04-24T00:00", "2026-04-23T22:00:00Z" },           /* the gap is at midnight */
  { "America/Santiago", "2026-09-06T00:30", "2026-09-06T04:00:00Z" },
  { "Pacific/Apia", "2011-12-30T12:00", "2011-12-30T10:00:00Z" }, /* a day that never was */
  { "Asia/Kathmandu", "2026-03-02T10:00", "2026-03-02T10:00:00+05:45" },
  { "Pacific/Kiritimati", "2026-03-02T00:00", "2026-03-01T10:00:00Z" },
  { "UTC", "1969-12-31T23:59", "1969-12-31T23:59:00Z" },
};

static void
test_wall_times_mean_the_first_instant (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (moments[i].zone);
      char found[ONWARD_INSTANT_SIZE], expected[ONWARD_INSTANT_SIZE];

      g_assert_nonnull (zone);
      onward_instant_format (onward_zone_instant (zone, read_wall (moments[i].wall)), 0, found);
      onward_instant_format (read_instant (moments[i].instant), 0, expected);
      if (strcmp (found, expected) != 0)
        g_error ("%s %s is %s, not %s", moments[i].zone, moments[i].wall, expected, found);
    }
}

static void
test_no_instant_shows_the_wall_time_earlier (void)
{
  const char *zones[] = { "Europe/Dublin", "Africa/Casablanca", "America/St_Johns", "Australia/Lord_Howe",
                          "Asia/Tehran",   "America/Asuncion",  "Antarctica/Troll", "Pacific/Apia" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);

      for (int n = 0; n < 5000; n++)
        {
          gint64 instant = read_instant ("2009-01-01T00:00:00Z") + g_test_rand_int_range (0, 26 * 365 * 1440) * 60LL;
          gint64 wall = onward_zone_wall (zone, instant);
          gint64 back = onward_zone_instant (zone, wall);

          g_assert_cmpint (onward_zone_wall (zone, back), ==, wall);
          g_assert_cmpint (back, <=, instant);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wall/every-day-reads-back", test_every_day_reads_back);
  g_test_add_func ("/wall/only-exact-dates-are-read", test_only_exact_dates_are_read);
  g_test_add_func ("/wall/only-exact-wall-times-are-read", test_only_exact_wall_times_are_read);
  g_test_add_func ("/wall/instants-need-an-offset", test_instants_need_an_offset);
  g_test_add_func ("/wall/months-end-on-their-last-day", test_months_end_on_their_last_day);
  g_test_add_func ("/wall/alerts-wait-for-the-next-opening", test_alerts_wait_for_the_next_opening);
  g_test_add_func ("/wall/alert-hours-are-at-least-one-hour", test_alert_hours_are_at_least_one_hour);
  g_test_add_func ("/wall/days-off-give-way-to-working-days", test_days_off_give_way_to_working_days);
  g_test_add_func ("/wall/wall-times-mean-the-first-instant", test_wall_times_mean_the_first_instant);
  g_test_add_func ("/wall/no-instant-shows-the-wall-time-earlier", test_no_instant_shows_the_wall_time_earlier);
  return g_test_run ();
}
