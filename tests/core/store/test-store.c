/* test-store.c - what is written is there, announced, and can be taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"

#include <string.h>
#include <sys/stat.h>

typedef struct
{
  GPtrArray *tables;
  guint rows;
} Heard;

static void
changed_cb (OnwardStore *store, const char *table, GArray *ids, Heard *heard)
{
  g_ptr_array_add (heard->tables, g_strdup (table));
  heard->rows += ids != NULL ? ids->len : 0;
}

static gboolean
add_contact (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);

  onward_set_text (&contact->name, data);
  return onward_writer_insert (writer, contact, error);
}

static gboolean
rename_contact (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardContact) contact = onward_writer_load (writer, ONWARD_TYPE_CONTACT, 1, error);

  if (contact == NULL)
    return FALSE;
  onward_set_text (&contact->name, data);
  return onward_writer_update (writer, contact, error);
}

static gboolean
add_then_fail (OnwardWriter *writer, gpointer data, GError **error)
{
  add_contact (writer, data, NULL);
  g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID, "no");
  return FALSE;
}

static gboolean
refer_to_nobody (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardOpportunity) opportunity = g_object_new (ONWARD_TYPE_OPPORTUNITY, NULL);

  opportunity->company = 4711;
  return onward_writer_insert (writer, opportunity, error);
}

static void
wait_for (gboolean *flag)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (!*flag && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (*flag);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (onward_store_run_finish (ONWARD_STORE (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *)data = TRUE;
}

static void
test_written (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnwardContact) contact = NULL;
  Heard heard = { g_ptr_array_new_with_free_func (g_free), 0 };

  g_signal_connect (f->store, "changed", G_CALLBACK (changed_cb), &heard);
  onward_store_run (f->store, "Add", add_contact, "Amara Okafor", &error);
  g_assert_no_error (error);
  contact = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1);
  g_assert_cmpstr (contact->name, ==, "Amara Okafor");
  g_assert_true (g_uuid_string_is_valid (contact->record.uuid));
  g_assert_cmpuint (heard.tables->len, ==, 1);
  g_assert_cmpstr (heard.tables->pdata[0], ==, "contacts");
  g_assert_cmpuint (heard.rows, ==, 1);
  g_ptr_array_unref (heard.tables);
}

static void
test_one_object_a_row (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContact) first = NULL;
  g_autoptr (OnwardContact) second = NULL;

  g_assert_true (onward_store_run (f->store, "Add", add_contact, "Amara", NULL));
  first = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1);
  second = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1);
  g_assert_true (first == second);
  g_assert_true (onward_store_run (f->store, "Rename", rename_contact, "Amara Okafor", NULL));
  g_assert_cmpstr (first->name, ==, "Amara Okafor");
  g_assert_null (onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 2));
}

static void
test_failed_leaves_nothing (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Heard heard = { g_ptr_array_new_with_free_func (g_free), 0 };

  g_signal_connect (f->store, "changed", G_CALLBACK (changed_cb), &heard);
  g_assert_false (onward_store_run (f->store, "Add", add_then_fail, "Nobody", &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (onward_store_run (f->store, "Add", refer_to_nobody, NULL, &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FAILED);
  g_assert_cmpuint (heard.tables->len, ==, 0);
  g_assert_null (onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1));
  g_assert_null (onward_store_get_undo_label (f->store));
  g_ptr_array_unref (heard.tables);
}

static void
test_undo (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContact) contact = NULL;
  gboolean done = FALSE;

  onward_store_run (f->store, "Add", add_contact, "Amara", NULL);
  onward_store_run (f->store, "Rename", rename_contact, "Amara Okafor", NULL);
  contact = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1);
  g_assert_cmpstr (onward_store_get_undo_label (f->store), ==, "Rename");
  onward_store_undo_async (f->store, done_cb, &done);
  wait_for (&done);
  g_assert_cmpstr (contact->name, ==, "Amara");
  g_assert_cmpstr (onward_store_get_undo_label (f->store), ==, "Add");
  g_assert_cmpstr (onward_store_get_redo_label (f->store), ==, "Rename");
  done = FALSE;
  onward_store_redo_async (f->store, done_cb, &done);
  wait_for (&done);
  g_assert_cmpstr (contact->name, ==, "Amara Okafor");
}

/* Somebody looks at what is taken back meanwhile. */
static void
test_row_that_is_gone (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContact) contact = NULL;
  gboolean done = FALSE;

  onward_store_run (f->store, "Add", add_contact, "Amara", NULL);
  contact = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1);
  onward_store_undo_async (f->store, done_cb, &done);
  wait_for (&done);
  g_assert_false (onward_store_has_record (f->store, ONWARD_TYPE_CONTACT, 1));
  g_assert_cmpstr (contact->name, ==, "Amara");
  done = FALSE;
  onward_store_redo_async (f->store, done_cb, &done);
  wait_for (&done);
  g_assert_true (onward_store_has_record (f->store, ONWARD_TYPE_CONTACT, 1));
}

static void
test_undo_keeps_later_changes (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContact) contact = NULL;
  gboolean done = FALSE;

  onward_store_run (f->store, "Add", add_contact, "Amara", NULL);
  onward_store_run (f->store, "Rename", rename_contact, "Amara O", NULL);
  onward_store_run (f->store, NULL, rename_contact, "Amara Okafor", NULL);
  onward_store_undo_async (f->store, done_cb, &done);
  wait_for (&done);
  contact = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1);
  g_assert_cmpstr (contact->name, ==, "Amara Okafor");
}

static void
test_order (OnwardFixture *f, gconstpointer data)
{
  gboolean done = FALSE;
  g_autoptr (OnwardContact) contact = NULL;

  onward_store_run_async (f->store, "Add", add_contact, "Amara", NULL, NULL, NULL);
  for (int i = 0; i < 20; i++)
    onward_store_run_async (f->store, "Rename", rename_contact, g_strdup_printf ("Name %d", i), g_free,
                            i == 19 ? done_cb : NULL, &done);
  wait_for (&done);
  contact = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1);
  g_assert_cmpstr (contact->name, ==, "Name 19");
}

static void
note_thread_cb (OnwardStore *store, const char *table, GArray *ids, GPtrArray *threads)
{
  g_ptr_array_add (threads, g_thread_self ());
}

/* Also while the main thread is in no main loop: it waits for the second command here, after the first was committed. */
static void
test_announced_on_the_main_thread (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();

  g_signal_connect (f->store, "changed", G_CALLBACK (note_thread_cb), threads);
  onward_store_run_async (f->store, "Add", add_contact, "Amara", NULL, NULL, NULL);
  g_assert_true (onward_store_run (f->store, "Add", add_contact, "Birgit", NULL));
  while (threads->len < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (threads->pdata[0] == g_thread_self ());
  g_assert_true (threads->pdata[1] == g_thread_self ());
}

static void
test_survives_reopening (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContact) contact = NULL;

  onward_store_run (f->store, "Add", add_contact, "Κατερίνα Παπαδοπούλου", NULL);
  onward_fixture_close (f);
  onward_fixture_open (f);
  contact = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1);
  g_assert_cmpstr (contact->name, ==, "Κατερίνα Παπαδοπούλου");
}

static void
test_private_files (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (f->path);
  struct stat info;

  g_assert_cmpint (stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_cmpint (stat (f->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
heard_everything_cb (OnwardStore *store, const char *table, GArray *ids, gboolean *heard)
{
  if (strcmp (table, "contacts") == 0 && ids == NULL)
    *heard = TRUE;
}

static void
test_other_process (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContact) contact = NULL;
  g_autoptr (OnwardStore) other = NULL;
  gboolean heard = FALSE;

  onward_store_run (f->store, "Add", add_contact, "Amara", NULL);
  contact = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1);
  onward_store_watch (f->store);
  g_signal_connect (f->store, "changed", G_CALLBACK (heard_everything_cb), &heard);
  other = onward_store_open (f->path, onward_fixture_get_now, f, NULL);
  g_assert_true (onward_store_run (other, NULL, rename_contact, "Amara Okafor", NULL));
  wait_for (&heard);
  g_assert_cmpstr (contact->name, ==, "Amara Okafor");
  onward_store_close (other);
}

/* A value for each field that is not the one it has when it is left out. */
static void
fill_record (gpointer record, int seed)
{
  const OnwardTable *table = onward_record_get_table (record);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const OnwardField *field = &table->fields[i];

      if (onward_field_is_text (field))
        *ONWARD_FIELD_PTR (record, field) = g_strdup_printf ("2026-03-%02dT%s", seed + i % 20, field->path);
      else if (field->type == ONWARD_FIELD_INTEGER)
        *ONWARD_FIELD_INT64 (record, field) = 1000 + seed + i;
      else if (field->type == ONWARD_FIELD_BOOLEAN)
        *ONWARD_FIELD_BOOL (record, field) = TRUE;
      else if (field->type == ONWARD_FIELD_BOOLEAN_TRUE)
        *ONWARD_FIELD_BOOL (record, field) = FALSE;
    }
  ONWARD_RECORD (record)->extra = g_strdup ("{\"later\":1}");
}

static gboolean
write_every_class (OnwardWriter *writer, gpointer data, GError **error)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (!onward_writer_insert (writer, records->pdata[i], error))
      return FALSE;
  return TRUE;
}

static void
test_every_field (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  guint n;
  const GType *types = onward_collections_get_types (&n);

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (records, g_object_new (types[i], NULL));
      fill_record (records->pdata[i], 1);
    }
  onward_store_run (f->store, NULL, write_every_class, records, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OnwardRecord) stored =
          onward_store_get_record (f->store, types[i], ONWARD_RECORD (records->pdata[i])->id);

      g_assert_nonnull (stored);
      g_assert_true (onward_record_equal (stored, records->pdata[i]));
    }
}

#define ADD(path, func) g_test_add (path, OnwardFixture, NULL, onward_fixture_set_up, func, onward_fixture_tear_down)

/* The second row cannot be calculated: half of the rows is no answer that a command may go on with. */
static void
test_ids_are_read_to_the_end (OnwardFixture *f, gconstpointer data)
{
  OnwardConnection *connection = onward_store_get_connection (f->store);
  g_autoptr (OnwardStatement) whole = onward_connection_prepare (connection, "VALUES (3), (1), (2)", NULL);
  g_autoptr (OnwardStatement) broken =
      onward_connection_prepare (connection, "SELECT 7 UNION ALL SELECT abs (-9223372036854775807 - 1)", NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  g_assert_true (onward_statement_read_ids (whole, ids, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpint (g_array_index (ids, gint64, 2), ==, 2);
  g_assert_true (onward_statement_read_ids (whole, ids, NULL));
  g_assert_cmpuint (ids->len, ==, 6);
  g_assert_false (onward_statement_read_ids (broken, ids, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/what is written is there and announced", test_written);
  ADD ("/store/there is one object a row and it follows the row", test_one_object_a_row);
  ADD ("/store/a command that fails leaves nothing and is not announced", test_failed_leaves_nothing);
  ADD ("/store/a command can be taken back and done again", test_undo);
  ADD ("/store/a row that is gone is known to be gone while somebody holds it", test_row_that_is_gone);
  ADD ("/store/taking back leaves what was changed since", test_undo_keeps_later_changes);
  ADD ("/store/commands run in the order in which they were given", test_order);
  ADD ("/store/changes are announced on the main thread", test_announced_on_the_main_thread);
  ADD ("/store/what is durable is there after reopening", test_survives_reopening);
  ADD ("/store/folder and file are the user's alone", test_private_files);
  ADD ("/store/another program's commit is seen", test_other_process);
  ADD ("/store/ids are read to the end or not at all", test_ids_are_read_to_the_end);
  ADD ("/store/every field of every class comes back", test_every_field);
  return g_test_run ();
}
