/* test-due-reading.c - the due list stays what it would be if it were read anew, whatever is written and however time goes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "playbook/onward-wall.h"
#include "store/onward-due-reading.h"

#define DAYS    7
#define STEPS   400
#define PRESENT 29540700 /* minutes: 2026-03-02T10:45, where the rows lie around */

/* A row to write; 0 = a new one. */
typedef struct
{
  gint64 id;
  char *moments[3]; /* remind_at, due, snoozed_until */
  const char *state;
  const char *rule;
  gboolean removed;
} Write;

static char *
make_wall (GRand *rand)
{
  char text[ONWARD_WALL_SIZE];

  if (g_rand_int_range (rand, 0, 12) == 0)
    return g_rand_boolean (rand) ? NULL : g_strdup ("one day");
  /* Often one that other rows have as well. */
  return g_strdup (onward_wall_format (PRESENT + g_rand_int_range (rand, -20, 40) * 700
                                           + (g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 700) : 0),
                                       text));
}

static gboolean
write_row (OnwardWriter *writer, gpointer data, GError **error)
{
  Write *write = data;
  g_autoptr (OnwardFollowUp) row = write->id != 0 ? onward_writer_load (writer, ONWARD_TYPE_FOLLOW_UP, write->id, error)
                                                  : g_object_new (ONWARD_TYPE_FOLLOW_UP, NULL);
  g_autofree char *key = g_uuid_string_random ();

  if (row == NULL)
    return FALSE;
  if (write->removed)
    return onward_writer_delete (writer, ONWARD_TYPE_FOLLOW_UP, write->id, error);
  if (write->id == 0)
    onward_set_text (&row->key, key);
  onward_set_text (&row->rule, write->rule);
  onward_set_text (&row->state, write->state);
  onward_set_text (&row->remind_at, write->moments[0]);
  onward_set_text (&row->due, write->moments[1]);
  onward_set_text (&row->snoozed_until, write->moments[2]);
  return write->id != 0 ? onward_writer_update (writer, row, error) : onward_writer_insert (writer, row, error);
}

static gint64
pick_id (OnwardFixture *f, GRand *rand)
{
  gint64 last =
      onward_connection_read_int (onward_store_get_connection (f->store), "SELECT max (id) FROM follow_ups", 0);
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM follow_ups WHERE id >= %d LIMIT 1",
                                          last > 0 ? g_rand_int_range (rand, 0, (int)last + 1) : 0);

  return onward_connection_read_int (onward_store_get_connection (f->store), sql, 0);
}

static void
write_something (OnwardFixture *f, GRand *rand)
{
  static const char *const rules[] = { "thank-you", "manual", "debrief" };
  g_autoptr (GError) error = NULL;
  Write write = { .id = g_rand_int_range (rand, 0, 3) > 0 ? pick_id (f, rand) : 0,
                  .state = g_rand_int_range (rand, 0, 5) > 0 ? "open" : "done",
                  .rule = rules[g_rand_int_range (rand, 0, G_N_ELEMENTS (rules))] };

  write.removed = write.id != 0 && g_rand_int_range (rand, 0, 3) == 0;
  for (guint i = 0; i < G_N_ELEMENTS (write.moments); i++)
    write.moments[i] = make_wall (rand);
  if (g_rand_boolean (rand))
    g_clear_pointer (&write.moments[2], g_free);
  onward_store_run (f->store, NULL, write_row, &write, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (write.moments); i++)
    g_free (write.moments[i]);
}

static void
let_time_pass (OnwardFixture *f, GRand *rand)
{
  static const gint64 steps[] = { 60, 700 * 60, 86400, -3 * 86400 };

  if (g_rand_int_range (rand, 0, 3) == 0)
    f->now.unix_time += steps[g_rand_int_range (rand, 0, G_N_ELEMENTS (steps))];
  if (g_rand_int_range (rand, 0, 40) == 0)
    g_strlcpy (f->now.zone, g_rand_boolean (rand) ? "Pacific/Apia" : "Europe/Amsterdam", sizeof f->now.zone);
}

static void
assert_up_to_date (OnwardFixture *f, OnwardDueReading *reading)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) fresh = onward_due_briefs_list (f->store, DAYS, &error);

  g_assert_no_error (error);
  g_assert_true (onward_due_reading_update (reading, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (reading->briefs->len, ==, fresh->len);
  for (guint i = 0; i < fresh->len; i++)
    {
      const OnwardDueBrief *expected = &g_array_index (fresh, OnwardDueBrief, i);
      const OnwardDueBrief *brief = &g_array_index (reading->briefs, OnwardDueBrief, i);

      g_assert_cmpint (brief->id, ==, expected->id);
      g_assert_cmpint (brief->moment, ==, expected->moment);
      g_assert_cmpint (brief->due, ==, expected->due);
      g_assert_cmpint (brief->urgency, ==, expected->urgency);
    }
  g_assert_cmpint (reading->next, >, f->now.unix_time);
  onward_due_reading_settle (reading);
}

/* Until the moment that it names nothing becomes another by itself. */
static void
assert_next (OnwardFixture *f, OnwardDueReading *reading)
{
  gint64 now = f->now.unix_time;

  f->now.unix_time = reading->next - 1;
  assert_up_to_date (f, reading);
  f->now.unix_time = now;
}

static void
changed_cb (OnwardStore *store, const char *table, GArray *ids, OnwardDueReading *reading)
{
  onward_due_reading_note (reading, table, ids);
}

static void
test_random (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardDueReading) reading = onward_due_reading_new (f->store, DAYS);
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);
  gulong handler = g_signal_connect (f->store, "changed", G_CALLBACK (changed_cb), reading);

  f->now.unix_time = (PRESENT - 60) * 60;
  for (guint i = 0; i < STEPS; i++)
    {
      for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
        write_something (f, rand);
      let_time_pass (f, rand);
      assert_up_to_date (f, reading);
      assert_next (f, reading);
    }
  g_signal_handler_disconnect (f->store, handler);
}

/* What is written while nobody reads is more than is worth reading one by one. */
static void
test_many (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardDueReading) reading = onward_due_reading_new (f->store, DAYS);
  g_autoptr (GRand) rand = g_rand_new_with_seed (2027);
  gulong handler = g_signal_connect (f->store, "changed", G_CALLBACK (changed_cb), reading);

  f->now.unix_time = PRESENT * 60;
  assert_up_to_date (f, reading);
  for (guint i = 0; i < 100; i++)
    write_something (f, rand);
  assert_up_to_date (f, reading);
  onward_due_reading_note (reading, "follow_ups", NULL);
  assert_up_to_date (f, reading);
  g_signal_handler_disconnect (f->store, handler);
}

static void
test_concerns (OnwardFixture *f, gconstpointer data)
{
  OnwardDueChange *change = onward_due_change_new ();
  OnwardDue due = { .id = 1, .contact = 2, .opportunity = 3, .interview = 0 };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = 3;

  g_array_append_val (ids, id);
  g_assert_false (onward_due_change_note (change, "drafts", ids));
  g_assert_true (onward_due_change_note (change, "contacts", ids));
  g_assert_false (onward_due_change_concerns (change, &due));
  g_assert_false (change->waiting);
  g_assert_true (onward_due_change_note (change, "opportunities", ids));
  g_assert_true (onward_due_change_concerns (change, &due));
  g_assert_true (change->waiting);
  onward_due_change_clear (change);
  g_assert_false (onward_due_change_concerns (change, &due));
  g_assert_true (onward_due_change_note (change, "companies", ids));
  g_assert_true (onward_due_change_concerns (change, &due));
  onward_due_change_free (change);
}

#define ADD(name, test) g_test_add (name, OnwardFixture, NULL, onward_fixture_set_up, test, onward_fixture_tear_down)

static GArray *
create_briefs (const char *ids)
{
  GArray *briefs = g_array_new (FALSE, TRUE, sizeof (OnwardDueBrief));

  for (const char *id = ids; *id != '\0'; id++)
    {
      OnwardDueBrief brief = { .id = *id - '0' };

      g_array_append_val (briefs, brief);
    }
  return briefs;
}

static void
test_place (void)
{
  struct
  {
    const char *now;
    int place;
  } cases[] = { { "12345", 3 }, { "543", 3 }, { "1245", 4 }, { "125", 5 },
                { "12", 2 },    { "1", 1 },   { "", 0 },     { "67", 0 } };
  g_autoptr (GArray) before = create_briefs ("12345");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) now = create_briefs (cases[i].now);

      g_assert_cmpint (onward_due_briefs_find_place (before, now, 3), ==, cases[i].place);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/due-reading/stays what it would be if it were read anew", test_random);
  ADD ("/due-reading/is read anew after many changes", test_many);
  g_test_add_func ("/due-reading/what comes after takes the place of what is gone", test_place);
  ADD ("/due-reading/knows the rows that a change concerns", test_concerns);
  return g_test_run ();
}
