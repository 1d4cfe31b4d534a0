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
  EXPECT (2, 4);
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
  g_autoptr (GArray) others = create_range (8, 900);
  OnwardListValidator validator;
  guint most = 0;

  SET_IDS (list, 7, 950, 1000);
  g_signal_connect (list, "items-changed", G_CALLBACK (note_added_cb), &most);
  onward_list_validator_start (&validator, G_LIST_MODEL (list));
  onward_id_list_set_ids (list, others);
  g_assert_cmpuint (validator.items->len, ==, 893);
  g_assert_cmpuint (most, ==, 256);
  g_assert_cmpuint (validator.n_changes, <=, 2);
  onward_list_validator_stop (&validator);
}

static GArray *
copy_ids (OnwardIdList *list)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      gint64 id = onward_id_list_get_id (list, i);

      g_array_append_val (ids, id);
    }
  return ids;
}

static gboolean
has_id (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static void
reverse (GArray *ids, guint first, guint end)
{
  for (; first + 1 < end; first++, end--)
    {
      gint64 id = g_array_index (ids, gint64, first);

      g_array_index (ids, gint64, first) = g_array_index (ids, gint64, end - 1);
      g_array_index (ids, gint64, end - 1) = id;
    }
}

/* Takes out, puts in, moves, or turns round a part, as often as is asked for. */
static void
edit_ids (GArray *ids, GRand *rand, int edits, GArray *rows)
{
  while (edits-- > 0)
    {
      guint from = g_rand_int_range (rand, 0, (int)ids->len + 1);
      guint to = g_rand_int_range (rand, 0, (int)ids->len + 1);
      gint64 id = g_array_index (rows, gint64, g_rand_int_range (rand, 0, (int)rows->len));

      switch (g_rand_int_range (rand, 0, 8))
        {
        case 0:
          reverse (ids, MIN (from, to), MAX (from, to));
          break;
        case 1:
        case 2:
          if (from < ids->len)
            {
              id = g_array_index (ids, gint64, from);
              g_array_remove_index (ids, from);
              g_array_insert_val (ids, MIN (to, ids->len), id);
            }
          break;
        case 3:
        case 4:
          if (from < ids->len)
            g_array_remove_index (ids, from);
          break;
        default:
          if (!has_id (ids, id))
            g_array_insert_val (ids, to, id);
        }
    }
}

static void
finish_cb (GObject *store, GAsyncResult *result, gpointer done)
{
  g_assert_true (onward_store_run_finish (ONWARD_STORE (store), result, NULL));
  *(gboolean *)done = TRUE;
}

static void
undo (OnwardStore *store)
{
  gboolean done = FALSE;

  onward_store_undo_async (store, finish_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static GArray *
list_rows (OnwardFixture *f)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_store_get_connection (f->store), "SELECT id FROM contacts", NULL);

  while (onward_statement_step (statement, NULL))
    {
      gint64 id = onward_statement_get_int (statement, 0);

      g_array_append_val (rows, id);
    }
  return rows;
}

/* What happens to the rows themselves: a name, somebody gone, an import, and each of them undone. */
static void
change_store (OnwardFixture *f, OnwardIdList *list, GRand *rand)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  gint64 id = onward_id_list_get_id (list, n > 0 ? g_rand_int_range (rand, 0, (int)n) : 0);

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      g_assert_true (onward_store_run (f->store, "Rename", rename_contact, "Amara", NULL));
      break;
    case 1:
      if (id > 2)
        g_assert_true (onward_store_run (f->store, "Delete", delete_contact, GINT_TO_POINTER ((int)id), NULL));
      break;
    case 2:
      g_assert_true (onward_store_run (f->store, "Import", add_contacts, GINT_TO_POINTER (5), NULL));
      break;
    default:
      if (onward_store_get_undo_label (f->store) != NULL)
        undo (f->store);
    }
}

/* The list says at each step what became of it, step by step, in as few rows as can be; the store changes under it. */
static void
test_keeps_the_contract_under_random_edits (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardIdList) list = create_list (f, 40);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260302);
  g_autoptr (GArray) rows = list_rows (f);
  OnwardListValidator validator;

  onward_list_validator_start (&validator, G_LIST_MODEL (list));
  for (int round = 0; round < 4000; round++)
    {
      g_autoptr (GArray) before = NULL;
      g_autoptr (GArray) ids = NULL;

      if (round % 40 == 0)
        {
          change_store (f, list, rand);
          g_array_unref (rows);
          rows = list_rows (f);
        }
      before = copy_ids (list);
      ids = copy_ids (list);
      edit_ids (ids, rand, g_rand_int_range (rand, 0, round % 8 == 0 ? 40 : 4), rows);
      validator.n_touched = 0;
      onward_id_list_set_ids (list, ids);
      g_assert_cmpuint (
          validator.n_touched, ==,
          onward_list_validator_count_touched ((gint64 *)before->data, before->len, (gint64 *)ids->data, ids->len));
      g_assert_cmpuint (validator.items->len, ==, ids->len);
      for (guint i = 0; i < ids->len; i++)
        g_assert_cmpint (ONWARD_RECORD (validator.items->pdata[i])->id, ==, g_array_index (ids, gint64, i));
    }
  onward_list_validator_stop (&validator);
}

/* Longer than what is kept in memory, and with more changes at a time than are made one by one. */
static void
test_keeps_the_contract_when_it_is_long (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardIdList) list = create_list (f, 2000);
  g_autoptr (GRand) rand = g_rand_new_with_seed (64);
  g_autoptr (GArray) rows = list_rows (f);
  OnwardListValidator validator;

  onward_list_validator_start (&validator, G_LIST_MODEL (list));
  for (int round = 0; round < 30; round++)
    {
      g_autoptr (GArray) ids = copy_ids (list);

      edit_ids (ids, rand, round % 3 == 0 ? 1500 : 20, rows);
      validator.n_changes = 0;
      onward_id_list_set_ids (list, ids);
      g_assert_cmpuint (validator.n_changes, <=, 257);
      for (guint i = 0; i < ids->len; i++)
        g_assert_cmpint (ONWARD_RECORD (validator.items->pdata[i])->id, ==, g_array_index (ids, gint64, i));
    }
  onward_list_validator_stop (&validator);
}

static void
test_an_import_and_its_undo_touch_nobody_else (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardIdList) list = create_list (f, 400);
  g_autoptr (GArray) few = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) all = create_range (1, 400);
  OnwardListValidator validator;

  for (gint64 id = 1; id <= 400; id++)
    if (id % 3 != 0)
      g_array_append_val (few, id);
  onward_id_list_set_ids (list, few);
  onward_list_validator_start (&validator, G_LIST_MODEL (list));
  onward_id_list_set_ids (list, all);
  g_assert_cmpuint (validator.n_touched, ==, 133);
  onward_id_list_set_ids (list, few);
  g_assert_cmpuint (validator.n_touched, ==, 2 * 133);
  onward_list_validator_stop (&validator);
}

static void
set_others_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  g_signal_handlers_disconnect_by_func (model, set_others_cb, data);
  onward_id_list_set_ids (ONWARD_ID_LIST (model), data);
}

/* Who hears of the first of several changes may know better what the list should be. */
static void
test_what_was_set_last_counts (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardIdList) list = create_list (f, 9);
  g_autoptr (GArray) others = create_range (3, 5);
  g_autoptr (GArray) found = NULL;

  SET_IDS (list, 1, 2, 3, 4);
  g_signal_connect (list, "items-changed", G_CALLBACK (set_others_cb), others);
  SET_IDS (list, 9, 1, 8, 2, 7, 3, 6, 4);
  found = copy_ids (list);
  g_assert_cmpmem (found->data, found->len * sizeof (gint64), others->data, others->len * sizeof (gint64));
}

static gpointer
read_simple_action (gpointer owner, gint64 id)
{
  g_autofree char *name = g_strdup_printf ("%s%" G_GINT64_FORMAT, (const char *)owner, id);

  return g_simple_action_new (name, NULL);
}

static void
test_shows_what_its_owner_gives (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardIdList) list = onward_id_list_new_of (G_TYPE_SIMPLE_ACTION, read_simple_action, "row-");
  g_autoptr (GAction) item = NULL;

  SET_IDS (list, 16, 33);
  item = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_cmpstr (g_action_get_name (item), ==, "row-33");
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == G_TYPE_SIMPLE_ACTION);
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
  ADD ("keeps-the-contract-when-it-is-long", test_keeps_the_contract_when_it_is_long);
  ADD ("an-import-and-its-undo-touch-nobody-else", test_an_import_and_its_undo_touch_nobody_else);
  ADD ("what-was-set-last-counts", test_what_was_set_last_counts);
  ADD ("shows-what-its-owner-gives", test_shows_what_its_owner_gives);
  ADD ("a-row-that-is-gone-leaves-the-list", test_a_row_that_is_gone_leaves_the_list);
  ADD ("a-changed-row-stays-the-same-object", test_a_changed_row_stays_the_same_object);
  ADD ("asked-for-a-row-nobody-has-it-answers", test_asked_for_a_row_nobody_has_it_answers);
#undef ADD
  return g_test_run ();
}
