/* window-calendar.c - the calendar of the real window: shown after another view, and changed from week to month */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints a line a turn: `switch`, `week` or `month`, milliseconds from the action to the frame that shows it, and how many
 * of them the main thread was given by the machine. BENCH_ROUNDS turns of each. */

#include "calendar/onward-calendar-view.h"
#include "frames.h"
#include "onward-application.h"
#include "onward-window.h"

typedef struct
{
  OnwardWindow *window;
  int rounds;
  int turn;
  const char *what; /* being measured; NULL = waiting for a quiet moment */
  gint64 at;
  double used;
} Bench;

static void
begin (Bench *bench, const char *what)
{
  bench->what = what;
  bench->used = onward_frames_get_used ();
  bench->at = g_get_monotonic_time ();
}

static gboolean
next_cb (gpointer data)
{
  Bench *bench = data;
  gboolean shown = g_str_equal (onward_window_get_view (bench->window), "calendar");

  if (bench->turn >= 3 * bench->rounds)
    g_application_quit (g_application_get_default ());
  else if (bench->turn < bench->rounds && shown)
    {
      onward_window_show_view (bench->window, "contacts");
      g_timeout_add (onward_frames_get_quiet (), next_cb, bench);
    }
  else if (!shown)
    {
      begin (bench, "switch");
      onward_window_show_view (bench->window, "calendar");
    }
  else
    {
      gboolean week = (bench->turn - bench->rounds) % 2 == 0;

      begin (bench, week ? "week" : "month");
      g_object_set (onward_frames_find (GTK_WIDGET (bench->window), ONWARD_TYPE_CALENDAR_VIEW), "mode",
                    week ? "week" : "month", NULL);
    }
  return G_SOURCE_REMOVE;
}

static void
frame_cb (GtkWidget *window, gpointer data)
{
  Bench *bench = data;

  if (bench->what == NULL)
    return;
  g_assert_cmpuint (onward_frames_count (window, "OnwardMonthCell"), >, 0);
  g_print ("%s %.3f %.3f\n", bench->what, (g_get_monotonic_time () - bench->at) / 1000.0,
           onward_frames_get_used () - bench->used);
  bench->what = NULL;
  bench->turn++;
  g_timeout_add (onward_frames_get_quiet (), next_cb, bench);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, Bench *bench)
{
  if (bench->window != NULL || !ONWARD_IS_WINDOW (window))
    return;
  bench->window = ONWARD_WINDOW (window);
  onward_frames_watch (GTK_WIDGET (window), frame_cb, bench);
  g_timeout_add (onward_frames_get_quiet (), next_cb, bench);
}

int
main (int argc, char *argv[])
{
  g_autoptr (OnwardApplication) application = onward_application_new ();
  Bench bench = { .rounds = (int)g_ascii_strtoll (g_getenv ("BENCH_ROUNDS"), NULL, 10) };

  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &bench);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
