/* test-connections-import.c - a file from LinkedIn becomes contacts, from the bytes to the database */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "corpus.h"
#include "lib/onward-fixture.h"
#include "onward-linkedin.h"
#include "onward-text-input.h"
#include "store/onward-contact-import.h"

#include <time.h>

#define HEADER "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"

static void
import (OnwardFixture *f, GString *text, gboolean dry_run, const char *expected)
{
  g_autoptr (GError) error = NULL;
  OnwardProposal *proposal = onward_linkedin_read_connections (text->str, text->len, NULL, &error);
  g_autoptr (OnwardContactImport) import_data = NULL;
  g_autofree char *counts = NULL;
  const OnwardImportReport *report;

  g_assert_no_error (error);
  import_data = onward_contact_import_new (proposal, dry_run, NULL);
  onward_store_run (f->store, "Import", onward_contact_import_run, import_data, &error);
  g_assert_no_error (error);
  report = onward_contact_import_get_report (import_data);
  counts = g_strdup_printf ("%u read, %u added, %u updated, %u unchanged, %u rejected", report->read, report->added,
                            report->updated, report->unchanged, proposal->rejected->len);
  g_assert_cmpstr (counts, ==, expected);
  g_assert_cmpuint (report->not_opened->len, ==, 0);
}

static gint64
count (OnwardFixture *f, const char *what)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", what);

  return onward_connection_read_int (onward_store_get_connection (f->store), sql, -1);
}

static void
test_corpus (OnwardFixture *f, gconstpointer data)
{
  if (!corpus_is_here ())
    return;
  g_autoptr (GString) text = corpus_read ("csv/linkedin-network-intelligence/Connections.csv");

  import (f, text, TRUE, "10 read, 10 added, 0 updated, 0 unchanged, 0 rejected");
  g_assert_cmpint (count (f, "contacts"), ==, 0);
  import (f, text, FALSE, "10 read, 10 added, 0 updated, 0 unchanged, 0 rejected");
  import (f, text, FALSE, "10 read, 0 added, 0 updated, 10 unchanged, 0 rejected");
  g_assert_cmpint (count (f, "contacts"), ==, 10);
  g_assert_cmpint (count (f, "companies"), ==, 10);
  g_assert_cmpint (count (f, "contacts WHERE tier IS NULL AND added_on = '2024-03-25' AND name = 'Jack Anderson'"), ==,
                   1);
  g_assert_cmpint (count (f, "contact_search WHERE contact_search MATCH 'anthropic'"), ==, 1);
}

static void
test_hostile (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (HEADER);

  g_string_append (text, "'); DROP TABLE contacts; --,<b>x</b>,,,\"=cmd|' /C calc'!A0\",\"\"\"},{\"\"\",\n"
                         ",,https://www.linkedin.com/in/nobody,,,,\n,,,,,,\n"
                         "A,B,\"https://x.example/\"\"},{\"\"label\",\"a\"\"@x.org\",,,\n");
  import (f, text, FALSE, "3 read, 2 added, 0 updated, 0 unchanged, 1 rejected");
  import (f, text, FALSE, "3 read, 0 added, 0 updated, 2 unchanged, 1 rejected");
  g_assert_cmpint (count (f, "contacts WHERE name = '''); DROP TABLE contacts; -- <b>x</b>' AND headline = '\"},{\"'"),
                   ==, 1);
  g_assert_cmpint (count (f, "contacts WHERE urls IS NULL AND emails IS NULL"), ==, 2);
}

/* Of all threads of this process, so that a busy machine does not count. */
static double
get_cpu_seconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static void
test_speed (OnwardFixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  double start, first, second;

  /* Most people hide their mail address. */
  for (guint i = 0; i < 30000; i++)
    {
      g_autofree char *email = i % 5 == 0 ? g_strdup_printf ("ana%u@example.org", i) : g_strdup ("");

      g_string_append_printf (text,
                              "Ana%u,Cruz-Østergaard,https://www.linkedin.com/in/ana-cruz-%u,%s,"
                              "\"Helix Robotics, Inc. %u\",Senior Engineering Manager,12 Mar 2024\r\n",
                              i, i, email, i % 900);
    }
  start = get_cpu_seconds ();
  import (f, text, FALSE, "30000 read, 30000 added, 0 updated, 0 unchanged, 0 rejected");
  first = get_cpu_seconds () - start;
  start = get_cpu_seconds ();
  import (f, text, FALSE, "30000 read, 0 added, 0 updated, 30000 unchanged, 0 rejected");
  second = get_cpu_seconds () - start;
  g_test_message ("30,000 rows: %.2f s of CPU the first time, %.2f s the second", first, second);
  /* Far more than it takes (0.9 s and 0.4 s): only what grows with the square of the rows is more on a busy machine. */
  g_assert_cmpfloat (first + second, <, 20);
  g_assert_cmpint (count (f, "companies"), ==, 900);
  g_assert_cmpint (count (f, "contact_search WHERE contact_search MATCH 'engineering robotics'"), ==, 30000);
  g_assert_cmpint (count (f, "company_search WHERE company_search MATCH 'helix'"), ==, 900);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/connections-import/the-sample-export-is-taken-once", OnwardFixture, NULL, onward_fixture_set_up,
              test_corpus, onward_fixture_tear_down);
  g_test_add ("/connections-import/hostile-text-stays-text", OnwardFixture, NULL, onward_fixture_set_up, test_hostile,
              onward_fixture_tear_down);
  g_test_add ("/connections-import/thirty-thousand-people-come-at-once", OnwardFixture, NULL, onward_fixture_set_up,
              test_speed, onward_fixture_tear_down);
  return g_test_run ();
}
