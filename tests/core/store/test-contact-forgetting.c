/* test-contact-forgetting.c - somebody who asks to be forgotten is in no byte of the file, its log and a new backup */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-backups.h"
#include "store/onward-contact-changes.h"
#include "store/onward-contact-forgetting.h"
#include "store/onward-contacts.h"
#include "store/onward-json-import.h"
#include "store/onward-kept-drafts.h"
#include "store/onward-reconcile-store.h"

#include <string.h>

/* No word of this stands anywhere else. */
#define UUID "abcdef01-2345-4678-9abc-def012345678"
#define WORD "Zwaardvis"

#define OTHERS 400

static void
append_others (GString *json)
{
  for (int i = 0; i < OTHERS; i++)
    g_string_append_printf (json,
                            "{\"id\":\"33333333-3333-4333-8333-%012d\",\"name\":\"Person %d\",\"notes\":\"Met at the "
                            "fair, likes plain words and number %d\"},",
                            i, i, i);
}

/* The victim of every kind of row that can name somebody. */
static char *
write_document (void)
{
  GString *json = g_string_new ("{\"format\":\"onward\",\"version\":1,\"companies\":[{\"id\":"
                                "\"c0000000-0000-4000-8000-000000000001\",\"name\":\"Helix\"}],\"contacts\":[");

  append_others (json);
  g_string_append (
      json,
      "{\"id\":\"" UUID "\",\"name\":\"Quirine " WORD "\",\"company\":\"c0000000-0000-4000-8000-000000000001\","
      "\"tier\":\"monthly\",\"emails\":[{\"value\":\"q@" WORD ".example\"}],\"hooks\":[\"" WORD " tamer\"]}],"
      "\"opportunities\":[{\"id\":\"00000000-0000-4000-8000-000000000001\",\"title\":\"Engineer\",\"company\":"
      "\"c0000000-0000-4000-8000-000000000001\",\"added_on\":\"2026-02-01\",\"promise\":{\"on\":\"2026-03-09\","
      "\"by\":\"" UUID "\"},\"people\":[{\"contact\":\"" UUID "\",\"role\":\"hr\"}]}],\"interviews\":[{\"id\":"
      "\"40000000-0000-4000-8000-000000000001\",\"opportunity\":\"00000000-0000-4000-8000-000000000001\","
      "\"kind\":\"phone\",\"starts_at\":\"2026-02-27T10:00:00Z\",\"ends_at\":\"2026-02-27T11:00:00Z\",\"zone\":"
      "\"Europe/Amsterdam\",\"status\":\"booked\",\"people\":[{\"contact\":\"" UUID "\",\"attended\":true}]}],"
      "\"introductions\":[{\"id\":\"10000000-0000-4000-8000-000000000001\",\"introducer\":"
      "\"33333333-3333-4333-8333-000000000001\",\"person\":\"" UUID "\",\"company\":"
      "\"c0000000-0000-4000-8000-000000000001\",\"recorded_on\":\"2026-02-20\"}],\"touches\":[{\"id\":"
      "\"20000000-0000-4000-8000-000000000002\",\"contacts\":[\"" UUID "\"],\"opportunity\":"
      "\"00000000-0000-4000-8000-000000000001\",\"at\":\"2026-02-21T10:00:00Z\",\"direction\":\"out\",\"channel\":"
      "\"email\",\"body\":\"Dear Mrs " WORD "\"}],\"follow_ups\":[{\"id\":"
      "\"50000000-0000-4000-8000-000000000001\",\"key\":\"manual:50000000-0000-4000-8000-000000000001\",\"rule\":"
      "\"manual\",\"title\":\"Thank " WORD "\",\"contact\":\"" UUID "\",\"opportunity\":"
      "\"00000000-0000-4000-8000-000000000001\",\"remind_at\":\"2026-02-20T09:00\",\"due\":\"2026-02-20T18:00\","
      "\"state\":\"done\"}]}");
  return g_string_free (json, FALSE);
}

static void
run (OnwardFixture *f, const char *label, OnwardCommandFunc command, gpointer data)
{
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, label, command, data, &error);
  g_assert_no_error (error);
}

static gint64
find_victim (OnwardFixture *f)
{
  return onward_rows_find_uuid (onward_store_get_connection (f->store), ONWARD_TYPE_CONTACT, UUID);
}

static void
set_member (OnwardFixture *f, const char *member, const char *value)
{
  g_autoptr (OnwardContactEdit) edit = onward_contact_edit_new (find_victim (f), member, value);

  run (f, "Change", onward_contacts_set_member, edit);
}

/* Long and short, again and again, so that rows move from page to page and the search has many pieces. */
static void
write_about_them (OnwardFixture *f)
{
  for (int i = 0; i < 40; i++)
    {
      g_autoptr (GString) note = g_string_new (NULL);
      g_autofree char *name = g_strdup_printf ("Quirine%d " WORD, i);

      for (int j = 0; j < (i % 7) * 150; j++)
        g_string_append_printf (note, "%s said %d. ", WORD, j);
      set_member (f, "name", name);
      set_member (f, "notes", note->str);
    }
}

static void
add_everything (OnwardFixture *f)
{
  g_autofree char *text = write_document ();
  gpointer import = onward_json_import_new (text, (gssize)strlen (text), FALSE, FALSE);
  g_autoptr (OnwardKeptDraft) draft = NULL;

  onward_store_set_reconcile (f->store, onward_reconcile);
  run (f, "Import", onward_json_import_run, import);
  onward_json_import_free (import);
  write_about_them (f);
  draft = onward_kept_draft_new (0, find_victim (f), "{\"body\":\"Dear " WORD "\"}");
  run (f, NULL, onward_kept_drafts_keep, draft);
}

/* ASCII letters of any case. */
static gboolean
contains (const char *bytes, gsize length, const char *word)
{
  gsize n = strlen (word);

  for (gsize i = 0; i + n <= length; i++)
    if (g_ascii_strncasecmp (bytes + i, word, n) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
file_names_them (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return FALSE;
  return contains (bytes, length, WORD) || contains (bytes, length, "quirine") || contains (bytes, length, UUID);
}

/* Whatever lies beside it, too. */
static gboolean
folder_names_them (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean names = FALSE;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      gboolean is_folder = g_file_test (path, G_FILE_TEST_IS_DIR);

      if (is_folder ? folder_names_them (path) : file_names_them (path))
        {
          g_test_message ("%s", path);
          names = TRUE;
        }
    }
  return names;
}

static GArray *
list_victim (OnwardFixture *f)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = find_victim (f);

  g_array_append_val (ids, id);
  return ids;
}

static void
test_no_trace_is_left (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (f->path);
  g_autofree char *backup = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  add_everything (f);
  ids = list_victim (f);
  g_assert_true (folder_names_them (folder));
  run (f, NULL, onward_contacts_forget, ids);
  g_assert_cmpint (find_victim (f), ==, 0);
  g_assert_false (folder_names_them (folder));
  backup = onward_backups_make_now (f->path, &f->now, &error);
  g_assert_no_error (error);
  g_assert_false (folder_names_them (folder));
  onward_fixture_close (f);
  g_assert_false (folder_names_them (folder));
  onward_fixture_open (f);
}

static void
test_it_cannot_be_undone (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GArray) ids = NULL;

  add_everything (f);
  ids = list_victim (f);
  g_assert_nonnull (onward_store_get_undo_label (f->store));
  run (f, "Forget", onward_contacts_forget, ids);
  g_assert_null (onward_store_get_undo_label (f->store));
  g_assert_null (onward_store_get_redo_label (f->store));
}

static void
test_everybody_else_stays (OnwardFixture *f, gconstpointer data)
{
  OnwardConnection *reader = onward_store_get_connection (f->store);
  g_autoptr (GArray) ids = NULL;

  add_everything (f);
  ids = list_victim (f);
  run (f, NULL, onward_contacts_forget, ids);
  g_assert_cmpint (onward_connection_read_int (reader, "SELECT count (*) FROM contacts", -1), ==, OTHERS);
  g_assert_cmpint (onward_connection_read_int (
                       reader, "SELECT count (*) FROM contact_search WHERE contact_search MATCH 'plain'", -1),
                   ==, OTHERS);
  g_assert_cmpint (onward_connection_read_int (reader, "SELECT count (*) FROM interviews", -1), ==, 1);
  g_assert_cmpint (onward_connection_read_int (reader, "SELECT count (*) FROM opportunities", -1), ==, 1);
  g_assert_cmpint (onward_connection_read_int (reader, "SELECT count (*) FROM touches", -1), ==, 0);
  g_assert_cmpint (
      onward_connection_read_int (reader, "SELECT count (*) FROM follow_ups WHERE contact IS NOT NULL", -1), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                            \
  g_test_add ("/contact-forgetting/" name, OnwardFixture, NULL, onward_fixture_set_up, function,                       \
              onward_fixture_tear_down)
  ADD ("no-trace-is-left-in-the-file-its-log-and-a-new-backup", test_no_trace_is_left);
  ADD ("it-cannot-be-undone-and-nothing-before-it", test_it_cannot_be_undone);
  ADD ("everybody-else-stays-and-is-found", test_everybody_else_stays);
#undef ADD
  return g_test_run ();
}
