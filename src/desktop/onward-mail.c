/* onward-mail.c - a message handed to the user's mail program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-mail.h"

#include "onward-sandbox.h"

#include <string.h>

#define PORTAL_INTERFACE "org.freedesktop.portal.Email"

/* What a line of a header can hold: whatever would begin another line becomes a space. */
static char *
clean_line (const char *text)
{
  GString *line = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeBreakType kind = g_unichar_break_type (c);

      if (g_unichar_iscntrl (c) || kind == G_UNICODE_BREAK_MANDATORY || kind == G_UNICODE_BREAK_NEXT_LINE)
        c = ' ';
      g_string_append_unichar (line, c);
    }
  return g_strstrip (g_string_free (line, FALSE));
}

/* One address and nothing else: no second recipient, no name, no header. Empty when it is none. */
static char *
clean_address (const char *to)
{
  g_autofree char *line = clean_line (to);
  const char *at = strchr (line, '@');

  if (at == NULL || at == line || at[1] == '\0' || strchr (at + 1, '@') != NULL
      || strpbrk (line, " ,;:<>()[]\\\"") != NULL)
    return g_strdup ("");
  return g_steal_pointer (&line);
}

/* RFC 6068 wants CR LF between the lines of a body. */
static char *
clean_body (const char *body)
{
  g_autofree char *valid = g_utf8_make_valid (body != NULL ? body : "", -1);
  g_auto (GStrv) unix_lines = g_strsplit (valid, "\r\n", -1);
  g_autofree char *lines = g_strjoinv ("\n", unix_lines);
  g_auto (GStrv) parts = g_strsplit (g_strdelimit (lines, "\r", '\n'), "\n", -1);

  return g_strjoinv ("\r\n", parts);
}

/**
 * onward_mail_get_uri:
 * @to: (nullable): an address
 * @subject: (nullable): a subject
 * @body: (nullable): the words, with lines of any kind
 *
 * Nothing in them can become another header or another recipient: all but letters, digits, `-._~` and the `@` of the
 * address is escaped, and what is no single address is left out.
 *
 * Returns: (transfer full): a `mailto:` URI (RFC 6068)
 */
char *
onward_mail_get_uri (const char *to, const char *subject, const char *body)
{
  g_autofree char *address = clean_address (to);
  g_autofree char *line = clean_line (subject);
  g_autofree char *lines = clean_body (body);
  g_autofree char *escaped_address = g_uri_escape_string (address, "@", FALSE);
  g_autofree char *escaped_subject = g_uri_escape_string (line, NULL, FALSE);
  g_autofree char *escaped_body = g_uri_escape_string (lines, NULL, FALSE);

  return g_strdup_printf ("mailto:%s?subject=%s&body=%s", escaped_address, escaped_subject, escaped_body);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
open_uri (GTask *task)
{
  g_app_info_launch_default_for_uri_async (g_task_get_task_data (task), NULL, NULL, launched_cb, task);
}

/* A portal that knows no mail leaves the mailto, which goes through the portal for links there. */
static void
composed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GVariant) handle = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (handle != NULL)
    g_task_return_boolean (task, TRUE);
  else
    open_uri (g_steal_pointer (&task));
}

/**
 * onward_mail_compose_async:
 * @to: (nullable): an address
 * @subject: (nullable): a subject
 * @body: (nullable): the words
 * @callback: called when the mail program was asked; finish with onward_mail_compose_finish()
 * @user_data: for @callback
 *
 * Main thread. Opens the user's mail program with that message, through the portal in the sandbox, else by `mailto:`.
 * Nothing is sent.
 */
void
onward_mail_compose_async (const char *to, const char *subject, const char *body, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (GDBusConnection) bus =
      onward_sandbox_is_inside () ? g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL) : NULL;
  g_autofree char *address = clean_address (to);
  g_autofree char *line = clean_line (subject);
  g_autofree char *lines = clean_body (body);
  GVariantBuilder options;

  g_task_set_task_data (task, onward_mail_get_uri (to, subject, body), g_free);
  if (bus == NULL)
    {
      open_uri (task);
      return;
    }
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  if (*address != '\0')
    g_variant_builder_add (&options, "{sv}", "address", g_variant_new_string (address));
  g_variant_builder_add (&options, "{sv}", "subject", g_variant_new_string (line));
  g_variant_builder_add (&options, "{sv}", "body", g_variant_new_string (lines));
  g_dbus_connection_call (bus, ONWARD_PORTAL_NAME, ONWARD_PORTAL_PATH, PORTAL_INTERFACE, "ComposeEmail",
                          g_variant_new ("(sa{sv})", "", &options), G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, composed_cb, task);
}

/**
 * onward_mail_compose_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether a mail program was asked
 */
gboolean
onward_mail_compose_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
