/* test-outcome-plan.c - a no is written down with its whole plan, shown before, and taken back with one undo */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-json-import.h"
#include "store/onward-likely-outcome.h"
#include "store/onward-outcome-plan.h"
#include "store/onward-reconcile-store.h"

/* Asteria, where Priya (recruiter) and Owen were met last Thursday; Kestrel, which is open as well. */
static const char facts[] =
    "{\"format\": \"onward\", \"version\": 1,"
    "\"stages\": [{\"id\": \"00000000-0000-4000-8000-000000000001\", \"name\": \"Interviewing\", \"position\": 0,"
    " \"kind\": \"interviewing\"}, {\"id\": \"00000000-0000-4000-8000-000000000002\", \"name\": \"Closed\","
    " \"position\": 1, \"kind\": \"closed\"}],"
    "\"companies\": [{\"id\": \"00000000-0000-4000-8000-000000000011\", \"name\": \"Asteria\"},"
    " {\"id\": \"00000000-0000-4000-8000-000000000012\", \"name\": \"Kestrel\"}],"
    "\"contacts\": [{\"id\": \"00000000-0000-4000-8000-000000000021\", \"name\": \"Priya\","
    " \"emails\": [{\"value\": \"priya@asteria.example\"}]},"
    " {\"id\": \"00000000-0000-4000-8000-000000000022\", \"name\": \"Owen\"}],"
    "\"opportunities\": [{\"id\": \"00000000-0000-4000-8000-000000000031\", \"kind\": \"role\", \"title\": "
    "\"Engineer\","
    " \"company\": \"00000000-0000-4000-8000-000000000011\", \"stage\": \"00000000-0000-4000-8000-000000000001\"},"
    " {\"id\": \"00000000-0000-4000-8000-000000000032\", \"kind\": \"role\", \"title\": \"Lead\","
    " \"company\": \"00000000-0000-4000-8000-000000000012\", \"stage\": \"00000000-0000-4000-8000-000000000001\"}],"
    "\"interviews\": [{\"id\": \"00000000-0000-4000-8000-000000000041\", \"kind\": \"video\", \"status\": \"held\","
    " \"opportunity\": \"00000000-0000-4000-8000-000000000031\", \"starts_at\": \"2026-02-26T10:00:00+01:00\","
    " \"ends_at\": \"2026-02-26T11:00:00+01:00\", \"people\": ["
    "{\"contact\": \"00000000-0000-4000-8000-000000000021\", \"role\": \"recruiter\"},"
    "{\"contact\": \"00000000-0000-4000-8000-000000000022\", \"role\": \"interviewer\"}]}]}";

#define THANKS "rejection-thank-you:00000000-0000-4000-8000-000000000031"

static gint64
read_int (OnwardFixture *f, const char *sql)
{
  return onward_connection_read_int (onward_store_get_connection (f->store), sql, -1);
}

static char *
read_text (OnwardFixture *f, const char *sql)
{
  g_autoptr (OnwardStatement) row = onward_connection_prepare (onward_store_get_connection (f->store), sql, NULL);

  return onward_statement_step (row, NULL) ? g_strdup (onward_statement_get_text (row, 0)) : NULL;
}

#define assert_text(f, sql, expected)                                                                                  \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found = read_text (f, sql);                                                                       \
    g_assert_cmpstr (found, ==, expected);                                                                             \
  }                                                                                                                    \
  G_STMT_END

static void
set_up (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardJsonImport) import = onward_json_import_new (facts, strlen (facts), FALSE, FALSE);
  g_autoptr (GError) error = NULL;

  onward_fixture_set_up (f, data);
  onward_store_set_reconcile (f->store, onward_reconcile);
  onward_store_run (f->store, "Import", onward_json_import_run, import, &error);
  g_assert_no_error (error);
}

static OnwardOutcomePlan *
create_no (void)
{
  OnwardOutcomePlan *plan = onward_outcome_plan_new (1, "rejected");

  plan->outcome->on = g_strdup ("2026-03-02");
  plan->outcome->by = 1;
  return plan;
}

static void
run (OnwardFixture *f, OnwardCommandFunc command, OnwardOutcomePlan *plan)
{
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, "Outcome", command, plan, &error);
  g_assert_no_error (error);
}

static OnwardStep *
find_step (OnwardOutcomePlan *plan, const char *key)
{
  for (guint i = 0; i < plan->steps->len; i++)
    if (g_str_equal (((OnwardStep *)plan->steps->pdata[i])->key, key))
      return plan->steps->pdata[i];
  return NULL;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (onward_store_run_finish (ONWARD_STORE (source), result, NULL));
  *(gboolean *)data = TRUE;
}

static void
go_back (OnwardFixture *f, void (*step) (OnwardStore *, GAsyncReadyCallback, gpointer))
{
  gboolean done = FALSE;

  step (f->store, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
count_cb (OnwardStore *store, const char *table, GArray *ids, int *n)
{
  ++*n;
}

static void
test_the_plan_is_shown_before_anything_is_written (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardOutcomePlan) plan = create_no ();
  g_autofree char *before = read_text (f, "SELECT group_concat (key || state, ' ') FROM follow_ups");
  OnwardStep *step;
  int day, n = 0;

  g_signal_connect (f->store, "changed", G_CALLBACK (count_cb), &n);
  run (f, onward_outcome_plan_preview, plan);
  step = find_step (plan, THANKS);
  onward_day_parse ("2026-03-03", &day);
  g_assert_nonnull (step);
  g_assert_cmpint (step->day, ==, day);
  g_assert_cmpint (step->contact, ==, 1);
  g_assert_cmpstr (step->channel, ==, "email");
  g_assert_nonnull (strstr (step->title, "Priya"));
  for (guint i = 1; i < plan->steps->len; i++)
    g_assert_cmpint (((OnwardStep *)plan->steps->pdata[i - 1])->day, <=, ((OnwardStep *)plan->steps->pdata[i])->day);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM opportunities WHERE outcome_kind IS NOT NULL"), ==, 0);
  assert_text (f, "SELECT group_concat (key || state, ' ') FROM follow_ups", before);
  g_assert_cmpint (n, ==, 0);
}

static void
test_the_plan_follows_the_facts_as_they_are_entered (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardOutcomePlan) plan = create_no ();
  int day;

  onward_set_text (&plan->outcome->on, "2026-02-27");
  plan->outcome->by = 2;
  run (f, onward_outcome_plan_preview, plan);
  onward_day_parse ("2026-03-02", &day); /* 28 February is a Saturday */
  g_assert_cmpint (find_step (plan, THANKS)->day, ==, day);
  g_assert_cmpint (find_step (plan, THANKS)->contact, ==, 2);
  onward_set_text (&plan->outcome->kind, "cancelled");
  run (f, onward_outcome_plan_preview, plan);
  g_assert_null (find_step (plan, THANKS));
}

static void
test_one_undo_takes_all_of_it_back (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardOutcomePlan) plan = create_no ();

  plan->outcome->still_interested = FALSE;
  plan->asks_cooling_off = TRUE;
  onward_day_parse ("2026-09-01", &plan->cooling_off);
  onward_outcome_plan_add_clicked (plan, 1, TRUE, 2, "monthly");
  onward_outcome_plan_add_person (plan, 2, "quarterly");
  onward_outcome_plan_skip (plan, THANKS);
  run (f, onward_outcome_plan_keep, plan);
  assert_text (f, "SELECT state FROM follow_ups WHERE key = '" THANKS "'", "skipped");
  assert_text (f, "SELECT outcome_kind FROM opportunities WHERE id = 1", "rejected");
  assert_text (f, "SELECT cooling_off_until FROM companies WHERE id = 1", "2026-09-01");
  g_assert_cmpint (read_int (f, "SELECT still_interested FROM companies WHERE id = 1"), ==, 0);
  g_assert_cmpint (read_int (f, "SELECT rapport FROM interview_people WHERE contact = 1 AND clicked"), ==, 2);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM interview_people WHERE clicked"), ==, 1);
  assert_text (f, "SELECT group_concat (tier || tier_since, ' ') FROM contacts",
               "monthly2026-03-02 quarterly2026-03-02");

  go_back (f, onward_store_undo_async);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM opportunities WHERE outcome_kind IS NOT NULL"), ==, 0);
  assert_text (f, "SELECT cooling_off_until FROM companies WHERE id = 1", NULL);
  g_assert_cmpint (read_int (f, "SELECT still_interested FROM companies WHERE id = 1"), ==, 1);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM interview_people WHERE clicked OR rapport > 0"), ==, 0);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM contacts WHERE tier IS NOT NULL"), ==, 0);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM follow_ups WHERE rule = 'rejection-thank-you'"
                                " AND state IN ('open', 'skipped')"),
                   ==, 0);

  go_back (f, onward_store_redo_async);
  assert_text (f, "SELECT state FROM follow_ups WHERE key = '" THANKS "'", "skipped");
  assert_text (f, "SELECT tier FROM contacts WHERE id = 1", "monthly");
}

static void
test_a_moved_step_keeps_its_time_of_day (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardOutcomePlan) plan = create_no ();
  int day;

  onward_day_parse ("2026-03-10", &day);
  onward_outcome_plan_move (plan, THANKS, day);
  onward_outcome_plan_skip (plan, "referral-ask:nobody-has-planned-this");
  run (f, onward_outcome_plan_keep, plan);
  assert_text (f, "SELECT remind_at || ' ' || due || ' ' || moved_by_user FROM follow_ups WHERE key = '" THANKS "'",
               "2026-03-10T09:00 2026-03-10T23:59 1");
}

static void
test_who_clicked_is_kept_where_it_was_said (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardOutcomePlan) first = create_no ();
  g_autoptr (OnwardOutcomePlan) second = create_no ();
  g_autoptr (OnwardOutcomePlan) third = create_no ();

  onward_outcome_plan_add_clicked (first, 2, FALSE, 0, NULL);
  run (f, onward_outcome_plan_keep, first);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM interview_people WHERE clicked OR rapport IS NOT NULL"), ==, 0);
  onward_outcome_plan_add_clicked (second, 2, TRUE, 0, NULL);
  run (f, onward_outcome_plan_keep, second);
  g_assert_cmpint (read_int (f, "SELECT clicked AND rapport IS NULL FROM interview_people WHERE contact = 2"), ==, 1);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM contacts WHERE tier IS NOT NULL"), ==, 0);
  onward_outcome_plan_add_clicked (third, 2, FALSE, 0, NULL);
  run (f, onward_outcome_plan_keep, third);
  g_assert_cmpint (read_int (f, "SELECT clicked FROM interview_people WHERE contact = 2"), ==, 0);
}

static void
test_one_yes_withdraws_from_the_others_and_tells_them (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardOutcomePlan) plan = onward_outcome_plan_new (1, "accepted");
  int day;

  plan->outcome->on = g_strdup ("2026-03-02");
  onward_day_parse ("2026-03-03", &day);
  onward_outcome_plan_add_other (plan, 2, day, 2, "Tell Owen");
  run (f, onward_outcome_plan_keep, plan);
  assert_text (f, "SELECT group_concat (outcome_kind, ' ') FROM opportunities", "accepted withdrawn");
  assert_text (f,
               "SELECT title || ' ' || remind_at || ' ' || due || ' ' || contact || ' ' || opportunity FROM follow_ups"
               " WHERE rule = 'manual' AND key = 'manual:' || uuid AND state = 'open'",
               "Tell Owen 2026-03-03T09:00 2026-03-03T23:59 2 2");
  go_back (f, onward_store_undo_async);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM opportunities WHERE outcome_kind IS NOT NULL"), ==, 0);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM follow_ups WHERE rule = 'manual'"), ==, 0);
}

static gboolean
change (OnwardWriter *writer, gpointer sql, GError **error)
{
  return onward_connection_execute (onward_writer_get_connection (writer), sql, error);
}

/* The sheet begins with what is likely, so that nobody with an offer reads a no. */
static void
test_it_begins_with_what_is_likely (OnwardFixture *f, gconstpointer data)
{
  g_assert_cmpstr (onward_likely_outcome_find (f->store, 1), ==, "rejected");
  g_assert_cmpstr (onward_likely_outcome_find (f->store, 2), ==, "rejected");
  onward_store_run (f->store, NULL, change,
                    (gpointer) "UPDATE opportunities SET applied_on = '2026-01-20' WHERE id = 2", NULL);
  onward_store_close (f->store);
  g_clear_object (&f->store);
  onward_fixture_open (f);
  g_assert_cmpstr (onward_likely_outcome_find (f->store, 2), ==, "no-response");
  onward_store_run (f->store, NULL, change,
                    (gpointer) "UPDATE opportunities SET offer_received_on = '2026-03-01' WHERE id = 1;"
                               "UPDATE opportunities SET applied_on = NULL, stage = NULL WHERE id = 2",
                    NULL);
  onward_store_close (f->store);
  g_clear_object (&f->store);
  onward_fixture_open (f);
  g_assert_cmpstr (onward_likely_outcome_find (f->store, 1), ==, "accepted");
  g_assert_cmpstr (onward_likely_outcome_find (f->store, 2), ==, "withdrawn");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                            \
  g_test_add ("/outcome-plan/" name, OnwardFixture, NULL, set_up, function, onward_fixture_tear_down)
  ADD ("the-plan-is-shown-before-anything-is-written", test_the_plan_is_shown_before_anything_is_written);
  ADD ("the-plan-follows-the-facts-as-they-are-entered", test_the_plan_follows_the_facts_as_they_are_entered);
  ADD ("one-undo-takes-all-of-it-back", test_one_undo_takes_all_of_it_back);
  ADD ("a-moved-step-keeps-its-time-of-day", test_a_moved_step_keeps_its_time_of_day);
  ADD ("who-clicked-is-kept-where-it-was-said", test_who_clicked_is_kept_where_it_was_said);
  ADD ("it-begins-with-what-is-likely", test_it_begins_with_what_is_likely);
  ADD ("one-yes-withdraws-from-the-others-and-tells-them", test_one_yes_withdraws_from_the_others_and_tells_them);
  return g_test_run ();
}
