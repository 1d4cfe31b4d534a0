/* test-addresses.c - when two mail or web addresses are the same */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/onward-addresses.h"

static void
check_url (const char *url, const char *expected)
{
  g_autofree char *key = onward_url_fold (url);

  g_assert_cmpstr (key, ==, expected);
}

static void
check_email (const char *email, const char *expected)
{
  g_autofree char *key = onward_email_fold (email);

  g_assert_cmpstr (key, ==, expected);
}

static void
test_profiles (void)
{
  const char *const same[] = { "https://www.linkedin.com/in/ana-cruz",
                               "http://linkedin.com/in/Ana-Cruz/",
                               "LinkedIn.com/in/ana-cruz//",
                               "https://de.linkedin.com/in/ana-cruz",
                               "https://m.linkedin.com/in/ana-cruz?x=1",
                               " https://www.linkedin.com/in/ana-cruz#about ",
                               "linkedin.com/in/%61na-cruz" };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    check_url (same[i], "linkedin.com/in/ana-cruz");
  check_url ("https://www.linkedin.com/in/ana-cruz2", "linkedin.com/in/ana-cruz2");
  check_url ("https://www.linkedin.com/in/j%C3%BCrgen", "linkedin.com/in/jürgen");
  check_url ("https://www.linkedin.com/in/JÜRGEN", "linkedin.com/in/jürgen");
  check_url ("https://www.linkedin.com/in/%ff", "linkedin.com/in/%ff");
}

static void
test_other_pages (void)
{
  check_url ("https://www.Example.org/", "example.org");
  check_url ("http://example.org/?id=1", "example.org/?id=1");
  check_url ("https://notlinkedin.com/in/", "notlinkedin.com/in");
  check_url ("https://ana.example.org/linkedin.com/x", "ana.example.org/linkedin.com/x");
}

static void
test_nobody (void)
{
  check_url (NULL, NULL);
  check_url ("", NULL);
  check_url ("https://", NULL);
  check_url ("https://www.linkedin.com", NULL);
  check_url ("https://www.linkedin.com/in/", NULL);
  check_url ("https://www.linkedin.com/?id=ana", NULL);
  check_email (NULL, NULL);
  check_email ("  ", NULL);
}

static void
test_emails (void)
{
  check_email (" Ana.Cruz@Example.ORG", "ana.cruz@example.org");
  check_email ("ANA@BÜCHER.example", "ana@bücher.example");
}

static void
test_add (void)
{
  g_autofree char *one = onward_addresses_add (NULL, "LinkedIn", "https://x/\"y\"");
  g_autofree char *two = onward_addresses_add (one, NULL, "z");
  g_autofree char *empty = onward_addresses_add ("[]", NULL, "z");

  g_assert_cmpstr (one, ==, "[{\"label\":\"LinkedIn\",\"value\":\"https://x/\\\"y\\\"\"}]");
  g_assert_cmpstr (two, ==, "[{\"label\":\"LinkedIn\",\"value\":\"https://x/\\\"y\\\"\"},{\"value\":\"z\"}]");
  g_assert_cmpstr (empty, ==, "[{\"value\":\"z\"}]");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/addresses/a-profile-is-the-same-however-it-is-written", test_profiles);
  g_test_add_func ("/addresses/other-pages-keep-what-tells-them-apart", test_other_pages);
  g_test_add_func ("/addresses/the-page-of-nobody-is-none", test_nobody);
  g_test_add_func ("/addresses/the-case-of-a-mail-address-does-not-count", test_emails);
  g_test_add_func ("/addresses/one-more-stands-at-the-end", test_add);
  return g_test_run ();
}
