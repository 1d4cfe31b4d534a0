/* window-start.c - the program itself, until its first frame with data is drawn */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "frames.h"
#include "onward-alerting.h"
#include "onward-application.h"
#include "onward-importing.h"

/* The first view is the board: without a card it would show no data. BENCH_EMPTY says that there is none to show. */
static void
frame_cb (GtkWidget *window, gpointer data)
{
  if (g_getenv ("BENCH_EMPTY") == NULL && onward_frames_count (window, "OnwardBoardCard") == 0)
    return;
  onward_frames_print_since_start ();
  g_application_quit (G_APPLICATION (data));
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, gpointer data)
{
  onward_frames_watch (GTK_WIDGET (window), frame_cb, application);
}

int
main (int argc, char *argv[])
{
  g_autoptr (OnwardApplication) application = onward_application_new ();

  onward_alerting_connect (application);
  onward_importing_connect (application);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
