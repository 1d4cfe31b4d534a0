/* onward-contact-keys.c - what a person is known by */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-keys.h"

#include "onward-addresses.h"
#include "onward-companies.h"

/**
 * onward_contact_keys_init:
 * @keys: (out caller-allocates): what the person is known by
 * @name: (nullable): the whole name
 * @company: (nullable): the company's name
 * @url: (nullable): a profile
 * @email: (nullable): a mail address
 */
void
onward_contact_keys_init (OnwardContactKeys *keys, const char *name, const char *company, const char *url,
                          const char *email)
{
  g_autofree char *folded = onward_name_fold (name);

  keys->company = onward_name_fold (company);
  keys->person = onward_contact_keys_join (folded, keys->company);
  keys->url = onward_url_fold (url);
  keys->email = onward_email_fold (email);
}

/**
 * onward_contact_keys_clear:
 * @keys: what a person is known by
 */
void
onward_contact_keys_clear (OnwardContactKeys *keys)
{
  g_clear_pointer (&keys->company, g_free);
  g_clear_pointer (&keys->person, g_free);
  g_clear_pointer (&keys->url, g_free);
  g_clear_pointer (&keys->email, g_free);
}

/**
 * onward_contact_keys_join:
 * @name: a name, as onward_name_fold() gives it
 * @company: the company's name, as onward_name_fold() gives it; "" for none
 *
 * Returns: (transfer full): the key of both together, the name on its first line
 */
char *
onward_contact_keys_join (const char *name, const char *company)
{
  return g_strconcat (name, "\n", company, NULL);
}
