/* test-csv.c - comma-separated values, row by row */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "corpus.h"
#include "onward-csv.h"
#include "onward-exchange-error.h"

#include <json-glib/json-glib.h>

/* A table on one line: [line] cell | cell, one row after another. */
static char *
describe (const char *text, char delimiter, GError **error)
{
  g_autoptr (OnwardCsvReader) reader = onward_csv_reader_new (text, strlen (text), delimiter, 1);
  GString *table = g_string_new (NULL);

  while (onward_csv_reader_next (reader, error))
    {
      g_string_append_printf (table, "[%u] ", onward_csv_reader_get_line (reader));
      for (guint i = 0; i < onward_csv_reader_get_n_cells (reader); i++)
        g_string_append_printf (table, "%s%s", i == 0 ? "" : "|", onward_csv_reader_get_cell (reader, i));
    }
  return g_string_free (table, FALSE);
}

static void
check_table (const char *text, char delimiter, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *table = describe (text, delimiter, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (table, ==, expected);
}

static void
check_broken (const char *text, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *table = describe (text, ',', &error);

  g_assert_error (error, ONWARD_EXCHANGE_ERROR, ONWARD_EXCHANGE_ERROR_BROKEN);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_cells (void)
{
  check_table ("a,b\n", ',', "[1] a|b");
  check_table ("a,b", ',', "[1] a|b");
  check_table (",\n", ',', "[1] |");
  check_table ("a,", ',', "[1] a|");
  check_table ("", ',', "");
  check_table ("a;\"b;c\"", ';', "[1] a|b;c");
  check_table ("a\tb,c", '\t', "[1] a|b,c");
  check_table (" a , b ", ',', "[1]  a | b ");
}

static void
test_quotes (void)
{
  check_table ("\"a,b\",\"c \"\"d\"\"\",\"\"", ',', "[1] a,b|c \"d\"|");
  check_table ("\"\"\"\"", ',', "[1] \"");
  check_table ("5\" disk,b", ',', "[1] 5\" disk|b");
  check_table ("\"a\"b,c", ',', "[1] ab|c");
}

static void
test_lines (void)
{
  check_table ("a\nb\r\nc\rd", ',', "[1] a[2] b[3] c[4] d");
  check_table ("\n\r\n\ra\n\nb\n", ',', "[4] a[6] b");
  check_table ("\"a\nb\r\nc\rd\",e\nf", ',', "[1] a\nb\r\nc\rd|e[5] f");
  check_table ("\"a\r\",\"\r\n\"\r\nb", ',', "[1] a\r|\r\n[4] b");
}

static void
test_unterminated (void)
{
  check_broken ("a\n\"b\n\"c,\"d\ne\nf",
                "The quotation mark opened in line 3 is never closed: the file is cut off or damaged.");
  check_broken ("\"", "The quotation mark opened in line 1 is never closed: the file is cut off or damaged.");
  check_broken ("\"a\"\"", "The quotation mark opened in line 1 is never closed: the file is cut off or damaged.");
}

static void
test_after_the_end (void)
{
  g_autoptr (OnwardCsvReader) reader = onward_csv_reader_new ("a\n\"b", 4, ',', 7);
  g_autoptr (GError) error = NULL;

  g_assert_true (onward_csv_reader_next (reader, NULL));
  g_assert_cmpuint (onward_csv_reader_get_line (reader), ==, 7);
  g_assert_cmpstr (onward_csv_reader_get_cell (reader, 1), ==, "");
  g_assert_false (onward_csv_reader_next (reader, &error));
  g_assert_error (error, ONWARD_EXCHANGE_ERROR, ONWARD_EXCHANGE_ERROR_BROKEN);
  g_clear_error (&error);
  g_assert_false (onward_csv_reader_next (reader, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (onward_csv_reader_get_n_cells (reader), ==, 0);
}

static void
test_too_many_cells (void)
{
  g_autofree char *commas = g_strnfill (ONWARD_CSV_MAX_CELLS, ',');

  check_broken (commas, "Line 1 has more than 20000 cells: this is not a table.");
  check_table (commas + 20000 - 1, ',', "[1] |");
}

static void
test_delimiter (void)
{
  g_assert_cmpint (onward_csv_find_delimiter ("a,b;c,d", 7), ==, ',');
  g_assert_cmpint (onward_csv_find_delimiter ("a;b;c,d", 7), ==, ';');
  g_assert_cmpint (onward_csv_find_delimiter ("a\tb", 3), ==, '\t');
  g_assert_cmpint (onward_csv_find_delimiter ("\"a;b;c\",d\n;;;;", 14), ==, ',');
  g_assert_cmpint (onward_csv_find_delimiter ("\"a\n;\";b", 7), ==, ';');
  g_assert_cmpint (onward_csv_find_delimiter ("a", 1), ==, ',');
}

/* Compares with the expectations that csv-spectrum brings: an array of objects, one a row. */
static void
check_against_json (const char *text, const char *json)
{
  g_autoptr (OnwardCsvReader) reader = onward_csv_reader_new (text, strlen (text), ',', 1);
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  JsonArray *rows = json_node_get_array (node);

  g_assert_true (onward_csv_reader_next (reader, &error));
  for (guint i = 0; i < onward_csv_reader_get_n_cells (reader); i++)
    g_ptr_array_add (names, g_strdup (onward_csv_reader_get_cell (reader, i)));

  for (guint row = 0; row < json_array_get_length (rows); row++)
    {
      JsonObject *expected = json_array_get_object_element (rows, row);

      g_assert_true (onward_csv_reader_next (reader, &error));
      g_assert_cmpuint (onward_csv_reader_get_n_cells (reader), ==, json_object_get_size (expected));
      for (guint i = 0; i < names->len; i++)
        g_assert_cmpstr (onward_csv_reader_get_cell (reader, i), ==,
                         json_object_get_string_member (expected, names->pdata[i]));
    }
  g_assert_false (onward_csv_reader_next (reader, &error));
  g_assert_no_error (error);
}

static void
test_spectrum (void)
{
  static const char *const names[] = { "comma_in_quotes",
                                       "empty",
                                       "empty_crlf",
                                       "escaped_quotes",
                                       "json",
                                       "newlines",
                                       "newlines_crlf",
                                       "quotes_and_newlines",
                                       "simple",
                                       "simple_crlf",
                                       "utf8" };

  if (!corpus_is_here ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *csv_path = g_strdup_printf ("csv/csv-spectrum/csvs/%s.csv", names[i]);
      g_autofree char *json_path = g_strdup_printf ("csv/csv-spectrum/json/%s.json", names[i]);
      g_autoptr (GString) csv = corpus_read (csv_path);
      g_autoptr (GString) json = corpus_read (json_path);

      /* The collection lost the CR of these files, but their expectations have it. */
      if (g_str_has_suffix (names[i], "_crlf"))
        g_string_replace (csv, "\n", "\r\n", 0);
      g_test_message ("%s", names[i]);
      check_against_json (csv->str, json->str);
    }
}

static void
check_corpus (const char *path, char delimiter, guint n_rows, guint column, const char *last_cell)
{
  g_autoptr (GString) text = corpus_read (path);
  g_autofree char *last = NULL;
  guint n = 0;

  g_assert_cmpint (onward_csv_find_delimiter (text->str, text->len), ==, delimiter);
  g_autoptr (OnwardCsvReader) reader = onward_csv_reader_new (text->str, text->len, delimiter, 1);
  for (; onward_csv_reader_next (reader, NULL); n++)
    {
      g_free (last);
      last = g_strdup (onward_csv_reader_get_cell (reader, column));
    }
  g_assert_cmpuint (n, ==, n_rows);
  g_assert_cmpstr (last, ==, last_cell);
}

static void
test_thunderbird (void)
{
  if (!corpus_is_here ())
    return;
  check_corpus ("csv/thunderbird/basic_csv_addressbook.csv", ',', 3, 4, "jane@doe.invalid");
  check_corpus ("csv/thunderbird/csv_no_header.csv", ',', 2, 3, "jane@doe.invalid");
  check_corpus ("csv/thunderbird/csv_semicolon.csv", ';', 3, 3, "jane@doe.invalid");
  check_corpus ("csv/linkedin-network-intelligence/Messages.csv", ',', 12, 1, "Chat with Eve");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/cells-are-parted-by-the-delimiter", test_cells);
  g_test_add_func ("/csv/quotation-marks-keep-commas-and-double-themselves", test_quotes);
  g_test_add_func ("/csv/every-line-end-ends-a-row-and-counts-one-line", test_lines);
  g_test_add_func ("/csv/an-unclosed-quotation-mark-is-named-by-its-line", test_unterminated);
  g_test_add_func ("/csv/nothing-follows-the-end-or-an-error", test_after_the_end);
  g_test_add_func ("/csv/a-row-of-endless-cells-is-refused", test_too_many_cells);
  g_test_add_func ("/csv/the-first-row-tells-the-delimiter", test_delimiter);
  g_test_add_func ("/csv/csv-spectrum-reads-as-it-expects", test_spectrum);
  g_test_add_func ("/csv/files-of-other-programs-are-read", test_thunderbird);
  return g_test_run ();
}
