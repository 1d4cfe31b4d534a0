/* onward-kept-sheet.c - a sheet that was left with something typed in it, until it is asked for again */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-kept-sheet.h"

#include "onward-date-button.h"
#include "onward-window.h"
#include "onward-zone-button.h"

#include <glib/gi18n-lib.h>

#define WATCH "onward-kept-sheet-watch"

/* What a sheet said when it was opened. */
typedef struct
{
  char *key;
  char *as_opened;
} Watch;

static void
free_watch (gpointer data)
{
  Watch *watch = data;

  g_free (watch->key);
  g_free (watch->as_opened);
  g_free (watch);
}

static char *
build_name (const char *key)
{
  return g_strconcat ("onward-kept-", key, NULL);
}

/**
 * onward_kept_sheet_show:
 * @parent: a widget of the window
 * @key: what is asked about
 *
 * Returns: (transfer none) (nullable): the sheet that was kept, and is shown again; NULL when none was
 */
OnwardSheet *
onward_kept_sheet_show (GtkWidget *parent, const char *key)
{
  g_autofree char *name = build_name (key);
  OnwardSheet *sheet = g_object_steal_data (G_OBJECT (onward_window_find (parent)), name);

  if (sheet != NULL)
    onward_sheet_present (sheet, parent);
  return sheet;
}

static void
add_text_view (GString *content, GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_string_append_printf (content, "%s\n", text);
}

/* What is typed and chosen, whatever asks for it. */
static void
add_content (GString *content, GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget))
    return;
  if (GTK_IS_TEXT (widget))
    g_string_append_printf (content, "%s\n", gtk_editable_get_text (GTK_EDITABLE (widget)));
  else if (GTK_IS_TEXT_VIEW (widget))
    add_text_view (content, GTK_TEXT_VIEW (widget));
  else if (GTK_IS_CHECK_BUTTON (widget))
    g_string_append_printf (content, "%d\n", gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)));
  else if (GTK_IS_SWITCH (widget))
    g_string_append_printf (content, "%d\n", gtk_switch_get_active (GTK_SWITCH (widget)));
  else if (GTK_IS_DROP_DOWN (widget))
    g_string_append_printf (content, "%u\n", gtk_drop_down_get_selected (GTK_DROP_DOWN (widget)));
  else if (ADW_IS_COMBO_ROW (widget))
    g_string_append_printf (content, "%u\n", adw_combo_row_get_selected (ADW_COMBO_ROW (widget)));
  else if (ONWARD_IS_DATE_BUTTON (widget))
    g_string_append_printf (content, "%d\n", onward_date_button_get_day (ONWARD_DATE_BUTTON (widget)));
  else if (ONWARD_IS_ZONE_BUTTON (widget))
    g_string_append_printf (content, "%s\n", onward_zone_button_get_zone (ONWARD_ZONE_BUTTON (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_content (content, child);
}

static char *
describe_content (OnwardSheet *sheet)
{
  GString *content = g_string_new (NULL);

  add_content (content, GTK_WIDGET (sheet));
  return g_string_free (content, FALSE);
}

/* Nothing typed is lost: the sheet goes out of sight, with all that is in it. */
static void
put (OnwardSheet *sheet, const char *key)
{
  OnwardWindow *window = onward_window_find (GTK_WIDGET (sheet));
  g_autofree char *name = build_name (key);
  AdwToast *shown;

  if (window == NULL)
    return;
  shown = adw_toast_new (_ ("What you wrote is kept for later"));
  adw_toast_set_button_label (shown, _ ("_Open Again"));
  adw_toast_set_action_name (shown, "win.open-kept-sheet");
  adw_toast_set_action_target (shown, "s", key);
  gtk_widget_set_visible (GTK_WIDGET (sheet), FALSE);
  gtk_window_set_transient_for (GTK_WINDOW (sheet), NULL);
  gtk_window_set_application (GTK_WINDOW (sheet), NULL);
  onward_sheet_set_kept (sheet);
  g_object_set_data_full (G_OBJECT (window), name, sheet, (GDestroyNotify)gtk_window_destroy);
  onward_window_add_toast (window, shown);
}

/* Before the sheet itself does what Cancel, Escape and the window manager's close ask for. */
static void
cancel_cb (OnwardSheet *sheet, Watch *watch)
{
  g_autofree char *content = describe_content (sheet);

  if (g_str_equal (content, watch->as_opened))
    return;
  g_signal_stop_emission_by_name (sheet, "cancel");
  put (sheet, watch->key);
}

/**
 * onward_kept_sheet_watch:
 * @sheet: a sheet as it is opened, with what it begins with filled in
 * @key: what it asks about; the next sheet with this key takes the place of this one
 *
 * From now on the sheet is kept when it is left with anything typed or chosen in it, and closed when there is nothing.
 */
void
onward_kept_sheet_watch (OnwardSheet *sheet, const char *key)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->key = g_strdup (key);
  watch->as_opened = describe_content (sheet);
  g_object_set_data_full (G_OBJECT (sheet), WATCH, watch, free_watch);
  g_signal_connect (sheet, "cancel", G_CALLBACK (cancel_cb), watch);
}
