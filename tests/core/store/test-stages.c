/* test-stages.c - columns of the pipeline are added, named, put in order and removed, and cards go several at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-board.h"
#include "store/onward-opportunity-batch.h"
#include "store/onward-stage-edits.h"

static gint64
find_stage (OnwardFixture *f, const char *kind)
{
  return onward_stages_find_kind (onward_store_get_connection (f->store), kind);
}

static gint64
read_int (OnwardFixture *f, const char *sql)
{
  return onward_connection_read_int (onward_store_get_connection (f->store), sql, -1);
}

static gint64
add_card (OnwardFixture *f, const char *title, gint64 stage)
{
  g_autoptr (GError) error = NULL;
  OnwardNewOpportunity data = { .company = (char *)"Orrery", .title = (char *)title, .stage = stage };

  onward_store_run (f->store, "Add", onward_opportunities_add, &data, &error);
  g_assert_no_error (error);
  return data.id;
}

static gboolean
run (OnwardFixture *f, OnwardCommandFunc command, OnwardStageEdit *edit)
{
  g_autoptr (GError) error = NULL;
  gboolean done = onward_store_run (f->store, "Change", command, edit, &error);

  if (!done)
    g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
  return done;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (onward_store_run_finish (ONWARD_STORE (source), result, NULL));
  *(gboolean *)data = TRUE;
}

static void
undo (OnwardFixture *f)
{
  gboolean done = FALSE;

  onward_store_undo_async (f->store, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* The names of the columns, in order. */
static void
assert_stages (OnwardFixture *f, const char *expected)
{
  g_autoptr (GPtrArray) stages = onward_stages_list (f->store);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < stages->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ((OnwardStage *)stages->pdata[i])->name);
  g_assert_cmpstr (names->str, ==, expected);
}

static void
assert_cards (OnwardFixture *f, gint64 stage, const char *expected)
{
  g_autoptr (GArray) ids = onward_board_list (f->store, stage);
  g_autoptr (GString) cards = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (cards, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", g_array_index (ids, gint64, i));
  g_assert_cmpstr (cards->str, ==, expected);
}

static void
test_added_behind_another (OnwardFixture *f, gconstpointer data)
{
  OnwardStageEdit task = { .name = (char *)"  Task at home " };
  OnwardStageEdit late = { .name = (char *)"Late" };
  OnwardStageEdit nameless = { .name = (char *)"  " };

  add_card (f, "Engineer", 0);
  task.after = find_stage (f, "screening");
  g_assert_true (run (f, onward_stages_add, &task));
  assert_stages (f, "Prospect, Applied, Screening, Task at home, Interviewing, Offer, Closed");
  late.after = find_stage (f, "closed");
  g_assert_true (run (f, onward_stages_add, &late));
  assert_stages (f, "Prospect, Applied, Screening, Task at home, Interviewing, Offer, Late, Closed");
  g_assert_false (run (f, onward_stages_add, &nameless));
  undo (f);
  undo (f);
  assert_stages (f, "Prospect, Applied, Screening, Interviewing, Offer, Closed");
}

static void
test_renamed (OnwardFixture *f, gconstpointer data)
{
  OnwardStageEdit edit = { .name = (char *)"On their desk" };
  OnwardStageEdit nameless = { .name = (char *)"" };

  add_card (f, "Engineer", 0);
  edit.stage = nameless.stage = find_stage (f, "applied");
  g_assert_true (run (f, onward_stages_rename, &edit));
  g_assert_false (run (f, onward_stages_rename, &nameless));
  assert_stages (f, "Prospect, On their desk, Screening, Interviewing, Offer, Closed");
  undo (f);
  assert_stages (f, "Prospect, Applied, Screening, Interviewing, Offer, Closed");
}

static void
test_put_in_order (OnwardFixture *f, gconstpointer data)
{
  OnwardStageEdit first = { 0 }, behind = { 0 }, closed = { 0 };

  add_card (f, "Engineer", 0);
  first.stage = find_stage (f, "offer");
  g_assert_true (run (f, onward_stages_place, &first));
  assert_stages (f, "Offer, Prospect, Applied, Screening, Interviewing, Closed");
  behind.stage = find_stage (f, "prospect");
  behind.after = find_stage (f, "closed");
  g_assert_true (run (f, onward_stages_place, &behind));
  assert_stages (f, "Offer, Applied, Screening, Interviewing, Prospect, Closed");
  closed.stage = find_stage (f, "closed");
  g_assert_true (run (f, onward_stages_place, &closed));
  assert_stages (f, "Offer, Applied, Screening, Interviewing, Prospect, Closed");
  undo (f);
  undo (f);
  assert_stages (f, "Prospect, Applied, Screening, Interviewing, Offer, Closed");
}

static void
test_removed_with_where_its_cards_go (OnwardFixture *f, gconstpointer data)
{
  gint64 one = add_card (f, "One", 0), two, applied, screening;
  OnwardStageEdit edit = { 0 };

  applied = find_stage (f, "applied");
  screening = find_stage (f, "screening");
  f->now.unix_time += 60;
  two = add_card (f, "Two", applied);
  f->now.unix_time += 60;
  add_card (f, "Three", applied);
  f->now.unix_time += 60;
  edit.stage = applied;
  g_assert_cmpuint (onward_stages_count_kept (f->store, applied), ==, 2);
  g_assert_false (run (f, onward_stages_remove, &edit));
  edit.to = find_stage (f, "closed");
  g_assert_false (run (f, onward_stages_remove, &edit));
  edit.to = applied;
  g_assert_false (run (f, onward_stages_remove, &edit));
  edit.to = screening;
  g_assert_true (run (f, onward_stages_remove, &edit));
  assert_stages (f, "Prospect, Screening, Interviewing, Offer, Closed");
  assert_cards (f, screening, "3 2");
  g_assert_cmpint (find_stage (f, "applied"), ==, 0);
  /* The history says where they were. */
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM stage_events e JOIN stages s ON s.id = e.stage "
                                "WHERE s.name = 'Applied'"),
                   ==, 2);
  undo (f);
  assert_stages (f, "Prospect, Applied, Screening, Interviewing, Offer, Closed");
  assert_cards (f, applied, "3 2");
  g_assert_cmpint (one + two, ==, 3);
}

static void
test_removed_when_nothing_ever_was_in_it (OnwardFixture *f, gconstpointer data)
{
  OnwardStageEdit edit = { .name = (char *)"Task" };

  add_card (f, "One", 0);
  g_assert_true (run (f, onward_stages_add, &edit));
  g_assert_true (run (f, onward_stages_remove, &edit));
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM stages"), ==, 6);
  undo (f);
  assert_stages (f, "Task, Prospect, Applied, Screening, Interviewing, Offer, Closed");
}

static void
test_last_of_its_kind_stays (OnwardFixture *f, gconstpointer data)
{
  OnwardStageEdit edit = { 0 };
  const char *kinds[] = { "applied", "screening", "interviewing", "offer" };

  add_card (f, "One", 0);
  edit.stage = find_stage (f, "closed");
  g_assert_false (run (f, onward_stages_remove, &edit));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      edit.stage = find_stage (f, kinds[i]);
      g_assert_true (run (f, onward_stages_remove, &edit));
    }
  edit.stage = find_stage (f, "prospect");
  g_assert_false (run (f, onward_stages_remove, &edit));
  assert_stages (f, "Prospect, Closed");
}

/* What was closed from a stage that is gone comes back to one that is there. */
static void
test_outcome_taken_back_without_its_stage (OnwardFixture *f, gconstpointer data)
{
  OnwardStageEdit edit = { 0 };
  OnwardOutcomeChange no = { .kind = (char *)"rejected", .still_interested = -1 };
  OnwardOutcomeChange back = { .still_interested = -1 };

  no.opportunity = back.opportunity = add_card (f, "One", 0);
  edit.stage = find_stage (f, "prospect");
  onward_store_run (f->store, "No", onward_opportunities_set_outcome, &no, NULL);
  g_assert_true (run (f, onward_stages_remove, &edit));
  onward_store_run (f->store, "Back", onward_opportunities_set_outcome, &back, NULL);
  assert_cards (f, find_stage (f, "applied"), "1");
}

static OnwardBatch *
make_batch (gint64 stage, gint64 a, gint64 b, gint64 c)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  OnwardBatch *batch;

  g_array_append_val (ids, a);
  g_array_append_val (ids, b);
  g_array_append_val (ids, c);
  batch = onward_batch_new (ids);
  batch->stage = stage;
  return batch;
}

static void
test_several_move_in_one_step (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardBatch) top = NULL;
  g_autoptr (OnwardBatch) placed = NULL;
  gint64 prospect, applied;

  for (int i = 0; i < 6; i++, f->now.unix_time += 60)
    add_card (f, "Role", 0);
  prospect = find_stage (f, "prospect");
  applied = find_stage (f, "applied");
  assert_cards (f, prospect, "6 5 4 3 2 1");
  top = make_batch (applied, 5, 2, 4);
  g_assert_true (onward_store_run (f->store, "Move", onward_opportunities_move_all, top, NULL));
  assert_cards (f, applied, "5 2 4");
  assert_cards (f, prospect, "6 3 1");
  placed = make_batch (applied, 6, 5, 1);
  placed->place = TRUE;
  placed->after = 2;
  g_assert_true (onward_store_run (f->store, "Move", onward_opportunities_move_all, placed, NULL));
  assert_cards (f, applied, "2 6 5 1 4");
  undo (f);
  undo (f);
  assert_cards (f, prospect, "6 5 4 3 2 1");
  assert_cards (f, applied, "");
}

static void
test_several_end_in_one_step (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardBatch) batch = NULL;

  for (int i = 0; i < 4; i++, f->now.unix_time += 60)
    add_card (f, "Role", 0);
  batch = make_batch (0, 1, 2, 3);
  batch->outcome = g_strdup ("no-response");
  g_assert_true (onward_store_run (f->store, "Close", onward_opportunities_close_all, batch, NULL));
  assert_cards (f, find_stage (f, "prospect"), "4");
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM opportunities WHERE outcome_kind = 'no-response'"), ==, 3);
  undo (f);
  assert_cards (f, find_stage (f, "prospect"), "4 3 2 1");
}

#define ADD(name, function)                                                                                            \
  g_test_add ("/stages/" name, OnwardFixture, NULL, onward_fixture_set_up, function, onward_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("one-is-added-behind-another-and-Closed-stays-last", test_added_behind_another);
  ADD ("one-gets-another-name", test_renamed);
  ADD ("they-are-put-in-order", test_put_in_order);
  ADD ("one-is-removed-and-says-where-its-cards-go", test_removed_with_where_its_cards_go);
  ADD ("one-that-nothing-ever-was-in-leaves-no-trace", test_removed_when_nothing_ever_was_in_it);
  ADD ("the-last-open-one-stays-and-the-last-closed-one", test_last_of_its_kind_stays);
  ADD ("what-was-closed-from-one-that-is-gone-finds-another", test_outcome_taken_back_without_its_stage);
  ADD ("several-cards-move-in-one-step", test_several_move_in_one_step);
  ADD ("several-cards-end-in-one-step", test_several_end_in_one_step);
  return g_test_run ();
}
