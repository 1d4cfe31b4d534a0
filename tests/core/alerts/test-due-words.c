/* test-due-words.c - what a follow-up is about and when it is due; until when it can be put off; who has promised an answer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "alerts/onward-due-words.h"
#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "playbook/onward-wall.h"
#include "store/onward-snooze.h"
#include "store/onward-start.h"
#include "store/onward-waiting.h"

/* The fixture's clock stands at Monday 2 March 2026, 10:00. */

static gboolean
insert_record (OnwardWriter *writer, gpointer record, GError **error)
{
  return onward_writer_insert (writer, record, error);
}

static gint64
insert (OnwardFixture *fixture, gpointer record)
{
  g_autoptr (GError) error = NULL;

  onward_store_run (fixture->store, "add", insert_record, record, &error);
  g_assert_no_error (error);
  return ONWARD_RECORD (record)->id;
}

static void
assert_when (OnwardFixture *fixture, const char *remind_at, const char *due, const char *expected)
{
  g_autoptr (OnwardFollowUp) follow_up = g_object_new (ONWARD_TYPE_FOLLOW_UP, NULL);
  OnwardNow now = onward_store_get_now (fixture->store);
  g_autoptr (GPtrArray) dues = NULL;

  onward_set_text (&follow_up->state, "open");
  onward_set_text (&follow_up->remind_at, remind_at);
  onward_set_text (&follow_up->due, due);
  insert (fixture, follow_up);
  dues = onward_follow_ups_due (fixture->store, 400, NULL);
  for (guint i = 0; i < dues->len; i++)
    if (((OnwardDue *)dues->pdata[i])->id == follow_up->record.id)
      {
        g_autofree char *when = onward_due_words_get_when (dues->pdata[i], &now);

        g_assert_cmpstr (when, ==, expected);
        return;
      }
  g_assert_not_reached ();
}

static void
test_when (OnwardFixture *fixture, gconstpointer data)
{
  assert_when (fixture, "2026-02-26T12:00", "2026-02-27T15:00", "was due Friday\u00a015:00");
  assert_when (fixture, "2026-02-26T12:00", "2026-02-27T23:59", "was due Friday");
  assert_when (fixture, "2026-01-12T12:00", "2026-01-13T23:59", "was due 13\u00a0January");
  assert_when (fixture, "2026-03-01T12:00", "2026-03-02T09:30", "was due at 09:30");
  assert_when (fixture, "2026-03-02T09:00", "2026-03-02T17:00", "by 17:00 today");
  assert_when (fixture, "2026-03-02T09:00", "2026-03-02T23:59", "by tonight");
  assert_when (fixture, "2026-03-02T09:00", "2026-03-03T10:45", "today, by 10:45 tomorrow");
  assert_when (fixture, "2026-03-02T09:00", "2026-03-03T23:59", "today, by tomorrow night");
  assert_when (fixture, "2026-03-02T09:00", "2026-03-09T23:59", "today, by Monday\u00a09\u00a0March");
  assert_when (fixture, "2026-03-03T09:00", "2026-03-03T23:59", "Tuesday\u00a03\u00a0March");
  assert_when (fixture, "2027-03-03T09:00", "2027-03-03T23:59", "Wednesday\u00a03\u00a0March\u00a02027");
}

static void
assert_interview (const char *kind, gint64 round, const char *expected)
{
  g_autofree char *words = onward_due_words_get_interview (kind, round);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_interview (OnwardFixture *fixture, gconstpointer data)
{
  assert_interview ("video", 2, "second interview");
  assert_interview ("panel", 3, "panel interview");
  assert_interview ("phone", ONWARD_NO_NUMBER, "phone interview");
  assert_interview (NULL, 9, "interview");
}

static void
assert_snooze (OnwardFixture *fixture, OnwardSnooze snooze, const char *expected)
{
  g_autofree char *until = onward_snooze_get_until (fixture->store, snooze);

  g_assert_cmpstr (until, ==, expected);
}

static gboolean
set_hours (OnwardWriter *writer, gpointer unused, GError **error)
{
  return onward_writer_set_member (writer, "settings", "alert_hours", "[\"10:30\",\"18:00\"]", error)
         && onward_writer_set_member (writer, "settings", "working_days", "[2,3]", error);
}

static void
test_snooze (OnwardFixture *fixture, gconstpointer data)
{
  assert_snooze (fixture, ONWARD_SNOOZE_TONIGHT, "2026-03-02T18:00");
  assert_snooze (fixture, ONWARD_SNOOZE_TOMORROW, "2026-03-03T09:00");
  assert_snooze (fixture, ONWARD_SNOOZE_NEXT_WEEK, "2026-03-09T09:00");
  g_assert_true (onward_store_run (fixture->store, NULL, set_hours, NULL, NULL));
  assert_snooze (fixture, ONWARD_SNOOZE_TONIGHT, NULL);
  assert_snooze (fixture, ONWARD_SNOOZE_TOMORROW, "2026-03-03T10:30");
  assert_snooze (fixture, ONWARD_SNOOZE_NEXT_WEEK, "2026-03-10T10:30");
}

static void
add_promised (OnwardFixture *fixture, const char *title, const char *on, const char *outcome)
{
  g_autoptr (OnwardOpportunity) opportunity = g_object_new (ONWARD_TYPE_OPPORTUNITY, NULL);

  onward_set_text (&opportunity->title, title);
  onward_set_text (&opportunity->promise_on, on);
  onward_set_text (&opportunity->promise_given_on, "2026-02-25");
  onward_set_text (&opportunity->outcome_kind, outcome);
  onward_set_text (&opportunity->outcome_on, outcome != NULL ? "2026-03-01" : NULL);
  insert (fixture, opportunity);
}

static void
test_waiting (OnwardFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) waiting = NULL;

  add_promised (fixture, "later", "2026-03-09", NULL);
  add_promised (fixture, "sooner", "2026-03-06", NULL);
  add_promised (fixture, "late", "2026-03-01", NULL);
  add_promised (fixture, "over", "2026-03-06", "rejected");
  waiting = onward_waiting_list (fixture->store);
  g_assert_cmpuint (waiting->len, ==, 2);
  g_assert_cmpstr (((OnwardWaiting *)waiting->pdata[0])->title, ==, "sooner");
  g_assert_cmpstr (((OnwardWaiting *)waiting->pdata[1])->title, ==, "later");
}

static void
test_start (OnwardFixture *fixture, gconstpointer data)
{
  g_assert_true (onward_start_is_empty (fixture->store));
  g_assert_true (onward_store_run (fixture->store, "start", onward_start_search, NULL, NULL));
  g_assert_false (onward_start_is_empty (fixture->store));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test)                                                                                                \
  g_test_add ("/due-words/" path, OnwardFixture, NULL, onward_fixture_set_up, test, onward_fixture_tear_down)
  ADD ("when-says-how-urgent-it-is", test_when);
  ADD ("an-interview-is-called-by-its-round-or-its-kind", test_interview);
  ADD ("snooze-lasts-until-a-morning-inside-the-alert-hours", test_snooze);
  ADD ("who-promised-an-answer-is-waited-for-until-that-day", test_waiting);
  ADD ("a-database-is-empty-until-a-search-is-started", test_start);
  return g_test_run ();
}
