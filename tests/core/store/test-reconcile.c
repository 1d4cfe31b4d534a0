/* test-reconcile.c - what the database holds after every command is what planning everything would give */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/onward-history.h"
#include "lib/onward-world-store.h"

#include <string.h>

#define N_STEPS 60

/* Everybody is there from the beginning, so that a line may name anybody. */
static char *
make_prelude (void)
{
  static const char *const kinds[] = { "contact p", "opportunity o", "interview i" };
  GString *text = g_string_new ("now 2026-03-02T10:00\nsearch s0\n");

  for (guint cluster = 0; cluster < 3; cluster++)
    {
      g_string_append_printf (text, "company c%u\n", cluster);
      for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
        for (guint n = 0; n < 3; n++)
          g_string_append_printf (text, "%s%u%u\n", kinds[kind], cluster, n);
      g_string_append_printf (text, "introduction n%u0\nintroduction n%u1\n", cluster, cluster);
    }
  return g_string_free (text, FALSE);
}

/* The database that follows a world; a new one for every world. */
static OnwardWorldStore *
get_store (OnwardWorld *past, OnwardWorld *world)
{
  static OnwardWorldStore *store;
  static guint serial;

  if (serial == world->serial)
    return store;
  g_clear_pointer (&store, onward_world_store_free);
  serial = world->serial;
  store = onward_world_store_new ();
  onward_world_store_set_now (store, past);
  onward_world_store_tell (store, past->lines);
  return store;
}

static char *
compare (OnwardWorldStore *store, OnwardWorld *world, const char *what)
{
  g_autofree char *expected = onward_world_store_list_world (world);
  g_autofree char *found = onward_world_store_list (store);

  return strcmp (found, expected) == 0
             ? NULL
             : g_strdup_printf ("%s: planning everything gives\n%sthe database holds\n%s", what, expected, found);
}

static char *
check_store (OnwardWorld *past, OnwardWorld *before, OnwardWorld *after, const char *step)
{
  OnwardWorldStore *store = get_store (past, after);
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();

  g_ptr_array_add (steps, (gpointer)step);
  onward_world_store_set_now (store, after);
  onward_world_store_tell (store, steps);
  return compare (store, after, step);
}

static void
test_a_command_leaves_what_planning_everything_would (void)
{
  g_autofree char *prelude = make_prelude ();

  onward_history_run (&(OnwardHistoryTest){ "store", prelude, onward_history_count (40), N_STEPS, check_store });
}

/* Steps one by one, each in the database as in the world. */
static void
play (OnwardWorld *world, const char *const *steps)
{
  g_autoptr (OnwardWorldStore) store = onward_world_store_new ();

  onward_world_store_set_now (store, world);
  onward_world_store_tell (store, world->lines);
  onward_world_reconcile (world);
  for (guint i = 0; steps[i]; i++)
    {
      g_autoptr (GPtrArray) step = g_ptr_array_new ();
      g_autofree char *broken = NULL;

      g_ptr_array_add (step, (gpointer)steps[i]);
      onward_world_set (world, steps[i]);
      onward_world_reconcile (world);
      onward_world_store_set_now (store, world);
      onward_world_store_tell (store, step);
      broken = compare (store, world, steps[i]);
      g_assert_cmpstr (broken, ==, NULL);
    }
}

static void
test_a_search_ends_when_its_day_begins (void)
{
  static const char *const days[] = { "now 2026-03-03T23:59", "now 2026-03-04T00:00", NULL };
  g_autoptr (OnwardWorld) world = onward_world_new ("now 2026-03-02T10:00\n"
                                                    "search s0 ended=2026-03-04\n"
                                                    "contact p00 tier=monthly since=2026-03-02\n"
                                                    "opportunity o00 search=s0 promise=2026-03-20 given=2026-03-02\n"
                                                    "person o00 p00 recruiter\n");
  g_autofree char *rows = NULL;

  play (world, days);
  rows = onward_world_list (world, FALSE);
  g_assert_cmpstr (rows, ==, "keep-in-touch:p00:2026-03-02 p00 2026-04-01T09:00 2026-04-08T23:59\n");
}

/* A document may hold rows that do not say what they are about. */
static gboolean
unlink_follow_ups (OnwardWriter *writer, gpointer data, GError **error)
{
  return onward_connection_execute (
      onward_writer_get_connection (writer),
      "UPDATE follow_ups SET state = 'skipped', contact = NULL, opportunity = NULL, interview = NULL", error);
}

static void
test_a_row_that_names_nothing_is_known_by_its_key (void)
{
  g_autoptr (OnwardWorld) world = onward_world_new ("now 2026-03-02T14:00\n"
                                                    "contact p00\n"
                                                    "opportunity o00\n"
                                                    "interview i00 of=o00 at=2026-03-02T10:00:00+01:00\n"
                                                    "part i00 p00 recruiter\n");
  g_autoptr (OnwardWorldStore) store = onward_world_store_new ();
  g_autoptr (GPtrArray) step = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  OnwardOutcome outcome;

  onward_world_store_set_now (store, world);
  onward_world_store_tell (store, world->lines);
  onward_writer_run (store->writer, unlink_follow_ups, NULL, &outcome, &error);
  g_assert_no_error (error);
  onward_outcome_clear (&outcome);
  before = onward_world_store_list (store);
  g_ptr_array_add (step, (gpointer) "opportunity o00 promise=2026-03-20");
  onward_world_store_tell (store, step);
  after = onward_world_store_list (store);
  g_assert_cmpstr (after, ==, before);
}

/* Every third command is taken back; afterwards looking at everything must find nothing to change. */
static char *
check_taking_back (OnwardWorld *past, OnwardWorld *before, OnwardWorld *after, const char *step)
{
  OnwardWorldStore *store = get_store (past, after);
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autofree char *found = NULL, *expected = NULL;

  g_ptr_array_add (steps, (gpointer)step);
  onward_world_store_set_now (store, after);
  onward_world_store_tell (store, steps);
  if (g_str_hash (step) % 3 == 0)
    onward_world_store_take_back (store);
  found = onward_world_store_list (store);
  onward_world_store_reconcile_all (store);
  expected = onward_world_store_list (store);
  return strcmp (found, expected) == 0
             ? NULL
             : g_strdup_printf ("%s: looking at everything changes\n%sinto\n%s", step, found, expected);
}

static void
test_taking_a_command_back_leaves_it_too (void)
{
  g_autofree char *prelude = make_prelude ();

  onward_history_run (
      &(OnwardHistoryTest){ "taking back", prelude, onward_history_count (30), N_STEPS, check_taking_back });
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reconcile/a-command-leaves-what-planning-everything-would",
                   test_a_command_leaves_what_planning_everything_would);
  g_test_add_func ("/reconcile/a-search-ends-when-its-day-begins", test_a_search_ends_when_its_day_begins);
  g_test_add_func ("/reconcile/a-row-that-names-nothing-is-known-by-its-key",
                   test_a_row_that_names_nothing_is_known_by_its_key);
  g_test_add_func ("/reconcile/taking-a-command-back-leaves-it-too", test_taking_a_command_back_leaves_it_too);
  return g_test_run ();
}
