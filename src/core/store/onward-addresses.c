/* onward-addresses.c - mail and web addresses of a contact: when two are the same, and one more in a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-addresses.h"

#include "onward-json-writer.h"

#include <string.h>

/* Where the scheme, which a person often leaves out, is over. */
static const char *
skip_scheme (const char *url)
{
  const char *end = strstr (url, "://");

  return end != NULL ? end + 3 : url;
}

/* What differs in a written address but not in what it leads to: escapes, case, and how letters are composed. */
static char *
fold_letters (const char *address)
{
  g_autofree char *plain = NULL;
  g_autofree char *composed = NULL;

  if (g_str_is_ascii (address) && strchr (address, '%') == NULL)
    return g_ascii_strdown (address, -1);
  plain = g_uri_unescape_string (address, NULL);
  composed =
      g_utf8_normalize (plain != NULL && g_utf8_validate (plain, -1, NULL) ? plain : address, -1, G_NORMALIZE_NFC);
  return g_utf8_casefold (composed != NULL ? composed : address, -1);
}

/* The same profile is served under www, under m, and under a subdomain for each country. */
static void
drop_subdomain (GString *key)
{
  static const char site[] = "linkedin.com/";
  const char *slash = strchr (key->str, '/');
  const char *start = slash != NULL ? slash + 1 - strlen (site) : key->str;

  if (start > key->str && start[-1] == '.' && strncmp (start, site, strlen (site)) == 0)
    g_string_erase (key, 0, start - key->str);
  else if (g_str_has_prefix (key->str, "www."))
    g_string_erase (key, 0, strlen ("www."));
}

/* `linkedin.com/in/` is the page of nobody. */
static gboolean
names_somebody (const GString *key)
{
  static const char site[] = "linkedin.com";

  if (!g_str_has_prefix (key->str, site))
    return key->len > 0;
  return key->str[strlen (site)] == '/' && strchr (key->str + strlen (site) + 1, '/') != NULL;
}

/**
 * onward_email_fold:
 * @email: (nullable): a mail address
 *
 * Returns: (transfer full) (nullable): the address to compare: the case and the spaces around it do not count; NULL for
 *   none
 */
char *
onward_email_fold (const char *email)
{
  g_autofree char *stripped = g_strstrip (g_strdup (email != NULL ? email : ""));

  return *stripped != '\0' ? g_utf8_casefold (stripped, -1) : NULL;
}

/**
 * onward_url_fold:
 * @url: (nullable): the address of a person's page
 *
 * Scheme, `www`, case, slashes at the end and the way in which letters are escaped do not count; on LinkedIn neither do
 * the subdomain of a country nor what follows `?`, which says only where a link was found.
 *
 * Returns: (transfer full) (nullable): the address to compare, from the host on; NULL when it is nobody's page
 */
char *
onward_url_fold (const char *url)
{
  g_autofree char *stripped = g_strstrip (g_strdup (url != NULL ? url : ""));
  g_autofree char *folded = fold_letters (skip_scheme (stripped));
  g_autoptr (GString) key = g_string_new (folded);

  drop_subdomain (key);
  if (g_str_has_prefix (key->str, "linkedin.com/"))
    g_string_truncate (key, strcspn (key->str, "?#"));
  while (key->len > 0 && key->str[key->len - 1] == '/')
    g_string_truncate (key, key->len - 1);
  return names_somebody (key) ? g_strdup (key->str) : NULL;
}

/**
 * onward_addresses_add:
 * @list: (nullable): `emails`, `phones` or `urls` of a contact, as the LIST field holds it
 * @label: (nullable): what it is: `work`, `LinkedIn`
 * @value: the address
 *
 * Returns: (transfer full): the list with one more address at its end
 */
char *
onward_addresses_add (const char *list, const char *label, const char *value)
{
  GString *out = g_string_new (list != NULL ? list : "[]");

  g_string_truncate (out, out->len - 1);
  if (out->len > 1)
    g_string_append_c (out, ',');
  g_string_append_c (out, '{');
  if (label != NULL)
    {
      g_string_append (out, "\"label\":");
      onward_json_append_text (out, label);
      g_string_append_c (out, ',');
    }
  g_string_append (out, "\"value\":");
  onward_json_append_text (out, value);
  g_string_append (out, "}]");
  return g_string_free (out, FALSE);
}
