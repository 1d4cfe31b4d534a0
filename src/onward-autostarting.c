/* onward-autostarting.c - between the user's wish that alerts come by themselves and the desktop, which allows it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-autostarting.h"

#include "onward-background.h"
#include "shared/onward-window-settings.h"

#define KEY "autostart"

/* What the desktop was asked for last, so that only another wish asks it again. */
#define ASKED "onward-autostart-asked"

static void ask_if_wanted (OnwardApplication *application);

/* A refusal takes the wish back, with the reason where the user looks. */
static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OnwardApplication) application = data;
  OnwardAlertStatus *status = onward_application_get_alert_status (application);
  g_autoptr (GError) error = NULL;

  if (onward_background_request_finish (result, &error))
    {
      onward_alert_status_set_autostart (status, FALSE, NULL);
      ask_if_wanted (application); /* it may be another wish by now */
      return;
    }
  g_message ("Onward does not start with the desktop: %s", error->message);
  onward_alert_status_set_autostart (status, FALSE, error->message);
  g_object_set_data (G_OBJECT (application), ASKED, NULL);
  g_settings_set_boolean (onward_window_settings_get (), KEY, FALSE);
}

static void
ask_if_wanted (OnwardApplication *application)
{
  GSettings *settings = onward_window_settings_get ();
  OnwardAlertStatus *status = onward_application_get_alert_status (application);
  gboolean wanted = g_settings_get_boolean (settings, KEY) && g_settings_get_boolean (settings, "background-alerts");
  gboolean asked = g_object_get_data (G_OBJECT (application), ASKED) != NULL;

  if (wanted == asked || status->asking)
    return;
  g_object_set_data (G_OBJECT (application), ASKED, GINT_TO_POINTER (wanted));
  onward_alert_status_set_autostart (status, TRUE, NULL);
  onward_background_request_async (wanted, answered_cb, g_object_ref (application));
}

static void
startup_cb (OnwardApplication *application)
{
  GSettings *settings = onward_window_settings_get ();
  gboolean wanted;

  if (settings == NULL || !onward_application_is_own (application))
    return;
  wanted = g_settings_get_boolean (settings, KEY) && g_settings_get_boolean (settings, "background-alerts");
  g_object_set_data (G_OBJECT (application), ASKED, GINT_TO_POINTER (wanted));
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (ask_if_wanted), application, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::background-alerts", G_CALLBACK (ask_if_wanted), application,
                           G_CONNECT_SWAPPED);
}

/**
 * onward_autostarting_connect:
 * @application: the program, before it runs
 *
 * When the user turns it on, the desktop is asked to start the program without a window when they log in.
 */
void
onward_autostarting_connect (OnwardApplication *application)
{
  g_signal_connect_after (application, "startup", G_CALLBACK (startup_cb), NULL);
}
