/* onward-application.c - the program with a window: its options, its one instance, its clock and its database */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-application.h"

#include "onward-icon-resources.h"
#include "onward-sample.h"
#include "onward-trouble-window.h"
#include "onward-window-resources.h"
#include "onward-window.h"
#include "shared/onward-accessible.h"
#include "shared/onward-window-settings.h"
#include "store/onward-kept-drafts.h"
#include "store/onward-reconcile-store.h"

#include <glib/gi18n-lib.h>

#define SAMPLE_ID ONWARD_APP_ID ".Sample"

struct _OnwardApplication
{
  AdwApplication parent_instance;

  /* As the options said: */
  char *database;
  gboolean sample;
  gboolean alerts;     /* for the sample too */
  gboolean background; /* alerts for another database too, and whatever the settings say */

  OnwardClock *clock;
  OnwardStore *store;
  GError *store_error; /* why there is none */
  OnwardScheduler *scheduler;
  OnwardAlertStatus *alert_status;
  gboolean holding; /* it goes on without a window */
};

enum
{
  EXPORT,
  IMPORT_FILE,
  COMPOSE_MAIL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardApplication, onward_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Look at a sample search instead of your own data"), NULL },
  { "alerts", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, N_ ("Raise alerts for the sample search too"), NULL },
  { "database", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this database instead of your own"), N_ ("PATH") },
  { "background", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Raise alerts without showing a window"), NULL },
  { "now", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Start the clock at this time"), N_ ("YYYY-MM-DDTHH:MM") },
  { "timezone", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Live in this time zone"), N_ ("ZONE") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
  { NULL },
};

static int
fail (int status, const char *message)
{
  g_printerr ("onward: %s\n", message);
  return status;
}

static gboolean
set_clock (OnwardApplication *self, GVariantDict *dict, GError **error)
{
  const char *now = NULL, *zone = NULL;

  g_variant_dict_lookup (dict, "now", "&s", &now);
  g_variant_dict_lookup (dict, "timezone", "&s", &zone);
  g_clear_object (&self->clock);
  self->clock = onward_clock_new_at (now, zone, TRUE, error);
  return self->clock != NULL;
}

/* The user's own data has one program; another database has as many as are started; the sample one of its own. */
static int
onward_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  OnwardApplication *self = ONWARD_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("Onward %s\n", ONWARD_VERSION);
      return 0;
    }
  if (!set_clock (self, dict, &error))
    return fail (2, error->message);
  self->sample = g_variant_dict_contains (dict, "sample");
  self->alerts = g_variant_dict_contains (dict, "alerts");
  self->background = g_variant_dict_contains (dict, "background");
  g_variant_dict_lookup (dict, "database", "^ay", &self->database);
  if (self->sample && self->database != NULL)
    return fail (2, _ ("Give either --sample or --database: the sample search has a database of its own."));
  if (self->sample)
    g_application_set_application_id (application, SAMPLE_ID);
  if (self->database != NULL)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

/* What answers on the bus has to be there before the name is. */
static gboolean
onward_application_dbus_register (GApplication *application, GDBusConnection *connection, const char *path,
                                  GError **error)
{
  if (!G_APPLICATION_CLASS (onward_application_parent_class)->dbus_register (application, connection, path, error))
    return FALSE;
  g_signal_emit (application, signals[EXPORT], 0, connection, path);
  return TRUE;
}

/* What is left of the words after the options are files. */
static gboolean
open_files (GApplication *application, GApplicationCommandLine *line)
{
  int n;
  g_auto (GStrv) words = g_application_command_line_get_arguments (line, &n);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 1; i < n; i++)
    g_ptr_array_add (files, g_application_command_line_create_file_for_arg (line, words[i]));
  if (files->len > 0)
    g_application_open (application, (GFile **)files->pdata, files->len, "");
  return files->len > 0;
}

static int
onward_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  OnwardApplication *self = ONWARD_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (line);

  if (g_application_command_line_get_is_remote (line)
      && (g_variant_dict_contains (dict, "now") || g_variant_dict_contains (dict, "timezone")))
    {
      g_application_command_line_printerr (line, "onward: %s\n",
                                           _ ("Onward runs already, with its own clock. Quit it first."));
      return 1;
    }
  if (open_files (application, line))
    return 0;
  if (!g_variant_dict_contains (dict, "background"))
    g_application_activate (application);
  else if (self->store == NULL)
    {
      g_application_command_line_printerr (line, "onward: %s\n", self->store_error->message);
      return 1;
    }
  return 0;
}

static void
onward_application_activate (GApplication *application)
{
  OnwardApplication *self = ONWARD_APPLICATION (application);
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));
  GtkWidget *window;

  /* The newest is first: a sheet, when one is open. */
  if (windows != NULL)
    window = windows->data;
  else if (self->store == NULL)
    window = onward_trouble_window_new (GTK_APPLICATION (application), self->store_error->message);
  else
    window = onward_window_new (GTK_APPLICATION (application), self->store, self->clock, self->sample);
  gtk_window_present (GTK_WINDOW (window));
}

static void
onward_application_open (GApplication *application, GFile **files, int n, const char *hint)
{
  GtkWidget *window;

  g_application_activate (application);
  window = onward_application_find_window (ONWARD_APPLICATION (application));
  for (int i = 0; window != NULL && i < n; i++)
    onward_application_import (ONWARD_APPLICATION (application), files[i], window);
}

static OnwardStore *
open_store (OnwardApplication *self, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (OnwardStore) store = NULL;

  if (self->sample)
    store = onward_sample_open (onward_clock_get_now, self->clock, error);
  else
    {
      path = self->database != NULL ? g_strdup (self->database) : onward_store_get_default_path ();
      store = onward_store_open (path, onward_clock_get_now, self->clock, error);
    }
  if (store == NULL)
    return NULL;
  onward_store_set_reconcile (store, onward_reconcile);
  if (self->sample && !onward_sample_load (store, error))
    return NULL;
  return g_steal_pointer (&store);
}

/* Alerts are raised while the window is closed, unless the user has switched that off. */
static void
hold_for_alerts (OnwardApplication *self)
{
  GSettings *settings = onward_window_settings_get ();
  gboolean wanted = settings == NULL || g_settings_get_boolean (settings, "background-alerts");
  gboolean holding = !self->sample && onward_application_raises_alerts (self) && (wanted || self->background);

  if (holding && !self->holding)
    g_application_hold (G_APPLICATION (self));
  else if (!holding && self->holding)
    g_application_release (G_APPLICATION (self));
  self->holding = holding;
}

static void
onward_application_startup (GApplication *application)
{
  OnwardApplication *self = ONWARD_APPLICATION (application);

  g_resources_register (onward_icons_get_resource ());
  g_resources_register (onward_window_get_resource ());
  G_APPLICATION_CLASS (onward_application_parent_class)->startup (application);
  onward_application_install_actions (self);
  onward_accessible_keep_names ();
  self->store = open_store (self, &self->store_error);
  if (self->store == NULL)
    return;
  onward_store_watch (self->store);
  onward_store_run_async (self->store, NULL, onward_kept_drafts_tidy, NULL, NULL, NULL, NULL);
  self->scheduler = onward_scheduler_new (self->store, self->clock);
  onward_scheduler_set_raises (self->scheduler, onward_application_raises_alerts (self));
  hold_for_alerts (self);
  if (onward_window_settings_get () != NULL)
    g_signal_connect_object (onward_window_settings_get (), "changed::background-alerts", G_CALLBACK (hold_for_alerts),
                             self, G_CONNECT_SWAPPED);
}

/* What stands over a window stores what was typed when it goes, by way of that window: so it goes first. */
static void
destroy_windows (gboolean over)
{
  g_autoptr (GListModel) all = g_object_ref (gtk_window_get_toplevels ());
  guint i = 0;

  while (i < g_list_model_get_n_items (all))
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);

      if (over == (gtk_window_get_transient_for (window) != NULL))
        {
          gtk_window_destroy (window);
          i = 0;
        }
      else
        i++;
    }
}

static void
onward_application_shutdown (GApplication *application)
{
  OnwardApplication *self = ONWARD_APPLICATION (application);

  destroy_windows (TRUE);
  destroy_windows (FALSE);
  if (self->scheduler != NULL)
    g_object_run_dispose (G_OBJECT (self->scheduler));
  g_clear_object (&self->scheduler);
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
  g_clear_object (&self->alert_status);
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
  application_class->open = onward_application_open;
  application_class->dbus_register = onward_application_dbus_register;
  application_class->startup = onward_application_startup;
  application_class->shutdown = onward_application_shutdown;

  /**
   * OnwardApplication::export:
   * @self: the program
   * @connection: the session bus
   * @path: the object path of the program
   *
   * Whoever answers there takes a place below that path, before the program has its name.
   */
  signals[EXPORT] = g_signal_new ("export", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_DBUS_CONNECTION, G_TYPE_STRING);

  /**
   * OnwardApplication::import-file:
   * @self: the program
   * @file: what the user chose
   * @window: (type OnwardWindow): where
   *
   * Whoever knows foreign files takes in what is in it.
   */
  signals[IMPORT_FILE] = g_signal_new ("import-file", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_FILE, ONWARD_TYPE_WINDOW);

  /**
   * OnwardApplication::compose-mail:
   * @self: the program
   * @to: (nullable): an address
   * @subject: (nullable): the subject
   * @body: the words
   * @window: (type OnwardWindow): where
   *
   * Whoever knows the user's mail program opens it with that message.
   */
  signals[COMPOSE_MAIL] =
      g_signal_new ("compose-mail", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                    G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING, ONWARD_TYPE_WINDOW);
}

static void
onward_application_init (OnwardApplication *self)
{
  self->clock = onward_clock_new ();
  self->alert_status = onward_alert_status_new ();
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
  return g_object_new (ONWARD_TYPE_APPLICATION, "application-id", ONWARD_APP_ID, "resource-base-path",
                       ONWARD_RESOURCE_PATH, "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       NULL);
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

/**
 * onward_application_get_scheduler:
 * @self: the program, after its startup
 *
 * Returns: (transfer none) (nullable): what decides about alerts, not started yet; NULL when there is no database
 */
OnwardScheduler *
onward_application_get_scheduler (OnwardApplication *self)
{
  return self->scheduler;
}

/**
 * onward_application_get_alert_status:
 * @self: the program
 *
 * Returns: (transfer none): whether alerts reach the user
 */
OnwardAlertStatus *
onward_application_get_alert_status (OnwardApplication *self)
{
  return self->alert_status;
}

/**
 * onward_application_is_own:
 * @self: the program
 *
 * Returns: whether it is the program of the user's own data, which the desktop may start by itself
 */
gboolean
onward_application_is_own (OnwardApplication *self)
{
  return !self->sample && self->database == NULL;
}

/**
 * onward_application_raises_alerts:
 * @self: the program
 *
 * Returns: whether it is the program that raises alerts: that of the user's own data, or another that was told to
 */
gboolean
onward_application_raises_alerts (OnwardApplication *self)
{
  if (self->sample)
    return self->alerts;
  return self->database == NULL || self->background;
}

/**
 * onward_application_import:
 * @self: the program
 * @file: what the user chose
 * @window: (type OnwardWindow): where
 */
void
onward_application_import (OnwardApplication *self, GFile *file, GtkWidget *window)
{
  g_signal_emit (self, signals[IMPORT_FILE], 0, file, window);
}

/**
 * onward_application_compose_mail:
 * @self: the program
 * @to: (nullable): an address
 * @subject: (nullable): the subject
 * @body: the words
 * @window: (type OnwardWindow): where
 */
void
onward_application_compose_mail (OnwardApplication *self, const char *to, const char *subject, const char *body,
                                 GtkWidget *window)
{
  g_signal_emit (self, signals[COMPOSE_MAIL], 0, to, subject, body, window);
}
