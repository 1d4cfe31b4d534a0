/* onward-application.c - the program with a window: its options, its one instance, its clock and its database */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-application.h"

#include "alerts/onward-clock.h"
#include "onward-icon-resources.h"
#include "onward-window-resources.h"
#include "onward-window.h"

#include <glib/gi18n-lib.h>

struct _OnwardApplication
{
  AdwApplication parent_instance;

  char *database; /* --database */
  OnwardClock *clock;
  OnwardStore *store;
  GError *store_error; /* why there is none */
};

G_DEFINE_FINAL_TYPE (OnwardApplication, onward_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "database", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this database instead of your own"), N_ ("PATH") },
  { "background", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Raise alerts without showing a window"), NULL },
  { "now", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Start the clock at this time"), N_ ("YYYY-MM-DDTHH:MM") },
  { "timezone", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Live in this time zone"), N_ ("ZONE") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
  { NULL },
};

/* What a shortcut does; the table of ui.md, "Keyboard". */
static const struct
{
  const char *action;
  const char *keys[4];
} shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.show-view::pipeline", { "<Control>1" } },
  { "win.show-view::contacts", { "<Control>2" } },
  { "win.show-view::calendar", { "<Control>3" } },
  { "win.search", { "<Control>f" } },
  { "win.new", { "<Control>n" } },
  { "win.new-opportunity", { "<Control><Shift>o" } },
  { "win.new-person", { "<Control><Shift>p" } },
  { "win.new-interview(int64 0)", { "<Control><Shift>i" } },
  { "win.debrief(int64 0)", { "<Control>d" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z" } },
  { "win.back", { "<Alt>Left" } },
};

static int
fail (GError *error)
{
  g_printerr ("onward: %s\n", error->message);
  return 1;
}

static int
onward_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  OnwardApplication *self = ONWARD_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  const char *now = NULL, *zone = NULL;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("Onward %s\n", ONWARD_VERSION);
      return 0;
    }
  g_variant_dict_lookup (dict, "now", "&s", &now);
  g_variant_dict_lookup (dict, "timezone", "&s", &zone);
  g_set_object (&self->clock, NULL);
  self->clock = onward_clock_new_at (now, zone, TRUE, &error);
  if (self->clock == NULL)
    return fail (error);
  if (g_variant_dict_lookup (dict, "database", "^ay", &self->database))
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static int
onward_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  OnwardApplication *self = ONWARD_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (line);

  if (self->store == NULL)
    {
      g_application_command_line_printerr (line, "onward: %s\n", self->store_error->message);
      return 1;
    }
  if (!g_variant_dict_contains (dict, "background"))
    g_application_activate (application);
  return 0;
}

static void
onward_application_activate (GApplication *application)
{
  OnwardApplication *self = ONWARD_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (onward_window_new (GTK_APPLICATION (application), self->store));
  gtk_window_present (window);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_application_quit (G_APPLICATION (data));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (
      gtk_application_get_active_window (GTK_APPLICATION (data)), "application-name", _ ("Onward"), "application-icon",
      ONWARD_APP_ID, "version", ONWARD_VERSION, "license-type", GTK_LICENSE_GPL_3_0, "comments",
      _ ("Keep the people you meet, and know what to do next. Everything stays on this computer."), NULL);
}

static void
install_shortcuts (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].keys);
}

static void
open_store (OnwardApplication *self)
{
  g_autofree char *path = self->database != NULL ? g_strdup (self->database) : onward_store_get_default_path ();

  self->store = onward_store_open (path, onward_clock_get_now, self->clock, &self->store_error);
  if (self->store != NULL)
    onward_store_watch (self->store);
}

static void
onward_application_startup (GApplication *application)
{
  OnwardApplication *self = ONWARD_APPLICATION (application);
  static const GActionEntry entries[] = {
    { "quit", quit_cb },
    { "about", about_cb },
  };

  g_resources_register (onward_icons_get_resource ());
  g_resources_register (onward_window_get_resource ());
  G_APPLICATION_CLASS (onward_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  install_shortcuts (GTK_APPLICATION (application));
  open_store (self);
}

static void
onward_application_shutdown (GApplication *application)
{
  OnwardApplication *self = ONWARD_APPLICATION (application);
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (application))) != NULL)
    gtk_window_destroy (windows->data);
  if (self->store != NULL)
    onward_store_close (self->store);
  G_APPLICATION_CLASS (onward_application_parent_class)->shutdown (application);
}

static void
onward_application_finalize (GObject *object)
{
  OnwardApplication *self = ONWARD_APPLICATION (object);

  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_error (&self->store_error);
  g_free (self->database);
  G_OBJECT_CLASS (onward_application_parent_class)->finalize (object);
}

static void
onward_application_class_init (OnwardApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = onward_application_finalize;
  application_class->handle_local_options = onward_application_handle_local_options;
  application_class->command_line = onward_application_command_line;
  application_class->activate = onward_application_activate;
  application_class->startup = onward_application_startup;
  application_class->shutdown = onward_application_shutdown;
}

static void
onward_application_init (OnwardApplication *self)
{
  self->clock = onward_clock_new ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * onward_application_new:
 *
 * Returns: (transfer full): the program
 */
OnwardApplication *
onward_application_new (void)
{
  return g_object_new (ONWARD_TYPE_APPLICATION, "application-id", ONWARD_APP_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}

/**
 * onward_application_get_store:
 * @self: the program, after its startup
 *
 * Returns: (transfer none) (nullable): its database; NULL when it cannot be opened
 */
OnwardStore *
onward_application_get_store (OnwardApplication *self)
{
  return self->store;
}
