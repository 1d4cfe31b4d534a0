/* onward-join-link.c - where a call is joined */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-join-link.h"

#include <string.h>

/* What opens a call or a page, and nothing that runs a program or reads a file: links come from invitations. */
static const char *const schemes[] = { "https",    "http",   "tel",   "sip",  "sips",   "zoommtg", "msteams",
                                       "webextel", "callto", "skype", "xmpp", "matrix", NULL };

/**
 * onward_join_link_complete:
 * @text: (nullable): a link as it was typed
 *
 * Returns: (transfer full) (nullable): it, without spaces around it, and with `https://` before a bare address; NULL
 *   when nothing is typed
 */
char *
onward_join_link_complete (const char *text)
{
  g_autofree char *link = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autofree char *scheme = g_uri_parse_scheme (link);
  const char *dot = strchr (link, '.');

  if (*link == '\0')
    return NULL;
  /* `meet.example:8443/x` begins like a scheme. */
  if (dot != NULL && strpbrk (link, " \t") == NULL && (scheme == NULL || strchr (scheme, '.') != NULL))
    return g_strconcat ("https://", link, NULL);
  return g_steal_pointer (&link);
}

/**
 * onward_join_link_is_valid:
 * @link: (nullable): a link
 *
 * Returns: whether it is one that joins a call
 */
gboolean
onward_join_link_is_valid (const char *link)
{
  g_autofree char *scheme = link != NULL ? g_uri_parse_scheme (link) : NULL;
  g_autofree char *lower = scheme != NULL ? g_ascii_strdown (scheme, -1) : NULL;
  gboolean web = g_strcmp0 (lower, "https") == 0 || g_strcmp0 (lower, "http") == 0;
  g_autoptr (GUri) uri = NULL;

  if (lower == NULL || !g_strv_contains (schemes, lower) || strpbrk (link, " \t\r\n") != NULL)
    return FALSE;
  uri = g_uri_parse (link, G_URI_FLAGS_PARSE_RELAXED, NULL);
  return uri != NULL
         && (web ? g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' : strlen (link) > strlen (scheme) + 1);
}

/**
 * onward_join_link_open:
 * @parent: the window
 * @link: a link
 *
 * Opens it with what the desktop has for it, when it is one that joins a call.
 */
void
onward_join_link_open (GtkWindow *parent, const char *link)
{
  if (onward_join_link_is_valid (link))
    gtk_show_uri (parent, link, GDK_CURRENT_TIME);
}
