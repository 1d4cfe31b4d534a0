/* test-undo.c - undo and redo of every command, at random */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "random-commands.h"
#include "store/onward-json-export.h"
#include "store/onward-json-import.h"
#include "store/onward-reconcile-store.h"
#include "undo-dumps.h"

#include <string.h>

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

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
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

  undo_seed = seed_text;
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
      g_error ("seed %s: %s never changed anything that Undo could take back", undo_seed,
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

  undo_seed = "none";
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
      g_error ("seed %s, %s: %s was written by somebody else as\n%s\nand is\n%s", undo_seed, what, key, value,
               (const char *)g_hash_table_lookup (now, key));
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, (gpointer *)&key, NULL))
    if (!is_planned (key) && strstr (key, "_search ") == NULL && !g_hash_table_contains (since, key)
        && g_hash_table_contains (now, key))
      g_error ("seed %s, %s: %s was taken away by somebody else and is there", undo_seed, what, key);
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

  undo_seed = seed_text;
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
        g_error ("seed %s, %s after %s: Redo says “%s”", undo_seed, mine->name, written,
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
  return g_test_run ();
}
