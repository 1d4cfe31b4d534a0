/* window-import.c - a long import into the real window: whether it stays live, and how soon it can be ended */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* BENCH_FILE is the Connections.csv to be written and imported, BENCH_ROWS how many rows it has. Prints a line for each
 * import that was cancelled, `cancel` and the milliseconds from the click to the end of its command, each later than the
 * one before; for each frame of all imports but the first `frame`, the milliseconds since the frame before, and how many
 * of them the main thread was given by the machine. */

#include "connections.h"
#include "frames.h"
#include "onward-application.h"
#include "onward-importing.h"
#include "onward-window.h"

#include <stdlib.h>

#define LATER 400 /* milliseconds by which each cancel is later than the one before */

typedef struct
{
  OnwardApplication *application;
  OnwardWindow *window;
  OnwardStore *store;
  GFile *file;
  gint64 n_contacts;
  int turn;       /* cancelled imports so far */
  gboolean whole; /* this one is not to be cancelled */
  gboolean running;
  gint64 cancelled; /* when */
  gint64 frame;     /* the frame before */
  double used;
} Bench;

static gboolean import_cb (gpointer data);

static gint64
count_contacts (Bench *bench)
{
  return onward_connection_read_int (onward_store_get_connection (bench->store), "SELECT count (*) FROM contacts", 0);
}

static gboolean
do_nothing (OnwardWriter *writer, gpointer data, GError **error)
{
  return TRUE;
}

/* Commands run one after the other: the one given after the import is done when the import is over. */
static void
over_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *bench = data;
  gboolean imported;

  g_assert_true (onward_store_run_finish (bench->store, result, NULL));
  imported = count_contacts (bench) > bench->n_contacts;
  bench->running = FALSE;
  /* A late click may come when the command is being written to the disk; the first one comes long before. */
  if (bench->whole || (imported && bench->turn > 0))
    {
      g_assert_true (imported);
      g_application_quit (G_APPLICATION (bench->application));
      return;
    }
  g_assert_false (imported);
  g_print ("cancel %.3f 0\n", (g_get_monotonic_time () - bench->cancelled) / 1000.0);
  bench->turn++;
  g_timeout_add (1500, import_cb, bench);
}

/* The button of the toast. */
static GtkWidget *
find_cancel (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "_Cancel") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_cancel (child);
  return found;
}

static gboolean
cancel_cb (gpointer data)
{
  Bench *bench = data;
  GtkWidget *button = find_cancel (GTK_WIDGET (bench->window));

  if (button == NULL)
    return G_SOURCE_CONTINUE;
  bench->cancelled = g_get_monotonic_time ();
  g_signal_emit_by_name (button, "clicked");
  onward_store_run_async (bench->store, NULL, do_nothing, NULL, NULL, over_cb, bench);
  return G_SOURCE_REMOVE;
}

static gboolean
end_cb (gpointer data)
{
  Bench *bench = data;

  onward_store_run_async (bench->store, NULL, do_nothing, NULL, NULL, over_cb, bench);
  return G_SOURCE_REMOVE;
}

/* The sheet that says what would change is agreed to as soon as it is there. */
static gboolean
agree_cb (gpointer data)
{
  Bench *bench = data;
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!g_str_equal (G_OBJECT_TYPE_NAME (window), "OnwardImportSheet"))
        continue;
      gtk_widget_activate_action (window, "sheet.save", NULL);
      if (bench->whole)
        end_cb (bench);
      return G_SOURCE_REMOVE;
    }
  return bench->running;
}

static gboolean
import_cb (gpointer data)
{
  Bench *bench = data;

  bench->whole = bench->turn >= (onward_frames_is_hasty () ? 1 : 5);
  bench->running = TRUE;
  bench->frame = 0;
  g_signal_emit_by_name (bench->application, "import-file", bench->file, bench->window);
  g_timeout_add (20, agree_cb, bench);
  if (!bench->whole)
    g_timeout_add (10 + bench->turn * LATER, cancel_cb, bench);
  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static void
frame_cb (GtkWidget *window, gpointer data)
{
  Bench *bench = data;
  gint64 now = g_get_monotonic_time ();
  double used = onward_frames_get_used ();

  if (bench->running && bench->turn > 0 && bench->frame > 0)
    g_print ("frame %.3f %.3f\n", (now - bench->frame) / 1000.0, used - bench->used);
  bench->frame = now;
  bench->used = used;
}

static gboolean
begin_cb (gpointer data)
{
  Bench *bench = data;

  bench->store = onward_window_get_store (bench->window);
  bench->n_contacts = count_contacts (bench);
  gtk_widget_add_tick_callback (GTK_WIDGET (bench->window), tick_cb, NULL, NULL);
  return import_cb (bench);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, Bench *bench)
{
  if (bench->window != NULL || !ONWARD_IS_WINDOW (window))
    return;
  bench->window = ONWARD_WINDOW (window);
  onward_frames_watch (GTK_WIDGET (window), frame_cb, bench);
  g_timeout_add (onward_frames_get_quiet (), begin_cb, bench);
}

int
main (int argc, char *argv[])
{
  g_autoptr (OnwardApplication) application = onward_application_new ();
  GString *text = bench_make_connections (atoi (g_getenv ("BENCH_ROWS")));
  Bench bench = { .application = application, .file = g_file_new_for_path (g_getenv ("BENCH_FILE")) };

  g_assert_true (g_file_set_contents (g_getenv ("BENCH_FILE"), text->str, (gssize)text->len, NULL));
  g_string_free (text, TRUE);
  onward_importing_connect (application);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &bench);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
