/* window-board.c - the board of the real window: shown after another view, and a card of it moved */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints a line a turn: `switch` or `move`, milliseconds from the action to the frame that shows it, and how many of them
 * the main thread was given by the machine. BENCH_ROUNDS turns of each. A move goes the whole way: action, command,
 * `changed`, the board read again, the frame. */

#include "frames.h"
#include "onward-application.h"
#include "onward-window.h"
#include "pipeline/onward-board-column.h"

typedef struct
{
  OnwardWindow *window;
  OnwardStore *store;
  int rounds;
  int turn;
  const char *what; /* being measured; NULL = waiting for a quiet moment */
  gboolean visible; /* the next frame shows it */
  gint64 at;
  double used;
} Bench;

static void
begin (Bench *bench, const char *what)
{
  bench->what = what;
  bench->visible = FALSE;
  bench->used = onward_frames_get_used ();
  bench->at = g_get_monotonic_time ();
}

/* The top card of the first column that has cards goes to the stage after it; fill.c made five for open ones. */
static void
move_card (Bench *bench)
{
  GtkWidget *column = onward_frames_find (GTK_WIDGET (bench->window), ONWARD_TYPE_BOARD_COLUMN);
  gint64 stage;
  gint64 opportunity;

  while (!ONWARD_IS_BOARD_COLUMN (column) || onward_board_column_get_count (ONWARD_BOARD_COLUMN (column)) == 0)
    column = gtk_widget_get_next_sibling (column);
  stage = onward_board_column_get_stage (ONWARD_BOARD_COLUMN (column))->record.id % 5 + 1;
  opportunity = onward_board_column_get_id (ONWARD_BOARD_COLUMN (column), 0);
  begin (bench, "move");
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.move-opportunity", "(xxbx)", opportunity, stage, FALSE,
                              G_GINT64_CONSTANT (0));
}

static gboolean
next_cb (gpointer data)
{
  Bench *bench = data;

  if (bench->turn >= 2 * bench->rounds)
    g_application_quit (g_application_get_default ());
  else if (bench->turn >= bench->rounds)
    move_card (bench);
  else if (g_str_equal (onward_window_get_view (bench->window), "pipeline"))
    {
      onward_window_show_view (bench->window, "contacts");
      g_timeout_add (onward_frames_get_quiet (), next_cb, bench);
    }
  else
    {
      begin (bench, "switch");
      onward_window_show_view (bench->window, "pipeline");
      bench->visible = TRUE;
    }
  return G_SOURCE_REMOVE;
}

static void
frame_cb (GtkWidget *window, gpointer data)
{
  Bench *bench = data;

  if (bench->what == NULL || !bench->visible)
    return;
  g_assert_cmpuint (onward_frames_count (window, "OnwardBoardCard"), >, 0);
  g_print ("%s %.3f %.3f\n", bench->what, (g_get_monotonic_time () - bench->at) / 1000.0,
           onward_frames_get_used () - bench->used);
  bench->what = NULL;
  bench->turn++;
  g_timeout_add (onward_frames_get_quiet (), next_cb, bench);
}

/* Connected after the board was: it has read again what it shows. */
static void
changed_cb (OnwardStore *store, const char *table, GArray *ids, Bench *bench)
{
  if (g_strcmp0 (bench->what, "move") == 0 && g_str_equal (table, "opportunities"))
    bench->visible = TRUE;
}

static gboolean
begin_cb (gpointer data)
{
  Bench *bench = data;

  bench->store = onward_window_get_store (bench->window);
  g_signal_connect (bench->store, "changed", G_CALLBACK (changed_cb), bench);
  return next_cb (bench);
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
  Bench bench = { .rounds = (int)g_ascii_strtoll (g_getenv ("BENCH_ROUNDS"), NULL, 10) };

  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &bench);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
