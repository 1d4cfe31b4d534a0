/* test-import-faults.c - whatever fails while files are imported, all of it is there or nothing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fault-vfs.h"
#include "lib/onward-fixture.h"
#include "lib/onward-old-database.h"
#include "onward-linkedin.h"
#include "store/onward-contact-import.h"
#include "store/onward-json-import.h"
#include "store/onward-migrations.h"
#include "store/onward-reconcile-store.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct _Trial Trial;

struct _Trial
{
  OnwardFixture f;
  gboolean (*import) (Trial *t, OnwardStore *store, GError **error);
  char *text;
  char *database; /* the file's bytes before */
  gsize size;
  char *old_rows;
  char *new_counts;
  int n_old;
  int n_new;
};

/* The newest version of which there is a fixture. */
static int
get_version (void)
{
  return onward_migrations_get_version () - 1;
}

static gboolean
import_document (Trial *t, OnwardStore *store, GError **error)
{
  g_autoptr (OnwardJsonImport) command = onward_json_import_new (t->text, strlen (t->text), FALSE, FALSE);

  return onward_store_run (store, "Import", onward_json_import_run, command, error);
}

static gboolean
import_connections (Trial *t, OnwardStore *store, GError **error)
{
  OnwardProposal *proposal = onward_linkedin_read_connections (t->text, strlen (t->text), NULL, error);
  g_autoptr (OnwardContactImport) command = NULL;

  if (proposal == NULL)
    return FALSE;
  command = onward_contact_import_new (proposal, FALSE, NULL);
  return onward_store_run (store, "Import", onward_contact_import_run, command, error);
}

static OnwardStore *
open_store (Trial *t, GError **error)
{
  OnwardStore *store = onward_store_open (t->f.path, onward_fixture_get_now, &t->f, error);

  if (store != NULL)
    onward_store_set_reconcile (store, onward_reconcile);
  return store;
}

/* As onward-cli does it, and once more in the same program when it failed. */
static gboolean
import_once (Trial *t, GError **error)
{
  g_autoptr (OnwardStore) store = open_store (t, error);
  gboolean done = store != NULL && t->import (t, store, error);

  if (!done)
    {
      g_autoptr (GError) again = NULL;

      onward_fault_vfs_set (ONWARD_FAULT_NONE, 0, FALSE, NULL);
      if (store != NULL && !t->import (t, store, &again))
        g_error ("not usable any more: %s", again->message);
    }
  if (store != NULL)
    onward_store_close (store);
  return done;
}

/* Rows of each table, by their number: ids of new rows are others each time. */
static char *
count_rows (Trial *t)
{
  GString *counts = g_string_new (NULL);
  sqlite3_stmt *tables;
  sqlite3 *handle;

  sqlite3_open (t->f.path, &handle);
  sqlite3_prepare_v2 (handle,
                      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name", -1,
                      &tables, NULL);
  while (sqlite3_step (tables) == SQLITE_ROW)
    {
      const char *name = (const char *)sqlite3_column_text (tables, 0);
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", name);
      sqlite3_stmt *row;

      g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &row, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
      g_string_append_printf (counts, "%s %d\n", name, sqlite3_column_int (row, 0));
      sqlite3_finalize (row);
    }
  sqlite3_finalize (tables);
  sqlite3_close (handle);
  return g_string_free (counts, FALSE);
}

static void
start_again (Trial *t)
{
  g_autofree char *folder = g_path_get_dirname (t->f.path);

  onward_fixture_remove (folder);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (
      g_file_set_contents_full (t->f.path, t->database, (gssize)t->size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
start (Trial *t, gboolean (*import) (Trial *, OnwardStore *, GError **), char *text)
{
  g_autofree char *folder = NULL;
  OnwardStore *store;

  memset (t, 0, sizeof *t);
  t->import = import;
  t->text = text;
  t->f.folder = g_dir_make_tmp ("onward-test-XXXXXX", NULL);
  folder = g_build_filename (t->f.folder, "data", NULL);
  t->f.path = g_build_filename (folder, "onward.db", NULL);
  t->f.now.unix_time = 1772442000;
  g_strlcpy (t->f.now.zone, "Europe/Amsterdam", sizeof t->f.now.zone);
  onward_fault_vfs_set (ONWARD_FAULT_NONE, 0, FALSE, NULL);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  onward_old_database_write (t->f.path, get_version ());
  store = open_store (t, NULL);
  onward_store_close (store);
  g_object_unref (store);
  g_assert_true (g_file_get_contents (t->f.path, &t->database, &t->size, NULL));
  t->old_rows = onward_old_database_describe (t->f.path, get_version ());
}

static void
finish (Trial *t)
{
  g_assert_cmpint (t->n_old, >, 0);
  g_assert_cmpint (t->n_new, >, 0);
  onward_fixture_tear_down (&t->f, NULL);
  g_free (t->text);
  g_free (t->database);
  g_free (t->old_rows);
  g_free (t->new_counts);
}

/* Whole, and old or new. */
static void
check_state (Trial *t, gboolean must_be_new)
{
  g_autofree char *rows = onward_old_database_describe (t->f.path, get_version ());
  g_autofree char *faults = onward_old_database_find_faults (t->f.path, TRUE);
  g_autofree char *counts = NULL;

  g_assert_cmpstr (faults, ==, "");
  if (!must_be_new && strcmp (rows, t->old_rows) == 0)
    {
      t->n_old++;
      return;
    }
  counts = count_rows (t);
  g_assert_cmpstr (counts, ==, t->new_counts);
  t->n_new++;
}

static int
count_operations (Trial *t)
{
  g_autoptr (GError) error = NULL;
  int n;

  start_again (t);
  onward_fault_vfs_set (ONWARD_FAULT_NONE, 0, FALSE, NULL);
  import_once (t, &error);
  g_assert_no_error (error);
  n = onward_fault_vfs_get_count ();
  t->new_counts = count_rows (t);
  check_state (t, TRUE);
  g_test_message ("%d operations", n);
  return n;
}

static int
get_stride (int n, int wanted)
{
  return g_strcmp0 (g_getenv ("ONWARD_FAULTS"), "all") == 0 ? 1 : MAX (n / wanted, 1);
}

/* What failed is said in words; the program that said so goes on, and imports it the next time. */
static void
test_disk (Trial *t, int n)
{
  int stride = get_stride (n, 10);

  for (int at = g_test_rand_int_range (0, stride); at < n; at += stride)
    {
      g_autoptr (GError) error = NULL;
      gboolean done;

      start_again (t);
      onward_fault_vfs_set (g_test_rand_bit () ? ONWARD_FAULT_FULL : ONWARD_FAULT_IO, at, g_test_rand_bit (), NULL);
      done = import_once (t, &error);
      onward_fault_vfs_set (ONWARD_FAULT_NONE, 0, FALSE, NULL);
      g_assert_true (done || g_str_has_suffix (error->message, "."));
      /* When the file could not even be opened, nothing was imported the second time. */
      check_state (t, done);
    }
}

static void
test_killed (Trial *t, int n)
{
  int stride = get_stride (n, 15);

  for (int at = g_test_rand_int_range (0, stride); at < n; at += stride)
    {
      pid_t child;
      int status;

      start_again (t);
      child = fork ();
      if (child == 0)
        {
          onward_fault_vfs_set (ONWARD_FAULT_KILL, at, FALSE, NULL);
          import_once (t, NULL);
          _exit (0);
        }
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status) ? WTERMSIG (status) == SIGKILL : WEXITSTATUS (status) == 0);
      check_state (t, !WIFSIGNALED (status));
    }
}

static char *
read_document (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "json", "every-member.json", NULL);
  char *text;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static char *
write_connections (void)
{
  GString *text = g_string_new ("First Name,Last Name,URL,Email Address,Company,Position,Connected On\n");

  for (int i = 0; i < 300; i++)
    g_string_append_printf (
        text, "Zoë %d,Nguyễn,https://www.linkedin.com/in/zoe-%d,zoe%d@mail.example,Company %d,Engineer,02 Mar 2026\n",
        i, i, i, i % 40);
  return g_string_free (text, FALSE);
}

static void
test_document (void)
{
  Trial t;
  int n;

  start (&t, import_document, read_document ());
  n = count_operations (&t);
  test_disk (&t, n);
  test_killed (&t, n);
  finish (&t);
}

static void
test_connections (void)
{
  Trial t;
  int n;

  start (&t, import_connections, write_connections ());
  n = count_operations (&t);
  test_disk (&t, n);
  test_killed (&t, n);
  finish (&t);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  onward_fault_vfs_install ();
  g_test_add_func ("/import faults/a document is there whole or not at all", test_document);
  g_test_add_func ("/import faults/connections are there whole or not at all", test_connections);
  return g_test_run ();
}
