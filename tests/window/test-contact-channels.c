/* test-contact-channels.c - addresses are shown as text, and open nothing but what they are */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "contacts/onward-contact-channels.h"
#include "contacts/onward-contact-words.h"

static void
assert_channels (const char *emails, const char *phones, const char *urls, const char *expected)
{
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);
  g_autoptr (GPtrArray) channels = NULL;
  g_autoptr (GString) seen = g_string_new (NULL);

  onward_set_text (&contact->emails, emails);
  onward_set_text (&contact->phones, phones);
  onward_set_text (&contact->urls, urls);
  channels = onward_contact_channels_get (contact);
  for (guint i = 0; i < channels->len; i++)
    {
      OnwardContactChannel *channel = channels->pdata[i];

      g_string_append_printf (seen, "%s|%s|%s\n", channel->name, channel->value,
                              channel->uri != NULL ? channel->uri : "");
    }
  g_assert_cmpstr (seen->str, ==, expected);
}

static void
test_addresses_in_order (void)
{
  assert_channels ("[{\"label\":\"work\",\"value\":\"amara@helix.example\"}]", "[{\"value\":\"+44 20 7946 0018\"}]",
                   "[{\"value\":\"https://www.linkedin.com/in/amara-okafor/\"},{\"value\":\"amara.example/talks\"}]",
                   "Mail|amara@helix.example|mailto:amara@helix.example\n"
                   "Phone|+44 20 7946 0018|tel:+442079460018\n"
                   "LinkedIn|in/amara-okafor|https://www.linkedin.com/in/amara-okafor/\n"
                   "Web|amara.example/talks|https://amara.example/talks\n");
  assert_channels (
      "[{\"label\":\"work\",\"value\":\"a@b.example\"},{\"label\":\"Ferienhaus\",\"value\":\"c@d.example\"}]", NULL,
      NULL,
      "Mail, work|a@b.example|mailto:a@b.example\n"
      "Mail, Ferienhaus|c@d.example|mailto:c@d.example\n");
}

/* Nothing in an address adds a subject, a recipient or a header, and no other scheme is opened. */
static void
test_hostile_addresses (void)
{
  assert_channels (
      "[{\"value\":\"a@b.example?bcc=all@b.example&subject=x\"},{\"value\":\"a@b\\r\\nBcc: c@d\"}]", NULL,
      "[{\"value\":\"javascript:alert(1)\"},{\"value\":\"file:///etc/passwd\"},{\"value\":\"https:///x\"}]",
      "Mail|a@b.example?bcc=all@b.example&subject=x|"
      "mailto:a@b.example%3Fbcc%3Dall@b.example%26subject%3Dx\n"
      "Mail|a@b\r\nBcc: c@d|mailto:a@b%0D%0ABcc%3A%20c@d\n"
      "Web|javascript:alert(1)|\n"
      "Web|/etc/passwd|\n"
      "Web|/x|\n");
  assert_channels ("[1,{\"value\":7},{\"label\":\"x\"},\"a\"]", "{\"value\":\"1\"}", "not json", "");
}

static void
assert_changed (const char *list, const char *value, const char *expected)
{
  g_autofree char *changed = onward_contact_channels_set_first (list, value);

  g_assert_cmpstr (changed, ==, expected);
}

static void
test_only_the_first_address_changes (void)
{
  assert_changed (NULL, "a@b", "[{\"value\":\"a@b\"}]");
  assert_changed (NULL, "", NULL);
  assert_changed ("[{\"label\":\"work\",\"value\":\"old\",\"since\":2019},{\"value\":\"second\"}]", "new",
                  "[{\"label\":\"work\",\"value\":\"new\",\"since\":2019},{\"value\":\"second\"}]");
  assert_changed ("[{\"value\":\"old\"},{\"value\":\"second\"}]", NULL, "[{\"value\":\"second\"}]");
  assert_changed ("[{\"value\":\"old\"}]", NULL, NULL);
  /* As another program may have written it. */
  assert_changed ("[\"a@b\",{\"value\":\"second\"}]", "new", "[{\"value\":\"new\"},\"a@b\",{\"value\":\"second\"}]");
  assert_changed ("[\"a@b\"]", NULL, "[\"a@b\"]");
  assert_changed ("{\"value\":\"old\"}", "new", "[{\"value\":\"new\"}]");
  assert_changed ("no JSON", "new", "[{\"value\":\"new\"}]");
}

static void
test_lines_of_a_person (void)
{
  g_autoptr (OnwardContact) contact = g_object_new (ONWARD_TYPE_CONTACT, NULL);
  g_autofree char *nameless = onward_contact_words_get_name (contact);
  g_autofree char *nothing = onward_contact_words_get_line (contact, NULL);
  g_autofree char *both = NULL;
  g_autofree char *name = NULL;

  g_assert_cmpstr (nameless, ==, "Somebody without a name");
  g_assert_cmpstr (nothing, ==, "");
  onward_set_text (&contact->name, "<b>Amara</b>\nOkafor");
  onward_set_text (&contact->headline, "Engineering manager");
  name = onward_contact_words_get_name (contact);
  both = onward_contact_words_get_line (contact, "Helix & Sons");
  g_assert_cmpstr (name, ==, "<b>Amara</b> Okafor");
  g_assert_cmpstr (both, ==, "Engineering manager, Helix & Sons");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contact-channels/addresses-are-in-order-and-named", test_addresses_in_order);
  g_test_add_func ("/contact-channels/hostile-addresses-open-nothing-else", test_hostile_addresses);
  g_test_add_func ("/contact-channels/only-the-first-address-changes", test_only_the_first_address_changes);
  g_test_add_func ("/contact-words/a-person-is-shown-on-two-lines", test_lines_of_a_person);
  return g_test_run ();
}
