/* test-value-items.c - what is worth sending is suggested where it fits, and once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-facts.h"
#include "store/onward-value-items.h"

#define FACTS                                                                                                          \
  "'companies':[{'id':'#1','name':'Fjord Energy','industry':'wind power'}],"                                           \
  "'contacts':[{'id':'#2','name':'Zoë','hooks':['Restores a wooden boat'],'company':'#1','tags':['c++']},"            \
  "{'id':'#3','name':'Ben','notes':'reads about AI'},{'id':'#4','name':'Mo'}],"                                        \
  "'value_items':[{'id':'#5','title':'Boats of the north','url':'https://boats.example/1','topics':['Wooden Boat']},"  \
  "{'id':'#6','title':'Bigger rotors','url':'https://wind.example','topics':['wind power']},"                          \
  "{'id':'#7','title':'Main street','topics':['ai']},{'id':'#8','title':'Nothing in it'},"                             \
  "{'id':'#9','title':'Boats and wind','topics':['wooden boat','wind power']}]"

static char *
suggest (OnwardFixture *f, int contact)
{
  g_autoptr (GArray) ids = onward_value_items_suggest (f->store, onward_facts_find (f, "contacts", contact), 10);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (OnwardValueItem) item =
          onward_store_get_record (f->store, ONWARD_TYPE_VALUE_ITEM, g_array_index (ids, gint64, i));

      g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "", item->title);
    }
  return g_string_free (titles, FALSE);
}

static void
test_fits (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *zoe = NULL, *ben = NULL, *mo = NULL;

  onward_facts_write (f, FACTS);
  zoe = suggest (f, 2);
  ben = suggest (f, 3);
  mo = suggest (f, 4);
  g_assert_cmpstr (zoe, ==, "Boats and wind, Boats of the north, Bigger rotors");
  g_assert_cmpstr (ben, ==, "Main street");
  g_assert_cmpstr (mo, ==, "");
}

static void
test_once (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *zoe = NULL;

  onward_facts_write (f, FACTS ",'touches':["
                               "{'id':'#20','contacts':['#2'],'at':'2026-02-01T10:00:00+01:00','direction':'out',"
                               "'channel':'email','value_item':'#9'},"
                               "{'id':'#21','contacts':['#2'],'at':'2026-02-02T10:00:00+01:00','direction':'out',"
                               "'channel':'email','body':'See https://boats.example/1.'},"
                               "{'id':'#22','contacts':['#3'],'at':'2026-02-02T10:00:00+01:00','direction':'out',"
                               "'channel':'email','body':'See https://wind.example'}]");
  zoe = suggest (f, 2);
  g_assert_cmpstr (zoe, ==, "Bigger rotors");
}

static void
test_link_again (OnwardFixture *f, gconstpointer data)
{
  gint64 zoe, ben;
  g_autofree char *again = NULL;

  onward_facts_write (f, FACTS ",'touches':[{'id':'#21','contacts':['#2'],'at':'2026-02-02T10:00:00+01:00',"
                               "'direction':'out','channel':'email','body':'See https://boats.example/1.'}]");
  zoe = onward_facts_find (f, "contacts", 2);
  ben = onward_facts_find (f, "contacts", 3);
  again = onward_value_items_find_repeated_link (f->store, zoe, "Look: (https://boats.example/1). Well?");
  g_assert_cmpstr (again, ==, "https://boats.example/1");
  g_assert_null (onward_value_items_find_repeated_link (f->store, ben, "Look: https://boats.example/1"));
  g_assert_null (onward_value_items_find_repeated_link (f->store, zoe, "Look: https://boats.example/2"));
}

static void
test_sent_item (OnwardFixture *f, gconstpointer data)
{
  onward_facts_write (f, FACTS);
  g_assert_cmpint (onward_value_items_find_in (f->store, "Main street: https://wind.example"), ==,
                   onward_facts_find (f, "value_items", 6));
  g_assert_cmpint (onward_value_items_find_in (f->store, "Have you read Main street?"), ==,
                   onward_facts_find (f, "value_items", 7));
  g_assert_cmpint (onward_value_items_find_in (f->store, "Good day"), ==, 0);
}

#define ADD(name, function)                                                                                            \
  g_test_add ("/value-items/" name, OnwardFixture, NULL, onward_facts_set_up, function, onward_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("an item is suggested to whom its topics fit, the best first", test_fits);
  ADD ("what was sent to a person is not suggested to them again", test_once);
  ADD ("a link that a person was sent before is found in the words", test_link_again);
  ADD ("a message is known to send an item", test_sent_item);
  return g_test_run ();
}
