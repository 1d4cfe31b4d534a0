/* test-clock.c - a clock that was set starts where it was set, and stands or runs */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "alerts/onward-clock.h"

static void
test_set (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnwardClock) clock = onward_clock_new_at ("2026-03-02T10:00", "Europe/Amsterdam", FALSE, &error);
  g_autoptr (OnwardClock) seconds = onward_clock_new_at ("2026-03-02T10:00:30", "Europe/Amsterdam", FALSE, NULL);
  OnwardNow now;

  g_assert_no_error (error);
  now = onward_clock_get_now (clock);
  g_assert_cmpint (now.unix_time, ==, 1772442000);
  g_assert_cmpstr (now.zone, ==, "Europe/Amsterdam");
  g_assert_false (onward_clock_is_real (clock));
  g_assert_cmpint (onward_clock_get_now (seconds).unix_time, ==, 1772442030);
}

static void
test_runs (void)
{
  g_autoptr (OnwardClock) clock = onward_clock_new_at ("2026-03-02T10:00", "UTC", TRUE, NULL);
  gint64 start = onward_clock_get_microseconds (clock);

  g_usleep (2000);
  g_assert_cmpint (onward_clock_get_microseconds (clock), >=, start + 2000);
  g_assert_cmpint (onward_clock_get_microseconds (clock), <, start + 60 * G_USEC_PER_SEC);
}

static void
test_real (void)
{
  g_autoptr (OnwardClock) clock = onward_clock_new ();

  g_assert_true (onward_clock_is_real (clock));
  g_assert_cmpint (ABS (onward_clock_get_microseconds (clock) - g_get_real_time ()), <, 10 * G_USEC_PER_SEC);
  g_assert_cmpstr (onward_clock_get_now (clock).zone, ==, "UTC");
}

static void
test_refused (void)
{
  const char *const times[] = { "2026-03-02", "2026-02-30T10:00", "2026-03-02T10:00:99", "2026-03-02T10:00Z", "" };
  g_autoptr (GError) error = NULL;

  g_assert_null (onward_clock_new_at ("2026-03-02T10:00", "Mars/Olympus", FALSE, &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_clear_error (&error);
      g_assert_null (onward_clock_new_at (times[i], "UTC", FALSE, &error));
      g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
    }
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/it starts where it was set and stands still", test_set);
  g_test_add_func ("/clock/it runs at real speed when asked", test_runs);
  g_test_add_func ("/clock/without a setting it is the system's", test_real);
  g_test_add_func ("/clock/what is no time or no zone is refused", test_refused);
  return g_test_run ();
}
