/* onward-background.c - asks the desktop to start Onward with it, without a window, so that alerts come */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-background.h"

#include "onward-sandbox.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define REQUEST "org.freedesktop.portal.Request"

/* A question to the portal, which is answered by a signal when the user has answered. */
typedef struct
{
  gboolean autostart;
  char *token;
  guint response; /* subscription */
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  g_free (request->token);
  g_free (request);
}

static char *
get_entry_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", ONWARD_APP_ID ".desktop", NULL);
}

/* As the Desktop Entry Specification quotes an argument of Exec. */
static char *
quote (const char *argument)
{
  GString *quoted = g_string_new (NULL);

  if (strpbrk (argument, " \t\n\"'\\><~|&;$*?#()`%") == NULL)
    return g_strdup (argument);
  for (const char *p = argument; *p != '\0'; p++)
    {
      if (strchr ("\"`$\\", *p) != NULL)
        g_string_append_c (quoted, '\\');
      if (*p == '%')
        g_string_append_c (quoted, '%');
      g_string_append_c (quoted, *p);
    }
  g_string_prepend_c (quoted, '"');
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

/* What the desktop runs when the user logs in: this program, wherever it was installed. */
static GKeyFile *
create_entry (void)
{
  GKeyFile *entry = g_key_file_new ();
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *quoted = quote (program != NULL ? program : "onward");
  g_autofree char *command = g_strdup_printf ("%s --background", quoted);

  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, "Type", "Application");
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, "Name", "Onward");
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, "Exec", command);
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, "Icon", ONWARD_APP_ID);
  g_key_file_set_boolean (entry, G_KEY_FILE_DESKTOP_GROUP, "Terminal", FALSE);
  g_key_file_set_boolean (entry, G_KEY_FILE_DESKTOP_GROUP, "NoDisplay", TRUE);
  g_key_file_set_boolean (entry, G_KEY_FILE_DESKTOP_GROUP, "X-GNOME-UsesNotifications", TRUE);
  g_key_file_set_integer (entry, G_KEY_FILE_DESKTOP_GROUP, "X-GNOME-Autostart-Delay", 10);
  return entry;
}

static gboolean
write_entry (GError **error)
{
  g_autofree char *path = get_entry_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GKeyFile) entry = create_entry ();

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (code),
                   /* Translators: a folder, and what the system says about it */
                   _ ("The folder %s cannot be made: %s"), folder, g_strerror (code));
      return FALSE;
    }
  return g_key_file_save_to_file (entry, path, error);
}

static gboolean
remove_entry (GError **error)
{
  g_autofree char *path = get_entry_path ();

  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (errno),
               /* Translators: a file, and what the system says about it */
               _ ("The file %s cannot be removed: %s"), path, g_strerror (errno));
  return FALSE;
}

static void
fail (GTask *task, const char *words)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", words);
}

static void
response_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *signal,
             GVariant *parameters, gpointer data)
{
  g_autoptr (GTask) task = data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GVariant) results = NULL;
  gboolean autostart = FALSE;
  guint response;

  g_dbus_connection_signal_unsubscribe (bus, request->response);
  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  g_variant_lookup (results, "autostart", "b", &autostart);
  if (!request->autostart || (response == 0 && autostart))
    g_task_return_boolean (task, TRUE);
  else
    fail (task, _ ("The desktop did not allow it. You can allow it for Onward in the desktop’s settings, and then turn "
                   "this on again."));
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) handle = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autofree char *words = NULL;

  if (handle != NULL)
    return; /* response_cb comes */
  g_dbus_connection_signal_unsubscribe (G_DBUS_CONNECTION (source), request->response);
  g_object_unref (task); /* the subscription's */
  g_dbus_error_strip_remote_error (error);
  words =
      g_strdup_printf (_ ("This desktop cannot start programs of a sandbox by themselves (%s). Start Onward after you "
                          "log in; alerts then go on when its window is closed."),
                       error->message);
  fail (task, words);
}

/* The answer may come before the call returns, so its path is known beforehand. */
static char *
get_request_path (GDBusConnection *bus, const char *token)
{
  g_autofree char *sender = g_strdelimit (g_strdup (g_dbus_connection_get_unique_name (bus) + 1), ".", '_');

  return g_strdup_printf (ONWARD_PORTAL_PATH "/request/%s/%s", sender, token);
}

static void
ask_portal (GTask *task, GDBusConnection *bus)
{
  static const char *const command[] = { "onward", "--background", NULL };
  Request *request = g_task_get_task_data (task);
  g_autofree char *path = get_request_path (bus, request->token);
  GVariantBuilder options;

  request->response =
      g_dbus_connection_signal_subscribe (bus, ONWARD_PORTAL_NAME, REQUEST, "Response", path, NULL,
                                          G_DBUS_SIGNAL_FLAGS_NONE, response_cb, g_object_ref (task), NULL);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (request->token));
  g_variant_builder_add (
      &options, "{sv}", "reason",
      g_variant_new_string (_ ("Onward raises alerts at their time, also when its window is closed")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (request->autostart));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  g_dbus_connection_call (bus, ONWARD_PORTAL_NAME, ONWARD_PORTAL_PATH, "org.freedesktop.portal.Background",
                          "RequestBackground", g_variant_new ("(sa{sv})", "", &options), G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, asked_cb, task);
}

/**
 * onward_background_request_async:
 * @autostart: whether Onward is to be started when the user logs in, without a window; else it is not any more
 * @callback: called with the answer; finish with onward_background_request_finish()
 * @user_data: for @callback
 *
 * Main thread. Natively an entry in the user's autostart folder is written or removed; in the sandbox the Background
 * portal is asked, and the answer comes when the user has given it.
 */
void
onward_background_request_async (gboolean autostart, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (GDBusConnection) bus = NULL;
  Request *request = g_new0 (Request, 1);
  GError *error = NULL;

  request->autostart = autostart;
  request->token = g_strdup_printf ("onward%u", g_random_int ());
  g_task_set_task_data (task, request, free_request);
  if (onward_sandbox_is_inside ())
    {
      bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
      if (bus != NULL)
        ask_portal (g_steal_pointer (&task), bus);
    }
  else if (autostart ? write_entry (&error) : remove_entry (&error))
    g_task_return_boolean (task, TRUE);
  if (error != NULL)
    g_task_return_error (task, error);
}

/**
 * onward_background_request_finish:
 * @result: what the callback was given
 * @error: return location; its message is for the user
 *
 * Returns: whether the desktop does as it was asked
 */
gboolean
onward_background_request_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
