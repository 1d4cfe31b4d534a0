/* test-calendar.c - a month has its days in their weeks, and a day says what stands on it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "calendar/onward-calendar-events.h"
#include "calendar/onward-month.h"
#include "lib/onward-fixture.h"
#include "model/onward-collections.h"

/* An interview of company 1, or a follow-up about it. */
typedef struct
{
  const char *kind;
  int round;
  const char *starts_at;
  const char *ends_at;
  const char *status;
  const char *zone;
} Interview;

typedef struct
{
  const char *rule;
  const char *title;
  const char *remind_at;
  const char *due;
} FollowUp;

static gboolean
add_company (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardCompany) company = g_object_new (ONWARD_TYPE_COMPANY, NULL);
  g_autoptr (OnwardOpportunity) opportunity = g_object_new (ONWARD_TYPE_OPPORTUNITY, NULL);

  onward_set_text (&company->name, "Helix");
  if (!onward_writer_insert (writer, company, error))
    return FALSE;
  opportunity->company = company->record.id;
  onward_set_text (&opportunity->title, "Developer");
  onward_set_text (&opportunity->promise_on, "2026-03-06");
  return onward_writer_insert (writer, opportunity, error);
}

static gboolean
add_interviews (OnwardWriter *writer, gpointer data, GError **error)
{
  for (const Interview *row = data; row->kind != NULL; row++)
    {
      g_autoptr (OnwardInterview) interview = g_object_new (ONWARD_TYPE_INTERVIEW, NULL);

      interview->opportunity = 1;
      interview->round = row->round != 0 ? row->round : ONWARD_NO_NUMBER;
      onward_set_text (&interview->kind, row->kind);
      onward_set_text (&interview->starts_at, row->starts_at);
      onward_set_text (&interview->ends_at, row->ends_at);
      onward_set_text (&interview->status, row->status);
      onward_set_text (&interview->zone, row->zone);
      if (!onward_writer_insert (writer, interview, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_follow_ups (OnwardWriter *writer, gpointer data, GError **error)
{
  for (const FollowUp *row = data; row->rule != NULL; row++)
    {
      g_autoptr (OnwardFollowUp) follow_up = g_object_new (ONWARD_TYPE_FOLLOW_UP, NULL);

      follow_up->key = g_strdup_printf ("%s:%s", row->rule, row->title);
      follow_up->opportunity = 1;
      onward_set_text (&follow_up->rule, row->rule);
      onward_set_text (&follow_up->title, row->title);
      onward_set_text (&follow_up->remind_at, row->remind_at);
      onward_set_text (&follow_up->due, row->due);
      onward_set_text (&follow_up->state, "open");
      if (!onward_writer_insert (writer, follow_up, error))
        return FALSE;
    }
  return TRUE;
}

static void
run (OnwardFixture *f, OnwardCommandFunc command, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, NULL, command, (gpointer)data, &error);
  g_assert_no_error (error);
}

static int
find_day (const char *text)
{
  int day;

  g_assert_true (onward_day_parse (text, &day));
  return day;
}

/* Each event in a line: day, time, words, marks. */
static void
assert_events (OnwardFixture *f, const char *from, const char *to, const char *expected)
{
  g_autoptr (GPtrArray) events = onward_calendar_events_get (f->store, find_day (from), find_day (to));
  g_autoptr (GString) seen = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const OnwardCalendarEvent *event = events->pdata[i];
      char day[ONWARD_DATE_SIZE];

      g_string_append_printf (seen, "%s %s%s%s%s%s%s\n", onward_day_format (event->day, day) + 5,
                              event->time != NULL ? event->time : "", event->time != NULL ? " " : "", event->text,
                              event->past ? " past" : "", event->overdue ? " overdue" : "",
                              event->conflict ? " conflict" : "");
    }
  g_assert_cmpstr (seen->str, ==, expected);
}

/* The fixture stands at 2026-03-02T10:00 in Amsterdam, a Monday. */
static void
test_events_of_a_day_in_order (OnwardFixture *f, gconstpointer data)
{
  static const Interview interviews[] = {
    { "onsite", 2, "2026-03-02T08:00:00+01:00", "2026-03-02T09:00:00+01:00", "booked" },
    { "panel", 0, "2026-03-02T14:00:00+01:00", "2026-03-02T16:00:00+01:00", "booked" },
    { "phone", 1, "2026-03-02T15:30:00+01:00", NULL, "booked" },
    { "final", 0, "2026-03-02T16:00:00+01:00", NULL, "booked" },
    { "mock", 0, "2026-03-02T18:00:00+01:00", NULL, "cancelled" },
    { NULL },
  };
  static const FollowUp follow_ups[] = {
    { "thank-you", "Thank Amara", "2026-02-26T16:00", "2026-02-27T15:00" },
    { "debrief", "Write it down", "2026-03-02T09:30", "2026-03-03T23:59" },
    { NULL },
  };

  run (f, add_company, NULL);
  run (f, add_interviews, interviews);
  run (f, add_follow_ups, follow_ups);
  assert_events (f, "2026-03-01", "2026-03-06",
                 "03-02 08:00 Helix, second past\n"
                 "03-02 14:00 Helix panel conflict\n"
                 "03-02 15:30 Helix call conflict\n"
                 "03-02 16:00 Helix, final conflict\n"
                 "03-02 Thank Amara overdue\n"
                 "03-02 Write it down\n"
                 "03-06 Helix answer\n");
  /* What is late is owed today and not in the month it was planned for. */
  assert_events (f, "2026-02-23", "2026-03-01", "");
}

static void
test_words_of_an_interview (OnwardFixture *f, gconstpointer data)
{
  static const Interview interviews[] = {
    { "video", 0, "2026-03-03T09:30:00+00:00", "2026-03-03T10:15:00+00:00", "booked", "Europe/London" },
    { NULL },
  };
  g_autoptr (GPtrArray) events = NULL;
  const OnwardCalendarEvent *event;
  g_autofree char *words = NULL;

  run (f, add_company, NULL);
  run (f, add_interviews, interviews);
  events = onward_calendar_events_get (f->store, find_day ("2026-03-03"), find_day ("2026-03-03"));
  g_assert_cmpuint (events->len, ==, 1);
  event = events->pdata[0];
  words = onward_calendar_event_describe (event);
  g_assert_cmpstr (words, ==, "Helix, video interview, 10:30 to 11:15 · by video · written as 09:30\u00a0GMT");
  g_assert_cmpstr (event->action, ==, "win.open-interview");
  g_assert_cmpint (event->target, ==, 1);
}

static void
test_weeks_of_a_month (void)
{
  /* March 2026 begins on a Sunday. */
  int day = find_day ("2026-03-14");

  g_assert_cmpint (onward_month_get_start (day), ==, find_day ("2026-03-01"));
  g_assert_cmpint (onward_month_get_first_cell (day, 1), ==, find_day ("2026-02-23"));
  g_assert_cmpint (onward_month_count_weeks (day, 1), ==, 6);
  g_assert_cmpint (onward_month_get_first_cell (day, 7), ==, find_day ("2026-03-01"));
  g_assert_cmpint (onward_month_count_weeks (day, 7), ==, 5);
  g_assert_cmpint (onward_month_get_first_cell (day, 6), ==, find_day ("2026-02-28"));
  /* February 2021 began on a Monday and had four weeks. */
  g_assert_cmpint (onward_month_count_weeks (find_day ("2021-02-10"), 1), ==, 4);
  g_assert_true (onward_month_has (day, find_day ("2026-03-31")));
  g_assert_false (onward_month_has (day, find_day ("2026-04-01")));
  g_assert_false (onward_month_has (day, find_day ("2025-03-14")));
}

static void
test_every_day_of_a_month_is_in_its_weeks (void)
{
  for (int day = find_day ("1999-12-01"); day < find_day ("2030-01-01"); day++)
    for (int first_weekday = 1; first_weekday <= 7; first_weekday++)
      {
        int first = onward_month_get_first_cell (day, first_weekday);
        int weeks = onward_month_count_weeks (day, first_weekday);

        g_assert_cmpint (onward_day_weekday (first), ==, first_weekday);
        g_assert_cmpint (first, <=, onward_month_get_start (day));
        g_assert_cmpint (day, <, first + weeks * 7);
        g_assert_true (onward_month_has (day, first + 6));
        g_assert_true (onward_month_has (day, first + (weeks - 1) * 7));
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                            \
  g_test_add ("/calendar/" name, OnwardFixture, NULL, onward_fixture_set_up, function, onward_fixture_tear_down)
  ADD ("events-of-a-day-are-in-order", test_events_of_a_day_in_order);
  ADD ("an-interview-elsewhere-says-the-time-there", test_words_of_an_interview);
#undef ADD
  g_test_add_func ("/calendar/a-month-has-its-weeks", test_weeks_of_a_month);
  g_test_add_func ("/calendar/every-day-is-in-a-week-of-its-month", test_every_day_of_a_month_is_in_its_weeks);
  return g_test_run ();
}
