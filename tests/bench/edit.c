/* edit.c - one edit, from the call until it is durable and the playbook has looked at it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* usage: edit DATABASE FLOOR-DATABASE ROUNDS
 *
 * The two databases are equal. Prints for each edit a line: "edit", milliseconds on the wall from the call to the answer on
 * the main thread, and those of the floor: the same row written by one UPDATE in a transaction of its own, as durable as
 * the program's (WAL, synchronous FULL). A line "edit, processor" follows: of all threads. */

#include "bench.h"
#include "model/onward-contact.h"

#define EDITS_A_ROUND 25

typedef struct
{
  gint64 contact;
  char *headline;
} Edit;

static gboolean
write_headline (OnwardWriter *writer, gpointer data, GError **error)
{
  const Edit *edit = data;
  g_autoptr (OnwardContact) contact = onward_writer_load (writer, ONWARD_TYPE_CONTACT, edit->contact, error);

  if (contact == NULL)
    return FALSE;
  onward_set_text (&contact->headline, edit->headline);
  return onward_writer_update (writer, contact, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  onward_store_run_finish (ONWARD_STORE (source), result, &error);
  bench_stop_on ("edit", error);
  *(gboolean *)data = TRUE;
}

static void
run_own (OnwardStore *store, Edit *edit)
{
  gboolean written = FALSE;

  onward_store_run_async (store, "Edit", write_headline, edit, NULL, written_cb, &written);
  while (!written)
    g_main_context_iteration (NULL, TRUE);
}

static void
run_floor (OnwardConnection *connection, const Edit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnwardStatement) statement = NULL;

  onward_connection_execute (connection, "BEGIN IMMEDIATE", &error);
  bench_stop_on ("floor", error);
  statement = onward_connection_prepare (connection, "UPDATE contacts SET headline = ?1 WHERE id = ?2", &error);
  bench_stop_on ("floor", error);
  onward_statement_bind_text (statement, 1, edit->headline);
  onward_statement_bind_int (statement, 2, edit->contact);
  onward_statement_run (statement, &error);
  bench_stop_on ("floor", error);
  onward_connection_execute (connection, "COMMIT", &error);
  bench_stop_on ("floor", error);
}

static void
measure (OnwardStore *store, OnwardConnection *connection, Edit *edit)
{
  double wall[3], cpu[3];

  wall[0] = bench_get_wall ();
  cpu[0] = bench_get_process_cpu ();
  run_own (store, edit);
  wall[1] = bench_get_wall ();
  cpu[1] = bench_get_process_cpu ();
  run_floor (connection, edit);
  wall[2] = bench_get_wall ();
  cpu[2] = bench_get_process_cpu ();
  bench_print ("edit", wall[1] - wall[0], wall[2] - wall[1]);
  bench_print ("edit, processor", cpu[1] - cpu[0], cpu[2] - cpu[1]);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnwardStore) store = NULL;
  g_autoptr (OnwardConnection) connection = NULL;
  gint64 n;

  if (argc != 4 || atoi (argv[3]) < 1)
    {
      g_printerr ("usage: edit DATABASE FLOOR-DATABASE ROUNDS\n");
      return 2;
    }
  store = bench_open_store (argv[1]);
  connection = onward_connection_open (argv[2], ONWARD_CONNECTION_WRITER, &error);
  bench_stop_on (argv[2], error);
  n = onward_connection_read_int (onward_store_get_connection (store), "SELECT max (id) FROM contacts", 1);
  for (int i = 0; i < atoi (argv[3]) * EDITS_A_ROUND; i++)
    {
      Edit edit = { .contact = 1 + i * 7919 % n, .headline = g_strdup_printf ("Platform lead %d", i) };

      measure (store, connection, &edit);
      g_free (edit.headline);
    }
  g_assert_cmpint (
      onward_connection_read_int (connection, "SELECT count (*) FROM contacts WHERE headline GLOB 'Platform lead *'",
                                  0),
      ==,
      onward_connection_read_int (onward_store_get_connection (store),
                                  "SELECT count (*) FROM contacts WHERE headline GLOB 'Platform lead *'", 0));
  return 0;
}
