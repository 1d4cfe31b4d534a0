/* test-migrations.c - a database of any older version is brought up to date whole, or left as it was */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "lib/onward-old-database.h"
#include "model/onward-collections.h"
#include "store/onward-backups.h"
#include "store/onward-lock.h"
#include "store/onward-migrations.h"
#include "store/onward-sort-keys.h"

#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* What was released never changes: databases out there were made by it. Another step is a file of its own. */
static const char *const released[] = {
  "cf96360582ef4b5974831c6d8b19e037f19468428873202a1c8223181180d147",
  "ca6cb4163001e6838d78a3588925bbe7abe88b1d996967fb9b42d95c7d5e598a",
  "8488fbf070b1dfc3295c6d487f6bfc0b131d13366abf95e566010fe6fde7de92",
  "548e62659dcd48c95d1f123e40867852bb0efd6c1056cf9c3fe39eee8cafbd4c",
};

typedef struct
{
  const char *name;
  int version; /* of the database that is there; EVERY_VERSION: a test each */
  void (*test) (OnwardFixture *f, gconstpointer data);
  const char *data;
} Case;

/* A folder with a database of an old version in it, not opened yet. */
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
  onward_old_database_write (f->path, ((const Case *)data)->version);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* Names of the files in the database's folder or one in it, in order; the lock, which every program leaves, apart. */
static char *
list_folder (OnwardFixture *f, const char *part)
{
  g_autofree char *data = g_path_get_dirname (f->path);
  g_autofree char *folder = g_build_filename (data, part, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, "-lock"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **)names->pdata);
}

static char *
read_bytes (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *)bytes, length);
}

/* Brings the database up to date by these steps, as a program does that has them. */
static gboolean
run_steps (OnwardFixture *f, const char *const *steps, GError **error)
{
  g_autoptr (OnwardLock) lock = onward_lock_new (f->path, NULL);
  g_autoptr (OnwardConnection) connection = NULL;

  g_assert_true (onward_lock_acquire (lock, 10, NULL));
  connection = onward_connection_open (f->path, ONWARD_CONNECTION_WRITER, NULL);
  g_assert_nonnull (connection);
  return onward_migrations_run (connection, f->path, NULL, steps, &f->now, error);
}

/* Today's steps and one more. */
static GStrv
get_steps_and (const char *more)
{
  g_auto (GStrv) steps = onward_migrations_get_steps ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **)steps);
  g_strv_builder_add (builder, more);
  return g_strv_builder_end (builder);
}

static const char *
get_content (const char *description)
{
  return strstr (description, "\n\n");
}

static void
assert_whole (const char *path)
{
  g_autofree char *faults = onward_old_database_find_faults (path, TRUE);

  g_assert_cmpstr (faults, ==, "");
}

static void
assert_mode (const char *path, guint mode)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, mode);
}

static void
test_released (OnwardFixture *f, gconstpointer data)
{
  g_auto (GStrv) steps = onward_migrations_get_steps ();

  g_assert_cmpuint (g_strv_length (steps), >=, G_N_ELEMENTS (released));
  for (guint i = 0; i < G_N_ELEMENTS (released); i++)
    {
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, steps[i], -1);

      g_assert_cmpstr (sum, ==, released[i]);
    }
}

static void
test_content (OnwardFixture *f, gconstpointer data)
{
  int version = ((const Case *)data)->version;
  g_autoptr (JsonNode) document = onward_old_database_read_document (version);
  g_autoptr (JsonNode) exported = NULL;
  g_autofree char *before = onward_old_database_describe (f->path, version);
  g_autofree char *after = NULL;
  g_autofree char *fresh = g_strconcat (f->path, ".fresh.db", NULL);
  g_autofree char *schema = NULL;

  onward_fixture_open (f);
  exported = onward_old_database_export (onward_store_get_connection (f->store), &f->now);
  onward_fixture_close (f);
  g_assert_true (json_node_equal (exported, document));
  after = onward_old_database_describe (f->path, version);
  g_assert_cmpstr (get_content (after), ==, get_content (before));
  assert_whole (f->path);
  /* Beside the content it is a database as it is made today. */
  f->path = (g_free (f->path), g_strdup (fresh));
  onward_fixture_open (f);
  onward_fixture_close (f);
  schema = onward_old_database_describe (f->path, 0);
  g_assert_true (g_str_has_prefix (after, g_strchomp (schema)));
}

static void
test_names_in_order (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  onward_fixture_open (f);
  g_assert_true (onward_store_run (f->store, NULL, onward_sort_keys_set_locale, (gpointer) "C.UTF-8", &error));
  g_assert_no_error (error);
  g_assert_true (onward_sort_keys_are_for (f->store, "C.UTF-8"));
}

static void
test_backup (OnwardFixture *f, gconstpointer data)
{
  int version = ((const Case *)data)->version;
  g_autofree char *before = onward_old_database_describe (f->path, version);
  g_autofree char *folder = g_strdup_printf ("%s/data/backups", f->folder);
  g_autofree char *backup = g_strdup_printf ("%s/onward-version-%d-2026-03-02T090000Z.db", folder, version);
  g_autofree char *found = NULL;
  g_autofree char *after = NULL;
  mode_t mask = umask (0);

  onward_fixture_open (f);
  umask (mask);
  found = onward_backups_find (f->path, version);
  g_assert_cmpstr (found, ==, backup);
  assert_mode (folder, 0700);
  assert_mode (backup, 0600);
  found = (g_free (found), list_folder (f, "backups"));
  g_assert_true (g_str_has_suffix (backup, found));
  after = onward_old_database_describe (backup, version);
  g_assert_cmpstr (after, ==, before);
}

static void
test_no_need_of_a_backup (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *names = NULL;

  for (int i = 0; i < 2; i++)
    {
      onward_fixture_open (f);
      onward_fixture_close (f);
    }
  names = list_folder (f, "");
  g_assert_cmpstr (names, ==, "onward.db");
}

/* As README says it: the program is quit, and the copy takes the place of the database. */
static void
test_way_back (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *before = onward_old_database_describe (f->path, 1);
  g_autofree char *after = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *names = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  onward_fixture_open (f);
  onward_fixture_close (f);
  names = list_folder (f, "");
  g_assert_cmpstr (names, ==, "backups onward.db");
  backup = onward_backups_find (f->path, 1);
  g_assert_true (g_file_get_contents (backup, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (f->path, bytes, (gssize)length, NULL));
  after = onward_old_database_describe (f->path, 1);
  g_assert_cmpstr (after, ==, before);
  onward_fixture_open (f);
}

static void
test_no_backup (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *in_the_way = g_strdup_printf ("%s/data/backups", f->folder);
  g_autofree char *before = read_bytes (f->path);
  g_autofree char *after = NULL;
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (in_the_way, "not a folder", -1, NULL));
  g_assert_null (onward_store_open (f->path, onward_fixture_get_now, f, &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, f->path));
  g_assert_nonnull (strstr (error->message, "Nothing was changed."));
  after = read_bytes (f->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (g_unlink (in_the_way), ==, 0);
  onward_fixture_open (f);
}

static void
test_broken_step (OnwardFixture *f, gconstpointer data)
{
  int version = ((const Case *)data)->version;
  g_auto (GStrv) broken = get_steps_and ("ALTER TABLE contacts ADD COLUMN later TEXT; UPDATE contacts SET name = NULL; "
                                         "DROP TABLE members; INSERT INTO nowhere VALUES (1);");
  g_auto (GStrv) good = get_steps_and ("ALTER TABLE contacts ADD COLUMN later TEXT;");
  g_autofree char *before = onward_old_database_describe (f->path, version);
  g_autofree char *after = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *saved = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (run_steps (f, (const char *const *)broken, &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FAILED);
  backup = onward_backups_find (f->path, version);
  g_assert_nonnull (strstr (error->message, f->path));
  g_assert_nonnull (strstr (error->message, backup));
  g_assert_null (strchr (error->message, '\n'));
  after = onward_old_database_describe (f->path, version);
  g_assert_cmpstr (after, ==, before);
  saved = onward_old_database_describe (backup, version);
  g_assert_cmpstr (saved, ==, before);
  g_clear_error (&error);
  g_assert_true (run_steps (f, (const char *const *)good, &error));
  g_assert_no_error (error);
  assert_whole (f->path);
}

static void
test_made_whole_or_not (OnwardFixture *f, gconstpointer data)
{
  g_auto (GStrv) broken = get_steps_and ("INSERT INTO nowhere VALUES (1);");
  g_autofree char *description = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (run_steps (f, (const char *const *)broken, &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FAILED);
  description = onward_old_database_describe (f->path, 0);
  g_assert_cmpstr (description, ==, "0|\n0|\n\n");
  onward_fixture_open (f);
}

static void
refuse (OnwardFixture *f, OnwardStoreError code)
{
  g_autofree char *names = list_folder (f, "");
  g_autofree char *bytes = read_bytes (f->path);
  g_autofree char *names_after = NULL;
  g_autofree char *bytes_after = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf before, after;

  g_stat (f->path, &before);
  g_assert_null (onward_store_open (f->path, onward_fixture_get_now, f, &error));
  g_assert_error (error, ONWARD_STORE_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, f->path));
  g_assert_null (strchr (error->message, '\n'));
  names_after = list_folder (f, "");
  g_assert_cmpstr (names_after, ==, names);
  bytes_after = read_bytes (f->path);
  g_assert_cmpstr (bytes_after, ==, bytes);
  g_stat (f->path, &after);
  g_assert_cmpint (after.st_mtim.tv_nsec, ==, before.st_mtim.tv_nsec);
}

static void
test_newer (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", onward_migrations_get_version () + 1);
  sqlite3 *handle;

  sqlite3_open (f->path, &handle);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  refuse (f, ONWARD_STORE_ERROR_NEWER);
}

/* The newer program was killed, or still runs: that it is newer stands in the log alone. */
static void
test_newer_in_the_log (OnwardFixture *f, gconstpointer data)
{
  g_auto (GStrv) steps = get_steps_and ("CREATE TABLE later (text TEXT);");
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *log_before = NULL;
  g_autofree char *log_after = NULL;
  g_autofree char *shm = g_strconcat (f->path, "-shm", NULL);

  g_assert_true (run_steps (f, (const char *const *)steps, NULL));
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  if (((const Case *)data)->data == NULL)
    g_unlink (shm);
  log_before = read_bytes (log);
  refuse (f, ONWARD_STORE_ERROR_NEWER);
  log_after = read_bytes (log);
  g_assert_cmpstr (log_after, ==, log_before);
}

static void
test_newer_names_backup (OnwardFixture *f, gconstpointer data)
{
  g_auto (GStrv) steps = get_steps_and ("CREATE TABLE later (text TEXT);");
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (run_steps (f, (const char *const *)steps, NULL));
  backup = onward_backups_find (f->path, 1);
  g_assert_nonnull (backup);
  g_assert_null (onward_store_open (f->path, onward_fixture_get_now, f, &error));
  g_assert_nonnull (strstr (error->message, backup));
}

static void
test_other_program (OnwardFixture *f, gconstpointer data)
{
  sqlite3 *handle;

  g_unlink (f->path);
  sqlite3_open (f->path, &handle);
  g_assert_cmpint (sqlite3_exec (handle, ((const Case *)data)->data, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  refuse (f, ONWARD_STORE_ERROR_FOREIGN);
}

static void
test_no_database (OnwardFixture *f, gconstpointer data)
{
  char bytes[2000] = { 0 };

  g_strlcpy (bytes, ((const Case *)data)->data, sizeof bytes);
  g_assert_true (g_file_set_contents (f->path, bytes, sizeof bytes, NULL));
  refuse (f, ONWARD_STORE_ERROR_FOREIGN);
}

static void
test_folder (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (f->path);
  g_autoptr (GError) error = NULL;

  g_assert_null (onward_store_open (folder, onward_fixture_get_now, f, &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FOREIGN);
  g_assert_nonnull (strstr (error->message, folder));
}

static void
test_missing (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (f->folder, "new", "folders", NULL);
  mode_t mask = umask (0);

  f->path = (g_free (f->path), g_build_filename (folder, "mine.db", NULL));
  onward_fixture_open (f);
  umask (mask);
  assert_mode (folder, 0700);
  assert_mode (f->path, 0600);
  assert_whole (f->path);
}

static gboolean
add_contact (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);

  onward_set_text (&contact->name, data);
  /* A process that was forked would throw the same dice. */
  contact->record.uuid = g_strdup_printf ("%08x-0000-4000-8000-000000000000", getpid ());
  return onward_writer_insert (writer, contact, error);
}

static void
test_running_program (OnwardFixture *f, gconstpointer data)
{
  g_auto (GStrv) steps = get_steps_and ("ALTER TABLE contacts ADD COLUMN later TEXT;");
  g_autoptr (OnwardContact) contact = NULL;
  g_autoptr (GError) error = NULL;

  onward_fixture_open (f);
  g_assert_true (onward_store_run (f->store, "Add", add_contact, "Amara", NULL));
  g_assert_true (run_steps (f, (const char *const *)steps, &error));
  g_assert_no_error (error);
  g_assert_false (onward_store_run (f->store, "Add", add_contact, "Birgit", &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, f->path));
  /* What is there can still be read. */
  g_assert_cmpint (onward_connection_read_int (onward_store_get_connection (f->store),
                                               "SELECT count (*) FROM contacts WHERE name IN ('Amara', 'Birgit')", -1),
                   ==, 1);
}

/* Both are at it from the same moment on: each in a process of its own. */
static void
test_two_at_once (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *names = NULL;
  pid_t programs[2];

  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      programs[i] = fork ();
      if (programs[i] == 0)
        {
          f->store = onward_store_open (f->path, onward_fixture_get_now, f, NULL);
          if (f->store == NULL || !onward_store_run (f->store, NULL, add_contact, "Amara", NULL))
            _exit (1);
          onward_store_close (f->store);
          _exit (0);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      int status;

      g_assert_cmpint (waitpid (programs[i], &status, 0), ==, programs[i]);
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
    }
  names = list_folder (f, "backups");
  g_assert_cmpstr (names, ==, "onward-version-1-2026-03-02T090000Z.db");
  assert_whole (f->path);
  onward_fixture_open (f);
  g_assert_cmpint (onward_connection_read_int (onward_store_get_connection (f->store),
                                               "SELECT count (*) FROM contacts WHERE name = 'Amara'", -1),
                   ==, 2);
}

/* A file that is in no list would never run. */
static void
test_files (OnwardFixture *f, gconstpointer data)
{
  g_auto (GStrv) files = g_resources_enumerate_children ("/io/github/onward_app/Onward/sql", 0, NULL);

  g_assert_nonnull (files);
  g_assert_cmpint ((int)g_strv_length (files), ==, onward_migrations_get_version ());
}

#define EVERY_VERSION -1

static const Case cases[] = {
  { "every file is a step", 0, test_files, NULL },
  { "a released step is what it was", 0, test_released, NULL },
  { "all that was in it is there, and the file is whole", EVERY_VERSION, test_content, NULL },
  { "names can be put in order", EVERY_VERSION, test_names_in_order, NULL },
  { "a whole copy is made before it is brought up to date, for the user alone", EVERY_VERSION, test_backup, NULL },
  { "what is up to date is not copied", 0, test_no_need_of_a_backup, NULL },
  { "the copy is a way back", 1, test_way_back, NULL },
  { "without a copy nothing is changed", 1, test_no_backup, NULL },
  { "a step that fails half-way leaves it as it was", EVERY_VERSION, test_broken_step, NULL },
  { "a new database is made whole or not at all", 0, test_made_whole_or_not, NULL },
  { "a newer database is refused untouched", 1, test_newer, NULL },
  { "a newer database is known by its log", 1, test_newer_in_the_log, NULL },
  { "a newer database that is open is known by its log", 1, test_newer_in_the_log, "open" },
  { "who refuses a newer database names the copy made before", 1, test_newer_names_backup, NULL },
  { "a database of another program is refused untouched", 0, test_other_program,
    "PRAGMA application_id = 42; CREATE TABLE letters (text)" },
  { "a database of another program with a log is refused untouched", 0, test_other_program,
    "PRAGMA journal_mode = WAL; CREATE TABLE letters (text)" },
  { "a text file is refused untouched", 0, test_no_database, "Dear Ms Okafor" },
  { "a zip archive is refused untouched", 0, test_no_database, "PK\003\004\024" },
  { "a folder is refused", 0, test_folder, NULL },
  { "a missing file is made, with its folders, for the user alone", 0, test_missing, NULL },
  { "a running program stops writing when a newer one has changed the tables", 3, test_running_program, NULL },
  { "of two programs at once one brings it up to date and the other waits", 1, test_two_at_once, NULL },
};

static void
add_test (const Case *c, int version)
{
  g_autofree char *path = g_strdup_printf ("/migrations/version %d: %s", version, c->name);
  Case *copy = g_memdup2 (c, sizeof *c);

  copy->version = version;
  g_test_add_vtable (path, sizeof (OnwardFixture), copy, (GTestFixtureFunc)set_up, (GTestFixtureFunc)c->test,
                     (GTestFixtureFunc)onward_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (cases[i].version != EVERY_VERSION)
        add_test (&cases[i], cases[i].version);
      for (int version = 1; cases[i].version == EVERY_VERSION && version < onward_migrations_get_version (); version++)
        add_test (&cases[i], version);
    }
  return g_test_run ();
}
