/* onward-autostart-row.c - the setting by which Onward starts with the desktop, and what the desktop said to it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-autostart-row.h"

#include "onward-application.h"

#include <glib/gi18n-lib.h>

/* The switch without which it means nothing. */
#define BACKGROUND "onward-background"

static void
update (AdwActionRow *row)
{
  OnwardApplication *application = ONWARD_APPLICATION (g_application_get_default ());
  const OnwardAlertStatus *status = onward_application_get_alert_status (application);
  gboolean own = onward_application_is_own (application);
  const char *words = _ ("Without a window, so that alerts come also when you have not opened Onward");

  if (!own)
    words = _ ("Only for your own search");
  else if (status->asking)
    words = _ ("The desktop is being asked…");
  else if (status->autostart_problem != NULL)
    words = status->autostart_problem;
  adw_action_row_set_subtitle (row, words);
  gtk_widget_set_sensitive (GTK_WIDGET (row),
                            own && gtk_switch_get_active (g_object_get_data (G_OBJECT (row), BACKGROUND)));
}

/**
 * onward_autostart_row_follow:
 * @row: a row with a switch that is bound to the setting
 * @background: the switch of alerts without a window, which lives as long as @row
 *
 * The row says what the desktop answered, in words, and can be used while alerts come without a window.
 */
void
onward_autostart_row_follow (AdwActionRow *row, GtkSwitch *background)
{
  OnwardAlertStatus *status = onward_application_get_alert_status (ONWARD_APPLICATION (g_application_get_default ()));

  /* What the desktop answers is text. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_set_data (G_OBJECT (row), BACKGROUND, background);
  g_signal_connect_object (status, "changed", G_CALLBACK (update), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (background, "notify::active", G_CALLBACK (update), row, G_CONNECT_SWAPPED);
  update (row);
}
