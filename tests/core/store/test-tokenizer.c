/* test-tokenizer.c - what the user types is words, whatever it is */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "store/onward-search-query.h"
#include "store/onward-tokenizer.h"

#include <string.h>

static OnwardTokenizer *
create_tokenizer (OnwardFixture *f)
{
  g_autoptr (GError) error = NULL;
  OnwardTokenizer *tokenizer = onward_tokenizer_new (onward_store_get_connection (f->store), &error);

  g_assert_no_error (error);
  return tokenizer;
}

static void
assert_words (OnwardTokenizer *tokenizer, const char *text, const char *expected)
{
  g_auto (GStrv) words = onward_tokenizer_get_words (tokenizer, text);
  g_autofree char *joined = g_strjoinv (" ", words);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_words_have_no_case_and_no_accents (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardTokenizer) tokenizer = create_tokenizer (f);

  assert_words (tokenizer, "Amara Okafor", "amara okafor");
  assert_words (tokenizer, "ZOË  Nguyễn", "zoe nguyen");
  assert_words (tokenizer, "Zoe\xcc\x88", "zoe");
  assert_words (tokenizer, "Κατερίνα ΠΑΠΑΔΟΠΟΎΛΟΥ", "κατερινα παπαδοπουλου");
  assert_words (tokenizer, "Łukasz Żółć", "lukasz zolc");
  assert_words (tokenizer, "Tromsø Ångström Straße Ægir", "tromso angstrom strasse aegir");
  assert_words (tokenizer, "Алёна Зайцева", "алена заицева");
  assert_words (tokenizer, "שָׁלוֹם مُحَمَّد", "שלום محمد");
  assert_words (tokenizer, "がく 서울", "がく 서울");
  assert_words (tokenizer, "o'brien-smith@example.org", "o brien smith example org");
  assert_words (tokenizer, "  ", "");
  assert_words (tokenizer, NULL, "");
}

/* A word that would fold to something else the second time could be stored and never be found. */
static void
test_folding_twice_changes_nothing (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardTokenizer) tokenizer = create_tokenizer (f);

  for (gunichar c = 1; c < 0x30000; c++)
    {
      char letter[8] = { 0 };
      g_auto (GStrv) words = NULL;

      if (!g_unichar_validate (c))
        continue;
      g_unichar_to_utf8 (c, letter);
      words = onward_tokenizer_get_words (tokenizer, letter);
      if (words[0] != NULL)
        assert_words (tokenizer, words[0], words[0]);
    }
}

static void
test_finds_what_to_make_bold (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardTokenizer) tokenizer = create_tokenizer (f);
  const char *const words[] = { "ngu", "zo", "kay", NULL };
  const char *text = "Dr. Zoë Nguyễn";
  guint64 found = 0;
  g_autoptr (GArray) ranges = onward_tokenizer_find_prefixes (tokenizer, text, words, &found);

  g_assert_cmpuint (ranges->len, ==, 4);
  g_assert_cmpint (g_array_index (ranges, int, 0), ==, 4);
  g_assert_cmpint (g_array_index (ranges, int, 1), ==, 8);
  g_assert_cmpint (g_array_index (ranges, int, 2), ==, 9);
  g_assert_cmpint (g_array_index (ranges, int, 3), ==, strlen (text));
  g_assert_cmpuint (found, ==, 3);
  g_array_unref (ranges);
  text = "Zoe\xcc\x88 Straße";
  ranges = onward_tokenizer_find_prefixes (tokenizer, text, (const char *const[]){ "zoe", "strass", NULL }, NULL);
  g_assert_cmpint (g_array_index (ranges, int, 1), ==, 5);
  g_assert_cmpint (g_array_index (ranges, int, 2), ==, 6);
  g_assert_cmpint (g_array_index (ranges, int, 3), ==, strlen (text));
}

/* Every query that can come from typing is one that SQLite understands. */
static void
test_what_is_typed_is_never_syntax (OnwardFixture *f, gconstpointer data)
{
  static const char *const typed[] = {
    "\"",        "\"\"",    "a\"b",
    "NEAR(a b)", "name:a",  "a OR b",
    "a AND",     "NOT",     "(",
    ")*",        "-a",      "^a",
    "a*b",       "{a b}:c", "'; DROP TABLE contacts; --",
    "a@b@",      "@ . @",   "+49 (030) \"",
    "0049-(0)",  "1 OR 2",  "+ + ( ) 7",
    "\\",        "%",       "हिन्दी",
    "日本語",    "ก้าว",     "\xf0\x9f\x98\x80 a",
    "ﬁrst",
  };
  g_autoptr (OnwardTokenizer) tokenizer = create_tokenizer (f);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < G_N_ELEMENTS (typed) + 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (i < G_N_ELEMENTS (typed) ? typed[i] : NULL);
      g_autofree char *query = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (OnwardStatement) statement = NULL;

      for (int n = text->len > 0 ? 0 : g_rand_int_range (rand, 1, 9); n > 0; n--)
        {
          gunichar c = g_rand_int_range (rand, 1, g_rand_boolean (rand) ? 0x80 : 0x11000);

          if (g_unichar_validate (c))
            g_string_append_unichar (text, c);
        }
      query = onward_search_query_build (tokenizer, text->str, i % 2);
      if (query == NULL)
        continue;
      statement = onward_connection_prepare (onward_store_get_connection (f->store),
                                             "SELECT rowid FROM contact_search WHERE contact_search MATCH ?", &error);
      onward_statement_bind_text (statement, 1, query);
      g_assert_false (onward_statement_step (statement, &error));
      g_assert_no_error (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                            \
  g_test_add ("/tokenizer/" name, OnwardFixture, NULL, onward_fixture_set_up, function, onward_fixture_tear_down)
  ADD ("words-have-no-case-and-no-accents", test_words_have_no_case_and_no_accents);
  ADD ("folding-twice-changes-nothing", test_folding_twice_changes_nothing);
  ADD ("finds-what-to-make-bold", test_finds_what_to_make_bold);
  ADD ("what-is-typed-is-never-syntax", test_what_is_typed_is_never_syntax);
#undef ADD
  return g_test_run ();
}
