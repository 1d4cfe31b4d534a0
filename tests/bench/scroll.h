/* scroll.h - a list that goes by, and what each frame of that takes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "frames.h"

#define BENCH_STEP 150 /* pixels a frame: a list that is thrown, two or three rows of it at a time */

/* A list that is scrolled; frame by frame, as many as asked for. */
typedef struct
{
  GtkWidget *window;
  GtkAdjustment *adjustment;
  int frames;
  double used; /* milliseconds of this thread when the frame began */
  gboolean scrolling;
} BenchScroll;

static inline void
bench_scroll_begin_frame_cb (GdkFrameClock *clock, BenchScroll *scroll)
{
  scroll->used = onward_frames_get_used ();
}

static inline void
bench_scroll_end_frame_cb (GdkFrameClock *clock, BenchScroll *scroll)
{
  if (!scroll->scrolling)
    return;
  g_print ("%.3f\n", onward_frames_get_used () - scroll->used);
  if (++scroll->frames == (onward_frames_is_hasty () ? 20 : 200))
    g_application_quit (g_application_get_default ());
}

static inline gboolean
bench_scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  BenchScroll *scroll = data;
  double end = gtk_adjustment_get_upper (scroll->adjustment) - gtk_adjustment_get_page_size (scroll->adjustment);

  scroll->scrolling = TRUE;
  gtk_adjustment_set_value (scroll->adjustment, MIN (gtk_adjustment_get_value (scroll->adjustment) + BENCH_STEP, end));
  return G_SOURCE_CONTINUE;
}

/* Scrolls @list in @window through 200 frames (20 in haste), prints the milliseconds of processor time that the main thread
 * took for each of them, and ends the program. */
static inline void
bench_scroll_run (GtkWidget *window, GtkWidget *list)
{
  BenchScroll *scroll = g_new0 (BenchScroll, 1);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  scroll->window = window;
  scroll->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  g_object_set_data_full (G_OBJECT (window), "bench-scroll", scroll, g_free);
  g_signal_connect (clock, "before-paint", G_CALLBACK (bench_scroll_begin_frame_cb), scroll);
  g_signal_connect (clock, "after-paint", G_CALLBACK (bench_scroll_end_frame_cb), scroll);
  gtk_widget_add_tick_callback (list, bench_scroll_tick_cb, scroll, NULL);
}
