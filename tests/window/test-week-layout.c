/* test-week-layout.c - interviews stand beside each other in a week, across midnight, and on days the clock changes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "calendar/onward-week-layout.h"
#include "playbook/onward-zone.h"

#define ZONE "Europe/Amsterdam"

static int
find_day (const char *text)
{
  int day;

  g_assert_true (onward_day_parse (text, &day));
  return day;
}

/* As onward_calendar_event_new_interview () fills it, from two instants. */
static void
add (GPtrArray *events, const char *starts_at, const char *ends_at)
{
  g_autoptr (GTimeZone) zone = onward_zone_find (ZONE);
  OnwardCalendarEvent *event = g_new0 (OnwardCalendarEvent, 1);

  g_assert_true (onward_instant_parse (starts_at, &event->starts_at));
  g_assert_true (onward_instant_parse (ends_at, &event->ends_at));
  event->kind = ONWARD_CALENDAR_INTERVIEW;
  event->start = onward_zone_wall (zone, event->starts_at);
  event->end = onward_zone_wall (zone, event->ends_at);
  event->day = onward_wall_day (event->start);
  g_ptr_array_add (events, event);
}

/* Each part in a line: day, from, to, lane of lanes; `…` where it goes on. */
static void
assert_parts (GPtrArray *events, const char *first, const char *expected)
{
  g_autoptr (GArray) parts = onward_week_layout (events, find_day (first), 7);
  g_autoptr (GString) seen = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const OnwardWeekPart *part = &g_array_index (parts, OnwardWeekPart, i);

      g_string_append_printf (seen, "%d %s%02d:%02d-%02d:%02d%s %u/%u\n", part->day, part->begins ? "" : "…",
                              part->from / 60, part->from % 60, part->to / 60, part->to % 60, part->ends ? "" : "…",
                              part->lane, part->n_lanes);
    }
  g_assert_cmpstr (seen->str, ==, expected);
}

static void
test_those_at_one_time_stand_beside_each_other (void)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_free);

  add (events, "2026-03-02T09:00:00+01:00", "2026-03-02T11:00:00+01:00");
  add (events, "2026-03-02T09:30:00+01:00", "2026-03-02T10:00:00+01:00");
  add (events, "2026-03-02T10:00:00+01:00", "2026-03-02T10:45:00+01:00");
  add (events, "2026-03-02T10:30:00+01:00", "2026-03-02T11:30:00+01:00");
  add (events, "2026-03-02T11:30:00+01:00", "2026-03-02T12:30:00+01:00");
  add (events, "2026-03-03T09:00:00+01:00", "2026-03-03T10:00:00+01:00");
  assert_parts (events, "2026-03-02",
                "0 09:00-11:00 0/3\n"
                "0 09:30-10:00 1/3\n"
                "0 10:00-10:45 1/3\n"
                "0 10:30-11:30 2/3\n"
                "0 11:30-12:30 0/1\n"
                "1 09:00-10:00 0/1\n");
}

static void
test_short_ones_have_room_for_words (void)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_free);

  add (events, "2026-03-02T09:00:00+01:00", "2026-03-02T09:10:00+01:00");
  add (events, "2026-03-02T09:10:00+01:00", "2026-03-02T09:40:00+01:00");
  add (events, "2026-03-02T23:50:00+01:00", "2026-03-02T23:55:00+01:00");
  assert_parts (events, "2026-03-02",
                "0 09:00-09:25 0/2\n"
                "0 09:10-09:40 1/2\n"
                "0 23:35-24:00 0/1\n");
}

static void
test_across_midnight_it_stands_on_both_days (void)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_free);

  add (events, "2026-03-01T23:00:00+01:00", "2026-03-02T01:00:00+01:00");
  add (events, "2026-03-04T22:30:00+01:00", "2026-03-05T01:15:00+01:00");
  add (events, "2026-03-06T22:00:00+01:00", "2026-03-07T00:00:00+01:00");
  add (events, "2026-03-08T23:00:00+01:00", "2026-03-09T01:00:00+01:00");
  assert_parts (events, "2026-03-02",
                "0 …00:00-01:00 0/1\n"
                "2 22:30-24:00… 0/1\n"
                "3 …00:00-01:15 0/1\n"
                "4 22:00-24:00 0/1\n"
                "6 23:00-24:00… 0/1\n");
}

static void
test_the_clock_goes_forward (void)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GTimeZone) zone = onward_zone_find (ZONE);
  int from = 0, to = 0;

  /* An hour, of which the clock shows two. */
  add (events, "2026-03-29T01:30:00+01:00", "2026-03-29T03:30:00+02:00");
  assert_parts (events, "2026-03-23", "6 01:30-03:30 0/1\n");
  g_assert_cmpint (onward_week_find_change (zone, find_day ("2026-03-29"), &from, &to), ==, 1);
  g_assert_cmpint (from, ==, 2 * 60);
  g_assert_cmpint (to, ==, 3 * 60);
  g_assert_cmpint (onward_week_find_change (zone, find_day ("2026-03-28"), &from, &to), ==, 0);
  g_assert_cmpint (onward_week_find_change (zone, find_day ("2026-03-30"), &from, &to), ==, 0);
}

static void
test_the_clock_goes_back (void)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GTimeZone) zone = onward_zone_find (ZONE);
  int from = 0, to = 0;

  /* Both times 02:30, an hour apart, and one from the first to the second. */
  add (events, "2026-10-25T02:30:00+02:00", "2026-10-25T02:55:00+02:00");
  add (events, "2026-10-25T02:30:00+01:00", "2026-10-25T02:55:00+01:00");
  add (events, "2026-10-25T02:45:00+02:00", "2026-10-25T02:15:00+01:00");
  assert_parts (events, "2026-10-19",
                "6 02:30-02:55 0/3\n"
                "6 02:30-02:55 1/3\n"
                "6 02:45-03:15 2/3\n");
  g_assert_cmpint (onward_week_find_change (zone, find_day ("2026-10-25"), &from, &to), ==, -1);
  g_assert_cmpint (from, ==, 2 * 60);
  g_assert_cmpint (to, ==, 3 * 60);
}

static void
test_changes_at_midnight_and_of_half_an_hour (void)
{
  g_autoptr (GTimeZone) cairo = onward_zone_find ("Africa/Cairo");
  g_autoptr (GTimeZone) lord_howe = onward_zone_find ("Australia/Lord_Howe");
  int from = 0, to = 0;

  g_assert_cmpint (onward_week_find_change (lord_howe, find_day ("2026-04-05"), &from, &to), ==, -1);
  g_assert_cmpint (from, ==, 90);
  g_assert_cmpint (to, ==, 120);
  g_assert_cmpint (onward_week_find_change (lord_howe, find_day ("2026-10-04"), &from, &to), ==, 1);
  g_assert_cmpint (from, ==, 120);
  g_assert_cmpint (to, ==, 150);
  g_assert_cmpint (onward_week_find_change (cairo, find_day ("2026-07-01"), &from, &to), ==, 0);
  /* 24 April begins at 01:00, and 29 October has 23:00 twice. */
  g_assert_cmpint (onward_week_find_change (cairo, find_day ("2026-04-23"), &from, &to), ==, 0);
  g_assert_cmpint (onward_week_find_change (cairo, find_day ("2026-04-24"), &from, &to), ==, 1);
  g_assert_cmpint (from, ==, 0);
  g_assert_cmpint (to, ==, 60);
  g_assert_cmpint (onward_week_find_change (cairo, find_day ("2026-04-25"), &from, &to), ==, 0);
  g_assert_cmpint (onward_week_find_change (cairo, find_day ("2026-10-28"), &from, &to), ==, 0);
  g_assert_cmpint (onward_week_find_change (cairo, find_day ("2026-10-29"), &from, &to), ==, -1);
  g_assert_cmpint (from, ==, 23 * 60);
  g_assert_cmpint (to, ==, 24 * 60);
  g_assert_cmpint (onward_week_find_change (cairo, find_day ("2026-10-30"), &from, &to), ==, 0);
}

/* The end of one interview, drawn up to another minute of its day. */
static void
assert_end (const char *starts_at, const char *ends_at, int minutes, const char *expected)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GTimeZone) zone = onward_zone_find (ZONE);
  OnwardCalendarEvent *event;
  gint64 instant;

  add (events, starts_at, ends_at);
  event = events->pdata[0];
  g_assert_true (onward_instant_parse (expected, &instant));
  g_assert_cmpint (onward_calendar_event_find_ends_at (event, zone, onward_wall_at (event->day, minutes)), ==, instant);
}

static void
assert_start (const char *starts_at, int minutes, const char *expected)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GTimeZone) zone = onward_zone_find (ZONE);
  OnwardCalendarEvent *event;
  gint64 instant;

  add (events, starts_at, starts_at);
  event = events->pdata[0];
  g_assert_true (onward_instant_parse (expected, &instant));
  g_assert_cmpint (onward_calendar_event_find_starts_at (event, zone, onward_wall_at (event->day, minutes)), ==,
                   instant);
}

static void
test_a_start_stays_in_its_hour_of_the_two (void)
{
  assert_start ("2026-10-25T02:15:00+02:00", 2 * 60 + 30, "2026-10-25T02:30:00+02:00");
  assert_start ("2026-10-25T02:15:00+01:00", 2 * 60 + 30, "2026-10-25T02:30:00+01:00");
  assert_start ("2026-10-25T02:15:00+01:00", 3 * 60, "2026-10-25T03:00:00+01:00");
  assert_start ("2026-10-25T04:00:00+01:00", 2 * 60, "2026-10-25T02:00:00+02:00");
}

static void
test_an_end_stays_in_its_hour_of_the_two (void)
{
  /* In the first, in the second, from before the first into the second, and from the first to the second. */
  assert_end ("2026-10-25T02:00:00+02:00", "2026-10-25T02:30:00+02:00", 2 * 60 + 45, "2026-10-25T02:45:00+02:00");
  assert_end ("2026-10-25T02:30:00+01:00", "2026-10-25T02:45:00+01:00", 2 * 60 + 50, "2026-10-25T02:50:00+01:00");
  assert_end ("2026-10-25T02:30:00+01:00", "2026-10-25T03:15:00+01:00", 2 * 60 + 45, "2026-10-25T02:45:00+01:00");
  assert_end ("2026-10-25T01:30:00+02:00", "2026-10-25T02:15:00+01:00", 2 * 60 + 30, "2026-10-25T02:30:00+01:00");
  assert_end ("2026-10-25T02:45:00+02:00", "2026-10-25T02:15:00+01:00", 3 * 60 + 30, "2026-10-25T02:30:00+01:00");
  assert_end ("2026-10-25T01:30:00+02:00", "2026-10-25T03:30:00+01:00", 2 * 60 + 30, "2026-10-25T02:30:00+02:00");
  assert_end ("2026-03-29T01:00:00+01:00", "2026-03-29T01:45:00+01:00", 3 * 60 + 30, "2026-03-29T03:30:00+02:00");
}

/* Whatever stands in a week, two that are drawn over each other are in different lanes, and each fits on its day. */
static void
test_nothing_hides_another (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int round = 0; round < 200; round++)
    {
      g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GArray) parts = NULL;

      for (int i = g_rand_int_range (rand, 0, 40); i > 0; i--)
        {
          OnwardCalendarEvent *event = g_new0 (OnwardCalendarEvent, 1);

          event->start = onward_wall_at (g_rand_int_range (rand, 99, 108), g_rand_int_range (rand, 0, 1440));
          event->end = event->start + g_rand_int_range (rand, 1, 900);
          event->starts_at = event->start * 60;
          event->ends_at = event->end * 60;
          event->day = onward_wall_day (event->start);
          g_ptr_array_add (events, event);
        }
      parts = onward_week_layout (events, 100, 7);
      for (guint i = 0; i < parts->len; i++)
        for (guint j = 0; j <= i; j++)
          {
            const OnwardWeekPart *a = &g_array_index (parts, OnwardWeekPart, i);
            const OnwardWeekPart *b = &g_array_index (parts, OnwardWeekPart, j);

            g_assert_true (a->from >= 0 && a->from < a->to && a->to <= 1440 && a->lane < a->n_lanes);
            g_assert_true (i == j || a->day != b->day || a->to <= b->from || b->to <= a->from || a->lane != b->lane);
          }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/week/" name, function)
  ADD ("those-at-one-time-stand-beside-each-other", test_those_at_one_time_stand_beside_each_other);
  ADD ("short-ones-have-room-for-words", test_short_ones_have_room_for_words);
  ADD ("across-midnight-it-stands-on-both-days", test_across_midnight_it_stands_on_both_days);
  ADD ("the-clock-goes-forward", test_the_clock_goes_forward);
  ADD ("the-clock-goes-back", test_the_clock_goes_back);
  ADD ("a-start-stays-in-its-hour-of-the-two", test_a_start_stays_in_its_hour_of_the_two);
  ADD ("an-end-stays-in-its-hour-of-the-two", test_an_end_stays_in_its_hour_of_the_two);
  ADD ("changes-of-half-an-hour", test_changes_at_midnight_and_of_half_an_hour);
  ADD ("nothing-hides-another", test_nothing_hides_another);
#undef ADD
  return g_test_run ();
}
