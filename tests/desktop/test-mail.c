/* test-mail.c - a message for the mail program is one message to one person, whatever stands in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-mail.h"

#include <string.h>

/* What a mail program reads from the URI (RFC 6068): the address, and each field. */
static GHashTable *
read_uri (const char *uri)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *query = strchr (uri, '?');
  g_auto (GStrv) pairs = NULL;

  g_assert_true (g_str_has_prefix (uri, "mailto:"));
  g_assert_true (g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL));
  g_assert_nonnull (query);
  g_hash_table_insert (fields, g_strdup ("to"), g_uri_unescape_segment (uri + strlen ("mailto:"), query, NULL));
  pairs = g_strsplit (query + 1, "&", -1);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *equals = strchr (pairs[i], '=');

      g_assert_nonnull (equals);
      *equals = '\0';
      g_hash_table_insert (fields, g_strdup (pairs[i]), g_uri_unescape_string (equals + 1, NULL));
    }
  g_assert_cmpuint (g_hash_table_size (fields), ==, 3);
  return fields;
}

static void
check (const char *to, const char *subject, const char *body, const char *read_to, const char *read_subject,
       const char *read_body)
{
  g_autofree char *uri = onward_mail_get_uri (to, subject, body);
  g_autoptr (GHashTable) fields = read_uri (uri);

  for (const char *p = uri; *p != '\0'; p++)
    g_assert_true (*p > ' ' && *p < 127);
  g_assert_cmpstr (g_hash_table_lookup (fields, "to"), ==, read_to);
  g_assert_cmpstr (g_hash_table_lookup (fields, "subject"), ==, read_subject);
  g_assert_cmpstr (g_hash_table_lookup (fields, "body"), ==, read_body);
}

static void
test_plain (void)
{
  check ("jonas@fjord.example", "Thank you", "Dear Jonas,\n\nthank you.", "jonas@fjord.example", "Thank you",
         "Dear Jonas,\r\n\r\nthank you.");
}

static void
test_other_headers (void)
{
  check ("jonas@fjord.example?cc=all@fjord.example&bcc=x@y.example", "a&cc=b@c.example?%0d%0aBcc: x@y.example",
         "b&subject=c?d%e#f+g", "", "a&cc=b@c.example?%0d%0aBcc: x@y.example", "b&subject=c?d%e#f+g");
}

static void
test_lines (void)
{
  check ("jonas@fjord.example\r\nBcc: x@y.example", "Hello\r\nBcc: x@y.example\n\nBody\u2028and\302\205more\vx",
         "a\rb\nc\r\nd", "", "Hello  Bcc: x@y.example  Body and more x", "a\r\nb\r\nc\r\nd");
}

static void
test_recipients (void)
{
  static const char *const none[] = { "a@b.example,c@d.example",
                                      "a@b.example;c@d.example",
                                      "Jonas <a@b.example>",
                                      "a@b.example c@d.example",
                                      "a@b@c.example",
                                      "\"a\"@b.example",
                                      "nobody",
                                      "@b.example",
                                      "a@",
                                      "" };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    check (none[i], "s", "b", "", "s", "b");
  check (" a@b.example\t", "s", "b", "a@b.example", "s", "b");
  check ("100%25&x=y@b.example", "s", "b", "100%25&x=y@b.example", "s", "b");
  check (NULL, NULL, NULL, "", "", "");
}

static void
test_letters (void)
{
  check ("zoë@bücher.example", "Größe 100 % \xff", "😀 é", "zoë@bücher.example", "Größe 100 % \uFFFD", "😀 é");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mail/a message has its address, subject and words", test_plain);
  g_test_add_func ("/mail/nothing in it becomes another header", test_other_headers);
  g_test_add_func ("/mail/no line of it begins a header", test_lines);
  g_test_add_func ("/mail/it goes to one address or to none", test_recipients);
  g_test_add_func ("/mail/any letter travels", test_letters);
  return g_test_run ();
}
