/* test-contact-import.c - proposed people become contacts once, and what the user typed stays */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fixture.h"
#include "model/onward-collections.h"
#include "store/onward-contact-import.h"
#include "store/onward-json-export.h"

#include <string.h>

#define PROFILE "https://www.linkedin.com/in/"

/* The people a test proposes: { name, company, url, email, position, connected_on }, "" for none. */
typedef const char *Row[6];

static OnwardProposal *
propose (const Row *rows, guint n_rows)
{
  OnwardProposal *proposal = onward_proposal_new ();

  for (guint i = 0; i < n_rows; i++)
    {
      OnwardProposedContact contact = { .line = i + 2 };
      const char **members[] = { &contact.name,  &contact.company,  &contact.url,
                                 &contact.email, &contact.position, &contact.connected_on };

      for (guint m = 0; m < G_N_ELEMENTS (members); m++)
        *members[m] = onward_proposal_keep (proposal, rows[i][m] != NULL ? rows[i][m] : "");
      onward_proposal_add_contact (proposal, &contact);
    }
  return proposal;
}

static void
import (OnwardFixture *f, const Row *rows, guint n_rows, gboolean dry_run, const char *expected)
{
  g_autoptr (OnwardContactImport) data = onward_contact_import_new (propose (rows, n_rows), dry_run, NULL);
  g_autoptr (GError) error = NULL;
  const OnwardImportReport *report = onward_contact_import_get_report (data);
  g_autofree char *counts = NULL;

  onward_store_run (f->store, "Import", onward_contact_import_run, data, &error);
  g_assert_no_error (error);
  counts = g_strdup_printf ("%u added, %u updated, %u unchanged", report->added, report->updated, report->unchanged);
  g_assert_cmpuint (report->read, ==, n_rows);
  g_assert_cmpuint (report->added + report->updated + report->unchanged, ==, n_rows);
  if (expected != NULL)
    g_assert_cmpstr (counts, ==, expected);
}

#define IMPORT(f, expected, ...)                                                                                       \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    const Row rows_[] = { __VA_ARGS__ };                                                                               \
    import (f, rows_, G_N_ELEMENTS (rows_), FALSE, expected);                                                          \
  }                                                                                                                    \
  G_STMT_END

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

/* name|company|urls|emails|headline|added_on of each contact, in the order of names, "-" for empty. */
static char *
describe (OnwardFixture *f)
{
  GString *all = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_store_get_connection (f->store),
                                 "SELECT contacts.name, companies.name, urls, emails, headline, added_on FROM contacts "
                                 "LEFT JOIN companies ON companies.id = contacts.company ORDER BY contacts.name, "
                                 "companies.name, urls, contacts.id",
                                 &error);

  g_assert_no_error (error);
  while (onward_statement_step (statement, &error))
    {
      for (int column = 0; column < 6; column++)
        {
          const char *text = onward_statement_get_text (statement, column);

          g_string_append_printf (all, "%s%s", column == 0 ? "" : "|", text != NULL ? text : "-");
        }
      g_string_append_c (all, '\n');
    }
  g_assert_no_error (error);
  return g_string_free (all, FALSE);
}

static void
check_contacts (OnwardFixture *f, const char *expected)
{
  g_autofree char *found = describe (f);

  g_assert_cmpstr (found, ==, expected);
}

static gint64
count (OnwardFixture *f, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", table);

  return onward_connection_read_int (onward_store_get_connection (f->store), sql, -1);
}

static gboolean
add_typed (OnwardWriter *writer, gpointer data, GError **error)
{
  const char *const *members = data;
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);
  char **const fields[] = { &contact->name, &contact->urls, &contact->emails, &contact->headline, &contact->tier };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    onward_set_text (fields[i], members[i]);
  return onward_writer_insert (writer, contact, error);
}

/* Somebody the user wrote down: name, urls, emails, headline, tier. */
static void
type_contact (OnwardFixture *f, const char *name, const char *urls, const char *emails, const char *headline)
{
  const char *members[] = { name, urls, emails, headline, "monthly" };
  g_autoptr (GError) error = NULL;

  onward_store_run (f->store, "Add", add_typed, members, &error);
  g_assert_no_error (error);
}

static void
test_new (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContact) contact = NULL;

  IMPORT (f, "2 added, 0 updated, 0 unchanged",
          { "Ana Cruz", "Helix", PROFILE "ana", "ana@example.org", "Lead", "2024-03-12" }, { "Bo \"B\" Berg" });
  check_contacts (f, "Ana Cruz|Helix|[{\"label\":\"LinkedIn\",\"value\":\"" PROFILE "ana\"}]|"
                     "[{\"value\":\"ana@example.org\"}]|Lead|2024-03-12\n"
                     "Bo \"B\" Berg|-|-|-|-|-\n");
  contact = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1);
  g_assert_null (contact->tier);
  g_assert_null (contact->tier_since);
  g_assert_null (contact->how_met);
  g_assert_cmpint (count (f, "follow_ups"), ==, 0);
}

static void
test_companies (OnwardFixture *f, gconstpointer data)
{
  IMPORT (f, "4 added, 0 updated, 0 unchanged", { "Ana", "Helix Robotics" }, { "Bo", " helix  ROBOTICS " },
          { "Cy", "Helix" }, { "Di" });
  IMPORT (f, "1 added, 0 updated, 0 unchanged", { "Ed", "HELIX ROBOTICS", "", "ed@example.org" });
  check_contacts (f, "Ana|Helix Robotics|-|-|-|-\nBo|Helix Robotics|-|-|-|-\nCy|Helix|-|-|-|-\nDi|-|-|-|-|-\n"
                     "Ed|Helix Robotics|-|[{\"value\":\"ed@example.org\"}]|-|-\n");
  g_assert_cmpint (count (f, "companies"), ==, 2);
}

static void
test_profile (OnwardFixture *f, gconstpointer data)
{
  IMPORT (f, "1 added, 0 updated, 0 unchanged", { "Ana Cruz", "Helix", PROFILE "ana" });
  IMPORT (f, "0 added, 0 updated, 1 unchanged", { "Ana Maria Cruz", "Fjord", "linkedin.com/in/ANA/" });
  IMPORT (f, "1 added, 0 updated, 0 unchanged", { "Ana Cruz", "Helix", PROFILE "ana2" });
  g_assert_cmpint (count (f, "contacts"), ==, 2);
  /* The company of somebody who is left as they are is not made either. */
  g_assert_cmpint (count (f, "companies"), ==, 1);
}

static void
test_email (OnwardFixture *f, gconstpointer data)
{
  IMPORT (f, "1 added, 0 updated, 0 unchanged", { "Ana Cruz", "Helix", "", "ana@example.org" });
  IMPORT (f, "0 added, 1 updated, 0 unchanged", { "A. Cruz", "Fjord", PROFILE "ana", "ANA@example.org" });
  IMPORT (f, "1 added, 0 updated, 0 unchanged", { "Ana Cruz", "Helix", "", "other@example.org" });
  check_contacts (f, "Ana Cruz|Helix|-|[{\"value\":\"other@example.org\"}]|-|-\n"
                     "Ana Cruz|Helix|[{\"label\":\"LinkedIn\",\"value\":\"" PROFILE "ana\"}]|"
                     "[{\"value\":\"ana@example.org\"}]|-|-\n");
}

static void
test_profile_before_email (OnwardFixture *f, gconstpointer data)
{
  IMPORT (f, "2 added, 0 updated, 0 unchanged", { "Ana", "", PROFILE "ana" }, { "Bo", "", "", "shared@example.org" });
  IMPORT (f, "0 added, 1 updated, 0 unchanged", { "Ana", "", PROFILE "ana", "shared@example.org", "Lead" });
  /* An address that somebody has is not given to a second one. */
  check_contacts (f, "Ana|-|[{\"label\":\"LinkedIn\",\"value\":\"" PROFILE "ana\"}]|-|Lead|-\n"
                     "Bo|-|-|[{\"value\":\"shared@example.org\"}]|-|-\n");
  IMPORT (f, "0 added, 1 updated, 1 unchanged", { "Ana", "", PROFILE "ana", "shared@example.org" },
          { "Ana", "", "", "ana@example.org" });
}

static void
test_name_and_company (OnwardFixture *f, gconstpointer data)
{
  IMPORT (f, "2 added, 0 updated, 0 unchanged", { "Ana Cruz", "Helix" }, { "Bo Berg" });
  IMPORT (f, "1 added, 0 updated, 1 unchanged", { "ana  CRUZ", "helix" }, { "Ana Cruz", "Fjord" });
  IMPORT (f, "0 added, 1 updated, 1 unchanged", { "Bo Berg", "", "", "bo@example.org" }, { "Bo Berg" });
  IMPORT (f, "1 added, 0 updated, 0 unchanged", { "Bo Berg", "Helix" });
  IMPORT (f, "0 added, 1 updated, 0 unchanged", { "Ana Cruz", "Helix", PROFILE "ana" });
  IMPORT (f, "1 added, 0 updated, 0 unchanged", { "Ana Cruz", "Helix", PROFILE "ana-2" });
  IMPORT (f, "0 added, 1 updated, 0 unchanged", { "Ana Cruz", "Helix", "", "ana@example.org" });
  IMPORT (f, "0 added, 1 updated, 0 unchanged", { "Ana Cruz", "Helix", "", "ana2@example.org" });
  IMPORT (f, "1 added, 0 updated, 0 unchanged", { "Ana Cruz", "Helix", "", "ana3@example.org" });
}

static void
test_typed_stays (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (OnwardContact) contact = NULL;

  type_contact (f, "Ana", "[{\"label\":\"home\",\"value\":\"https://ana.example\"},{\"value\":\"" PROFILE "ana\"}]",
                "[{\"label\":\"work\",\"value\":\"ana@helix.example\"}]", "Met at the brewery");
  IMPORT (f, "0 added, 1 updated, 0 unchanged",
          { "Ana Cruz", "Helix", PROFILE "ana/", "ana@home.example", "Lead", "2024-03-12" });
  check_contacts (f,
                  "Ana|Helix|[{\"label\":\"home\",\"value\":\"https://ana.example\"},{\"value\":\"" PROFILE "ana\"}]|"
                  "[{\"label\":\"work\",\"value\":\"ana@helix.example\"},{\"value\":\"ana@home.example\"}]|"
                  "Met at the brewery|2024-03-12\n");
  contact = onward_store_get_record (f->store, ONWARD_TYPE_CONTACT, 1);
  g_assert_cmpstr (contact->tier, ==, "monthly");
}

static void
test_other_pages (OnwardFixture *f, gconstpointer data)
{
  type_contact (f, "Ana", "[{\"value\":\"https://ana.example\"}]", NULL, NULL);
  type_contact (f, "Bo", "[\"" PROFILE "bo\"]", "[\"bo@example.org\"]", NULL);
  IMPORT (f, "0 added, 1 updated, 0 unchanged", { "Ana", "", PROFILE "ana" });
  IMPORT (f, "0 added, 0 updated, 2 unchanged", { "Robert", "", PROFILE "bo" }, { "Rob", "", "", "bo@example.org" });
  IMPORT (f, "1 added, 0 updated, 0 unchanged", { "Ana", "", PROFILE "ana2" });
}

static void
test_twice_in_a_file (OnwardFixture *f, gconstpointer data)
{
  IMPORT (f, "1 added, 0 updated, 2 unchanged", { "Ana Cruz", "Helix" }, { "Ana Cruz", "Helix", PROFILE "ana" },
          { "Ana", "", PROFILE "ana", "ana@example.org" });
  check_contacts (f, "Ana Cruz|Helix|[{\"label\":\"LinkedIn\",\"value\":\"" PROFILE "ana\"}]|"
                     "[{\"value\":\"ana@example.org\"}]|-|-\n");
}

static void
test_oldest (OnwardFixture *f, gconstpointer data)
{
  const Row rows[] = { { "Ana", "Helix", PROFILE "a" }, { "Ana", "Helix", "", "", "Lead" } };

  type_contact (f, "Ana", "[{\"value\":\"" PROFILE "a\"}]", NULL, NULL);
  IMPORT (f, "1 added, 0 updated, 0 unchanged", { "Ana", "Helix", PROFILE "b" });
  import (f, rows, G_N_ELEMENTS (rows), FALSE, "0 added, 2 updated, 0 unchanged");
  check_contacts (f, "Ana|Helix|[{\"label\":\"LinkedIn\",\"value\":\"" PROFILE "b\"}]|-|-|-\n"
                     "Ana|Helix|[{\"value\":\"" PROFILE "a\"}]|-|Lead|-\n");
  import (f, rows, G_N_ELEMENTS (rows), FALSE, "0 added, 0 updated, 2 unchanged");
}

static void
test_nobodys_page (OnwardFixture *f, gconstpointer data)
{
  IMPORT (f, "2 added, 0 updated, 0 unchanged", { "Ana", "", PROFILE }, { "Bo", "", PROFILE });
  check_contacts (f, "Ana|-|-|-|-|-\nBo|-|-|-|-|-\n");
}

static void
test_dry_run (OnwardFixture *f, gconstpointer data)
{
  const Row rows[] = { { "Ana", "Helix", PROFILE "ana", "", "Lead" }, { "Bo", "Helix" }, { "Ana", "Helix" } };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  IMPORT (f, NULL, { "Ana", "", PROFILE "ana" });
  before = export_all (f);
  import (f, rows, G_N_ELEMENTS (rows), TRUE, "1 added, 1 updated, 1 unchanged");
  after = export_all (f);
  g_assert_cmpstr (before, ==, after);
  import (f, rows, G_N_ELEMENTS (rows), FALSE, "1 added, 1 updated, 1 unchanged");
  import (f, rows, G_N_ELEMENTS (rows), FALSE, "0 added, 0 updated, 3 unchanged");
}

static void
test_outcomes (OnwardFixture *f, gconstpointer data)
{
  const Row rows[] = { { "Ana", "", "", "", "Lead" }, { "Bo" }, { "Cy", "", "", "", "Lead" } };
  g_autoptr (OnwardContactImport) import_data = NULL;

  IMPORT (f, NULL, { "Ana" }, { "Cy", "", "", "", "Boss" });
  import_data = onward_contact_import_new (propose (rows, G_N_ELEMENTS (rows)), TRUE, NULL);
  g_assert_true (onward_store_run (f->store, "Import", onward_contact_import_run, import_data, NULL));
  g_assert_cmpint (onward_contact_import_get_outcome (import_data, 0), ==, ONWARD_CONTACT_UPDATED);
  g_assert_cmpint (onward_contact_import_get_outcome (import_data, 1), ==, ONWARD_CONTACT_ADDED);
  g_assert_cmpint (onward_contact_import_get_outcome (import_data, 2), ==, ONWARD_CONTACT_UNCHANGED);
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
test_undo (OnwardFixture *f, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean done = FALSE;
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  type_contact (f, "Ana", NULL, "[{\"value\":\"ana@example.org\"}]", NULL);
  before = export_all (f);
  IMPORT (f, "2 added, 1 updated, 0 unchanged", { "Ana Cruz", "Helix", PROFILE "ana", "ana@example.org", "Lead" },
          { "Bo", "Helix" }, { "Cy", "Fjord" });
  g_assert_cmpint (count (f, "contacts"), ==, 3);
  onward_store_undo_async (f->store, done_cb, &done);
  while (!done && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  after = export_all (f);
  g_assert_cmpstr (after, ==, before);
}

static void
test_cancelled (OnwardFixture *f, gconstpointer data)
{
  const Row rows[] = { { "Ana" } };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (OnwardContactImport) import_data =
      onward_contact_import_new (propose (rows, G_N_ELEMENTS (rows)), FALSE, cancellable);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (onward_store_run (f->store, "Import", onward_contact_import_run, import_data, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count (f, "contacts"), ==, 0);
}

static gint64
count_found (OnwardFixture *f, const char *word)
{
  g_autofree char *what = g_strdup_printf ("contact_search WHERE contact_search MATCH '%s'", word);

  return count (f, what);
}

static void
test_search (OnwardFixture *f, gconstpointer data)
{
  const Row rows[] = { { "Di" } };
  g_autoptr (OnwardContactImport) cancelled = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gint64 n_triggers = count (f, "sqlite_schema WHERE type = 'trigger'");

  type_contact (f, "Ana", "[{\"value\":\"" PROFILE "ana\"}]", NULL, NULL);
  IMPORT (f, "1 added, 1 updated, 0 unchanged", { "Ana Cruz", "Helix", PROFILE "ana", "", "Lead" }, { "Bo", "Helix" });
  g_assert_cmpint (count (f, "sqlite_schema WHERE type = 'trigger'"), ==, n_triggers);
  g_assert_cmpint (count_found (f, "helix"), ==, 2);
  g_assert_cmpint (count_found (f, "lead"), ==, 1);
  g_assert_cmpint (count (f, "company_search WHERE company_search MATCH 'helix'"), ==, 1);

  /* Afterwards, and after an import that came to nothing, the search is fed row by row again. */
  type_contact (f, "Cy", NULL, NULL, NULL);
  g_assert_cmpint (count_found (f, "cy"), ==, 1);
  g_cancellable_cancel (cancellable);
  cancelled = onward_contact_import_new (propose (rows, G_N_ELEMENTS (rows)), FALSE, cancellable);
  g_assert_false (onward_store_run (f->store, "Import", onward_contact_import_run, cancelled, NULL));
  import (f, rows, G_N_ELEMENTS (rows), TRUE, NULL);
  type_contact (f, "Ed", NULL, NULL, NULL);
  g_assert_cmpint (count_found (f, "ed"), ==, 1);
  g_assert_cmpint (count (f, "contact_search"), ==, 4);
}

static const char *
pick (const char *const *words, guint n_words)
{
  return words[g_test_rand_int_range (0, n_words)];
}

/* So few names, companies and addresses that people are mixed up in every way. */
static void
make_row (Row row)
{
  static const char *const names[] = { "Ana", "ana", "Bo" };
  static const char *const companies[] = { "", "", "Helix", "HELIX", "Fjord" };
  static const char *const urls[] = { "", "", PROFILE "a", "linkedin.com/in/A/", PROFILE "b", PROFILE "c", PROFILE };
  static const char *const emails[] = { "", "", "", "a@x.org", "A@x.org", "b@x.org", "c@x.org" };
  static const char *const positions[] = { "", "Lead", "Boss" };
  static const char *const dates[] = { "", "2024-03-12", "2022-02-07" };

  row[0] = pick (names, G_N_ELEMENTS (names));
  row[1] = pick (companies, G_N_ELEMENTS (companies));
  row[2] = pick (urls, G_N_ELEMENTS (urls));
  row[3] = pick (emails, G_N_ELEMENTS (emails));
  row[4] = pick (positions, G_N_ELEMENTS (positions));
  row[5] = pick (dates, G_N_ELEMENTS (dates));
}

static void
type_anybody (OnwardFixture *f)
{
  static const char *const names[] = { "Ana", "Bo", NULL };
  static const char *const urls[] = { NULL, NULL, "[{\"value\":\"" PROFILE "a\"}]", "[{\"value\":\"" PROFILE "b\"}]",
                                      "[\"https://ana.example\",\"" PROFILE "b\",\"" PROFILE "c\"]" };
  static const char *const emails[] = { NULL, NULL, "[\"a@x.org\"]", "[{\"label\":\"x\",\"value\":\"B@x.org\"}]",
                                        "[{\"label\":\"x\"},\"c@x.org\",\"a@x.org\"]" };
  static const char *const headlines[] = { NULL, "typed" };

  type_contact (f, pick (names, G_N_ELEMENTS (names)), pick (urls, G_N_ELEMENTS (urls)),
                pick (emails, G_N_ELEMENTS (emails)), pick (headlines, G_N_ELEMENTS (headlines)));
}

static void
test_second_import (OnwardFixture *f, gconstpointer data)
{
  for (guint round = 0; round < 120; round++)
    {
      Row rows[12];
      guint n_rows = g_test_rand_int_range (1, G_N_ELEMENTS (rows) + 1);
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      g_autofree char *expected = g_strdup_printf ("0 added, 0 updated, %u unchanged", n_rows);

      /* Contacts of earlier rounds stay for some time: imports over imports. */
      if (round % 6 == 0)
        {
          onward_fixture_tear_down (f, NULL);
          onward_fixture_set_up (f, NULL);
        }
      for (gint n = g_test_rand_int_range (0, 4); n > 0; n--)
        type_anybody (f);
      for (guint i = 0; i < n_rows; i++)
        make_row (rows[i]);
      import (f, rows, n_rows, FALSE, NULL);
      first = export_all (f);
      import (f, rows, n_rows, FALSE, expected);
      second = export_all (f);
      g_assert_cmpstr (first, ==, second);
    }
}

#define ADD(path, function)                                                                                            \
  g_test_add ("/contact-import/" path, OnwardFixture, NULL, onward_fixture_set_up, function, onward_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("somebody-new-becomes-a-contact-without-a-tier", test_new);
  ADD ("companies-are-found-by-name-or-made", test_companies);
  ADD ("the-same-profile-is-the-same-person", test_profile);
  ADD ("the-same-mail-address-is-the-same-person", test_email);
  ADD ("a-profile-says-more-than-a-mail-address", test_profile_before_email);
  ADD ("name-and-company-count-when-no-address-differs", test_name_and_company);
  ADD ("what-the-user-typed-stays", test_typed_stays);
  ADD ("a-page-elsewhere-is-no-other-profile", test_other_pages);
  ADD ("somebody-twice-in-a-file-is-one-person", test_twice_in_a_file);
  ADD ("of-several-of-one-name-the-oldest-is-meant", test_oldest);
  ADD ("the-page-of-nobody-joins-nobody", test_nobodys_page);
  ADD ("a-dry-run-says-the-same-and-changes-nothing", test_dry_run);
  ADD ("the-preview-knows-what-becomes-of-each", test_outcomes);
  ADD ("everybody-is-found-by-the-search", test_search);
  ADD ("one-undo-takes-an-import-back", test_undo);
  ADD ("a-cancelled-import-leaves-nothing", test_cancelled);
  ADD ("a-second-import-changes-nothing", test_second_import);
  return g_test_run ();
}
