/* test-lines.c - words that a row draws itself look as labels would */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shared/onward-lines.h"

#include <adwaita.h>
#include <string.h>

#define LIMIT (3 * G_USEC_PER_SEC)
#define WIDTH 200

#define LONG "Softwareentwickler für Messsysteme in der Abteilung, die noch keinen Namen hat, und vieles andere mehr"

static OnwardLines *
show (GtkTextDirection direction)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *lines = onward_lines_new ();
  gint64 end = g_get_monotonic_time () + LIMIT;

  gtk_widget_set_direction (lines, direction);
  gtk_widget_set_halign (lines, GTK_ALIGN_START);
  gtk_widget_set_valign (lines, GTK_ALIGN_START);
  gtk_widget_set_hexpand (lines, FALSE);
  gtk_window_set_child (GTK_WINDOW (window), lines);
  onward_lines_set (ONWARD_LINES (lines), 0, ONWARD_TEXT_BODY, "Thank Amara", NULL);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (lines) == 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (gtk_widget_get_width (lines), >, 0);
  return ONWARD_LINES (lines);
}

static GskRenderNode *
draw (OnwardLines *lines)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (lines));
  gint64 end = g_get_monotonic_time () + LIMIT;
  GskRenderNode *node = NULL;

  /* Nothing is drawn of a widget that waits for its size. */
  while (node == NULL && g_get_monotonic_time () < end)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (lines)),
                              gtk_widget_get_height (GTK_WIDGET (lines)));
      node = gtk_snapshot_free_to_node (snapshot);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_nonnull (node);
  return node;
}

static void
wait_for_frames (OnwardLines *lines, gint64 n)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (lines));
  gint64 last = gdk_frame_clock_get_frame_counter (clock) + n;

  while (gdk_frame_clock_get_frame_counter (clock) < last)
    {
      gtk_widget_queue_draw (GTK_WIDGET (lines));
      g_main_context_iteration (NULL, TRUE);
    }
}

static int
get_height (OnwardLines *lines)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (lines), GTK_ORIENTATION_VERTICAL, WIDTH, &height, NULL, NULL, NULL);
  return height;
}

static void
close_window (OnwardLines *lines)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (lines))));
}

static void
test_room (void)
{
  OnwardLines *lines = show (GTK_TEXT_DIR_LTR);
  int one = get_height (lines), two;

  onward_lines_set (lines, 0, ONWARD_TEXT_BODY, LONG, NULL);
  two = get_height (lines);
  g_assert_cmpint (two, >, one);
  g_assert_cmpint (two, <=, 2 * one + 2);
  onward_lines_set (lines, 1, ONWARD_TEXT_CAPTION, "Kestrel", NULL);
  g_assert_cmpint (get_height (lines), >, two);
  onward_lines_set (lines, 1, ONWARD_TEXT_CAPTION, NULL, NULL);
  g_assert_cmpint (get_height (lines), ==, two);
  close_window (lines);
}

static void
test_box (void)
{
  OnwardLines *lines = show (GTK_TEXT_DIR_LTR);
  int least, one;

  onward_lines_set (lines, 0, ONWARD_TEXT_BODY, LONG, NULL);
  gtk_widget_measure (GTK_WIDGET (lines), GTK_ORIENTATION_VERTICAL, 10 * WIDTH, &one, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (lines), GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (one, <, get_height (lines));
  g_assert_cmpint (least, ==, one);
  close_window (lines);
}

/* A style that changes no size, as that of a row the pointer is on, gives no new size to lay out for. */
static void
test_style (void)
{
  OnwardLines *lines = show (GTK_TEXT_DIR_LTR);
  g_autoptr (GskRenderNode) node = NULL;

  gtk_widget_add_css_class (GTK_WIDGET (lines), "error");
  wait_for_frames (lines, 3);
  node = draw (lines);
  close_window (lines);
}

static void
test_direction (void)
{
  static const char *const texts[] = { "Thank Amara", "شكر أمارا" };
  const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };

  for (guint i = 0; i < 4; i++)
    {
      OnwardLines *lines = show (directions[i / 2]);
      g_autoptr (GskRenderNode) node = NULL;
      graphene_rect_t bounds;
      float middle = (float)gtk_widget_get_width (GTK_WIDGET (lines)) / 2;

      onward_lines_set (lines, 0, ONWARD_TEXT_BODY, texts[i % 2], NULL);
      node = draw (lines);
      gsk_render_node_get_bounds (node, &bounds);
      if (i / 2 == 0)
        g_assert_cmpfloat (bounds.origin.x + bounds.size.width / 2, <, middle);
      else
        g_assert_cmpfloat (bounds.origin.x + bounds.size.width / 2, >, middle);
      close_window (lines);
    }
}

static void
test_below (void)
{
  OnwardLines *lines = show (GTK_TEXT_DIR_LTR);
  GtkWidget *button = gtk_button_new_with_label ("Write");
  int before = get_height (lines);

  onward_lines_set_below (lines, button);
  g_assert_cmpint (get_height (lines), >, before);
  gtk_widget_set_visible (button, FALSE);
  g_assert_cmpint (get_height (lines), ==, before);
  close_window (lines);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/lines/long-words-take-two-lines-and-none-take-no-room", test_room);
  g_test_add_func ("/lines/need-the-height-of-one-line-when-nobody-says-how-wide", test_box);
  g_test_add_func ("/lines/are-still-there-when-their-style-changes", test_style);
  g_test_add_func ("/lines/begin-where-reading-begins-in-either-script", test_direction);
  g_test_add_func ("/lines/hold-what-stands-below-them", test_below);
  return g_test_run ();
}
