/* onward-shortcuts-window.c - shows all keys, and finds one by a word */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-shortcuts-window.h"

#include "onward-shortcuts.h"
#include "shared/onward-accessible.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* GTK's own window of this kind is wider than a narrow screen. */
#define WIDTH  520
#define HEIGHT 640

/* `Ctrl+K`, as it is read aloud. */
static char *
name_keys (char **keys)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      GdkModifierType state;
      guint key;
      g_autofree char *label = NULL;

      if (!gtk_accelerator_parse (keys[i], &key, &state))
        continue;
      label = gtk_accelerator_get_label (key, state);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", label);
    }
  return g_string_free (names, FALSE);
}

/* Several keys stand one below the other where they are long. */
static GtkWidget *
create_keys (char **keys)
{
  gboolean long_ones = keys[0] != NULL && keys[0][0] == '<';
  GtkWidget *box = gtk_box_new (long_ones ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      GtkWidget *label = gtk_shortcut_label_new (keys[i]);

      gtk_widget_set_halign (label, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

static GtkWidget *
create_row (const OnwardShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  g_auto (GStrv) keys = g_strsplit (shortcut->keys, " ", -1);
  g_autofree char *names = name_keys (keys);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_keys (keys));
  onward_accessible_set_description (row, names);
  return row;
}

static GtkWidget *
create_page (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = NULL;
  guint n;
  const OnwardShortcut *shortcuts = onward_shortcuts_get_all (&n);

  for (guint i = 0; i < n; i++)
    if (shortcuts[i].keys == NULL)
      {
        group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
        adw_preferences_group_set_title (group, _ (shortcuts[i].title));
        adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
      }
    else
      adw_preferences_group_add (group, create_row (&shortcuts[i]));
  return page;
}

/**
 * onward_shortcuts_window_present:
 * @parent: the window it stands over
 */
void
onward_shortcuts_window_present (GtkWindow *parent)
{
  GtkWidget *window = adw_preferences_window_new ();
  int width = gtk_widget_get_width (GTK_WIDGET (parent));
  int height = gtk_widget_get_height (GTK_WIDGET (parent));

  gtk_window_set_title (GTK_WINDOW (window), _ ("Keyboard Shortcuts"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), width > 0 ? MIN (WIDTH, width) : WIDTH,
                               height > 0 ? MIN (HEIGHT, height) : HEIGHT);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (create_page ()));
  gtk_window_present (GTK_WINDOW (window));
}
