/* onward-kept-sheet.c - a sheet that was left with something typed in it, until it is asked for again */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-kept-sheet.h"

#include "onward-window.h"

#include <glib/gi18n-lib.h>

static char *
build_name (const char *key)
{
  return g_strconcat ("onward-kept-", key, NULL);
}

/**
 * onward_kept_sheet_put:
 * @sheet: a sheet that is left without saving
 * @key: what it asks about; the next sheet with this key takes the place of this one
 * @toast: says that what was typed is kept; shown with a button that opens the sheet again
 *
 * Nothing typed is lost: the sheet goes out of sight, with all that is in it.
 */
void
onward_kept_sheet_put (OnwardSheet *sheet, const char *key, const char *toast)
{
  OnwardWindow *window = onward_window_find (GTK_WIDGET (sheet));
  g_autofree char *name = build_name (key);
  AdwToast *shown;

  if (window == NULL)
    return;
  shown = adw_toast_new (toast);
  adw_toast_set_button_label (shown, _ ("_Open Again"));
  adw_toast_set_action_name (shown, "win.open-kept-sheet");
  adw_toast_set_action_target (shown, "s", key);
  gtk_widget_set_visible (GTK_WIDGET (sheet), FALSE);
  gtk_window_set_transient_for (GTK_WINDOW (sheet), NULL);
  gtk_window_set_application (GTK_WINDOW (sheet), NULL);
  g_object_set_data_full (G_OBJECT (window), name, sheet, (GDestroyNotify)gtk_window_destroy);
  onward_window_add_toast (window, shown);
}

/**
 * onward_kept_sheet_show:
 * @parent: a widget of the window
 * @key: what is asked about
 *
 * Returns: whether a sheet was kept, and is shown again
 */
gboolean
onward_kept_sheet_show (GtkWidget *parent, const char *key)
{
  g_autofree char *name = build_name (key);
  OnwardSheet *sheet = g_object_steal_data (G_OBJECT (onward_window_find (parent)), name);

  if (sheet == NULL)
    return FALSE;
  onward_sheet_present (sheet, parent);
  return TRUE;
}
