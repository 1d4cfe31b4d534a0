/* test-backups.c - which copies of a database are kept */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "lib/onward-old-database.h"
#include "store/onward-backups.h"
#include "store/onward-migrations.h"

/* A folder with a database of the first version in it, not opened yet. */
static void
set_up (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *folder = NULL;

  f->folder = g_dir_make_tmp ("onward-test-XXXXXX", NULL);
  folder = g_build_filename (f->folder, "data", NULL);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  f->path = g_build_filename (folder, "onward.db", NULL);
  f->now.unix_time = 1772442000; /* 2026-03-02T10:00:00+01:00 */
  g_strlcpy (f->now.zone, "Europe/Amsterdam", sizeof f->now.zone);
  onward_old_database_write (f->path, 1);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *)a, *(char *const *)b);
}

static char *
list_backups (OnwardFixture *f)
{
  g_autofree char *folder = g_build_filename (f->folder, "data", "backups", NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **)names->pdata);
}

static void
test_few_kept (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *stranger = g_strdup_printf ("%s/data/backups/letters-version-1-2020-01-01T000000Z.db", f->folder);
  g_autofree char *left = g_strdup_printf ("%s/data/backups/onward-version-1-2020-01-01T000000Z.db.part", f->folder);
  g_autofree char *folder = g_path_get_dirname (left);
  g_autofree char *names = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (stranger, "", 0, NULL));
  for (int i = 0; i < 5; i++)
    {
      g_assert_true (g_file_set_contents (left, "", 0, NULL));
      onward_old_database_write (f->path, 1);
      f->now.unix_time += i == 4 ? 0 : 3600; /* a clock may stand still, too */
      onward_fixture_open (f);
      onward_fixture_close (f);
    }
  names = list_backups (f);
  g_assert_cmpstr (names, ==,
                   "letters-version-1-2020-01-01T000000Z.db onward-version-1-2026-03-02T120000Z.db "
                   "onward-version-1-2026-03-02T130000Z.db onward-version-1-2026-03-02T130000Z_02.db");
}

/* The only way back to the Onward before. */
static void
test_made_before_an_update (OnwardFixture *f, gconstpointer data)
{
  int version = onward_migrations_get_version ();
  g_autofree char *expected = NULL;
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;

  onward_fixture_open (f);
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *made = NULL;

      f->now.unix_time += 60;
      made = onward_backups_make_now (f->path, &f->now, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_test (made, G_FILE_TEST_EXISTS));
    }
  names = list_backups (f);
  expected = g_strdup_printf ("onward-version-1-2026-03-02T090000Z.db onward-version-%1$d-2026-03-02T090300Z.db "
                              "onward-version-%1$d-2026-03-02T090400Z.db onward-version-%1$d-2026-03-02T090500Z.db",
                              version);
  g_assert_cmpstr (names, ==, expected);
}

static void
add_test (const char *path, void (*test) (OnwardFixture *f, gconstpointer data))
{
  g_test_add_vtable (path, sizeof (OnwardFixture), NULL, (GTestFixtureFunc)set_up, (GTestFixtureFunc)test,
                     (GTestFixtureFunc)onward_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/backups/of each version the newest three are kept", test_few_kept);
  add_test ("/backups/what the user copies never takes the place of the copy made before an update",
            test_made_before_an_update);
  return g_test_run ();
}
