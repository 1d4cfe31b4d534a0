/* test-searches.c - a search starts and ends, what is open in it goes where it is told to, and one is looked at */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-board-table.h"
#include "store/onward-board.h"
#include "store/onward-opportunities.h"
#include "store/onward-searches.h"

static gint64
add (OnwardFixture *f, const char *company)
{
  g_autoptr (GError) error = NULL;
  OnwardNewOpportunity data = { .company = (char *)company, .title = (char *)"Engineer" };

  onward_store_run (f->store, "Add", onward_opportunities_add, &data, &error);
  g_assert_no_error (error);
  return data.id;
}

static gint64
read_int (OnwardFixture *f, const char *sql)
{
  return onward_connection_read_int (onward_store_get_connection (f->store), sql, -1);
}

static gint64
start (OnwardFixture *f, const char *name, gint64 ends, OnwardSearchEnding ending)
{
  g_autoptr (GError) error = NULL;
  OnwardSearchStart data = { (char *)name, (char *)"2026-03-02", ends, ending, 0 };

  onward_store_run (f->store, "Start", onward_searches_start, &data, &error);
  g_assert_no_error (error);
  return data.id;
}

/* How many cards the first stage has, and rows the table. */
static void
assert_shown (OnwardFixture *f, guint n)
{
  gint64 stage = onward_stages_find_first (onward_store_get_connection (f->store));
  g_autoptr (GArray) cards = onward_board_list (f->store, stage);
  g_autoptr (GArray) rows = onward_board_table_list (f->store, ONWARD_TABLE_OPEN, ONWARD_TABLE_COMPANY, FALSE, NULL);

  g_assert_cmpuint (cards->len, ==, n);
  g_assert_cmpuint (onward_board_count (f->store, stage), ==, n);
  g_assert_cmpuint (rows->len, ==, n);
}

static void
test_what_is_open_comes_along (OnwardFixture *f, gconstpointer data)
{
  gint64 first, second;

  add (f, "Lumen");
  add (f, "Orrery");
  first = onward_searches_find_current (f->store);
  second = start (f, "Autumn", first, ONWARD_ENDING_TAKE);
  g_assert_cmpint (onward_searches_find_current (f->store), ==, second);
  g_assert_cmpint (read_int (f, "SELECT count (*) FROM opportunities WHERE search = 2"), ==, 2);
  g_assert_cmpint (read_int (f, "SELECT ended_on = '2026-03-02' FROM searches WHERE id = 1"), ==, 1);
  assert_shown (f, 2);
}

static void
test_what_stays_is_seen_in_its_search (OnwardFixture *f, gconstpointer data)
{
  gint64 first, second;

  add (f, "Lumen");
  first = onward_searches_find_current (f->store);
  second = start (f, "Autumn", first, ONWARD_ENDING_LEAVE);
  add (f, "Orrery");
  add (f, "Sable");
  assert_shown (f, 2);
  onward_searches_set_shown (f->store, first);
  g_assert_cmpint (onward_searches_get_shown (f->store), ==, first);
  assert_shown (f, 1);
  onward_searches_set_shown (f->store, second);
  assert_shown (f, 2);
  onward_searches_set_shown (f->store, ONWARD_SEARCHES_ALL);
  assert_shown (f, 3);
  onward_searches_set_shown (f->store, ONWARD_SEARCHES_CURRENT);
  assert_shown (f, 2);
}

static void
test_the_end_may_withdraw (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  OnwardSearchEnd change = { 1, (char *)"2026-03-01", ONWARD_ENDING_WITHDRAW };
  OnwardSearchSummary *summary;

  add (f, "Lumen");
  /* It began today. */
  g_assert_false (onward_store_run (f->store, "End", onward_searches_end, &change, &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
  change.ended_on = (char *)"2026-03-02";
  g_assert_true (onward_store_run (f->store, "End", onward_searches_end, &change, NULL));
  list = onward_searches_list (f->store);
  summary = list->pdata[0];
  g_assert_true (summary->over);
  g_assert_cmpuint (summary->n_open, ==, 0);
  g_assert_cmpuint (summary->n_opportunities, ==, 1);
  g_assert_cmpint (read_int (f, "SELECT outcome_kind = 'withdrawn' FROM opportunities"), ==, 1);
  g_assert_cmpint (onward_searches_find_current (f->store), ==, 0);
}

static void
test_a_search_has_a_name (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  OnwardSearchEdit *edit;
  gint64 id = start (f, "Spring", 0, ONWARD_ENDING_LEAVE);

  edit = onward_search_edit_new (id, "name", "  ");
  g_assert_false (onward_store_run (f->store, "Rename", onward_searches_edit, edit, &error));
  onward_search_edit_free (edit);
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
  g_assert_true (onward_store_run (f->store, "Remove", onward_searches_remove, &id, NULL));
  add (f, "Lumen");
  id = onward_searches_find_current (f->store);
  g_assert_false (onward_store_run (f->store, "Remove", onward_searches_remove, &id, NULL));
}

#define TEST(path, func) g_test_add (path, OnwardFixture, NULL, onward_fixture_set_up, func, onward_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/searches/what-is-open-comes-along-to-the-next-search", test_what_is_open_comes_along);
  TEST ("/searches/what-stays-is-seen-in-its-own-search", test_what_stays_is_seen_in_its_search);
  TEST ("/searches/the-end-of-a-search-may-withdraw-what-is-open", test_the_end_may_withdraw);
  TEST ("/searches/a-search-has-a-name-and-goes-only-when-it-is-empty", test_a_search_has_a_name);
  return g_test_run ();
}
