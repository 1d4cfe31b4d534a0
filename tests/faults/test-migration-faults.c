/* test-migration-faults.c - whatever fails while a database is brought up to date, it is old or new and never between */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fault-vfs.h"
#include "lib/onward-fixture.h"
#include "lib/onward-old-database.h"
#include "store/onward-lock.h"
#include "store/onward-migrations.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a database of one version is before and after. */
typedef struct
{
  OnwardFixture f;
  int version;
  char *old_state;
  char *new_state;
  gboolean saw_old;
  gboolean saw_new;
} Trial;

static char *
get_backups (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, "backups", NULL);
}

/* As a program finds it: the old database, alone in its folder. */
static void
start_again (Trial *t)
{
  g_autofree char *folder = g_path_get_dirname (t->f.path);

  onward_fixture_remove (folder);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  onward_old_database_write (t->f.path, t->version);
}

static gboolean
open_and_close (Trial *t, GError **error)
{
  g_autoptr (OnwardStore) store = onward_store_open (t->f.path, onward_fixture_get_now, &t->f, error);

  if (store != NULL)
    onward_store_close (store);
  return store != NULL;
}

static void
start (Trial *t, int version)
{
  memset (t, 0, sizeof *t);
  t->version = version;
  t->f.folder = g_dir_make_tmp ("onward-test-XXXXXX", NULL);
  t->f.path = g_build_filename (t->f.folder, "data", "onward.db", NULL);
  t->f.now.unix_time = 1772442000;
  g_strlcpy (t->f.now.zone, "Europe/Amsterdam", sizeof t->f.now.zone);
  onward_fault_vfs_set (ONWARD_FAULT_NONE, 0, FALSE, NULL);
  start_again (t);
  t->old_state = onward_old_database_describe (t->f.path, version);
  g_assert_true (open_and_close (t, NULL));
  t->new_state = onward_old_database_describe (t->f.path, version);
  g_assert_cmpstr (t->old_state, !=, t->new_state);
}

static void
finish (Trial *t)
{
  /* Without both the test would have looked at nothing. */
  g_assert_true (t->saw_old);
  g_assert_true (t->saw_new);
  onward_fixture_tear_down (&t->f, NULL);
  g_free (t->old_state);
  g_free (t->new_state);
}

/* Copies that have their name are whole, whatever happened. */
static guint
check_backups (Trial *t)
{
  g_autofree char *folder = get_backups (t->f.path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".db"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_autofree char *state = onward_old_database_describe (path, t->version);

        g_assert_cmpstr (state, ==, t->old_state);
        n++;
      }
  return n;
}

static gboolean
has_unfinished (Trial *t)
{
  g_autofree char *folder = get_backups (t->f.path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, ".db"))
      return TRUE;
  return FALSE;
}

/* Old or new; changed only after a copy; and the next program brings it up to date. */
static void
check_state (Trial *t, gboolean must_be_new)
{
  g_autofree char *state = onward_old_database_describe (t->f.path, t->version);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_new = strcmp (state, t->new_state) == 0;
  g_autofree char *faults = onward_old_database_find_faults (t->f.path, is_new);
  guint n = check_backups (t);

  g_assert_cmpstr (faults, ==, "");
  if (!is_new)
    g_assert_cmpstr (state, ==, t->old_state);
  g_assert_true (is_new || !must_be_new);
  g_assert_true (!is_new || t->version == 0 || n == 1);
  *(is_new ? &t->saw_new : &t->saw_old) = TRUE;
  g_assert_true (open_and_close (t, &error));
  g_assert_no_error (error);
  g_assert_false (has_unfinished (t));
  if (is_new)
    return;
  after = onward_old_database_describe (t->f.path, t->version);
  g_assert_cmpstr (after, ==, t->new_state);
}

static int
count_operations (Trial *t)
{
  start_again (t);
  onward_fault_vfs_set (ONWARD_FAULT_NONE, 0, FALSE, NULL);
  g_assert_true (open_and_close (t, NULL));
  return onward_fault_vfs_get_count ();
}

/* One sentence or two about the file, for people. */
static void
check_words (Trial *t, const GError *error)
{
  if (strstr (error->message, t->f.path) == NULL || strchr (error->message, '\n') != NULL
      || !g_str_has_suffix (error->message, "."))
    g_error ("not a message for people: %s", error->message);
}

static void
fail_at (Trial *t, OnwardFault fault, int at, gboolean for_good)
{
  g_autoptr (GError) error = NULL;
  gboolean opened;

  start_again (t);
  onward_fault_vfs_set (fault, at, for_good, NULL);
  opened = open_and_close (t, &error);
  onward_fault_vfs_set (ONWARD_FAULT_NONE, 0, FALSE, NULL);
  if (!opened)
    {
      check_words (t, error);
      g_assert_false (has_unfinished (t));
    }
  check_state (t, opened);
}

/* Every place, or, unless ONWARD_FAULTS=all says so, some that are others each time. */
static int
get_stride (int n, int wanted)
{
  return g_strcmp0 (g_getenv ("ONWARD_FAULTS"), "all") == 0 ? 1 : MAX (n / wanted, 1);
}

static void
test_disk (gconstpointer version)
{
  Trial t;
  int n, stride;

  start (&t, GPOINTER_TO_INT (version));
  n = count_operations (&t);
  stride = get_stride (n, 10);
  g_test_message ("%d operations", n);
  for (int at = g_test_rand_int_range (0, stride); at < n; at += stride)
    {
      gboolean odd = g_test_rand_bit ();

      fail_at (&t, odd ? ONWARD_FAULT_IO : ONWARD_FAULT_FULL, at, FALSE);
      fail_at (&t, odd ? ONWARD_FAULT_FULL : ONWARD_FAULT_IO, at, TRUE);
    }
  fail_at (&t, ONWARD_FAULT_IO, n - 1, FALSE); /* after the commit, whatever the stride */
  finish (&t);
}

static void
lose_at (Trial *t, OnwardFault fault, int at)
{
  g_autoptr (GError) error = NULL;
  gboolean opened;

  start_again (t);
  onward_fault_vfs_set (fault, at, FALSE, "/backups/");
  opened = open_and_close (t, &error);
  onward_fault_vfs_set (ONWARD_FAULT_NONE, 0, FALSE, NULL);
  if (!opened)
    check_words (t, error);
  check_state (t, opened);
}

/* A disk that says it wrote a page, and did not, or not so. The long texts fill ten pages in a row. */
static void
test_bad_copy (gconstpointer version)
{
  Trial t;
  int n, stride;

  start (&t, GPOINTER_TO_INT (version));
  start_again (&t);
  onward_fault_vfs_set (ONWARD_FAULT_NONE, 0, FALSE, "/backups/");
  g_assert_true (open_and_close (&t, NULL));
  n = onward_fault_vfs_get_count ();
  stride = get_stride (n, 25);
  g_test_message ("%d operations", n);
  for (int at = g_test_rand_int_range (0, stride); at < n; at += stride)
    {
      lose_at (&t, ONWARD_FAULT_LOST, at);
      lose_at (&t, ONWARD_FAULT_FLIP, at);
    }
  t.saw_new = TRUE;
  finish (&t);
}

/* In a process of its own, until it is killed or done. Returns whether it was done. */
static gboolean
run_child (Trial *t, void (*run) (Trial *, int), int at)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      run (t, at);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) ? WEXITSTATUS (status) == 0 : WTERMSIG (status) == SIGKILL);
  return WIFEXITED (status);
}

static void
open_until_killed (Trial *t, int at)
{
  onward_fault_vfs_set (ONWARD_FAULT_KILL, at, FALSE, NULL);
  if (!open_and_close (t, NULL))
    _exit (1);
}

static void
test_killed (gconstpointer version)
{
  Trial t;
  int n, stride;

  start (&t, GPOINTER_TO_INT (version));
  n = count_operations (&t);
  stride = get_stride (n, 15);
  for (int at = g_test_rand_int_range (0, stride); at < n; at += stride)
    {
      start_again (&t);
      g_assert_false (run_child (&t, open_until_killed, at));
      check_state (&t, FALSE);
    }
  start_again (&t);
  g_assert_false (run_child (&t, open_until_killed, n - 1)); /* after the commit, whatever the stride */
  check_state (&t, FALSE);
  finish (&t);
}

static int statements;

static int
count_statement_cb (unsigned int event, void *kill_at, void *statement, void *sql)
{
  if (statements++ == GPOINTER_TO_INT (kill_at))
    kill (getpid (), SIGKILL);
  return 0;
}

/* As a program does it, with an eye on every statement, those of triggers too. */
static void
run_statements (Trial *t, int at)
{
  g_auto (GStrv) steps = onward_migrations_get_steps ();
  g_autoptr (OnwardLock) lock = onward_lock_new (t->f.path, NULL);
  g_autoptr (OnwardConnection) connection = NULL;

  onward_lock_acquire (lock, 10, NULL);
  connection = onward_connection_open (t->f.path, ONWARD_CONNECTION_WRITER, NULL);
  statements = 0;
  sqlite3_trace_v2 (onward_connection_get_handle (connection), SQLITE_TRACE_STMT, count_statement_cb,
                    GINT_TO_POINTER (at));
  if (!onward_migrations_run (connection, t->f.path, NULL, (const char *const *)steps, &t->f.now, NULL))
    _exit (1);
}

static void
test_killed_at_statements (gconstpointer version)
{
  Trial t;
  int n, stride;

  start (&t, GPOINTER_TO_INT (version));
  start_again (&t);
  run_statements (&t, -1);
  t.saw_new = TRUE;
  n = statements;
  stride = get_stride (n, 15);
  g_test_message ("%d statements", n);
  for (int at = g_test_rand_int_range (0, stride); at < n; at += stride)
    {
      start_again (&t);
      g_assert_false (run_child (&t, run_statements, at));
      check_state (&t, FALSE);
    }
  finish (&t);
}

static void
add (const char *name, int version, GTestDataFunc test)
{
  g_autofree char *path = g_strdup_printf ("/migration faults/version %d: %s", version, name);

  g_test_add_data_func (path, GINT_TO_POINTER (version), test);
}

int
main (int argc, char *argv[])
{
  int before = onward_migrations_get_version () - 1;

  g_test_init (&argc, &argv, NULL);
  onward_fault_vfs_install ();
  add ("a broken or full disk leaves it old or new", 1, test_disk);
  add ("a broken or full disk leaves it old or new", before, test_disk);
  add ("a broken or full disk makes it whole or not at all", 0, test_disk);
  add ("killed anywhere it is old or new", 1, test_killed);
  add ("killed anywhere it is old or new", before, test_killed);
  add ("killed anywhere it is made whole or not at all", 0, test_killed);
  add ("killed at any statement it is old or new", 1, test_killed_at_statements);
  add ("killed at any statement it is made whole or not at all", 0, test_killed_at_statements);
  add ("a copy that is not what was written is noticed", 1, test_bad_copy);
  return g_test_run ();
}
