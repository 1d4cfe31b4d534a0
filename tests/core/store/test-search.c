/* test-search.c - what is typed, and who is found by it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-contact-order.h"
#include "store/onward-phone-words.h"
#include "store/onward-finder.h"

#include <string.h>
#include <time.h>

#define PHONE(number) "[{\"label\":\"work\",\"value\":\"" number "\"}]"
#define MAIL(address) "[{\"label\":\"work\",\"value\":\"" address "\"}]"

/* One person a letter; what the tests below find them by. */
static const struct
{
  const char *name;
  const char *phones;
  const char *emails;
  const char *hooks;
  const char *notes;
  const char *positions;
  const char *tags;
  const char *pronunciation;
} people[] = {
  { "Anna Berg", PHONE ("+49 (0)30 1234-5678"), MAIL ("anna.berg@firm.de") },
  { "Ben O'Neil", PHONE ("030 1234 9999"), MAIL ("Ben@Firm.DE") },
  { "Cleo Firmin", PHONE ("+43 30 1234567"), MAIL ("cleo@de.example.org") },
  { "Dana Weiß", PHONE ("0049 171 5550123 ext. 77"), NULL, "[\"kayaking\"]", NULL, NULL, "[\"climbing club\"]" },
  { "Łukasz Gößler", PHONE ("(415) 555-0100"), NULL, NULL, "Lost the match. Call 5678 again.\nLikes NEAR and AND" },
  { "Ebru Işıklı", PHONE ("+1-212-555-0142"), NULL, NULL, NULL,
    "[{\"company\":\"Oldmill Controls\",\"title\":\"Test engineer\",\"from\":\"2019\"}]" },
  { "Fatih İnce", PHONE ("٠١٢٣ ٤٥٦٧") },
  { "Γιώργος Παπάς", NULL, NULL, NULL, NULL, NULL, NULL, "YOR-gos" },
  { "山田太郎", NULL, NULL, "[\"釣り\"]" },
  { "محمـد أحمد", PHONE ("n/a") },
  { "Robert “Bob” Smith", PHONE ("14155550199") },
  { "Zoe Dupont", PHONE ("+39 06 698 12345") },
};

/* Text typed, and the first names (or first words) of those who are found, in order. */
static const struct
{
  const char *text;
  const char *found;
} cases[] = {
  { "berg anna", "Anna" },
  { "ann ber", "Anna" },
  { "ANN", "Anna" },
  { "nna", "" },
  { "weiss", "Dana" },
  { "WEIß", "Dana" },
  { "lukasz gossler", "Łukasz" },
  { "ŁUKASZ", "Łukasz" },
  { "isikli", "Ebru" },
  { "IŞIKLI", "Ebru" },
  { "ince", "Fatih" },
  { "İNCE", "Fatih" },
  { "γιωργος παπας", "Γιώργος" },
  { "ΓΙΏΡΓΟΣ ΠΑΠΆΣ", "Γιώργος" },
  { "γιωργοσ", "Γιώργος" },
  { "yorgos", "" },
  { "yor", "Γιώργος" },
  { "山", "山田太郎" },
  { "太郎", "山田太郎" },
  { "山田太郎", "山田太郎" },
  { "釣", "山田太郎" },
  { "محمد", "محمـد" },
  { "مُحَمَّد احمد", "محمـد" },
  { "bob", "Robert" },
  { "o'neil", "Ben" },
  { "neil", "Ben" },
  /* hooks, notes, former companies and positions, tags */
  { "kay", "Dana" },
  { "club climb", "Dana" },
  { "lost match", "Łukasz" },
  { "oldmill", "Ebru" },
  { "engineer old", "Ebru" },
  { "2019", "" },
  /* the beginning of a number, however it is written on either side */
  { "+49 30", "Anna Ben" },
  { "+4930", "Anna Ben" },
  { "0049 30", "Anna Ben" },
  { "+49 (0)30 1234", "Anna Ben" },
  { "0049 (0) 30-1234", "Anna Ben" },
  { "030", "Anna Ben Cleo" },
  { "030/1234-5", "Anna Cleo" },
  { "(030) 12 34 99", "Ben" },
  { "49 30", "Anna" },
  { "+49 171", "Dana" },
  { "0171 555", "Dana" },
  { "+43", "Cleo" },
  { "415", "Robert Łukasz" },
  { "(415) 555", "Robert Łukasz" },
  { "+1 415", "Robert Łukasz" },
  { "1 415 555 01", "Robert" },
  { "+1 212", "Ebru" },
  { "212-555", "Ebru" },
  { "06 698", "Zoe" },
  { "+39 06", "Zoe" },
  { "0123", "Dana Fatih" },
  { "٠١٢٣", "Dana Fatih" },
  { "\xe2\x80\xaa+49 171 5550123\xe2\x80\xac", "Dana" },
  /* its last four or more digits */
  { "5678", "Anna Łukasz" },
  { "12345678", "Anna" },
  { "1234-5678", "Anna" },
  { "1234 5678", "Anna" },
  { "0123", "Dana Fatih" },
  { "555 0100", "Łukasz" },
  { "678", "" },
  { "77", "" },
  { "9999 ben", "Ben" },
  { "anna 5678", "Anna" },
  { "anna 9999", "" },
  /* parts of addresses */
  { "anna@", "Anna" },
  { "ann@", "" },
  { "berg@", "Anna" },
  { "@firm.de", "Anna Ben" },
  { "@FIRM.DE", "Anna Ben" },
  { "@fir", "Anna Ben" },
  { "firm.de", "Anna Ben Cleo" },
  { "ben@firm.de", "Ben" },
  { "anna.berg@fi", "Anna" },
  { "@", "Anna Ben Cleo Dana Ebru Fatih Robert Zoe Łukasz Γιώργος محمـد 山田太郎" },
  /* nothing of it is syntax */
  { "near and", "Łukasz" },
  { "anna OR ben", "" },
  { "name:anna", "" },
  { "\"anna\"", "Anna" },
  { "anna*", "Anna" },
  { "^anna", "Anna" },
  { "-anna", "Anna" },
  { "NOT anna", "" },
  { "NEAR(anna berg, 2)", "" },
  { "anna) OR (ben", "" },
  { "addresses : firm", "" },
  { "\xee\x80\x80"
    "4930",
    "" },
  { "(", "Anna Ben Cleo Dana Ebru Fatih Robert Zoe Łukasz Γιώργος محمـد 山田太郎" },
};

static gboolean
fill (OnwardWriter *writer, gpointer data, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);

      onward_set_text (&contact->name, people[i].name);
      onward_set_text (&contact->phones, people[i].phones);
      onward_set_text (&contact->emails, people[i].emails);
      onward_set_text (&contact->hooks, people[i].hooks);
      onward_set_text (&contact->notes, people[i].notes);
      onward_set_text (&contact->positions, people[i].positions);
      onward_set_text (&contact->tags, people[i].tags);
      onward_set_text (&contact->pronunciation, people[i].pronunciation);
      if (!onward_writer_insert (writer, contact, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill_deferred (OnwardWriter *writer, gpointer data, GError **error)
{
  return onward_writer_defer_search (writer, error) && fill (writer, data, error);
}

static void
set_up (OnwardFixture *f, gconstpointer command)
{
  g_autoptr (GError) error = NULL;

  onward_fixture_set_up (f, NULL);
  onward_store_run (f->store, NULL, (OnwardCommandFunc)command, NULL, &error);
  g_assert_no_error (error);
}

static char *
search (OnwardFixture *f, OnwardContactOrder *order, const char *text)
{
  g_autoptr (GArray) ids = onward_contact_order_query (order, &(OnwardContactFilter){ .text = text });
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (OnwardContact) contact =
          onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, g_array_index (ids, gint64, i));

      g_string_append_printf (names, "%s%.*s", i > 0 ? " " : "", (int)strcspn (contact->name, " "), contact->name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
test_table (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContactOrder) order = onward_contact_order_new (f->store);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = search (f, order, cases[i].text);

      if (!g_str_equal (found, cases[i].found))
        {
          g_test_message ("“%s” finds “%s”, not “%s”", cases[i].text, found, cases[i].found);
          g_test_fail ();
        }
    }
}

static gboolean
change (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardContact) anna = onward_writer_load (writer, ONWARD_TYPE_CONTACT, 1, error);

  onward_set_text (&anna->phones, PHONE ("+49 40 777888"));
  onward_set_text (&anna->positions, NULL);
  onward_set_text (&anna->tags, "[\"choir\"]");
  return onward_writer_update (writer, anna, error);
}

static void
assert_finds (OnwardFixture *f, OnwardContactOrder *order, const char *text, const char *expected)
{
  g_autofree char *found = search (f, order, text);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_changes (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContactOrder) order = onward_contact_order_new (f->store);

  g_assert_true (onward_store_run (f->store, NULL, change, NULL, NULL));
  assert_finds (f, order, "12345678", "");
  assert_finds (f, order, "040 777", "Anna");
  assert_finds (f, order, "7888", "Anna");
  assert_finds (f, order, "choir", "Anna");
}

/* What is pasted by accident neither fails nor takes long. */
static void
test_a_megabyte_is_harmless (OnwardFixture *f, gconstpointer data)
{
  static const char *const beginnings[] = { "anna ", "7 ", "x", "\"", "ß", "山", "@", "a@b. ", "+1 ", "\xff" };
  g_autoptr (OnwardContactOrder) order = onward_contact_order_new (f->store);

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      clock_t start = clock ();
      g_autofree char *found = NULL;
      g_autoptr (OnwardFinder) all = onward_finder_new (f->store);
      g_autoptr (GArray) best = NULL;

      while (text->len < 1 << 20)
        g_string_append (text, beginnings[i]);
      found = search (f, order, text->str);
      best = onward_finder_find_best (all, ONWARD_TYPE_CONTACT, text->str);
      g_assert_cmpint (clock () - start, <, CLOCKS_PER_SEC / 2);
      if (i == 0)
        g_assert_cmpstr (found, ==, "Anna");
    }
}

static void
assert_phone (const char *number, const char *expected)
{
  g_autofree char *words = onward_phone_words (number);
  g_autoptr (GString) seen = g_string_new (NULL);

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar)*p == 0xee)
      g_string_append_c (seen, "wnur"[g_utf8_get_char (p) - 0xe000]);
    else
      g_string_append_c (seen, *p);
  g_assert_cmpstr (seen->str, ==, expected);
}

static void
test_phones (OnwardFixture *f, gconstpointer data)
{
  assert_phone ("+49 (0)30 1234", "w49301234 n301234 r43210394");
  assert_phone ("0049 30 1234", "w49301234 n301234 r4321039400");
  assert_phone ("030/12-34", "n301234 u301234 r4321030");
  assert_phone ("+1 (415) 555-0100 x5", "w14155550100 n4155550100 r00105555141");
  assert_phone ("+358 9 1", "w35891 n91 r19853");
  assert_phone ("tel:+7-495", "w7495 n495 r5947");
  assert_phone ("0", "r0");
  assert_phone ("+", "");
  assert_phone ("", "");
  assert_phone ("n/a", "");
  assert_phone ("12\xff", "");
}

static gboolean
add_touch (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardTouch) touch = g_object_new (ONWARD_TYPE_TOUCH, NULL);
  g_autoptr (GPtrArray) contacts = g_ptr_array_new_with_free_func (g_object_unref);
  OnwardTouchContact *contact = g_object_new (ONWARD_TYPE_TOUCH_CONTACT, NULL);

  g_ptr_array_add (contacts, contact);
  contact->contact = 4;
  onward_set_text (&touch->at, "2026-02-20T09:00:00+01:00");
  return onward_writer_insert (writer, touch, error)
         && onward_writer_set_children (writer, touch, ONWARD_TYPE_TOUCH_CONTACT, contacts, error);
}

static void
assert_left (OnwardContactOrder *order, OnwardContactFilter filter, guint n)
{
  g_autoptr (GArray) ids = onward_contact_order_query (order, &filter);

  g_assert_cmpuint (ids->len, ==, n);
}

/* What the filters left is kept between two letters, and no longer. */
static void
test_filters (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContactOrder) order = onward_contact_order_new (f->store);
  OnwardContactFilter quiet = { .text = "kay", .quiet_since = 1771459200 }; /* 2026-02-19T00:00Z */

  assert_left (order, (OnwardContactFilter){ .tag = "Climbing Club" }, 1);
  assert_left (order, (OnwardContactFilter){ .tag = "climbing" }, 0);
  assert_left (order, quiet, 1);
  g_assert_true (onward_store_run (f->store, NULL, add_touch, NULL, NULL));
  assert_left (order, quiet, 0);
  quiet.text = NULL;
  assert_left (order, quiet, G_N_ELEMENTS (people) - 1);
  quiet.tag = "climbing club";
  assert_left (order, quiet, 0);
  quiet.quiet_since = 1771632000; /* a day after the touch */
  assert_left (order, quiet, 1);
  g_assert_true (onward_store_run (f->store, NULL, change, NULL, NULL));
  assert_left (order, (OnwardContactFilter){ .tag = "choir" }, 1);
}

#define ADD(path, command, function)                                                                                   \
  g_test_add (path, OnwardFixture, command, set_up, function, onward_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/search/finds people by whatever is remembered of them", fill, test_table);
  ADD ("/search/finds people who came many at once just so", fill_deferred, test_table);
  ADD ("/search/follows a change of number, tags and positions", fill, test_changes);
  ADD ("/search/combines with filters, which follow every change", fill, test_filters);
  ADD ("/search/is not harmed by a megabyte", fill, test_a_megabyte_is_harmless);
  ADD ("/search/takes numbers apart as people write them", fill, test_phones);
  return g_test_run ();
}
