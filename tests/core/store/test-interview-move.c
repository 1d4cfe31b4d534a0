/* test-interview-move.c - a moved interview keeps its zone and its length, and its follow-ups go along */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "playbook/onward-wall.h"
#include "store/onward-interview-move.h"
#include "store/onward-interviews.h"
#include "store/onward-opportunities.h"
#include "store/onward-reconcile-store.h"

/* Friday 6 March at 14:00 in London; the fixture stands at 2026-03-02T10:00 in Amsterdam. */
static gint64
book (OnwardFixture *f, const char *ends_at)
{
  OnwardNewOpportunity opportunity = { .company = (char *)"Helix", .title = (char *)"Engineer" };
  OnwardInterviewEdit *edit = onward_interview_edit_new ();
  gint64 id;

  onward_store_set_reconcile (f->store, onward_reconcile);
  g_assert_true (onward_store_run (f->store, NULL, onward_opportunities_add, &opportunity, NULL));
  edit->opportunity = opportunity.id;
  edit->kind = g_strdup ("video");
  edit->starts_at = g_strdup ("2026-03-06T14:00:00Z");
  edit->ends_at = g_strdup (ends_at);
  edit->zone = g_strdup ("Europe/London");
  g_ptr_array_add (edit->people, onward_person_edit_new (0, "Amara Okafor", NULL));
  g_assert_true (onward_store_run (f->store, NULL, onward_interviews_save, edit, NULL));
  id = edit->id;
  onward_interview_edit_free (edit);
  return id;
}

static gboolean
move (OnwardFixture *f, gint64 id, const char *starts_at, const char *ends_at)
{
  OnwardInterviewMove change = { .interview = id };

  g_assert_true (onward_instant_parse (starts_at, &change.starts_at));
  g_assert_true (onward_instant_parse (ends_at, &change.ends_at));
  return onward_store_run (f->store, "Move", onward_interviews_move, &change, NULL);
}

static void
assert_times (OnwardFixture *f, gint64 id, const char *starts_at, const char *ends_at)
{
  g_autoptr (OnwardInterview) interview = onward_store_get_record (f->store, ONWARD_TYPE_INTERVIEW, id);

  g_assert_cmpstr (interview->starts_at, ==, starts_at);
  g_assert_cmpstr (interview->ends_at, ==, ends_at);
  g_assert_cmpstr (interview->zone, ==, "Europe/London");
}

static char *
find_preparation (OnwardFixture *f)
{
  g_autoptr (OnwardStatement) rows =
      onward_connection_prepare (onward_store_get_connection (f->store),
                                 "SELECT remind_at FROM follow_ups WHERE rule = 'prep-names' AND state = 'open'", NULL);

  g_assert_true (onward_statement_step (rows, NULL));
  return g_strdup (onward_statement_get_text (rows, 0));
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (onward_store_run_finish (ONWARD_STORE (source), result, NULL));
  *(gboolean *)data = TRUE;
}

static void
undo (OnwardFixture *f)
{
  gboolean done = FALSE;

  onward_store_undo_async (f->store, undone_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_it_keeps_its_zone (OnwardFixture *f, gconstpointer data)
{
  gint64 id = book (f, NULL);

  /* After the clocks went forward. */
  g_assert_true (move (f, id, "2026-04-08T10:00:00+02:00", "2026-04-08T11:00:00+02:00"));
  assert_times (f, id, "2026-04-08T09:00:00+01:00", NULL);
  g_assert_true (move (f, id, "2026-04-08T10:00:00+02:00", "2026-04-08T11:30:00+02:00"));
  assert_times (f, id, "2026-04-08T09:00:00+01:00", "2026-04-08T10:30:00+01:00");
  g_assert_false (move (f, id, "2026-04-08T10:00:00+02:00", "2026-04-08T10:00:00+02:00"));
}

static void
test_follow_ups_go_along_and_come_back (OnwardFixture *f, gconstpointer data)
{
  gint64 id = book (f, "2026-03-06T15:00:00Z");
  g_autofree char *before = find_preparation (f);
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;

  g_assert_cmpstr (before, ==, "2026-03-05T09:00");
  g_assert_true (move (f, id, "2026-03-10T15:00:00+01:00", "2026-03-10T16:00:00+01:00"));
  after = find_preparation (f);
  g_assert_cmpstr (after, ==, "2026-03-09T09:00");
  undo (f);
  again = find_preparation (f);
  g_assert_cmpstr (again, ==, before);
  assert_times (f, id, "2026-03-06T14:00:00Z", "2026-03-06T15:00:00Z");
}

static void
test_what_lies_ahead_again_is_booked (OnwardFixture *f, gconstpointer data)
{
  gint64 id = book (f, NULL);
  OnwardInterviewStatusChange held = { id, "no-show" };
  g_autoptr (OnwardInterview) interview = NULL;

  g_assert_true (onward_store_run (f->store, NULL, onward_interviews_set_status, &held, NULL));
  g_assert_true (move (f, id, "2026-03-12T15:00:00+01:00", "2026-03-12T16:00:00+01:00"));
  interview = onward_store_get_record (f->store, ONWARD_TYPE_INTERVIEW, id);
  g_assert_cmpstr (interview->status, ==, "booked");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                            \
  g_test_add ("/interview-move/" name, OnwardFixture, NULL, onward_fixture_set_up, function, onward_fixture_tear_down)
  ADD ("it-keeps-its-zone", test_it_keeps_its_zone);
  ADD ("follow-ups-go-along-and-come-back", test_follow_ups_go_along_and_come_back);
  ADD ("what-lies-ahead-again-is-booked", test_what_lies_ahead_again_is_booked);
#undef ADD
  return g_test_run ();
}
