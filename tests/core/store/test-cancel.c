/* test-cancel.c - a command that takes long is ended by whoever waits for it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-contact.h"

static gboolean
insert_contact (OnwardWriter *writer, GError **error)
{
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);

  onward_set_text (&contact->name, "Amara Okafor");
  return onward_writer_insert (writer, contact, error);
}

static gpointer
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* One statement that would never end; cancelled from another thread. */
static gboolean
count_for_ever (OnwardWriter *writer, gpointer cancellable, GError **error)
{
  g_autoptr (GThread) thread = NULL;
  gboolean done;

  if (!insert_contact (writer, error))
    return FALSE;
  onward_writer_set_cancellable (writer, cancellable);
  thread = g_thread_new ("cancel", cancel_cb, cancellable);
  done = onward_connection_execute (onward_writer_get_connection (writer),
                                    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT 1 FROM n) "
                                    "UPDATE contacts SET notes = (SELECT count (*) FROM n)",
                                    error);
  g_thread_join (g_steal_pointer (&thread));
  return done;
}

/* Has done everything when it is cancelled. */
static gboolean
finish_too_late (OnwardWriter *writer, gpointer cancellable, GError **error)
{
  onward_writer_set_cancellable (writer, cancellable);
  if (!insert_contact (writer, error))
    return FALSE;
  g_cancellable_cancel (cancellable);
  return TRUE;
}

static gboolean
insert (OnwardWriter *writer, gpointer data, GError **error)
{
  return insert_contact (writer, error);
}

static gint64
count (OnwardFixture *f)
{
  return onward_connection_read_int (onward_store_get_connection (f->store), "SELECT count (*) FROM contacts", -1);
}

static void
test_cancelled (OnwardFixture *f, gconstpointer command)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (onward_store_run (f->store, "Test", (OnwardCommandFunc)command, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count (f), ==, 0);
  g_assert_null (onward_store_get_undo_label (f->store));
  /* What was cancelled is over: the next command is not. */
  g_assert_true (onward_store_run (f->store, "Test", insert, NULL, NULL));
  g_assert_cmpint (count (f), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cancel/ends a statement for all rows, and nothing of the command stays", OnwardFixture, count_for_ever,
              onward_fixture_set_up, test_cancelled, onward_fixture_tear_down);
  g_test_add ("/cancel/counts until the command is written to the disk", OnwardFixture, finish_too_late,
              onward_fixture_set_up, test_cancelled, onward_fixture_tear_down);
  return g_test_run ();
}
