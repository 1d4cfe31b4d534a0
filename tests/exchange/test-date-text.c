/* test-date-text.c - dates as foreign files write them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-date-text.h"

static void
check (const char *text, OnwardDateOrder order, const char *expected)
{
  GDate date;
  char found[16] = "none";

  if (onward_date_text_read (text, order, &date))
    g_snprintf (found, sizeof found, "%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                g_date_get_day (&date));
  g_assert_cmpstr (found, ==, expected);
}

static void
test_linkedin (void)
{
  check ("12 Mar 2024", ONWARD_DATE_ORDER_EITHER, "2024-03-12");
  check ("7-Feb-22", ONWARD_DATE_ORDER_EITHER, "2022-02-07");
  check ("03/15/2024", ONWARD_DATE_ORDER_EITHER, "2024-03-15");
  check ("03/04/2024", ONWARD_DATE_ORDER_EITHER, "2024-03-04");
  check ("1/5/19, 3:42 PM", ONWARD_DATE_ORDER_EITHER, "2019-01-05");
  check ("29 Feb 2024", ONWARD_DATE_ORDER_EITHER, "2024-02-29");
}

static void
test_others (void)
{
  check ("1 September 2023", ONWARD_DATE_ORDER_EITHER, "2023-09-01");
  check ("01 Sept 2023", ONWARD_DATE_ORDER_EITHER, "2023-09-01");
  check ("mar 12, 2024", ONWARD_DATE_ORDER_EITHER, "2024-03-12");
  check ("12.03.2024", ONWARD_DATE_ORDER_MONTH_FIRST, "2024-03-12");
  check ("2024-03-12", ONWARD_DATE_ORDER_DAY_FIRST, "2024-03-12");
  check ("2024-03-12T10:30:00Z", ONWARD_DATE_ORDER_EITHER, "2024-03-12");
  check ("2024-03-12 10:30:00 UTC", ONWARD_DATE_ORDER_EITHER, "2024-03-12");
}

static void
test_order (void)
{
  check ("03/04/2024", ONWARD_DATE_ORDER_DAY_FIRST, "2024-04-03");
  check ("15/03/2024", ONWARD_DATE_ORDER_DAY_FIRST, "2024-03-15");
  check ("15/03/2024", ONWARD_DATE_ORDER_MONTH_FIRST, "none");
  g_assert_cmpint (onward_date_text_find_order ("03/15/2024"), ==, ONWARD_DATE_ORDER_MONTH_FIRST);
  g_assert_cmpint (onward_date_text_find_order ("15/03/24"), ==, ONWARD_DATE_ORDER_DAY_FIRST);
  g_assert_cmpint (onward_date_text_find_order ("03/04/2024"), ==, ONWARD_DATE_ORDER_EITHER);
  g_assert_cmpint (onward_date_text_find_order ("15.03.2024"), ==, ONWARD_DATE_ORDER_EITHER);
  g_assert_cmpint (onward_date_text_find_order ("2024-03-15"), ==, ONWARD_DATE_ORDER_EITHER);
  g_assert_cmpint (onward_date_text_find_order ("15 Mar 2024"), ==, ONWARD_DATE_ORDER_EITHER);
  g_assert_cmpint (onward_date_text_find_order ("15 Mar"), ==, ONWARD_DATE_ORDER_EITHER);
}

static void
test_none (void)
{
  const char *const texts[] = { "",
                                "soon",
                                "12",
                                "12 Mar",
                                "12 Mär 2024",
                                "12 Ma 2024",
                                "30 Feb 2024",
                                "29 Feb 2023",
                                "0 Mar 2024",
                                "13/32/2024",
                                "1/2/3",
                                "1/2/99999",
                                "99999999999999999999",
                                "12Mar2024",
                                "12 Mar 2024 or so",
                                "1 Jan 0001",
                                "Mar Mar 2024",
                                "2024 Mar Mar",
                                "12 Mar Mar",
                                "12/03",
                                "/",
                                "12//",
                                "-1 Mar 2024x",
                                "2024-2024-2024" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (OnwardDateOrder order = ONWARD_DATE_ORDER_EITHER; order <= ONWARD_DATE_ORDER_DAY_FIRST; order++)
      check (texts[i], order, "none");
}

/* Month names are English in every locale. */
static void
test_every_day (void)
{
  static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  GDate date;

  g_date_clear (&date, 1);
  for (g_date_set_dmy (&date, 1, 1, 2003); g_date_get_year (&date) < 2031; g_date_add_days (&date, 1))
    {
      guint day = g_date_get_day (&date);
      guint month = g_date_get_month (&date);
      guint year = g_date_get_year (&date);
      g_autofree char *expected = g_strdup_printf ("%04u-%02u-%02u", year, month, day);
      g_autofree char *words = g_strdup_printf ("%02u %s %u", day, months[month - 1], year);
      g_autofree char *dashes = g_strdup_printf ("%u-%s-%02u", day, months[month - 1], year % 100);
      g_autofree char *slashes = g_strdup_printf ("%02u/%02u/%u", month, day, year);

      check (words, ONWARD_DATE_ORDER_EITHER, expected);
      check (dashes, ONWARD_DATE_ORDER_EITHER, expected);
      check (slashes, ONWARD_DATE_ORDER_EITHER, expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-text/the-ways-linkedin-writes-a-date", test_linkedin);
  g_test_add_func ("/date-text/the-ways-spreadsheets-write-a-date", test_others);
  g_test_add_func ("/date-text/a-day-after-the-twelfth-tells-the-order", test_order);
  g_test_add_func ("/date-text/what-is-no-date-is-none", test_none);
  g_test_add_func ("/date-text/every-day-of-28-years-reads-back", test_every_day);
  return g_test_run ();
}
