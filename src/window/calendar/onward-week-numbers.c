/* onward-week-numbers.c - whether the calendar counts the weeks of the year */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-week-numbers.h"

#include "shared/onward-window-settings.h"

#define KEY            "week-numbers"
#define DESKTOP_SCHEMA "org.gnome.desktop.calendar"
#define DESKTOP_KEY    "show-weekdate"

/* GNOME's setting for all calendars; other desktops may have no such thing. */
static GSettings *
find_desktop_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
      source != NULL ? g_settings_schema_source_lookup (source, DESKTOP_SCHEMA, TRUE) : NULL;

  if (schema == NULL || !g_settings_schema_has_key (schema, DESKTOP_KEY))
    return NULL;
  return g_settings_new_full (schema, NULL, NULL);
}

static gboolean
does_desktop_show (void)
{
  static GSettings *settings;
  static gboolean looked;

  if (!looked)
    settings = find_desktop_settings ();
  looked = TRUE;
  return settings != NULL && g_settings_get_boolean (settings, DESKTOP_KEY);
}

/**
 * onward_week_numbers_get_shown:
 *
 * Returns: whether the user wants them: as they said here, else as the desktop has it
 */
gboolean
onward_week_numbers_get_shown (void)
{
  GSettings *settings = onward_window_settings_get ();
  g_autofree char *own = settings != NULL ? g_settings_get_string (settings, KEY) : NULL;

  if (own == NULL || g_str_equal (own, "desktop"))
    return does_desktop_show ();
  return g_str_equal (own, "shown");
}

/**
 * onward_week_numbers_set_shown:
 * @shown: whether the user wants them in this calendar, whatever the desktop does
 */
void
onward_week_numbers_set_shown (gboolean shown)
{
  GSettings *settings = onward_window_settings_get ();

  if (settings != NULL)
    g_settings_set_string (settings, KEY, shown ? "shown" : "hidden");
}
