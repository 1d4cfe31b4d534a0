/* onward-window-settings.c - what belongs to this window on this machine */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-window-settings.h"

/**
 * onward_window_settings_get:
 *
 * Looks for the schema first, since GSettings ends the program when there is none: a program that was copied somewhere
 * without its schema works with the values it starts with.
 *
 * Returns: (transfer none) (nullable): the settings; NULL when their schema is not installed
 */
GSettings *
onward_window_settings_get (void)
{
  static GSettings *settings;
  static gboolean looked;
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (looked)
    return settings;
  looked = TRUE;
  schema = source != NULL ? g_settings_schema_source_lookup (source, ONWARD_APP_ID, TRUE) : NULL;
  if (schema != NULL)
    settings = g_settings_new_full (schema, NULL, NULL);
  return settings;
}
