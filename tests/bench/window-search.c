/* window-search.c - from a letter typed into the search of the real window to the result on the screen */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "contacts/onward-contacts-view.h"
#include "frames.h"
#include "onward-application.h"
#include "onward-window.h"

/* Prints for each letter typed: the letter, how many rows there are then, milliseconds until the list knows them,
 * until the frame with them is drawn, and how many of these the thread was given by the machine. BENCH_ROUNDS times through the letters below. */
static const char *const letters[] = { "a", "o", "k", "m", "s", "z" };

typedef struct
{
  GtkApplication *application;
  GtkWidget *window;
  GtkEditable *entry;
  GtkListView *list;
  int rounds;
  guint typed;      /* letters so far */
  gint64 at;        /* of the key; 0 = waiting for a quiet moment */
  gint64 listed;    /* the list knew */
  double used;      /* milliseconds of this thread, at the key */
  gboolean cleared; /* the letter before is taken away */
} Bench;

static void
type_letter (Bench *bench)
{
  int position = 0;

  bench->used = onward_frames_get_used ();
  bench->at = g_get_monotonic_time ();
  gtk_editable_insert_text (bench->entry, letters[bench->typed % G_N_ELEMENTS (letters)], 1, &position);
  bench->listed = g_get_monotonic_time ();
}

static gboolean
next_cb (gpointer data)
{
  Bench *bench = data;

  if (!bench->cleared)
    {
      bench->cleared = TRUE;
      gtk_editable_set_text (bench->entry, "");
      g_timeout_add (50, next_cb, bench);
    }
  else if (bench->typed < bench->rounds * G_N_ELEMENTS (letters))
    {
      bench->cleared = FALSE;
      type_letter (bench);
    }
  else
    g_application_quit (G_APPLICATION (bench->application));
  return G_SOURCE_REMOVE;
}

static void
frame_cb (GtkWidget *window, gpointer data)
{
  Bench *bench = data;
  gint64 now = g_get_monotonic_time ();

  if (bench->at == 0)
    return;
  g_print ("%s %u %.3f %.3f %.3f\n", letters[bench->typed % G_N_ELEMENTS (letters)],
           g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (bench->list))),
           (bench->listed - bench->at) / 1000.0, (now - bench->at) / 1000.0, onward_frames_get_used () - bench->used);
  bench->typed++;
  bench->at = 0;
  g_timeout_add (50, next_cb, bench);
}

static gboolean
begin_cb (gpointer data)
{
  Bench *bench = data;
  GtkWidget *view;

  onward_window_show_view (ONWARD_WINDOW (bench->window), "contacts");
  view = onward_frames_find (bench->window, ONWARD_TYPE_CONTACTS_VIEW);
  bench->entry = GTK_EDITABLE (onward_frames_find (view, GTK_TYPE_SEARCH_ENTRY));
  bench->list = GTK_LIST_VIEW (onward_frames_find (view, GTK_TYPE_LIST_VIEW));
  bench->cleared = TRUE;
  g_timeout_add (onward_frames_get_quiet () / 2, next_cb, bench);
  return G_SOURCE_REMOVE;
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, Bench *bench)
{
  if (bench->window != NULL)
    return;
  bench->window = GTK_WIDGET (window);
  onward_frames_watch (bench->window, frame_cb, bench);
  g_timeout_add (onward_frames_get_quiet (), begin_cb, bench);
}

int
main (int argc, char *argv[])
{
  g_autoptr (OnwardApplication) application = onward_application_new ();
  Bench bench = { .application = GTK_APPLICATION (application),
                  .rounds = (int)g_ascii_strtoll (g_getenv ("BENCH_ROUNDS"), NULL, 10) };

  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &bench);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
