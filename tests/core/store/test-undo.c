/* test-undo.c - undo and redo of every command */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "random-commands.h"
#include "store/onward-json-export.h"
#include "store/onward-json-import.h"
#include "store/onward-opportunities.h"
#include "store/onward-opportunity-people.h"
#include "store/onward-contacts.h"
#include "store/onward-contact-import.h"
#include "store/onward-interviews.h"
#include "store/onward-reconcile-store.h"

#include <string.h>

typedef GHashTable Dump; /* "table rowid" -> the row as text */

static const char *seed;

static gboolean
run (OnwardStore *store, const char *label, const RandomCommand *command, GRand *rand)
{
  gpointer data = command->make (store, rand);
  g_autoptr (GError) error = NULL;
  gboolean done = data != NULL && onward_store_run (store, label, command->run, data, &error);

  if (data != NULL)
    command->destroy (data);
  /* What was made up at random may be refused; then nothing was changed. */
  return done;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  onward_store_run_finish (ONWARD_STORE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *)data = TRUE;
}

static void
take_back (OnwardStore *store)
{
  gboolean done = FALSE;

  onward_store_undo_async (store, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
do_again (OnwardStore *store)
{
  gboolean done = FALSE;

  onward_store_redo_async (store, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
check_search (OnwardWriter *writer, gpointer data, GError **error)
{
  return onward_connection_execute (onward_writer_get_connection (writer),
                                    "INSERT INTO contact_search (contact_search, rank) VALUES ('integrity-check', 1);"
                                    "INSERT INTO company_search (company_search, rank) VALUES ('integrity-check', 1);"
                                    "INSERT INTO opportunity_search (opportunity_search, rank) VALUES"
                                    " ('integrity-check', 1);",
                                    error);
}

static void
assert_whole (OnwardStore *store)
{
  OnwardConnection *connection = onward_store_get_connection (store);
  g_autoptr (GError) error = NULL;

  onward_store_run (store, NULL, check_search, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (onward_connection_read_int (connection, "SELECT count (*) FROM pragma_foreign_key_check", -1), ==,
                   0);
  g_assert_cmpint (onward_connection_read_int (
                       connection, "SELECT count (*) FROM sqlite_schema WHERE name = 'contact_search_insert'", -1),
                   ==, 1);
}

static void
dump_table (OnwardConnection *connection, const char *table, Dump *dump)
{
  g_autoptr (GString) sql = g_string_new ("SELECT rowid");
  g_autofree char *columns_sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", table);
  g_autoptr (OnwardStatement) columns = onward_connection_prepare (connection, columns_sql, NULL);
  g_autoptr (OnwardStatement) rows = NULL;

  g_string_append (sql, ", ''");
  while (onward_statement_step (columns, NULL))
    g_string_append_printf (sql, " || ' ' || quote (\"%s\")", onward_statement_get_text (columns, 0));
  g_string_append_printf (sql, " FROM %s", table);
  rows = onward_connection_prepare (connection, sql->str, NULL);
  while (onward_statement_step (rows, NULL))
    g_hash_table_insert (dump, g_strdup_printf ("%s %" G_GINT64_FORMAT, table, onward_statement_get_int (rows, 0)),
                         g_strdup (onward_statement_get_text (rows, 1)));
}

/* Every table, the search too; but for when the playbook last looked, which is no data. */
static Dump *
dump (OnwardStore *store)
{
  OnwardConnection *connection = onward_store_get_connection (store);
  g_autoptr (OnwardStatement) tables = onward_connection_prepare (
      connection,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_search\\_%'"
      " ESCAPE '\\' AND name NOT LIKE 'sqlite%' AND name <> 'meta'",
      NULL);
  Dump *dump = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  while (onward_statement_step (tables, NULL))
    dump_table (connection, onward_statement_get_text (tables, 0), dump);
  return dump;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static guint
count_differences (Dump *a, Dump *b, const char *what)
{
  GHashTableIter iter;
  const char *key, *value;
  guint n = 0;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, (gpointer *)&key, (gpointer *)&value))
    if (g_strcmp0 (value, g_hash_table_lookup (b, key)) != 0 && n++ < 5 && what != NULL)
      g_printerr ("# %s: %s:\n#  expected %s\n#  is       %s\n", what, key, value,
                  (const char *)g_hash_table_lookup (b, key));
  g_hash_table_iter_init (&iter, b);
  while (g_hash_table_iter_next (&iter, (gpointer *)&key, (gpointer *)&value))
    if (!g_hash_table_contains (a, key) && n++ < 5 && what != NULL)
      g_printerr ("# %s: %s:\n#  expected nothing\n#  is       %s\n", what, key, value);
  return n;
}

static void
assert_same (OnwardStore *store, Dump *expected, const char *command, const char *when)
{
  g_autoptr (GHashTable) now = dump (store);
  g_autofree char *what = g_strdup_printf ("seed %s, %s of %s", seed, when, command);

  if (count_differences (expected, now, what) > 0)
    g_error ("%s: not the same", what);
}

static char *
export_all (OnwardFixture *f)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  onward_json_export (onward_store_get_connection (f->store), &f->now, stream, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, &error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
open_sample (OnwardFixture *f)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "sample-search.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  OnwardJsonImport *import;
  gsize length;

  onward_store_set_reconcile (f->store, onward_reconcile);
  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  import = onward_json_import_new (text, length, FALSE, TRUE);
  onward_store_run (f->store, NULL, onward_json_import_run, import, &error);
  g_assert_no_error (error);
  onward_json_import_free (import);
  keep_drafts (f->store);
}

/* All commands, each as often as the others, in an order of chance. */
static GPtrArray *
shuffle (GRand *rand, guint times)
{
  const RandomCommand *const lists[] = { random_commands_about_work, random_commands_about_people,
                                         random_commands_about_places };
  GPtrArray *all = g_ptr_array_new ();

  for (guint t = 0; t < times; t++)
    for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
      for (guint i = 0; lists[l][i].name != NULL; i++)
        g_ptr_array_add (all, (gpointer)&lists[l][i]);
  for (guint i = all->len - 1; i > 0; i--)
    {
      guint j = (guint)g_rand_int_range (rand, 0, (int)i + 1);
      gpointer swapped = all->pdata[i];

      all->pdata[i] = all->pdata[j];
      all->pdata[j] = swapped;
    }
  return all;
}

/* Done, taken back and done again, at once. */
static gboolean
try_command (OnwardFixture *f, const RandomCommand *command, GRand *rand, GPtrArray *dumps)
{
  Dump *before = dumps->pdata[dumps->len - 1];
  g_autofree char *text_before = export_all (f);
  g_autofree char *text_after = NULL;
  g_autofree char *text = NULL;
  gpointer data = command->make (f->store, rand);
  gboolean done = data != NULL && onward_store_run (f->store, command->name, command->run, data, NULL);
  g_autoptr (GHashTable) after = dump (f->store);

  if (data != NULL)
    command->destroy (data);
  if (!done || count_differences (before, after, NULL) == 0)
    return FALSE;
  g_assert_cmpstr (onward_store_get_undo_label (f->store), ==, command->name);
  text_after = export_all (f);
  take_back (f->store);
  g_assert_null (onward_store_get_undo_left (f->store));
  g_assert_cmpstr (onward_store_get_redo_label (f->store), ==, command->name);
  assert_same (f->store, before, command->name, "undo");
  text = export_all (f);
  g_assert_cmpstr (text, ==, text_before);
  do_again (f->store);
  assert_same (f->store, after, command->name, "redo");
  g_free (text);
  text = export_all (f);
  g_assert_cmpstr (text, ==, text_after);
  assert_whole (f->store);
  g_ptr_array_add (dumps, g_steal_pointer (&after));
  return TRUE;
}

static guint
get_count (guint normal)
{
  const char *text = g_getenv ("ONWARD_HISTORIES");

  return text != NULL ? (guint)CLAMP (g_ascii_strtoull (text, NULL, 10) / 100, 1, 10000) : normal;
}

static void
test_every_command (OnwardFixture *f, gconstpointer number)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (number));
  g_autoptr (GPtrArray) commands = shuffle (rand, 1);
  g_autoptr (GPtrArray) all = g_ptr_array_copy (commands, NULL, NULL);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func ((GDestroyNotify)g_hash_table_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *seed_text = g_strdup_printf ("%u", GPOINTER_TO_UINT (number));
  guint missing = commands->len;

  seed = seed_text;
  open_sample (f);
  g_ptr_array_add (dumps, dump (f->store));
  /* What can do nothing yet is tried again when others have made something for it; and what others have taken away
   * since may come once more. */
  for (guint round = 0; round < 40 && missing > 0; round++)
    {
      for (guint again = 0; round > 2 && again < 4 + round; again++)
        {
          const RandomCommand *command = all->pdata[g_rand_int_range (rand, 0, (int)all->len)];

          if (try_command (f, command, rand, dumps))
            g_ptr_array_add (names, (gpointer)command->name);
        }
      for (guint i = 0; i < commands->len; i++)
        if (commands->pdata[i] != NULL && try_command (f, commands->pdata[i], rand, dumps))
          {
            g_ptr_array_add (names, (gpointer)((const RandomCommand *)commands->pdata[i])->name);
            commands->pdata[i] = NULL;
            missing--;
          }
    }
  for (guint i = 0; i < commands->len; i++)
    if (commands->pdata[i] != NULL)
      g_error ("seed %s: %s never changed anything that Undo could take back", seed,
               ((const RandomCommand *)commands->pdata[i])->name);
  for (guint i = dumps->len - 1; i > 0; i--)
    {
      take_back (f->store);
      assert_same (f->store, dumps->pdata[i - 1], names->pdata[i - 1], "undo in the chain");
    }
  g_assert_null (onward_store_get_undo_label (f->store));
  for (guint i = 1; i < dumps->len; i++)
    {
      do_again (f->store);
      assert_same (f->store, dumps->pdata[i], names->pdata[i - 1], "redo in the chain");
    }
  assert_whole (f->store);
}

static void
test_the_first_command_is_taken_back (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func ((GDestroyNotify)g_hash_table_unref);

  seed = "none";
  onward_store_set_reconcile (f->store, onward_reconcile);
  g_ptr_array_add (dumps, dump (f->store));
  g_assert_true (try_command (f, &random_commands_at_the_start[0], rand, dumps));
}

static gboolean
is_known (const char *name)
{
  const RandomCommand *const lists[] = { random_commands_about_work, random_commands_about_people,
                                         random_commands_about_places, random_commands_at_the_start };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; lists[l][i].name != NULL; i++)
      if (g_str_equal (lists[l][i].name, name))
        return TRUE;
  for (guint i = 0; lasting_commands[i].name != NULL; i++)
    if (g_str_equal (lasting_commands[i].name, name))
      return TRUE;
  return FALSE;
}

/* Definitions of commands stand at the beginning of a line, as `name (OnwardWriter *writer, gpointer data, GError **error)`. */
static guint
check_commands_in (const char *folder, GRegex *command, const char *skipped)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry;
  guint n = 0;

  while ((entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, entry, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GMatchInfo) match = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && g_strcmp0 (entry, skipped) != 0)
        n += check_commands_in (path, command, skipped);
      /* The writer's own functions are what commands are made of. */
      if (!g_str_has_suffix (entry, ".c") || g_str_has_prefix (entry, "onward-writer")
          || !g_file_get_contents (path, &text, NULL, NULL))
        continue;
      for (g_regex_match (command, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *name = g_match_info_fetch (match, 1);

          if (!is_known (name))
            g_error ("%s: %s is a command that no test takes back; add it to random-commands-*.c", entry, name);
          n++;
        }
    }
  return n;
}

static void
test_no_command_is_missing (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "src", NULL);
  g_autoptr (GRegex) command = NULL;

  command =
      g_regex_new ("^gboolean\\n(\\w+) \\(OnwardWriter \\*\\w+, gpointer \\w+, GError", G_REGEX_MULTILINE, 0, NULL);
  g_assert_cmpuint (check_commands_in (folder, command, NULL), >=, 40);
  g_clear_pointer (&command, g_regex_unref);
  command = g_regex_new ("^static gboolean\\n(\\w+) \\(OnwardWriter \\*\\w+, gpointer \\w+, GError", G_REGEX_MULTILINE,
                         0, NULL);
  /* Static ones of the store are parts of commands. */
  g_assert_cmpuint (check_commands_in (folder, command, "store"), >=, 4);
}

/* Is this row the playbook's own business? It plans anew after everything. */
static gboolean
is_planned (const char *key)
{
  return g_str_has_prefix (key, "follow_ups ") || g_str_has_prefix (key, "unopened ");
}

/* What somebody else wrote since, or took away, is as they left it. */
static void
assert_foreign_kept (Dump *before, Dump *since, Dump *now, const char *what)
{
  GHashTableIter iter;
  const char *key, *value;

  g_hash_table_iter_init (&iter, since);
  while (g_hash_table_iter_next (&iter, (gpointer *)&key, (gpointer *)&value))
    if (!is_planned (key) && strstr (key, "_search ") == NULL
        && g_strcmp0 (value, g_hash_table_lookup (before, key)) != 0
        && g_strcmp0 (value, g_hash_table_lookup (now, key)) != 0)
      g_error ("seed %s, %s: %s was written by somebody else as\n%s\nand is\n%s", seed, what, key, value,
               (const char *)g_hash_table_lookup (now, key));
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, (gpointer *)&key, NULL))
    if (!is_planned (key) && strstr (key, "_search ") == NULL && !g_hash_table_contains (since, key)
        && g_hash_table_contains (now, key))
      g_error ("seed %s, %s: %s was taken away by somebody else and is there", seed, what, key);
}

/* A row that my command has just written: its key in a dump, or NULL. */
static const char *
pick_written (Dump *before, Dump *after, GRand *rand)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  GHashTableIter iter;
  const char *key, *value;

  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, (gpointer *)&key, (gpointer *)&value))
    {
      g_auto (GStrv) words = g_strsplit (key, " ", 2);

      if (g_strcmp0 (g_hash_table_lookup (before, key), value) != 0
          && onward_collections_find_type (words[0]) != G_TYPE_INVALID)
        g_ptr_array_add (keys, (gpointer)key);
    }
  g_ptr_array_sort (keys, (GCompareFunc)compare_keys);
  return keys->len > 0 ? keys->pdata[g_rand_int_range (rand, 0, (int)keys->len)] : NULL;
}

/* Somebody else changes the very row, or refers to it. */
static gboolean
meddle (OnwardWriter *writer, gpointer key, GError **error)
{
  g_auto (GStrv) words = g_strsplit (key, " ", 2);
  GType type = onward_collections_find_type (words[0]);
  gint64 id = g_ascii_strtoll (words[1], NULL, 10);
  g_autoptr (OnwardRecord) record = onward_writer_load (writer, type, id, error);
  g_autoptr (OnwardInterview) interview = NULL;

  if (type == ONWARD_TYPE_OPPORTUNITY && id % 2 == 0)
    {
      interview = g_object_new (ONWARD_TYPE_INTERVIEW, NULL);
      interview->opportunity = id;
      onward_set_text (&interview->starts_at, "2026-03-04T10:00:00+01:00");
      return onward_writer_insert (writer, interview, error);
    }
  onward_set_text (&record->extra, "{\"since\":1}");
  return onward_writer_update (writer, record, error);
}

static void
test_changes_since (OnwardFixture *f, gconstpointer number)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (number));
  g_autofree char *seed_text = g_strdup_printf ("%u", GPOINTER_TO_UINT (number));
  g_autoptr (GPtrArray) commands = NULL;
  g_autoptr (GError) error = NULL;
  OnwardStore *other;
  guint n_left = 0, n_taken_back = 0;

  seed = seed_text;
  open_sample (f);
  other = onward_store_open (f->path, onward_fixture_get_now, f, &error);
  g_assert_no_error (error);
  onward_store_set_reconcile (other, onward_reconcile);
  commands = shuffle (rand, 2);
  for (guint i = 0; i + 1 < commands->len; i += 2)
    {
      const RandomCommand *mine = commands->pdata[i];
      const RandomCommand *theirs = commands->pdata[i + 1];
      g_autoptr (GHashTable) before = dump (f->store);
      g_autoptr (GHashTable) between = NULL;
      const char *written;
      g_autoptr (GHashTable) since = NULL;
      g_autoptr (GHashTable) undone = NULL;
      g_autoptr (GHashTable) redone = NULL;

      onward_store_clear_undo (f->store);
      if (!run (f->store, mine->name, mine, rand) || onward_store_get_undo_label (f->store) == NULL)
        continue;
      between = dump (f->store);
      written = pick_written (before, between, rand);
      if (written != NULL && g_rand_boolean (rand))
        onward_store_run (other, NULL, meddle, (gpointer)written, &error);
      else
        run (other, NULL, theirs, rand);
      g_assert_no_error (error);
      since = dump (f->store);
      take_back (f->store);
      undone = dump (f->store);
      assert_foreign_kept (between, since, undone, theirs->name);
      assert_whole (f->store);
      n_left += onward_store_get_undo_left (f->store) != NULL;
      n_taken_back++;
      if (onward_store_get_redo_label (f->store) == NULL)
        continue;
      do_again (f->store);
      if (onward_store_get_undo_left (f->store) != NULL)
        g_error ("seed %s, %s after %s: Redo says “%s”", seed, mine->name, written,
                 onward_store_get_undo_left (f->store));
      redone = dump (f->store);
      assert_foreign_kept (between, since, redone, theirs->name);
      assert_whole (f->store);
    }
  g_test_message ("%u taken back, %u of them with something left", n_taken_back, n_left);
  g_assert_cmpuint (n_taken_back, >, 20);
  g_assert_cmpuint (n_left, >, 5);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  onward_store_close (other);
  g_object_unref (other);
}

static gint64
add_person (OnwardFixture *f, const char *label, const char *name)
{
  OnwardContactDraft draft = { g_ptr_array_new_with_free_func ((GDestroyNotify)onward_contact_edit_free) };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (draft.members, onward_contact_edit_new (0, "name", name));
  onward_store_run (f->store, label, onward_contacts_add, &draft, &error);
  g_assert_no_error (error);
  g_ptr_array_unref (draft.members);
  return draft.id;
}

static void
edit_person (OnwardStore *store, const char *label, gint64 id, const char *member, const char *value)
{
  OnwardContactEdit *edit = onward_contact_edit_new (id, member, value);
  g_autoptr (GError) error = NULL;

  onward_store_run (store, label, onward_contacts_set_member, edit, &error);
  g_assert_no_error (error);
  onward_contact_edit_free (edit);
}

static void
test_what_was_changed_since_is_named (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add_person (f, NULL, "Ana");
  OnwardContact *ana = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, id);

  edit_person (f->store, "Edit", id, "headline", "Nurse");
  edit_person (f->store, NULL, id, "headline", "Doctor");
  take_back (f->store);
  g_assert_cmpstr (onward_store_get_undo_left (f->store), ==, "“Ana” was changed since, and left as it is");
  g_assert_cmpstr (ana->headline, ==, "Doctor");
  g_assert_null (onward_store_get_undo_label (f->store));
  g_assert_null (onward_store_get_redo_label (f->store));
  g_object_unref (ana);
}

static gboolean
edit_both (OnwardWriter *writer, gpointer data, GError **error)
{
  const gint64 *ids = data;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (OnwardContact) contact = onward_writer_load (writer, ONWARD_TYPE_CONTACT, ids[i], error);

      onward_set_text (&contact->notes, "Met at the fair");
      if (!onward_writer_update (writer, contact, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_the_rest_is_taken_back_and_done_again (OnwardFixture *f, gconstpointer data)
{
  gint64 ids[] = { add_person (f, NULL, "Ana"), add_person (f, NULL, "Ben"), add_person (f, NULL, "Cem") };
  g_autoptr (OnwardContact) ana = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, ids[0]);
  g_autoptr (OnwardContact) ben = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, ids[1]);
  g_autoptr (OnwardContact) cem = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, ids[2]);
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, "Edit", edit_both, ids, &error);
  g_assert_no_error (error);
  edit_person (f->store, NULL, ids[0], "headline", "Nurse");
  edit_person (f->store, NULL, ids[1], "headline", "Doctor");
  take_back (f->store);
  g_assert_cmpstr (onward_store_get_undo_left (f->store), ==, "Changed since, and left as they are: 2 people");
  g_assert_cmpstr (ana->notes, ==, "Met at the fair");
  g_assert_cmpstr (ben->notes, ==, "Met at the fair");
  g_assert_null (cem->notes);
  do_again (f->store);
  g_assert_null (onward_store_get_undo_left (f->store));
  g_assert_cmpstr (cem->notes, ==, "Met at the fair");
  g_assert_cmpstr (ana->headline, ==, "Nurse");
  take_back (f->store);
  g_assert_cmpstr (ana->notes, ==, "Met at the fair");
  g_assert_null (cem->notes);
}

static void
test_somebody_who_is_needed_stays (OnwardFixture *f, gconstpointer data)
{
  gint64 id = add_person (f, "Add a person", "Ana");
  OnwardNewOpportunity role = { .company = g_strdup ("Helix"), .title = g_strdup ("Nurse"), .kind = g_strdup ("role") };
  OnwardInterviewEdit *edit = onward_interview_edit_new ();
  g_autoptr (OnwardContact) ana = NULL;
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, NULL, onward_opportunities_add, &role, &error);
  g_assert_no_error (error);
  edit->opportunity = role.id;
  edit->kind = g_strdup ("onsite");
  edit->starts_at = g_strdup ("2026-03-10T10:00:00+01:00");
  g_ptr_array_add (edit->people, onward_person_edit_new (id, "Ana", "interviewer"));
  onward_store_run (f->store, NULL, onward_interviews_save, edit, &error);
  g_assert_no_error (error);
  take_back (f->store);
  ana = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, id);
  g_assert_nonnull (ana);
  g_assert_cmpstr (onward_store_get_undo_left (f->store), ==, "“Ana” was changed since, and left as it is");
  g_assert_null (onward_store_get_redo_label (f->store));
  assert_whole (f->store);
  onward_interview_edit_free (edit);
  g_free (role.company);
  g_free (role.title);
  g_free (role.kind);
}

static void
change_part (OnwardFixture *f, const char *label, gint64 opportunity, gint64 contact, gboolean remove)
{
  OnwardPartChange change = { .opportunity = opportunity, .contact = contact, .role = (char *)"hr", .remove = remove };
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, label, onward_opportunities_change_people, &change, &error);
  g_assert_no_error (error);
}

static void
test_a_list_is_left_as_a_whole (OnwardFixture *f, gconstpointer data)
{
  gint64 ids[] = { add_person (f, NULL, "Ana"), add_person (f, NULL, "Ben"), add_person (f, NULL, "Cem") };
  OnwardNewOpportunity role = { .company = g_strdup ("Helix"), .title = g_strdup ("Nurse"), .kind = g_strdup ("role") };
  OnwardConnection *connection = onward_store_get_connection (f->store);
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, NULL, onward_opportunities_add, &role, &error);
  g_assert_no_error (error);
  change_part (f, NULL, role.id, ids[0], FALSE);
  change_part (f, "Add", role.id, ids[1], FALSE);
  change_part (f, NULL, role.id, ids[2], FALSE);
  take_back (f->store);
  g_assert_cmpstr (onward_store_get_undo_left (f->store), ==, "“Nurse” was changed since, and left as it is");
  g_assert_cmpint (onward_connection_read_int (connection, "SELECT count (*) FROM opportunity_people", -1), ==, 3);
  g_free (role.company);
  g_free (role.title);
  g_free (role.kind);
}

static gboolean
look_again (OnwardWriter *writer, gpointer data, GError **error)
{
  return TRUE;
}

/* The interview is over, and another program has planned what is owed for it. */
static void
test_what_time_changed_is_taken_back_too (OnwardFixture *f, gconstpointer data)
{
  OnwardNewOpportunity role = { .company = g_strdup ("Helix"), .title = g_strdup ("Nurse"), .kind = g_strdup ("role") };
  OnwardInterviewEdit *edit = onward_interview_edit_new ();
  OnwardConnection *connection = onward_store_get_connection (f->store);
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GError) error = NULL;
  OnwardNow start = f->now;

  onward_store_set_reconcile (f->store, onward_reconcile);
  onward_store_run (f->store, NULL, onward_opportunities_add, &role, &error);
  g_assert_no_error (error);
  edit->opportunity = role.id;
  edit->kind = g_strdup ("video");
  edit->starts_at = g_strdup ("2026-03-03T14:00:00+01:00");
  g_ptr_array_add (edit->people, onward_person_edit_new (0, "Ana", "interviewer"));
  before = dump (f->store);
  onward_store_run (f->store, "Add", onward_interviews_save, edit, &error);
  g_assert_no_error (error);
  f->now.unix_time = 1772547000; /* 2026-03-03T15:10 */
  onward_store_run (f->store, NULL, look_again, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
      onward_connection_read_int (connection, "SELECT count (*) FROM follow_ups WHERE rule = 'thank-you'", 0), ==, 1);
  f->now = start;
  take_back (f->store);
  g_assert_cmpstr (onward_store_get_undo_left (f->store), ==, NULL);
  g_assert_cmpint (onward_connection_read_int (connection, "SELECT count (*) FROM interviews", -1), ==, 0);
  g_assert_cmpint (onward_connection_read_int (connection, "SELECT count (*) FROM contacts", -1), ==, 0);
  onward_interview_edit_free (edit);
  g_free (role.company);
  g_free (role.title);
  g_free (role.kind);
}

static gboolean
add_row (OnwardWriter *writer, gpointer data, GError **error)
{
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);

  onward_set_text (&contact->name, data);
  return onward_writer_insert (writer, contact, error);
}

static void
test_everything_since_the_start_can_be_taken_back (OnwardFixture *f, gconstpointer data)
{
  OnwardConnection *connection = onward_store_get_connection (f->store);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 120; i++)
    g_assert_true (onward_store_run (f->store, "Add", add_row, (gpointer) "Ana", &error));
  for (guint i = 0; i < 120; i++)
    take_back (f->store);
  g_assert_cmpint (onward_connection_read_int (connection, "SELECT count (*) FROM contacts", -1), ==, 0);
  g_assert_null (onward_store_get_undo_label (f->store));
}

static void
test_a_large_import_is_taken_back (OnwardFixture *f, gconstpointer data)
{
  OnwardProposal *proposal = onward_proposal_new ();
  OnwardContactImport *import;
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GHashTable) after = NULL;
  g_autoptr (GError) error = NULL;
  guint n = g_getenv ("ONWARD_IMPORT_ROWS") != NULL ? (guint)atoi (g_getenv ("ONWARD_IMPORT_ROWS")) : 800;
  gint64 start;

  seed = "none";
  onward_store_set_reconcile (f->store, onward_reconcile);
  add_person (f, NULL, "Ana");
  before = dump (f->store);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u Kovač", i);
      g_autofree char *company = g_strdup_printf ("Company %u", i / 5);
      g_autofree char *url = g_strdup_printf ("https://www.linkedin.com/in/person-%u", i);
      OnwardProposedContact contact = { .line = i + 2,
                                        .name = onward_proposal_keep (proposal, name),
                                        .company = onward_proposal_keep (proposal, company),
                                        .url = onward_proposal_keep (proposal, url),
                                        .email = "",
                                        .position = "Engineer",
                                        .connected_on = "2024-03-02" };

      onward_proposal_add_contact (proposal, &contact);
    }
  import = onward_contact_import_new (proposal, FALSE, NULL);
  start = g_get_monotonic_time ();
  g_assert_true (onward_store_run (f->store, "Import", onward_contact_import_run, import, &error));
  g_test_message ("import %.3f s", (g_get_monotonic_time () - start) / 1e6);
  onward_contact_import_free (import);
  after = dump (f->store);
  start = g_get_monotonic_time ();
  take_back (f->store);
  g_test_message ("undo %.3f s", (g_get_monotonic_time () - start) / 1e6);
  assert_same (f->store, before, "import", "undo");
  start = g_get_monotonic_time ();
  do_again (f->store);
  g_test_message ("redo %.3f s", (g_get_monotonic_time () - start) / 1e6);
  assert_same (f->store, after, "import", "redo");
  assert_whole (f->store);
}

#define ADD(name, data, test)                                                                                          \
  g_test_add ("/undo/" name, OnwardFixture, data, onward_fixture_set_up, test, onward_fixture_tear_down)

int
main (int argc, char **argv)
{
  guint n;

  g_test_init (&argc, &argv, NULL);
  n = get_count (1);
  g_test_add_func ("/undo/no-command-is-missing-here", test_no_command_is_missing);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *every = g_strdup_printf ("/undo/every-command-is-taken-back-and-done-again/%u", i);
      g_autofree char *since = g_strdup_printf ("/undo/what-others-changed-since-is-left/%u", i);

      g_test_add (every, OnwardFixture, GUINT_TO_POINTER (i), onward_fixture_set_up, test_every_command,
                  onward_fixture_tear_down);
      g_test_add (since, OnwardFixture, GUINT_TO_POINTER (i), onward_fixture_set_up, test_changes_since,
                  onward_fixture_tear_down);
    }
  ADD ("the-first-command-is-taken-back", NULL, test_the_first_command_is_taken_back);
  ADD ("what-was-changed-since-is-named", NULL, test_what_was_changed_since_is_named);
  ADD ("the-rest-is-taken-back-and-done-again", NULL, test_the_rest_is_taken_back_and_done_again);
  ADD ("somebody-who-is-needed-stays", NULL, test_somebody_who_is_needed_stays);
  ADD ("what-time-changed-is-taken-back-too", NULL, test_what_time_changed_is_taken_back_too);
  ADD ("a-list-is-left-as-a-whole", NULL, test_a_list_is_left_as_a_whole);
  ADD ("everything-since-the-start-can-be-taken-back", NULL, test_everything_since_the_start_can_be_taken_back);
  ADD ("a-large-import-is-taken-back", NULL, test_a_large_import_is_taken_back);
  return g_test_run ();
}
