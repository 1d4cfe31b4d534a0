/* onward-trouble-window.c - what is shown when the data cannot be opened */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-trouble-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * onward_trouble_window_new:
 * @application: the application
 * @message: what failed, and what to do; plain text
 *
 * Returns: (transfer none): a window that says so
 */
GtkWidget *
onward_trouble_window_new (GtkApplication *application, const char *message)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *quit = gtk_button_new_with_mnemonic (_ ("_Quit"));
  g_autofree char *text = g_markup_escape_text (message, -1);

  gtk_widget_add_css_class (header, "flat");
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "dialog-error-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("Your data cannot be opened"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status), text);
  gtk_widget_add_css_class (quit, "pill");
  gtk_widget_set_halign (quit, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (quit), "app.quit");
  adw_status_page_set_child (ADW_STATUS_PAGE (status), quit);
  gtk_widget_set_vexpand (status, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), status);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Onward"));
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 480);
  return window;
}
