/* test-calendar.c - a month has its days in their weeks, and a day says what stands on it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "calendar/onward-calendar-events.h"
#include "calendar/onward-month.h"
#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "playbook/onward-dates.h"

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

/* As ISO counts where weeks begin on Monday; where they begin on Sunday, 1 January is in the first week (en_US). */
static void
test_weeks_of_a_year (void)
{
  struct
  {
    const char *first;
    int least_days;
    int week;
  } weeks[] = { { "2025-12-29", 4, 1 },  { "2026-02-23", 4, 9 }, { "2026-12-28", 4, 53 }, { "2027-01-04", 4, 1 },
                { "2020-12-28", 4, 53 }, { "2019-12-30", 4, 1 }, { "2025-12-28", 1, 1 },  { "2026-01-04", 1, 2 },
                { "2026-12-27", 1, 1 },  { "2026-01-03", 7, 1 }, { "2025-12-27", 7, 52 } };

  for (guint i = 0; i < G_N_ELEMENTS (weeks); i++)
    g_assert_cmpint (onward_month_count_week (find_day (weeks[i].first), weeks[i].least_days), ==, weeks[i].week);
  /* Against the C library, over forty years. */
  for (int monday = find_day ("1999-12-27"); monday < find_day ("2040-01-01"); monday += 7)
    {
      g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc ((gint64)monday * 86400);

      g_assert_cmpint (onward_month_count_week (monday, 4), ==, g_date_time_get_week_of_year (date));
    }
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

/* As /usr/share/i18n/locales has them. */
static void
test_a_week_begins_as_the_locale_says (void)
{
  g_assert_cmpint (onward_month_read_first_weekday (19971130, 1), ==, 7); /* en_US, pt_BR, ja_JP */
  g_assert_cmpint (onward_month_read_first_weekday (19971130, 2), ==, 1); /* de_DE, en_GB, fr_FR */
  g_assert_cmpint (onward_month_read_first_weekday (19971130, 7), ==, 6); /* ar_EG, fa_IR */
  g_assert_cmpint (onward_month_read_first_weekday (19971130, 6), ==, 5); /* dv_MV */
  g_assert_cmpint (onward_month_read_first_weekday (19971201, 1), ==, 1);
}

static void
test_hours_are_counted_as_the_locale_says (void)
{
  g_assert_true (onward_dates_counts_to_twelve ("%r", "AM"));            /* en_US */
  g_assert_true (onward_dates_counts_to_twelve ("%I:%M:%S %Z %p", "ص")); /* ar_EG */
  g_assert_false (onward_dates_counts_to_twelve ("%T", ""));             /* de_DE */
  g_assert_false (onward_dates_counts_to_twelve ("%T", "am"));           /* en_GB */
  g_assert_false (onward_dates_counts_to_twelve ("%r", ""));
}

static void
test_a_week_is_named_by_its_days (void)
{
  static const char *const weeks[][3] = {
    { "2026-03-02", "2026-03-08", "2 to 8\u00a0March\u00a02026" },
    { "2026-03-30", "2026-04-05", "30\u00a0March to 5\u00a0April\u00a02026" },
    { "2025-12-29", "2026-01-04", "29\u00a0December\u00a02025 to 4\u00a0January\u00a02026" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (weeks); i++)
    {
      g_autofree char *words = onward_dates_format_week (find_day (weeks[i][0]), find_day (weeks[i][1]));

      g_assert_cmpstr (words, ==, weeks[i][2]);
    }
}

static gboolean
add_last_days (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardCompany) months = g_object_new (ONWARD_TYPE_COMPANY, NULL);
  g_autoptr (OnwardCompany) until = g_object_new (ONWARD_TYPE_COMPANY, NULL);
  g_autoptr (OnwardStage) stage = g_object_new (ONWARD_TYPE_STAGE, NULL);
  g_autoptr (OnwardOpportunity) refused = g_object_new (ONWARD_TYPE_OPPORTUNITY, NULL);
  g_autoptr (OnwardOpportunity) offered = g_object_new (ONWARD_TYPE_OPPORTUNITY, NULL);

  onward_set_text (&stage->name, "Offer");
  onward_set_text (&stage->kind, "offer");
  onward_set_text (&until->name, "Orrery");
  onward_set_text (&until->cooling_off_until, "2026-03-10");
  until->cooling_off_months = months->cooling_off_months = ONWARD_NO_NUMBER;
  onward_set_text (&months->name, "Blue Fjell");
  months->cooling_off_months = 6;
  if (!onward_writer_insert (writer, stage, error) || !onward_writer_insert (writer, until, error)
      || !onward_writer_insert (writer, months, error))
    return FALSE;
  refused->company = months->record.id;
  onward_set_text (&refused->outcome_kind, "rejected");
  onward_set_text (&refused->outcome_on, "2025-09-12");
  offered->company = until->record.id;
  offered->stage = stage->record.id;
  onward_set_text (&offered->offer_answer_by, "2026-03-09T17:00");
  return onward_writer_insert (writer, refused, error) && onward_writer_insert (writer, offered, error);
}

static void
test_last_days_stand_in_the_calendar (OnwardFixture *f, gconstpointer data)
{
  run (f, add_last_days, NULL);
  assert_events (f, "2026-03-08", "2026-03-14",
                 "03-09 Answer Orrery\n"
                 "03-10 Orrery again\n"
                 "03-12 Blue Fjell again\n");
}

/* What is late is counted, and its first rows are read. */
static void
test_much_that_is_late_is_one_entry (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *words = NULL;
  guint late = 0;

  run (f, add_company, NULL);
  for (int i = 0; i < 33; i++)
    {
      g_autofree char *title = g_strdup_printf ("Ask %d", i);
      FollowUp rows[] = { { "thank-you", title, "2026-02-20T09:00", "2026-02-21T09:00" }, { NULL } };

      run (f, add_follow_ups, rows);
    }
  events = onward_calendar_events_get (f->store, find_day ("2026-03-02"), find_day ("2026-03-02"));
  g_assert_cmpuint (events->len, ==, ONWARD_CALENDAR_MOST_LATE + 1);
  for (guint i = 0; i < events->len; i++)
    late += ((OnwardCalendarEvent *)events->pdata[i])->count;
  g_assert_cmpuint (late, ==, 33);
  words = onward_calendar_events_describe_day (events, find_day ("2026-03-02"), TRUE);
  g_assert_cmpstr (words, ==, "Monday\u00a02\u00a0March, today, 33 entries");
}

/* Page by page is the same as all at once. */
static void
test_pages_of_the_agenda_leave_nothing_out (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  int from = find_day ("2026-03-03");
  int pages = 0;
  guint n = 0;

  run (f, add_company, NULL);
  for (int i = 0; i < 130; i++)
    {
      g_autofree char *title = g_strdup_printf ("Ask %03d", i);
      char moment[ONWARD_WALL_SIZE];
      FollowUp rows[] = { { "thank-you", title, moment, "2027-02-21T09:00" }, { NULL } };

      onward_wall_format (onward_wall_at (from + i * i / 60, 540), moment);
      run (f, add_follow_ups, rows);
    }
  all = onward_calendar_events_get (f->store, from, from + 2000);
  for (int day = from; day != ONWARD_NO_DAY; pages++)
    {
      g_autoptr (GPtrArray) page = onward_calendar_events_get_page (f->store, day, &day);

      for (guint i = 0; i < page->len; i++)
        g_assert_true (onward_calendar_event_is (page->pdata[i], all->pdata[n + i]));
      n += page->len;
      if (day != ONWARD_NO_DAY)
        day++;
    }
  g_assert_cmpuint (n, ==, all->len);
  g_assert_cmpint (pages, >=, 3);
}

static void
test_the_second_of_two_equal_times_says_so (OnwardFixture *f, gconstpointer data)
{
  static const Interview interviews[] = {
    { "video", 1, "2026-10-25T02:30:00+02:00", "2026-10-25T02:50:00+02:00", "booked" },
    { "video", 2, "2026-10-25T02:30:00+01:00", "2026-10-25T03:30:00+01:00", "booked" },
    { NULL },
  };

  run (f, add_company, NULL);
  run (f, add_interviews, interviews);
  /* An hour apart, so they are no conflict. */
  assert_events (f, "2026-10-25", "2026-10-25",
                 "10-25 02:30\u00a0CEST Helix, first\n"
                 "10-25 02:30\u00a0CET Helix, second\n");
}

/* What was worked out for one zone is not what another one shows. */
static void
test_another_zone_is_another_shape (OnwardFixture *f, gconstpointer data)
{
  guint before;

  g_strlcpy (f->now.zone, "Europe/Amsterdam", sizeof f->now.zone);
  before = onward_agenda_get_shape (f->store);
  g_assert_cmpuint (onward_agenda_get_shape (f->store), ==, before);
  g_strlcpy (f->now.zone, "Europe/London", sizeof f->now.zone);
  g_assert_cmpuint (onward_agenda_get_shape (f->store), !=, before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                            \
  g_test_add ("/calendar/" name, OnwardFixture, NULL, onward_fixture_set_up, function, onward_fixture_tear_down)
  ADD ("events-of-a-day-are-in-order", test_events_of_a_day_in_order);
  ADD ("an-interview-elsewhere-says-the-time-there", test_words_of_an_interview);
  ADD ("last-days-stand-in-the-calendar", test_last_days_stand_in_the_calendar);
  ADD ("much-that-is-late-is-one-entry", test_much_that_is_late_is_one_entry);
  ADD ("pages-of-the-agenda-leave-nothing-out", test_pages_of_the_agenda_leave_nothing_out);
  ADD ("the-second-of-two-equal-times-says-so", test_the_second_of_two_equal_times_says_so);
  ADD ("another-zone-is-another-shape", test_another_zone_is_another_shape);
#undef ADD
  g_test_add_func ("/calendar/a-week-begins-as-the-locale-says", test_a_week_begins_as_the_locale_says);
  g_test_add_func ("/calendar/hours-are-counted-as-the-locale-says", test_hours_are_counted_as_the_locale_says);
  g_test_add_func ("/calendar/a-week-is-named-by-its-days", test_a_week_is_named_by_its_days);
  g_test_add_func ("/calendar/a-month-has-its-weeks", test_weeks_of_a_month);
  g_test_add_func ("/calendar/a-year-has-its-weeks", test_weeks_of_a_year);
  g_test_add_func ("/calendar/every-day-is-in-a-week-of-its-month", test_every_day_of_a_month_is_in_its_weeks);
  return g_test_run ();
}
