/* frames.h - when a window has drawn a frame */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>
#include <time.h>

typedef void (*OnwardFrameFunc) (GtkWidget *window, gpointer data);

typedef struct
{
  GtkWidget *window;
  OnwardFrameFunc function;
  gpointer data;
} OnwardFrameWatch;

/* The frame's drawing is in the hands of the display server when the clock says so; what is to be measured ends there. */
static inline void
onward_frames_after_paint_cb (GdkFrameClock *clock, OnwardFrameWatch *watch)
{
  watch->function (watch->window, watch->data);
}

static inline void
onward_frames_realize_cb (GtkWidget *window, OnwardFrameWatch *watch)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (onward_frames_after_paint_cb),
                    watch);
}

/* Calls the function after each frame of a window that is not realized yet. */
static inline void
onward_frames_watch (GtkWidget *window, OnwardFrameFunc function, gpointer data)
{
  OnwardFrameWatch *watch = g_new0 (OnwardFrameWatch, 1);

  watch->window = window;
  watch->function = function;
  watch->data = data;
  g_object_set_data_full (G_OBJECT (window), "onward-frame-watch", watch, g_free);
  if (gtk_widget_get_realized (window))
    onward_frames_realize_cb (window, watch);
  else
    g_signal_connect (window, "realize", G_CALLBACK (onward_frames_realize_cb), watch);
}

/* With one or two rounds only whether it can be measured is asked, as tests do. */
static inline gboolean
onward_frames_is_hasty (void)
{
  const char *rounds = g_getenv ("BENCH_ROUNDS");

  return rounds != NULL && g_ascii_strtoll (rounds, NULL, 10) < 3;
}

/* Milliseconds in which a window finishes what it began: rows it does not show yet, toasts that slide in. */
static inline guint
onward_frames_get_quiet (void)
{
  return onward_frames_is_hasty () ? 100 : 1000;
}

/* Milliseconds that the machine gave this thread so far. */
static inline double
onward_frames_get_used (void)
{
  struct timespec used;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &used);
  return used.tv_sec * 1e3 + used.tv_nsec / 1e6;
}

/* Megabytes (of 1024 × 1024 bytes) of this process: `Pss` = its share of what several processes have in memory, `Private_Dirty`
 * = what only it has and has written. */
static inline double
onward_frames_get_memory (const char *kind)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL) || (line = strstr (text, kind)) == NULL)
    return 0;
  return g_ascii_strtoll (line + strlen (kind) + 1, NULL, 10) / 1024.0;
}

/* Prints the milliseconds since the process that measures said it starts this one (BENCH_START, microseconds of the
 * monotonic clock, which is one for all processes), how many of them this thread was given by the machine, and the
 * megabytes of proportional and of private dirty memory. */
static inline void
onward_frames_print_since_start (void)
{
  gint64 start = g_ascii_strtoll (g_getenv ("BENCH_START"), NULL, 10);
  gint64 now = g_get_monotonic_time ();
  double used = onward_frames_get_used ();

  g_print ("%.3f %.3f %.3f %.3f\n", (now - start) / 1000.0, used, onward_frames_get_memory ("\nPss"),
           onward_frames_get_memory ("\nPrivate_Dirty"));
}

/* How many widgets of a type a window shows. */
static inline guint
onward_frames_count (GtkWidget *widget, const char *type)
{
  guint n = g_strcmp0 (G_OBJECT_TYPE_NAME (widget), type) == 0 && gtk_widget_get_mapped (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += onward_frames_count (child, type);
  return n;
}

/* The first widget of a type that a window shows, or NULL. */
static inline GtkWidget *
onward_frames_find (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = onward_frames_find (child, type);
  return found;
}
