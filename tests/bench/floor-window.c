/* floor-window.c - the least that a window of libadwaita takes: a header, a label, the first frame */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "frames.h"

#include <adwaita.h>

static void
frame_cb (GtkWidget *window, gpointer data)
{
  onward_frames_print_since_start ();
  g_application_quit (G_APPLICATION (data));
}

static void
activate_cb (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new ("Onward"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  onward_frames_watch (window, frame_cb, application);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = adw_application_new (ONWARD_APP_ID ".Floor", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
