/* test-id-list.c - a list of any length that reads only what is looked at and changes as little as it must */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "lib/onward-list-validator.h"
#include "model/onward-collections.h"
#include "store/onward-id-list.h"

static gboolean
add_contacts (OnwardWriter *writer, gpointer data, GError **error)
{
  for (int i = 0; i < GPOINTER_TO_INT (data); i++)
    {
      g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);

      contact->name = g_strdup_printf ("Person %d", i + 1);
      if (!onward_writer_insert (writer, contact, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
delete_contact (OnwardWriter *writer, gpointer data, GError **error)
{
  return onward_writer_delete (writer, ONWARD_TYPE_CONTACT, GPOINTER_TO_INT (data), error);
}

static gboolean
rename_contact (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardContact) contact = onward_writer_load (writer, ONWARD_TYPE_CONTACT, 2, error);

  onward_set_text (&contact->name, data);
  return onward_writer_update (writer, contact, error);
}

static GArray *
create_range (gint64 first, gint64 last)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = first; id <= last; id++)
    g_array_append_val (ids, id);
  return ids;
}

static OnwardIdList *
create_list (OnwardFixture *f, int n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = create_range (1, n);
  OnwardIdList *list;

  g_assert_true (onward_store_run (f->store, NULL, add_contacts, GINT_TO_POINTER (n), &error));
  g_assert_no_error (error);
  list = onward_id_list_new (f->store, ONWARD_TYPE_CONTACT);
  onward_id_list_set_ids (list, ids);
  return list;
}

static void
set_ids (OnwardIdList *list, const gint64 *values, guint n)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (ids, values, n);
  onward_id_list_set_ids (list, ids);
}

#define SET_IDS(list, ...) set_ids (list, (gint64[]){ __VA_ARGS__ }, G_N_ELEMENTS (((gint64[]){ __VA_ARGS__ })))

static void
assert_names (OnwardIdList *list, const char *names)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (OnwardContact) contact = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_string_append_printf (found, "%s%s", i > 0 ? ", " : "", contact->name);
    }
  g_assert_cmpstr (found->str, ==, names);
}

static void
test_shows_rows_in_order (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardIdList) list = create_list (f, 4);
  guint position;

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == ONWARD_TYPE_CONTACT);
  SET_IDS (list, 3, 1, 4);
  assert_names (list, "Person 3, Person 1, Person 4");
  g_assert_true (onward_id_list_find (list, 4, &position));
  g_assert_cmpuint (position, ==, 2);
  g_assert_false (onward_id_list_find (list, 2, NULL));
  g_assert_cmpint (onward_id_list_get_id (list, 0), ==, 3);
  g_assert_cmpint (onward_id_list_get_id (list, 3), ==, 0);
}

static void
test_reads_only_what_is_looked_at (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardIdList) list = create_list (f, 2000);
  g_autoptr (OnwardContact) contact = NULL;

  g_assert_cmpuint (onward_id_list_get_n_kept (list), ==, 0);
  contact = g_list_model_get_item (G_LIST_MODEL (list), 1000);
  g_assert_cmpstr (contact->name, ==, "Person 1001");
  g_assert_cmpuint (onward_id_list_get_n_kept (list), ==, 64);
  for (guint i = 0; i < 2000; i++)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (list), i));
  g_assert_cmpuint (onward_id_list_get_n_kept (list), <=, 512);
}

/* Each change of the wanted order, and how many rows it may touch at most. */
static void
test_changes_as_little_as_it_must (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardIdList) list = create_list (f, 9);
  OnwardListValidator validator;
  guint before = 0;

#define EXPECT(changes, touched)                                                                                       \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_assert_cmpuint (validator.n_changes, ==, changes);                                                               \
    g_assert_cmpuint (validator.n_touched - before, ==, touched);                                                      \
    before = validator.n_touched;                                                                                      \
    validator.n_changes = 0;                                                                                           \
  }                                                                                                                    \
  G_STMT_END

  SET_IDS (list, 1, 2, 3, 4, 5);
  onward_list_validator_start (&validator, G_LIST_MODEL (list));
  SET_IDS (list, 1, 2, 3, 4, 5);
  EXPECT (0, 0);
  SET_IDS (list, 1, 2, 9, 3, 4, 5);
  EXPECT (1, 1);
  SET_IDS (list, 1, 2, 9, 4, 5);
  EXPECT (1, 1);
  SET_IDS (list, 1, 8, 9, 4, 5);
  EXPECT (1, 2);
  SET_IDS (list, 8, 9, 4, 5, 1);
  EXPECT (2, 2);
  SET_IDS (list, 8, 1, 9, 4, 5);
  EXPECT (2, 2);
  SET_IDS (list, 4);
  EXPECT (1, 5 + 1);
  SET_IDS (list, 4, 5, 6, 7);
  EXPECT (1, 3);
  onward_list_validator_stop (&validator);
#undef EXPECT
}

static void
note_added_cb (GListModel *model, guint position, guint removed, guint added, guint *most)
{
  if (removed > 0)
    *most = MAX (*most, added);
}

/* A list widget that has lost a row it tracks reads all that are added in that change. */
static void
test_takes_few_rows_in_the_place_of_others (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardIdList) list = create_list (f, 1000);
  g_autoptr (GArray) all = create_range (1, 1000);
  OnwardListValidator validator;
  guint most = 0;

  SET_IDS (list, 7, 500, 900);
  g_signal_connect (list, "items-changed", G_CALLBACK (note_added_cb), &most);
  onward_list_validator_start (&validator, G_LIST_MODEL (list));
  onward_id_list_set_ids (list, all);
  g_assert_cmpuint (validator.items->len, ==, 1000);
  g_assert_cmpuint (most, <=, 256);
  g_assert_cmpuint (validator.n_changes, <=, 2);
  onward_list_validator_stop (&validator);
}

static void
test_keeps_the_contract_under_random_edits (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardIdList) list = create_list (f, 300);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260302);
  OnwardListValidator validator;

  onward_list_validator_start (&validator, G_LIST_MODEL (list));
  for (int round = 0; round < 200; round++)
    {
      g_autoptr (GArray) ids = create_range (1, 300);

      for (int edit = g_rand_int_range (rand, 0, round % 2 == 0 ? 3 : 200); edit > 0 && ids->len > 0; edit--)
        {
          guint from = g_rand_int_range (rand, 0, ids->len);
          gint64 id = g_array_index (ids, gint64, from);

          g_array_remove_index (ids, from);
          if (g_rand_boolean (rand))
            g_array_insert_val (ids, g_rand_int_range (rand, 0, ids->len + 1), id);
        }
      onward_id_list_set_ids (list, ids);
      g_assert_cmpuint (validator.items->len, ==, ids->len);
      for (guint i = 0; i < ids->len; i++)
        g_assert_cmpint (ONWARD_RECORD (validator.items->pdata[i])->id, ==, g_array_index (ids, gint64, i));
    }
  onward_list_validator_stop (&validator);
}

static void
test_a_row_that_is_gone_leaves_the_list (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardIdList) list = create_list (f, 3);
  OnwardListValidator validator;

  onward_list_validator_start (&validator, G_LIST_MODEL (list));
  g_assert_true (onward_store_run (f->store, NULL, delete_contact, GINT_TO_POINTER (2), NULL));
  assert_names (list, "Person 1, Person 3");
  g_assert_cmpuint (validator.n_changes, ==, 1);
  onward_list_validator_stop (&validator);
}

static void
test_a_changed_row_stays_the_same_object (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardIdList) list = create_list (f, 3);
  OnwardListValidator validator;

  onward_list_validator_start (&validator, G_LIST_MODEL (list));
  g_assert_true (onward_store_run (f->store, NULL, rename_contact, "Amara Okafor", NULL));
  assert_names (list, "Person 1, Amara Okafor, Person 3");
  g_assert_cmpuint (validator.n_changes, ==, 0);
  onward_list_validator_stop (&validator);
}

static void
test_asked_for_a_row_nobody_has_it_answers (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardIdList) list = create_list (f, 1);
  g_autoptr (OnwardContact) contact = NULL;

  SET_IDS (list, 1, 4711);
  contact = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (ONWARD_IS_RECORD (contact));
  g_assert_cmpint (contact->record.id, ==, 4711);
  g_assert_null (contact->name);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                            \
  g_test_add ("/id-list/" name, OnwardFixture, NULL, onward_fixture_set_up, function, onward_fixture_tear_down)
  ADD ("shows-rows-in-order", test_shows_rows_in_order);
  ADD ("reads-only-what-is-looked-at", test_reads_only_what_is_looked_at);
  ADD ("changes-as-little-as-it-must", test_changes_as_little_as_it_must);
  ADD ("takes-few-rows-in-the-place-of-others", test_takes_few_rows_in_the_place_of_others);
  ADD ("keeps-the-contract-under-random-edits", test_keeps_the_contract_under_random_edits);
  ADD ("a-row-that-is-gone-leaves-the-list", test_a_row_that_is_gone_leaves_the_list);
  ADD ("a-changed-row-stays-the-same-object", test_a_changed_row_stays_the_same_object);
  ADD ("asked-for-a-row-nobody-has-it-answers", test_asked_for_a_row_nobody_has_it_answers);
#undef ADD
  return g_test_run ();
}
