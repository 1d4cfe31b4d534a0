/* test-search-words.c - what somebody remembers is found, whatever they type */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-finder.h"

static gboolean
add_company (OnwardWriter *writer, const char *name, gint64 *id, GError **error)
{
  g_autoptr (OnwardCompany) company = g_object_new (ONWARD_TYPE_COMPANY, NULL);

  onward_set_text (&company->name, name);
  if (!onward_writer_insert (writer, company, error))
    return FALSE;
  *id = company->record.id;
  return TRUE;
}

static gboolean
add_contact (OnwardWriter *writer, const char *name, const char *headline, const char *hooks, gint64 company,
             GError **error)
{
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);

  onward_set_text (&contact->name, name);
  onward_set_text (&contact->headline, headline);
  onward_set_text (&contact->hooks, hooks);
  contact->company = company;
  return onward_writer_insert (writer, contact, error);
}

static gboolean
fill (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardOpportunity) opportunity = g_object_new (ONWARD_TYPE_OPPORTUNITY, NULL);
  gint64 brewery, bank;

  if (!add_company (writer, "Brouwerij Zuid", &brewery, error) || !add_company (writer, "Zürcher Bank", &bank, error)
      || !add_contact (writer, "José Álvarez", "Brew master", "[\"kayaking in Norway\"]", brewery, error)
      || !add_contact (writer, "Siobhán O'Brien", NULL, NULL, bank, error)
      || !add_contact (writer, "Łukasz AND Żak", "NEAR", NULL, 0, error))
    return FALSE;
  onward_set_text (&opportunity->title, "C++ engineer");
  onward_set_text (&opportunity->location, "Zürich");
  opportunity->company = bank;
  return onward_writer_insert (writer, opportunity, error);
}

static void
append_found (OnwardFixture *f, OnwardFinder *finder, GType type, const char *text, GString *seen)
{
  g_autoptr (GArray) found = onward_finder_find (finder, type, text);

  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *title = NULL;
      g_autofree char *subtitle = NULL;

      g_assert_true (onward_finder_describe (f->store, type, g_array_index (found, gint64, i), &title, &subtitle));
      g_string_append_printf (seen, "%s%s (%s)", seen->len > 0 ? ", " : "", title, subtitle != NULL ? subtitle : "");
    }
}

static void
assert_finds (OnwardFixture *f, const char *text, const char *expected)
{
  g_autoptr (OnwardFinder) finder = onward_finder_new (f->store);
  g_autoptr (GString) seen = g_string_new (NULL);

  append_found (f, finder, ONWARD_TYPE_CONTACT, text, seen);
  append_found (f, finder, ONWARD_TYPE_COMPANY, text, seen);
  append_found (f, finder, ONWARD_TYPE_OPPORTUNITY, text, seen);
  g_assert_cmpstr (seen->str, ==, expected);
}

static void
set_up (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  onward_fixture_set_up (f, data);
  onward_store_run (f->store, NULL, fill, NULL, &error);
  g_assert_no_error (error);
}

static void
test_words (OnwardFixture *f, gconstpointer data)
{
  assert_finds (f, "alvarez jose", "José Álvarez (Brew master · Brouwerij Zuid)");
  assert_finds (f, "ÁLV", "José Álvarez (Brew master · Brouwerij Zuid)");
  assert_finds (f, "kay", "José Álvarez (Brew master · Brouwerij Zuid)");
  assert_finds (f, "zur", "Siobhán O'Brien (Zürcher Bank), Zürcher Bank (), C++ engineer (Zürcher Bank · Zürich)");
  assert_finds (f, "jose bank", "");
  assert_finds (f, "varez", "");
}

static void
test_is_never_syntax (OnwardFixture *f, gconstpointer data)
{
  assert_finds (f, "o'brien", "Siobhán O'Brien (Zürcher Bank)");
  assert_finds (f, "and Żak", "Łukasz AND Żak (NEAR)");
  assert_finds (f, "near", "Łukasz AND Żak (NEAR)");
  assert_finds (f, "c++", "C++ engineer (Zürcher Bank · Zürich)");
  assert_finds (f, "name:jose", "");
  assert_finds (f, "\"", "");
  assert_finds (f, "*", "");
  assert_finds (f, "jose OR siobhan", "");
  assert_finds (f, "jos* -álv (^", "José Álvarez (Brew master · Brouwerij Zuid)");
  assert_finds (f, "{jose} + NEAR(", "");
  assert_finds (f, "", "");
  assert_finds (f,
                "\xf0\x9e\xa4\x80"
                "a\xf0\x9e\xa4\x80jose",
                "");
}

static gboolean
add_addresses (OnwardWriter *writer, gpointer data, GError **error)
{
  for (gint64 id = 2; id <= 3; id++)
    {
      g_autoptr (OnwardContact) contact = onward_writer_load (writer, ONWARD_TYPE_CONTACT, id, error);

      onward_set_text (&contact->emails, "[{\"label\":\"work\",\"value\":\"info@jose.example\"}]");
      if (!onward_writer_update (writer, contact, error))
        return FALSE;
    }
  return TRUE;
}

/* José has the word in his name, but no address with it. */
static void
test_best_of_an_address (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardFinder) finder = onward_finder_new (f->store);
  g_autoptr (GArray) best = NULL;
  g_autoptr (GArray) none = NULL;

  g_assert_true (onward_store_run (f->store, NULL, add_addresses, NULL, NULL));
  best = onward_finder_find_best (finder, ONWARD_TYPE_CONTACT, "@jose");
  none = onward_finder_find_best (finder, ONWARD_TYPE_CONTACT, "@ - ");
  g_assert_cmpuint (best->len, ==, 2);
  g_assert_cmpint (g_array_index (best, gint64, 0), !=, 1);
  g_assert_cmpint (g_array_index (best, gint64, 1), !=, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

static gboolean
add_more (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardInterview) interview = g_object_new (ONWARD_TYPE_INTERVIEW, NULL);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  OnwardParticipant *person = g_object_new (ONWARD_TYPE_PARTICIPANT, NULL);

  g_ptr_array_add (people, person);
  person->contact = 1;
  interview->opportunity = 1;
  onward_set_text (&interview->starts_at, "2026-03-04T10:00:00+01:00");
  return add_contact (writer, "Anna Zuid", NULL, NULL, 0, error)
         && add_contact (writer, "Zuid-Jansen", NULL, NULL, 0, error) && onward_writer_insert (writer, interview, error)
         && onward_writer_set_children (writer, interview, ONWARD_TYPE_PARTICIPANT, people, error);
}

static void
test_best (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardFinder) finder = onward_finder_new (f->store);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) best = NULL;

  g_assert_true (onward_store_run (f->store, NULL, add_more, NULL, NULL));
  found = onward_finder_find (finder, ONWARD_TYPE_CONTACT, "zuid");
  best = onward_finder_find_best (finder, ONWARD_TYPE_CONTACT, "Zuid");
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpuint (best->len, ==, 3);
  /* Anna Zuid, José Álvarez of Brouwerij Zuid, Zuid-Jansen; then Zuid-Jansen first. */
  g_assert_cmpint (g_array_index (found, gint64, 2), ==, 5);
  g_assert_cmpint (g_array_index (best, gint64, 0), ==, 5);
  g_assert_cmpint (g_array_index (best, gint64, 1), ==, g_array_index (found, gint64, 0));
  g_assert_cmpint (g_array_index (best, gint64, 2), ==, g_array_index (found, gint64, 1));
}

static void
assert_interviews (OnwardFinder *finder, const char *text, guint n)
{
  g_autoptr (GArray) found = onward_finder_find (finder, ONWARD_TYPE_INTERVIEW, text);

  g_assert_cmpuint (found->len, ==, n);
}

static void
test_interviews (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardFinder) finder = onward_finder_new (f->store);

  assert_interviews (finder, "jose", 0);
  g_assert_true (onward_store_run (f->store, NULL, add_more, NULL, NULL));
  assert_interviews (finder, "jose", 1);
  assert_interviews (finder, "alvarez zuid", 1);
  assert_interviews (finder, "engineer bank", 1);
  assert_interviews (finder, "siobhan", 0);
  assert_interviews (finder, "kayaking", 0);
  assert_interviews (finder, "", 0);
}

#define ADD(path, function) g_test_add (path, OnwardFixture, NULL, set_up, function, onward_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/search/finds words in any order, at any accent, by their beginning", test_words);
  ADD ("/search/never takes what is typed for syntax", test_is_never_syntax);
  ADD ("/search/puts names that begin with what was typed first", test_best);
  ADD ("/search/puts nobody first who was not found", test_best_of_an_address);
  ADD ("/search/finds interviews by their people, company and role", test_interviews);
  return g_test_run ();
}
