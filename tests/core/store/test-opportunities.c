/* test-opportunities.c - an opportunity is added, moved, closed and taken back, and its card stands where it was put */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-board.h"
#include "playbook/onward-wall.h"
#include "store/onward-opportunities.h"
#include "store/onward-promises.h"

static gint64
add (OnwardFixture *f, const char *company, const char *title, gint64 stage)
{
  g_autoptr (GError) error = NULL;
  OnwardNewOpportunity data = { .company = (char *)company, .title = (char *)title, .stage = stage };

  onward_store_run (f->store, "Add", onward_opportunities_add, &data, &error);
  g_assert_no_error (error);
  return data.id;
}

static void
move (OnwardFixture *f, gint64 opportunity, gint64 stage, gboolean place, gint64 after)
{
  g_autoptr (GError) error = NULL;
  OnwardMove data = { opportunity, stage, place, after };

  onward_store_run (f->store, "Move", onward_opportunities_move, &data, &error);
  g_assert_no_error (error);
}

static void
set_outcome (OnwardFixture *f, OnwardOutcomeChange *change)
{
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, "Outcome", onward_opportunities_set_outcome, change, &error);
  g_assert_no_error (error);
}

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

static OnwardOpportunity *
get (OnwardFixture *f, gint64 id)
{
  return onward_store_get_record (f->store, ONWARD_TYPE_OPPORTUNITY, id);
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

/* The ids of a stage, from the top, as one text. */
static char *
describe (OnwardFixture *f, gint64 stage)
{
  g_autoptr (GArray) ids = onward_board_list (f->store, stage);
  GString *text = g_string_new (NULL);

  g_assert_cmpuint (onward_board_count (f->store, stage), ==, ids->len);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", g_array_index (ids, gint64, i));
  return g_string_free (text, FALSE);
}

#define assert_stage(f, stage, expected)                                                                               \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *order = describe (f, stage);                                                                      \
    g_assert_cmpstr (order, ==, expected);                                                                             \
  }                                                                                                                    \
  G_STMT_END

static void
test_company_and_title_suffice (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) none = onward_stages_list (f->store);
  g_autoptr (GPtrArray) stages = NULL;
  g_autoptr (OnwardOpportunity) opportunity = NULL;
  g_autoptr (OnwardCompany) company = NULL;
  g_autoptr (OnwardSearch) search = NULL;
  gint64 id;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (onward_board_is_empty (f->store));
  id = add (f, "  Northwind Labs ", "Senior C developer", 0);
  stages = onward_stages_list (f->store);
  g_assert_cmpuint (stages->len, ==, 6);
  g_assert_cmpstr (((OnwardStage *)stages->pdata[0])->name, ==, "Prospect");
  opportunity = get (f, id);
  company = onward_store_get_record (f->store, ONWARD_TYPE_COMPANY, opportunity->company);
  search = onward_store_get_record (f->store, ONWARD_TYPE_SEARCH, opportunity->search);
  g_assert_cmpstr (company->name, ==, "Northwind Labs");
  g_assert_cmpstr (search->started_on, ==, "2026-03-02");
  g_assert_cmpstr (opportunity->added_on, ==, "2026-03-02");
  g_assert_null (opportunity->applied_on);
  g_assert_cmpint (opportunity->stage, ==, ((OnwardStage *)stages->pdata[0])->record.id);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM stage_events"), ==, 1);
  g_assert_false (onward_board_is_empty (f->store));
}

static void
test_company_is_known_by_its_name (OnwardFixture *f, gconstpointer data)
{
  add (f, "Müller & Söhne", "Welder", 0);
  add (f, "MÜLLER  & söhne", "Foreman", 0);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM companies"), ==, 1);
  add (f, "Muller & Sohne", "Welder", 0);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM companies"), ==, 2);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM searches"), ==, 1);
}

static void
test_no_company_adds_nothing (OnwardFixture *f, gconstpointer data)
{
  OnwardNewOpportunity nameless = { .company = (char *)" ", .title = (char *)"Welder" };
  OnwardNewOpportunity dateless = { .company = (char *)"Orrery", .applied_on = (char *)"last week" };
  g_autoptr (GError) error = NULL;

  g_assert_false (onward_store_run (f->store, "Add", onward_opportunities_add, &nameless, &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (onward_store_run (f->store, "Add", onward_opportunities_add, &dateless, &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM stages"), ==, 0);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM opportunities"), ==, 0);
}

static void
test_move_is_remembered (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add (f, "Orrery", "Linux engineer", 0);
  g_autoptr (OnwardOpportunity) opportunity = get (f, id);

  f->now.unix_time += 86400;
  move (f, id, find_stage (f, "applied"), FALSE, 0);
  g_assert_cmpint (opportunity->stage, ==, find_stage (f, "applied"));
  g_assert_cmpstr (opportunity->applied_on, ==, "2026-03-03");
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM stage_events"), ==, 2);
  move (f, id, find_stage (f, "applied"), FALSE, 0);
  move (f, id, find_stage (f, "applied"), TRUE, 0);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM stage_events"), ==, 2);
  undo (f);
  undo (f);
  g_assert_cmpint (opportunity->stage, ==, find_stage (f, "prospect"));
  g_assert_null (opportunity->applied_on);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM stage_events"), ==, 1);
}

static void
test_newest_stands_on_top (OnwardFixture *f, gconstpointer data)
{
  add (f, "One", "a", 0);
  f->now.unix_time += 5;
  add (f, "Two", "b", 0);
  assert_stage (f, find_stage (f, "prospect"), "2 1");
  /* Also at the same second. */
  add (f, "Three", "c", 0);
  move (f, 1, find_stage (f, "applied"), FALSE, 0);
  move (f, 3, find_stage (f, "applied"), FALSE, 0);
  move (f, 2, find_stage (f, "applied"), FALSE, 0);
  assert_stage (f, find_stage (f, "prospect"), "");
  assert_stage (f, find_stage (f, "applied"), "2 3 1");
}

static void
test_card_stays_where_it_was_put (OnwardFixture *f, gconstpointer data)
{
  gint64 prospect, applied;

  for (int i = 0; i < 5; i++, f->now.unix_time += 60)
    add (f, "Company", "Role", 0);
  prospect = find_stage (f, "prospect");
  applied = find_stage (f, "applied");
  assert_stage (f, prospect, "5 4 3 2 1");
  move (f, 1, prospect, TRUE, 4);
  assert_stage (f, prospect, "5 4 1 3 2");
  move (f, 5, prospect, TRUE, 2);
  assert_stage (f, prospect, "4 1 3 2 5");
  move (f, 3, prospect, TRUE, 0);
  assert_stage (f, prospect, "3 4 1 2 5");
  move (f, 3, applied, TRUE, 0);
  move (f, 4, applied, TRUE, 3);
  move (f, 2, applied, TRUE, 3);
  assert_stage (f, applied, "3 2 4");
  assert_stage (f, prospect, "1 5");
  add (f, "Company", "Newest", applied);
  assert_stage (f, applied, "6 3 2 4");
}

/* Cards that were imported have all come at one moment: there is no room between them until it is made. */
static void
test_room_is_made (OnwardFixture *f, gconstpointer data)
{
  gint64 prospect;
  g_autofree char *before = NULL;

  for (int i = 0; i < 6; i++)
    add (f, "Company", "Role", 0);
  prospect = find_stage (f, "prospect");
  g_assert_true (onward_connection_execute (onward_store_get_connection (f->store), "SELECT 1", NULL));
  before = describe (f, prospect);
  g_assert_cmpstr (before, ==, "6 5 4 3 2 1");
  for (int i = 0; i < 60; i++)
    {
      move (f, i % 2 == 0 ? 1 : 2, prospect, TRUE, 6);
      assert_stage (f, prospect, i == 0 ? "6 1 5 4 3 2" : i % 2 == 0 ? "6 1 2 5 4 3" : "6 2 1 5 4 3");
    }
  undo (f);
  assert_stage (f, prospect, "6 1 2 5 4 3");
}

static gboolean
add_foreign_member (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardOpportunity) opportunity = onward_writer_load (writer, ONWARD_TYPE_OPPORTUNITY, 1, error);

  onward_set_text (&opportunity->record.extra, "{\"ratio\":1.10,\"later\":[1,2]}");
  return onward_writer_update (writer, opportunity, error);
}

static void
test_unknown_members_survive_a_move (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardOpportunity) opportunity = NULL;

  add (f, "One", "a", 0);
  f->now.unix_time += 60;
  add (f, "Two", "b", 0);
  onward_store_run (f->store, NULL, add_foreign_member, NULL, NULL);
  move (f, 1, find_stage (f, "prospect"), TRUE, 0);
  opportunity = get (f, 1);
  g_assert_true (g_str_has_prefix (opportunity->record.extra, "{\"ratio\":1.10,\"later\":[1,2],\"board_place\":"));
  move (f, 1, find_stage (f, "applied"), FALSE, 0);
  g_assert_cmpstr (opportunity->record.extra, ==, "{\"ratio\":1.10,\"later\":[1,2]}");
}

static void
test_outcome_closes_and_can_be_taken_back (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add (f, "Asteria Health", "Engineer", 0);
  g_autoptr (OnwardOpportunity) opportunity = get (f, id);
  g_autoptr (OnwardCompany) company = onward_store_get_record (f->store, ONWARD_TYPE_COMPANY, opportunity->company);
  OnwardOutcomeChange no = { .opportunity = id,
                             .kind = (char *)"rejected",
                             .reason = (char *)"They chose somebody from inside",
                             .still_interested = FALSE };
  OnwardOutcomeChange back = { .opportunity = id, .still_interested = -1 };

  move (f, id, find_stage (f, "screening"), FALSE, 0);
  set_outcome (f, &no);
  g_assert_cmpstr (opportunity->outcome_kind, ==, "rejected");
  g_assert_cmpstr (opportunity->outcome_on, ==, "2026-03-02");
  g_assert_cmpstr (opportunity->outcome_reason, ==, "They chose somebody from inside");
  g_assert_false (company->still_interested);
  assert_stage (f, find_stage (f, "closed"), "1");
  assert_stage (f, find_stage (f, "screening"), "");
  set_outcome (f, &back);
  g_assert_null (opportunity->outcome_kind);
  g_assert_null (opportunity->outcome_on);
  g_assert_cmpint (opportunity->stage, ==, find_stage (f, "screening"));
  g_assert_false (company->still_interested);
  undo (f);
  g_assert_cmpstr (opportunity->outcome_kind, ==, "rejected");
  move (f, id, find_stage (f, "offer"), FALSE, 0);
  g_assert_null (opportunity->outcome_kind);
  assert_stage (f, find_stage (f, "offer"), "1");
}

static void
test_closed_is_ordered_by_outcome (OnwardFixture *f, gconstpointer data)
{
  const char *kinds[] = { "cancelled", "rejected", "accepted", "rejected", "no-response" };
  const char *days[] = { "2026-02-01", "2026-02-02", "2026-02-03", "2026-02-04", "2026-02-05" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gint64 id = add (f, "Company", "Role", 0);
      OnwardOutcomeChange change = { id, (char *)kinds[i], (char *)days[i], 0, NULL, -1 };

      set_outcome (f, &change);
    }
  add (f, "Company", "Only put there", find_stage (f, "closed"));
  assert_stage (f, find_stage (f, "closed"), "3 4 2 5 1 6");
}

static gboolean
set_search_end (OnwardWriter *writer, gpointer day, GError **error)
{
  g_autoptr (OnwardSearch) search = onward_writer_load (writer, ONWARD_TYPE_SEARCH, 1, error);

  onward_set_text (&search->ended_on, day);
  return onward_writer_update (writer, search, error);
}

static void
test_an_ended_search_leaves_the_board_to_the_next (OnwardFixture *f, gconstpointer data)
{
  add (f, "Company", "Role", 0);
  onward_store_run (f->store, NULL, set_search_end, (gpointer) "2026-03-01", NULL);
  assert_stage (f, find_stage (f, "prospect"), "1");
  add (f, "Company", "Role of the next search", 0);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM searches"), ==, 2);
  assert_stage (f, find_stage (f, "prospect"), "2");
}

static gboolean
add_bare (OnwardWriter *writer, gpointer outcome, GError **error)
{
  g_autoptr (OnwardOpportunity) opportunity = g_object_new (ONWARD_TYPE_OPPORTUNITY, NULL);

  onward_set_text (&opportunity->title, "Bare");
  onward_set_text (&opportunity->outcome_kind, outcome);
  return onward_writer_insert (writer, opportunity, error);
}

static void
test_what_has_no_stage_is_shown (OnwardFixture *f, gconstpointer data)
{
  onward_store_run (f->store, NULL, add_bare, NULL, NULL);
  onward_store_run (f->store, NULL, add_bare, (gpointer) "withdrawn", NULL);
  g_assert_true (onward_store_run (f->store, NULL, onward_stages_ensure_command, NULL, NULL));
  assert_stage (f, find_stage (f, "prospect"), "1");
  assert_stage (f, find_stage (f, "closed"), "2");
}

static void
edit (OnwardFixture *f, const char *field, const char *value, gboolean accepted)
{
  OnwardOpportunityEdit *change = onward_opportunity_edit_new (1, field, value);

  g_assert_true (onward_store_run (f->store, "Edit", onward_opportunities_edit, change, NULL) == accepted);
  onward_opportunity_edit_free (change);
}

static void
test_facts_are_edited (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardOpportunity) opportunity = NULL;
  g_autoptr (OnwardCompany) company = NULL;

  add (f, "Northwind", "Developer", 0);
  opportunity = get (f, 1);
  edit (f, "title", "Senior C developer", TRUE);
  edit (f, "salary", "72,000 to \"80,000\" €", TRUE);
  edit (f, "applied_on", "2026-02-09", TRUE);
  edit (f, "applied_on", "2026-02-30", FALSE);
  edit (f, "promise.on", "2026-03-06", TRUE);
  edit (f, "company", "Northwind Labs", TRUE);
  edit (f, "company", "", FALSE);
  edit (f, "outcome.kind", "accepted", FALSE);
  edit (f, "stage", "1", FALSE);
  company = onward_store_get_record (f->store, ONWARD_TYPE_COMPANY, opportunity->company);
  g_assert_cmpstr (opportunity->title, ==, "Senior C developer");
  g_assert_cmpstr (opportunity->salary, ==, "\"72,000 to \\\"80,000\\\" €\"");
  g_assert_cmpstr (opportunity->applied_on, ==, "2026-02-09");
  g_assert_cmpstr (opportunity->promise_given_on, ==, "2026-03-02");
  g_assert_cmpstr (company->name, ==, "Northwind Labs");
  g_assert_null (opportunity->outcome_kind);
  edit (f, "salary", "", TRUE);
  g_assert_null (opportunity->salary);
}

static void
assert_promised (OnwardFixture *f, int from, int to, const char *expected)
{
  g_autoptr (GPtrArray) list = onward_promises_between (f->store, from, to);
  g_autoptr (GString) seen = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      OnwardPromisedDay *promised = list->pdata[i];
      char day[ONWARD_DATE_SIZE];

      g_string_append_printf (seen, "%s %s;", onward_day_format (promised->on, day), promised->company_name);
    }
  g_assert_cmpstr (seen->str, ==, expected);
}

static void
test_promised_days_are_known (OnwardFixture *f, gconstpointer data)
{
  int day = onward_day_from_civil (2026, 3, 6);

  add (f, "Northwind", "Developer", 0);
  add (f, "Helix", "Developer", 0);
  edit (f, "promise.on", "2026-03-06", TRUE);
  assert_promised (f, day, day, "2026-03-06 Northwind;");
  assert_promised (f, day - 30, day + 30, "2026-03-06 Northwind;");
  assert_promised (f, day + 1, day + 30, "");
  g_assert_true (onward_store_run (f->store, NULL, add_bare, (gpointer) "withdrawn", NULL));
  edit (f, "promise.on", "2026-03-09", TRUE);
  assert_promised (f, day, day + 30, "2026-03-09 Northwind;");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                                            \
  g_test_add ("/opportunities/" path, OnwardFixture, NULL, onward_fixture_set_up, function, onward_fixture_tear_down)
  ADD ("a-company-and-a-title-suffice", test_company_and_title_suffice);
  ADD ("a-company-is-known-by-its-name", test_company_is_known_by_its_name);
  ADD ("without-a-company-nothing-is-added", test_no_company_adds_nothing);
  ADD ("a-move-is-remembered-and-can-be-undone", test_move_is_remembered);
  ADD ("the-newest-stands-on-top", test_newest_stands_on_top);
  ADD ("a-card-stays-where-it-was-put", test_card_stays_where_it_was_put);
  ADD ("room-is-made-between-cards-of-one-moment", test_room_is_made);
  ADD ("unknown-members-survive-a-move", test_unknown_members_survive_a_move);
  ADD ("an-outcome-closes-and-can-be-taken-back", test_outcome_closes_and_can_be_taken_back);
  ADD ("closed-is-ordered-by-outcome", test_closed_is_ordered_by_outcome);
  ADD ("an-ended-search-leaves-the-board-to-the-next", test_an_ended_search_leaves_the_board_to_the_next);
  ADD ("what-has-no-stage-is-shown", test_what_has_no_stage_is_shown);
  ADD ("facts-are-edited", test_facts_are_edited);
  ADD ("promised-days-are-known", test_promised_days_are_known);
  return g_test_run ();
}
