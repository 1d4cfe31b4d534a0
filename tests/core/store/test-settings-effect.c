/* test-settings-effect.c - what other settings would do is seen before they are stored, and is what they then do */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-reconcile-store.h"
#include "store/onward-settings-effect.h"

/* Somebody to keep in touch with every month, and an interview next week. */
static gboolean
add_facts (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);
  g_autoptr (OnwardInterview) interview = g_object_new (ONWARD_TYPE_INTERVIEW, NULL);

  onward_set_text (&contact->record.uuid, "amara");
  onward_set_text (&contact->name, "Amara Okafor");
  onward_set_text (&contact->tier, "monthly");
  onward_set_text (&contact->tier_since, "2026-03-02");
  onward_set_text (&interview->record.uuid, "i1");
  onward_set_text (&interview->starts_at, "2026-03-12T14:00:00+01:00");
  return onward_writer_insert (writer, contact, error) && onward_writer_insert (writer, interview, error);
}

static gboolean
set_rules (OnwardWriter *writer, gpointer data, GError **error)
{
  return onward_writer_set_member (writer, "settings", "rules", data, error);
}

static void
effect_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(OnwardSettingsEffect **)data = onward_settings_effect_finish (ONWARD_STORE (source), result, &error);
  g_assert_no_error (error);
}

static OnwardSettingsEffect *
preview (OnwardFixture *fixture, const char *rules)
{
  OnwardSettingsEffect *effect = NULL;

  onward_settings_effect_async (fixture->store, set_rules, (gpointer)rules, NULL, effect_cb, &effect);
  while (effect == NULL)
    g_main_context_iteration (NULL, TRUE);
  return effect;
}

static char *
list_open (OnwardFixture *fixture)
{
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (
      onward_store_get_connection (fixture->store),
      "SELECT key || ' ' || remind_at FROM follow_ups WHERE state = 'open' ORDER BY remind_at, key", NULL);
  GString *text = g_string_new (NULL);

  while (onward_statement_step (rows, NULL))
    g_string_append_printf (text, "%s\n", onward_statement_get_text (rows, 0));
  return g_string_free (text, FALSE);
}

static void
run (OnwardFixture *fixture, OnwardCommandFunc command, gpointer data)
{
  g_autoptr (GError) error = NULL;

  onward_store_run (fixture->store, NULL, command, data, &error);
  g_assert_no_error (error);
}

static void
begin (OnwardFixture *fixture)
{
  onward_store_set_reconcile (fixture->store, onward_reconcile);
  run (fixture, add_facts, NULL);
}

static void
assert_row (const OnwardSettingsEffect *effect, guint n, OnwardEffectKind kind, const char *key, const char *from,
            const char *to)
{
  const OnwardEffectRow *row = effect->rows->pdata[n];

  g_assert_cmpint (row->kind, ==, kind);
  g_assert_cmpstr (row->key, ==, key);
  g_assert_cmpstr (row->remind_at, ==, from);
  g_assert_cmpstr (row->new_remind_at, ==, to);
  g_assert_nonnull (row->title);
}

static void
test_the_effect_names_what_moves_and_what_is_cancelled (OnwardFixture *fixture, gconstpointer data)
{
  const char *rules = "{\"keep-in-touch\":{\"days\":{\"monthly\":14,\"quarterly\":90,\"yearly\":365}},"
                      "\"prep-stories\":{\"enabled\":false}}";
  g_autoptr (OnwardSettingsEffect) effect = NULL;

  begin (fixture);
  effect = preview (fixture, rules);
  g_assert_cmpuint (effect->n_moved, ==, 1);
  g_assert_cmpuint (effect->n_cancelled, ==, 1);
  g_assert_cmpuint (effect->n_opened, ==, 0);
  g_assert_cmpuint (effect->rows->len, ==, 2);
  assert_row (effect, 0, ONWARD_EFFECT_CANCELLED, "prep-stories:i1", "2026-03-09T09:00", NULL);
  assert_row (effect, 1, ONWARD_EFFECT_MOVED, "keep-in-touch:amara:2026-03-02", "2026-04-01T09:00", "2026-03-16T09:00");
}

static void
test_looking_stores_nothing_and_applying_does_what_was_seen (OnwardFixture *fixture, gconstpointer data)
{
  const char *rules = "{\"keep-in-touch\":{\"enabled\":false}}";
  g_autofree char *before = NULL, *seen = NULL, *after = NULL;
  g_autoptr (OnwardSettingsEffect) effect = NULL, back = NULL;

  begin (fixture);
  before = list_open (fixture);
  effect = preview (fixture, rules);
  g_assert_cmpuint (effect->n_cancelled, ==, 1);
  seen = list_open (fixture);
  g_assert_cmpstr (seen, ==, before);
  run (fixture, set_rules, (gpointer)rules);
  after = list_open (fixture);
  g_assert_cmpstr (after, ==, "prep-stories:i1 2026-03-09T09:00\nprep-names:i1 2026-03-11T09:00\n");
  back = preview (fixture, "{}");
  g_assert_cmpuint (back->rows->len, ==, 1);
  assert_row (back, 0, ONWARD_EFFECT_OPENED, "keep-in-touch:amara:2026-03-02", NULL, "2026-04-01T09:00");
}

static void
test_the_same_settings_have_no_effect (OnwardFixture *fixture, gconstpointer data)
{
  g_autoptr (OnwardSettingsEffect) effect = NULL;

  begin (fixture);
  effect = preview (fixture, "{\"thank-you\":{\"enabled\":true},\"keep-in-touch\":{\"enabled\":true}}");
  g_assert_cmpuint (effect->rows->len, ==, 0);
}

#define ADD(path, function)                                                                                            \
  g_test_add (path, OnwardFixture, NULL, onward_fixture_set_up, function, onward_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/effect/names-what-moves-and-what-is-cancelled", test_the_effect_names_what_moves_and_what_is_cancelled);
  ADD ("/effect/looking-stores-nothing", test_looking_stores_nothing_and_applying_does_what_was_seen);
  ADD ("/effect/the-same-settings-have-none", test_the_same_settings_have_no_effect);
  return g_test_run ();
}
