/* test-file-kind.c - what a file is, by its content */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "corpus.h"
#include "onward-exchange-error.h"
#include "onward-file-kind.h"

static void
check (const char *text, OnwardFileKind kind)
{
  g_assert_cmpstr (onward_file_kind_to_string (onward_file_kind_find (text, strlen (text))), ==,
                   onward_file_kind_to_string (kind));
}

static void
test_onward_json (void)
{
  check ("{ \"format\": \"onward\", \"version\": 1 }", ONWARD_FILE_KIND_ONWARD_JSON);
  check ("\n\t{\"version\":1,\"format\" :\n\"onward\"", ONWARD_FILE_KIND_ONWARD_JSON);
  check ("{ \"format\": \"other\", \"format \": \"onward\" }", ONWARD_FILE_KIND_UNKNOWN);
  check ("{ \"format\": \"onwards\" }", ONWARD_FILE_KIND_UNKNOWN);
  check ("{}", ONWARD_FILE_KIND_UNKNOWN);
  check ("{ \"format\"", ONWARD_FILE_KIND_UNKNOWN);
  check ("[ \"format\": \"onward\" ]", ONWARD_FILE_KIND_UNKNOWN);
}

static void
test_linkedin (void)
{
  check ("First Name,Last Name,URL,Email Address,Company,Position,Connected On", ONWARD_FILE_KIND_LINKEDIN_CONNECTIONS);
  check ("Notes:\n\n\"Connected On\";\"LAST NAME\";\"x\";\" first name \"\n", ONWARD_FILE_KIND_LINKEDIN_CONNECTIONS);
  check ("First Name\tLast Name\tURL\tCompany\tPosition", ONWARD_FILE_KIND_LINKEDIN_CONNECTIONS);
  check ("First Name,Last Name,E-mail Address,Company,Job Title", ONWARD_FILE_KIND_UNKNOWN);
  check ("First Name,Last Name", ONWARD_FILE_KIND_UNKNOWN);
  check ("\"First Name,Last Name,Connected On\"", ONWARD_FILE_KIND_UNKNOWN);
}

static void
test_empty (void)
{
  check ("", ONWARD_FILE_KIND_EMPTY);
  check (" \r\n\t\n", ONWARD_FILE_KIND_EMPTY);
}

static void
check_corpus (const char *path, OnwardFileKind kind)
{
  g_autoptr (GString) text = corpus_read (path);

  g_test_message ("%s", path);
  check (text->str, kind);
}

static void
test_corpus (void)
{
  if (!corpus_is_here ())
    return;
  check_corpus ("csv/linkedin-network-intelligence/Connections.csv", ONWARD_FILE_KIND_LINKEDIN_CONNECTIONS);
  check_corpus ("csv/linkedin-network-intelligence/Messages.csv", ONWARD_FILE_KIND_UNKNOWN);
  check_corpus ("csv/thunderbird/basic_csv_addressbook.csv", ONWARD_FILE_KIND_UNKNOWN);
  check_corpus ("csv/thunderbird/csv_semicolon.csv", ONWARD_FILE_KIND_UNKNOWN);
  check_corpus ("csv/csv-spectrum/csvs/json.csv", ONWARD_FILE_KIND_UNKNOWN);
  check_corpus ("csv/csv-spectrum/json/json.json", ONWARD_FILE_KIND_UNKNOWN);
  check_corpus ("ics/khal/event_dt_simple.ics", ONWARD_FILE_KIND_UNKNOWN);
}

static void
test_sentences (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (onward_file_kind_check (ONWARD_FILE_KIND_ONWARD_JSON, &error));
  g_assert_true (onward_file_kind_check (ONWARD_FILE_KIND_LINKEDIN_CONNECTIONS, &error));
  g_assert_no_error (error);

  g_assert_false (onward_file_kind_check (ONWARD_FILE_KIND_EMPTY, &error));
  g_assert_error (error, ONWARD_EXCHANGE_ERROR, ONWARD_EXCHANGE_ERROR_EMPTY);
  g_assert_cmpstr (error->message, ==, "The file is empty.");
  g_clear_error (&error);

  g_assert_false (onward_file_kind_check (ONWARD_FILE_KIND_UNKNOWN, &error));
  g_assert_error (error, ONWARD_EXCHANGE_ERROR, ONWARD_EXCHANGE_ERROR_UNKNOWN);
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_names (void)
{
  g_assert_cmpint (onward_file_kind_from_string ("onward-json"), ==, ONWARD_FILE_KIND_ONWARD_JSON);
  g_assert_cmpint (onward_file_kind_from_string ("linkedin-connections"), ==, ONWARD_FILE_KIND_LINKEDIN_CONNECTIONS);
  g_assert_cmpint (onward_file_kind_from_string ("empty"), ==, ONWARD_FILE_KIND_UNKNOWN);
  g_assert_cmpint (onward_file_kind_from_string ("vcard"), ==, ONWARD_FILE_KIND_UNKNOWN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-kind/onward-json-is-known-by-its-format", test_onward_json);
  g_test_add_func ("/file-kind/connections-are-known-by-their-header", test_linkedin);
  g_test_add_func ("/file-kind/white-space-alone-is-empty", test_empty);
  g_test_add_func ("/file-kind/files-of-other-programs-are-told-apart", test_corpus);
  g_test_add_func ("/file-kind/one-sentence-says-why-not", test_sentences);
  g_test_add_func ("/file-kind/a-kind-can-be-named", test_names);
  return g_test_run ();
}
