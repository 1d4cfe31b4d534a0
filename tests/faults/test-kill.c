/* test-kill.c - a program killed while it writes loses nothing that it said was durable */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fault-vfs.h"
#include "lib/onward-fixture.h"
#include "lib/onward-old-database.h"
#include "model/onward-collections.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* What is left of a killed process: how far it came. */
typedef struct
{
  int begun;
  int durable;
} Progress;

/* A process that was forked throws the same dice as its sisters, so a row's id is its number. */
static char *
make_uuid (int kind, int number)
{
  return g_strdup_printf ("%08x-0000-4000-8000-%012d", kind, number);
}

/* A command of several rows in several tables: a company, a person there, and the person's name once more. */
static gboolean
add_person (OnwardWriter *writer, gpointer data, GError **error)
{
  int number = GPOINTER_TO_INT (data);
  g_autoptr (OnwardCompany) company = g_object_new (ONWARD_TYPE_COMPANY, NULL);
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);

  company->record.uuid = make_uuid (1, number);
  company->name = g_strdup_printf ("Company %d", number);
  if (!onward_writer_insert (writer, company, error))
    return FALSE;
  contact->record.uuid = make_uuid (2, number);
  contact->name = g_strdup ("Nobody yet");
  contact->company = company->record.id;
  if (!onward_writer_insert (writer, contact, error))
    return FALSE;
  g_free (contact->name);
  contact->name = g_strdup_printf ("Person %d", number);
  return onward_writer_update (writer, contact, error);
}

static void
write_until_killed (OnwardFixture *f, volatile Progress *progress)
{
  g_autoptr (GError) error = NULL;

  f->store = onward_store_open (f->path, onward_fixture_get_now, f, &error);
  g_assert_no_error (error);
  for (int number = progress->durable + 1;; number++)
    {
      progress->begun = number;
      onward_store_run (f->store, "Add", add_person, GINT_TO_POINTER (number), &error);
      g_assert_no_error (error);
      progress->durable = number;
    }
}

/* Half of the rounds die before an operation on the disk, the others at any moment. */
static void
kill_once (OnwardFixture *f, volatile Progress *progress)
{
  gboolean at_operation = g_test_rand_bit ();
  int operation = g_test_rand_int_range (0, 300);
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      onward_fault_vfs_set (at_operation ? ONWARD_FAULT_KILL : ONWARD_FAULT_NONE, operation, FALSE, NULL);
      write_until_killed (f, progress);
    }
  if (!at_operation)
    {
      g_usleep ((gulong)g_test_rand_int_range (0, 20000));
      kill (child, SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
}

static int
read_int (sqlite3 *handle, const char *sql)
{
  sqlite3_stmt *row;
  int value = -1;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &row, NULL), ==, SQLITE_OK);
  if (sqlite3_step (row) == SQLITE_ROW)
    value = sqlite3_column_int (row, 0);
  sqlite3_finalize (row);
  return value;
}

/* Through SQLite alone. A commit whose acknowledgement was cut off may be there. */
static void
check_round (OnwardFixture *f, volatile Progress *progress)
{
  g_autofree char *faults = NULL;
  sqlite3 *handle;
  int people;

  if (!g_file_test (f->path, G_FILE_TEST_EXISTS))
    return;
  faults = onward_old_database_find_faults (f->path, TRUE);
  g_assert_cmpstr (faults, ==, "");
  g_assert_cmpint (sqlite3_open (f->path, &handle), ==, SQLITE_OK);
  if (read_int (handle, "PRAGMA user_version") > 0)
    {
      people = read_int (handle, "SELECT count (*) FROM contacts WHERE name = 'Person ' || id");
      g_assert_cmpint (people, >=, progress->durable);
      g_assert_cmpint (people, <=, progress->begun);
      g_assert_cmpint (read_int (handle, "SELECT count (*) FROM contacts"), ==, people);
      g_assert_cmpint (read_int (handle, "SELECT count (*) FROM companies"), ==, people);
      progress->durable = people;
    }
  sqlite3_close (handle);
}

static void
test_kill (OnwardFixture *f, gconstpointer data)
{
  const char *wanted = g_getenv ("ONWARD_KILL_ROUNDS");
  int rounds = wanted != NULL ? atoi (wanted) : 200;
  volatile Progress *progress =
      mmap (NULL, sizeof (Progress), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

  for (int i = 0; i < rounds; i++)
    {
      kill_once (f, progress);
      check_round (f, progress);
    }
  g_test_message ("%d commands were durable in %d rounds", progress->durable, rounds);
  /* Else hardly anything was written. */
  g_assert_cmpint (progress->durable, >, rounds / 4);
  munmap ((void *)progress, sizeof (Progress));
}

static void
set_up (OnwardFixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("onward-test-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "data", "onward.db", NULL);
  f->now.unix_time = 1772442000;
  g_strlcpy (f->now.zone, "Europe/Amsterdam", sizeof f->now.zone);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  onward_fault_vfs_install ();
  g_test_add ("/kill/a killed program loses nothing that was durable", OnwardFixture, NULL, set_up, test_kill,
              onward_fixture_tear_down);
  return g_test_run ();
}
