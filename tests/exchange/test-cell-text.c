/* test-cell-text.c - what a cell of a foreign table says, made fit to keep */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-cell-text.h"

static void
check_clean (const char *cell, const char *expected)
{
  g_autoptr (GString) line = g_string_new ("left over");

  g_assert_true (onward_cell_text_clean (cell, line));
  g_assert_cmpstr (line->str, ==, expected);
}

static void
check_email (const char *cell, const char *expected)
{
  g_autoptr (GString) email = g_string_new ("left over");

  g_assert_cmpint (onward_cell_text_read_email (cell, email), ==, expected != NULL);
  g_assert_cmpstr (email->str, ==, expected != NULL ? expected : "");
}

static void
check_url (const char *cell, const char *expected)
{
  g_autoptr (GString) url = g_string_new ("left over");

  g_assert_cmpint (onward_cell_text_read_url (cell, url), ==, expected != NULL);
  g_assert_cmpstr (url->str, ==, expected != NULL ? expected : "");
}

static void
test_spaces (void)
{
  check_clean ("", "");
  check_clean (" \t\r\n\v\f ", "");
  check_clean ("  Ana   María\r\n\tde\u00A0la\u3000Cruz ", "Ana María de la Cruz");
}

static void
test_controls (void)
{
  check_clean ("An\x1B[31mna\x7F\x01", "An[31mna");
  check_clean ("An\xC2\x85\xC2\x9Bna", "An na");
}

static void
test_literal (void)
{
  const char *const texts[] = { "=HYPERLINK(\"http://x\",\"y\")",
                                "+1",
                                "-1",
                                "@SUM(A1)",
                                "<b>Bold</b> & <a href='x'>",
                                "../../etc/passwd",
                                "'; DROP TABLE contacts; --",
                                "%s%n",
                                "שלום \u202Eevil\u202C",
                                "علی\u200Cرضا",
                                "O\u0308zg\u00FCr 王 😀" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check_clean (texts[i], texts[i]);
}

static void
test_long (void)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < ONWARD_CELL_TEXT_MAX; i++)
    g_string_append (cell, "é");
  check_clean (cell->str, cell->str);
  g_string_append (cell, " \n");
  g_assert_true (onward_cell_text_clean (cell->str, line));

  g_string_append (cell, "é");
  g_assert_false (onward_cell_text_clean (cell->str, line));
  g_assert_cmpint (g_utf8_strlen (line->str, -1), ==, ONWARD_CELL_TEXT_MAX + 1);
  g_assert_true (g_str_has_suffix (line->str, "é…"));
  g_assert_true (g_utf8_validate (line->str, -1, NULL));
}

static void
test_visible (void)
{
  g_assert_true (onward_cell_text_is_visible ("."));
  g_assert_true (onward_cell_text_is_visible ("\u200B王"));
  g_assert_false (onward_cell_text_is_visible (""));
  g_assert_false (onward_cell_text_is_visible (" \u200B\u200E\u202E\uFEFF"));
}

static void
test_emails (void)
{
  check_email ("", "");
  check_email ("  ", "");
  check_email (" Ana.Cruz+x@Example.ORG ", "Ana.Cruz+x@Example.ORG");
  check_email ("jürgen@bücher.example", "jürgen@bücher.example");
  check_email ("n/a", NULL);
  check_email ("@x", NULL);
  check_email ("x@", NULL);
  check_email ("a@b@c", NULL);
  check_email ("Ana <ana@example.org>", NULL);
  check_email ("a@example.org b@example.org", NULL);
  check_email ("ana@example.org\r\nBcc:b@example.org", NULL);
  check_email ("ana@\u202Eexample.org", NULL);

  g_autofree char *name = g_strnfill (300, 'a');
  g_autofree char *too_long = g_strconcat (name, "@example.org", NULL);
  check_email (too_long, NULL);
}

static void
test_urls (void)
{
  check_url ("", "");
  check_url (" https://www.linkedin.com/in/ana ", "https://www.linkedin.com/in/ana");
  check_url ("HTTP://example.org/ana", "HTTP://example.org/ana");
  check_url ("linkedin.com/in/ana", "https://linkedin.com/in/ana");
  check_url ("www.LinkedIn.com/in/ana", "https://www.LinkedIn.com/in/ana");
  check_url ("de.linkedin.com/in/ana", "https://de.linkedin.com/in/ana");
  check_url ("https://www.linkedin.com/in/j\u00FCrgen", "https://www.linkedin.com/in/j\u00FCrgen");
  check_url ("https://", NULL);
  check_url ("evillinkedin.com/in/ana", NULL);
  check_url ("javascript:alert(1)", NULL);
  check_url ("javascript://linkedin.com/%0Aalert(1)", NULL);
  check_url ("file:///etc/passwd", NULL);
  check_url ("../../x", NULL);
  check_url ("https://example.org/a b", NULL);
  check_url ("https://example.org/\"><script>", NULL);
  check_url ("https://example.org/\na", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cell-text/white-space-becomes-one-space", test_spaces);
  g_test_add_func ("/cell-text/control-characters-go", test_controls);
  g_test_add_func ("/cell-text/hostile-text-stays-text", test_literal);
  g_test_add_func ("/cell-text/endless-text-is-cut-between-characters", test_long);
  g_test_add_func ("/cell-text/marks-of-no-width-are-not-visible", test_visible);
  g_test_add_func ("/cell-text/only-a-mail-address-is-one", test_emails);
  g_test_add_func ("/cell-text/only-a-web-address-is-one", test_urls);
  return g_test_run ();
}
