/* window-scroll.c - the contacts of the real window, or the pipeline's table, scrolled */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* BENCH_TABLE says that it is the table. */

#include "contacts/onward-contacts-view.h"
#include "onward-application.h"
#include "onward-window.h"
#include "pipeline/onward-pipeline-table.h"
#include "scroll.h"

static gboolean
begin_cb (gpointer window)
{
  gboolean table = g_getenv ("BENCH_TABLE") != NULL;
  GtkWidget *view = onward_frames_find (window, table ? ONWARD_TYPE_PIPELINE_TABLE : ONWARD_TYPE_CONTACTS_VIEW);

  bench_scroll_run (window, onward_frames_find (view, GTK_TYPE_LIST_VIEW));
  return G_SOURCE_REMOVE;
}

static gboolean
show_cb (gpointer window)
{
  if (g_getenv ("BENCH_TABLE") != NULL)
    gtk_widget_activate_action (window, "win.pipeline-mode", "s", "table");
  else
    onward_window_show_view (window, "contacts");
  g_timeout_add (onward_frames_get_quiet (), begin_cb, window);
  return G_SOURCE_REMOVE;
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  if (ONWARD_IS_WINDOW (window))
    g_timeout_add (onward_frames_get_quiet (), show_cb, window);
}

int
main (int argc, char *argv[])
{
  g_autoptr (OnwardApplication) application = onward_application_new ();

  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
