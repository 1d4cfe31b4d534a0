/* test-json.c - a document comes back byte for byte, and a bad one changes nothing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-json-export.h"
#include "store/onward-json-import.h"
#include "store/onward-json-writer.h"

#include <string.h>

#define SOME_ID  "11111111-1111-4111-8111-111111111111"
#define OTHER_ID "22222222-2222-4222-8222-222222222222"

static char *
export_all (OnwardFixture *f)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  OnwardNow now = onward_store_get_now (f->store);

  onward_json_export (onward_store_get_connection (f->store), &now, stream, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static OnwardImportReport
import_text (OnwardFixture *f, const char *text, gboolean dry_run)
{
  g_autoptr (OnwardJsonImport) import = onward_json_import_new (text, strlen (text), dry_run, FALSE);
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, "Import", onward_json_import_run, import, &error);
  g_assert_no_error (error);
  return *onward_json_import_get_report (import);
}

static char *
read_fixture (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "fixtures", "json", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_same_bytes (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *text = read_fixture ("every-member.json");
  g_autofree char *back = NULL;

  import_text (f, text, FALSE);
  back = export_all (f);
  g_assert_cmpstr (back, ==, text);
}

static void
test_second_import (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *text = read_fixture ("every-member.json");
  OnwardImportReport report = import_text (f, text, TRUE);
  g_autoptr (OnwardContact) nobody = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1);
  guint records = report.read;

  g_assert_null (nobody);
  g_assert_cmpuint (report.added, ==, records);
  report = import_text (f, text, FALSE);
  g_assert_cmpuint (report.added, ==, records);
  f->now.unix_time += 60;
  report = import_text (f, text, FALSE);
  g_assert_cmpuint (report.added + report.updated, ==, 0);
  g_assert_cmpuint (report.unchanged, ==, records);
}

static char *
make_document (const char *contacts)
{
  return g_strdup_printf ("{\"format\":\"onward\",\"version\":1,\"contacts\":%s}", contacts);
}

static void
test_replaced_whole (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *first =
      make_document ("[{\"id\":\"" SOME_ID "\",\"name\":\"Amara\",\"headline\":\"Boss\",\"x\":1,\"y\":2}]");
  g_autofree char *second = make_document ("[{\"id\":\"" SOME_ID "\",\"name\":\"Amara Okafor\",\"y\":3}]");
  g_autoptr (OnwardContact) contact = NULL;
  OnwardImportReport report;

  import_text (f, first, FALSE);
  report = import_text (f, second, FALSE);
  g_assert_cmpuint (report.updated, ==, 1);
  contact = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1);
  g_assert_cmpstr (contact->name, ==, "Amara Okafor");
  g_assert_null (contact->headline);
  g_assert_cmpstr (contact->record.extra, ==, "{\"x\":1,\"y\":3}");
}

static char *
make_follow_up (const char *id, const char *state)
{
  return g_strdup_printf ("{\"format\":\"onward\",\"version\":1,\"follow_ups\":[{\"id\":\"%s\",\"key\":\"manual:1\","
                          "\"rule\":\"manual\",\"remind_at\":\"2026-03-01T09:00\",\"due\":\"2026-03-01T23:59\","
                          "\"state\":\"%s\"}]}",
                          id, state);
}

static void
test_user_wins (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *done = make_follow_up (SOME_ID, "done");
  g_autofree char *open = make_follow_up (OTHER_ID, "open");
  g_autoptr (OnwardFollowUp) row = NULL;

  import_text (f, done, FALSE);
  import_text (f, open, FALSE);
  row = onward_store_get_record (f->store, ONWARD_TYPE_FOLLOW_UP, 1);
  g_assert_cmpstr (row->state, ==, "done");
  g_assert_null (onward_store_get_record (f->store, ONWARD_TYPE_FOLLOW_UP, 2));
}

typedef struct
{
  const char *text;
  const char *message;
} BadDocument;

static const BadDocument bad_documents[] = {
  { "", "empty" },
  { "[1]", "no object" },
  { "{\"format\":\n\"onward\"", "broken at line 2" },
  { "{\"format\":\"other\",\"version\":1}", "format" },
  { "{\"format\":\"onward\",\"version\":2}", "newer" },
  { "{\"format\":\"onward\",\"version\":1,\"contacts\":{}}", "contacts: a list" },
  { "{\"format\":\"onward\",\"version\":1,\"contacts\":[7]}", "contacts[0]" },
  { "{\"format\":\"onward\",\"version\":1,\"contacts\":[{\"name\":\"x\"}]}", "contacts[0].id" },
  { "{\"format\":\"onward\",\"version\":1,\"contacts\":[{\"id\":\"7\"}]}", "no UUID" },
  { "{\"format\":\"onward\",\"version\":1,\"contacts\":[{\"id\":\"" SOME_ID "\"},{\"id\":\"" SOME_ID "\"}]}", "twice" },
  { "{\"format\":\"onward\",\"version\":1,\"contacts\":[{\"id\":\"" SOME_ID "\",\"tier\":\"weekly\"}]}",
    "contacts[0].tier" },
  { "{\"format\":\"onward\",\"version\":1,\"contacts\":[{\"id\":\"" SOME_ID "\",\"added_on\":\"2026-02-30\"}]}",
    "contacts[0].added_on" },
  { "{\"format\":\"onward\",\"version\":1,\"contacts\":[{\"id\":\"" SOME_ID "\",\"company\":\"" OTHER_ID "\"}]}",
    "contacts[0].company" },
  { "{\"format\":\"onward\",\"version\":1,\"contacts\":[{\"id\":\"" SOME_ID "\",\"hooks\":[1]}]}",
    "contacts[0].hooks" },
  { "{\"format\":\"onward\",\"version\":1,\"interviews\":[{\"id\":\"" SOME_ID
    "\",\"starts_at\":\"2026-03-01T10:00\"}]}",
    "interviews[0].starts_at" },
  { "{\"format\":\"onward\",\"version\":1,\"interviews\":[{\"id\":\"" SOME_ID "\",\"people\":[{\"contact\":\"" OTHER_ID
    "\"}]}]}",
    "interviews[0].people[0].contact" },
  { "{\"format\":\"onward\",\"version\":1,\"settings\":{\"alert_hours\":[\"20:00\",\"08:00\"]}}", "alert_hours" },
  { "{\"format\":\"onward\",\"version\":1,\"settings\":{\"rules\":{\"debrief\":{\"days\":-1}}}}", "rules" },
};

static void
test_bad_documents (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *before = export_all (f);

  for (guint i = 0; i < G_N_ELEMENTS (bad_documents); i++)
    {
      const BadDocument *bad = &bad_documents[i];
      g_autoptr (OnwardJsonImport) import = onward_json_import_new (bad->text, strlen (bad->text), FALSE, FALSE);
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_false (onward_store_run (f->store, "Import", onward_json_import_run, import, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      if (strstr (error->message, bad->message) == NULL)
        g_error ("“%s” does not say “%s”", error->message, bad->message);
      g_assert_null (strchr (error->message, '\n'));
      after = export_all (f);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_deep (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *deep = g_strnfill (1000000, '[');
  g_autoptr (GError) error = NULL;

  g_assert_null (onward_json_parse (deep, -1, &error));
  g_assert_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID);
}

static void
test_shift (OnwardFixture *f, gconstpointer data)
{
  const char *text = "{\"format\":\"onward\",\"version\":1,\"exported_at\":\"2025-10-20T10:00:00+02:00\","
                     "\"interviews\":[{\"id\":\"" SOME_ID "\",\"starts_at\":\"2025-10-21T09:45:00+02:00\","
                     "\"zone\":\"Europe/Amsterdam\",\"booked_on\":\"2025-10-19\"}]}";
  g_autoptr (OnwardJsonImport) import = onward_json_import_new (text, strlen (text), FALSE, TRUE);
  g_autoptr (OnwardInterview) interview = NULL;

  g_strlcpy (f->now.zone, "America/New_York", sizeof f->now.zone);
  g_assert_true (onward_store_run (f->store, NULL, onward_json_import_run, import, NULL));
  interview = onward_store_get_record (f->store, ONWARD_TYPE_INTERVIEW, 1);
  /* Today is 2 March: winter time, and the same clock. */
  g_assert_cmpstr (interview->starts_at, ==, "2026-03-03T09:45:00-05:00");
  g_assert_cmpstr (interview->zone, ==, "America/New_York");
  g_assert_cmpstr (interview->booked_on, ==, "2026-03-01");
}

static void
test_lists (void)
{
  g_autofree char *list = onward_json_add_text (NULL, "Two \"rescue\" greyhounds");
  g_autofree char *longer = onward_json_add_text (list, "Kayaking");
  g_autofree char *same = onward_json_add_text (longer, "Kayaking");
  g_auto (GStrv) texts = onward_json_get_texts (longer);

  g_assert_cmpstr (list, ==, "[\"Two \\\"rescue\\\" greyhounds\"]");
  g_assert_cmpuint (g_strv_length (texts), ==, 2);
  g_assert_cmpstr (texts[0], ==, "Two \"rescue\" greyhounds");
  g_assert_cmpstr (same, ==, longer);
}

#define ADD(path, func) g_test_add (path, OnwardFixture, NULL, onward_fixture_set_up, func, onward_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/json/every member comes back byte for byte", test_same_bytes);
  ADD ("/json/a second import changes nothing and a dry run nothing at all", test_second_import);
  ADD ("/json/a known object is replaced whole but for unknown members", test_replaced_whole);
  ADD ("/json/a plain open row does not replace what the user did", test_user_wins);
  ADD ("/json/a bad document is refused in one line that names the member", test_bad_documents);
  ADD ("/json/a document nested without end is refused", test_deep);
  ADD ("/json/the sample moves to today and keeps its wall times", test_shift);
  g_test_add_func ("/json/lists of text are added to once", test_lists);
  return g_test_run ();
}
