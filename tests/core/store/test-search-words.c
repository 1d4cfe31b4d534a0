/* test-search-words.c - what somebody remembers is found, whatever they type */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-search-words.h"

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
assert_finds (OnwardFixture *f, const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = onward_search_words_find (f->store, text, 0, &error);
  g_autoptr (GString) seen = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      OnwardFound *found = list->pdata[i];

      g_string_append_printf (seen, "%s%s (%s)", i > 0 ? ", " : "", found->title,
                              found->subtitle != NULL ? found->subtitle : "");
    }
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

static void
test_most (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = onward_search_words_find (f->store, "z", 1, NULL);

  g_assert_cmpuint (list->len, ==, 3);
}

#define ADD(path, function) g_test_add (path, OnwardFixture, NULL, set_up, function, onward_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/search/finds words in any order, at any accent, by their beginning", test_words);
  ADD ("/search/never takes what is typed for syntax", test_is_never_syntax);
  ADD ("/search/finds as many of each kind as asked for", test_most);
  return g_test_run ();
}
