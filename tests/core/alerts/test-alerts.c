/* test-alerts.c - which follow-ups are raised, at clock changes too, and how quickly the next one is found */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-alerts.h"

#include <string.h>

static gboolean
insert_record (OnwardWriter *writer, gpointer record, GError **error)
{
  return onward_writer_insert (writer, record, error);
}

static void
add_follow_up (OnwardFixture *fixture, const char *title, const char *remind_at)
{
  g_autoptr (OnwardFollowUp) follow_up = g_object_new (ONWARD_TYPE_FOLLOW_UP, NULL);
  g_autoptr (GError) error = NULL;

  onward_set_text (&follow_up->title, title);
  onward_set_text (&follow_up->state, "open");
  onward_set_text (&follow_up->remind_at, remind_at);
  onward_set_text (&follow_up->due, "2027-01-01T23:59");
  onward_store_run (fixture->store, "add", insert_record, follow_up, &error);
  g_assert_no_error (error);
}

/* What is raised at this instant and was not before. */
static char *
decide_at (OnwardFixture *fixture, const char *instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (instant, NULL);
  g_autoptr (GPtrArray) dues = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) interviews = g_array_new (FALSE, FALSE, sizeof (gint64));
  GString *titles = g_string_new (NULL);
  OnwardAlertDecision decision = { 0 };
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (onward_shown_alert_free);

  fixture->now.unix_time = g_date_time_to_unix (time);
  g_assert_true (onward_store_run (fixture->store, NULL, onward_alerts_decide, &decision, NULL));
  dues = onward_alerts_get_unshown (fixture->store, NULL);
  for (guint i = 0; i < dues->len; i++)
    {
      const OnwardDue *due = dues->pdata[i];

      g_string_append_printf (titles, "%s%s", i > 0 ? "," : "", due->title);
      g_array_append_val (ids, due->id);
    }
  g_ptr_array_add (shown, onward_shown_alert_new ("a", ids, interviews));
  g_assert_true (onward_store_run (fixture->store, NULL, onward_alerts_set_shown, shown, NULL));
  return g_string_free (titles, FALSE);
}

static void
assert_decided (OnwardFixture *fixture, const char *instant, const char *expected)
{
  g_autofree char *titles = decide_at (fixture, instant);

  g_assert_cmpstr (titles, ==, expected);
}

static void
test_once (OnwardFixture *fixture, gconstpointer data)
{
  add_follow_up (fixture, "a", "2026-03-02T10:00");
  assert_decided (fixture, "2026-03-02T08:59:59Z", "");
  assert_decided (fixture, "2026-03-02T09:00:00Z", "a");
  assert_decided (fixture, "2026-03-02T09:00:00Z", "");
  assert_decided (fixture, "2026-03-09T09:00:00Z", "");
}

static void
test_spring_gap (OnwardFixture *fixture, gconstpointer data)
{
  add_follow_up (fixture, "a", "2026-03-29T02:30");
  assert_decided (fixture, "2026-03-29T00:59:59Z", "");
  assert_decided (fixture, "2026-03-29T01:00:00Z", "a");
}

static void
test_repeated_hour (OnwardFixture *fixture, gconstpointer data)
{
  add_follow_up (fixture, "a", "2026-10-25T02:30");
  add_follow_up (fixture, "b", "2026-10-25T02:50");
  assert_decided (fixture, "2026-10-25T00:29:59Z", "");
  assert_decided (fixture, "2026-10-25T00:30:00Z", "a");
  /* The clock shows 02:10 for the second time: 02:50 has been. */
  assert_decided (fixture, "2026-10-25T01:10:00Z", "b");
}

static void
test_next_moment (OnwardFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_follow_up (fixture, "a", "2026-03-02T10:00");
  add_follow_up (fixture, "b", "2026-03-02T11:00");
  before = onward_alerts_get_next_moment (fixture->store);
  g_assert_cmpstr (before, ==, "2026-03-02T10:00");
  assert_decided (fixture, "2026-03-02T09:00:00Z", "a");
  after = onward_alerts_get_next_moment (fixture->store);
  g_assert_cmpstr (after, ==, "2026-03-02T11:00");
}

/* The index must be used: looking through all follow-ups takes a hundred times as long with many. */
static void
test_index (OnwardFixture *fixture, gconstpointer data)
{
  g_autoptr (OnwardStatement) plan = onward_connection_prepare (
      onward_store_get_connection (fixture->store),
      "EXPLAIN QUERY PLAN SELECT moment FROM follow_ups WHERE moment IS NOT NULL AND state = 'open' "
      "AND (raised_for IS NULL OR raised_for < moment) ORDER BY moment LIMIT 1",
      NULL);

  g_assert_true (onward_statement_step (plan, NULL));
  g_assert_nonnull (strstr (onward_statement_get_text (plan, 3), "follow_ups_to_raise"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test)                                                                                                \
  g_test_add ("/alerts/" path, OnwardFixture, NULL, onward_fixture_set_up, test, onward_fixture_tear_down)
  ADD ("an-alert-is-decided-at-its-moment-and-once", test_once);
  ADD ("a-time-in-the-spring-gap-is-the-first-instant-after-it", test_spring_gap);
  ADD ("a-repeated-time-is-its-first-occurrence", test_repeated_hour);
  ADD ("the-next-moment-is-that-of-the-first-alert-not-raised", test_next_moment);
  ADD ("the-next-moment-is-found-by-an-index", test_index);
  return g_test_run ();
}
