/* test-width-bin.c - a window becomes narrower than its content, and knows how wide it is at any size of text */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shared/onward-text-scale.h"
#include "shared/onward-width-bin.h"

#include <adwaita.h>

#define LIMIT (10 * G_USEC_PER_SEC)

static void
wait_for_width (OnwardWidthBin *bin, int expected)
{
  gint64 end = g_get_monotonic_time () + LIMIT;

  while (onward_width_bin_get_scaled_width (bin) != expected && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (onward_width_bin_get_scaled_width (bin), ==, expected);
}

static void
set_text_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int)(96 * 1024 * scale), NULL);
}

static void
count_cb (OnwardWidthBin *bin, GParamSpec *pspec, int *count)
{
  (*count)++;
}

static void
test_width (void)
{
  GtkWidget *window = gtk_window_new ();
  OnwardWidthBin *bin = g_object_new (ONWARD_TYPE_WIDTH_BIN, NULL);
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  int told = 0;

  set_text_scale (1);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_widget_set_size_request (child, 900, 100);
  onward_width_bin_set_child (bin, child);
  g_signal_connect (bin, "notify::scaled-width", G_CALLBACK (count_cb), &told);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (bin));
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 300);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_width (bin, 500);
  g_assert_cmpint (gtk_widget_get_width (window), ==, 500);
  g_assert_cmpint (gtk_widget_get_width (child), ==, 900);
  g_assert_cmpint (told, ==, 1);

  set_text_scale (2);
  wait_for_width (bin, 250);
  g_assert_cmpint (told, ==, 2);

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 300);
  wait_for_width (bin, 500);
  g_assert_cmpint (gtk_widget_get_width (child), ==, 1000);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_least_width (void)
{
  OnwardWidthBin *bin = g_object_ref_sink (g_object_new (ONWARD_TYPE_WIDTH_BIN, NULL));
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  int minimum, natural;

  gtk_widget_set_size_request (child, 900, 100);
  onward_width_bin_set_child (bin, child);
  gtk_widget_measure (GTK_WIDGET (bin), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 360);
  g_assert_cmpint (natural, ==, 900);
  g_assert_finalize_object (bin);
}

static void
test_clamp (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  AdwClamp *clamp = ADW_CLAMP (adw_clamp_new ());

  set_text_scale (2);
  adw_clamp_set_maximum_size (clamp, 640);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (clamp));
  onward_text_scale_fit_clamps (box);
  onward_text_scale_fit_clamps (box);
  g_assert_cmpint (adw_clamp_get_maximum_size (clamp), ==, 1280);
  set_text_scale (1);
  g_assert_cmpint (adw_clamp_get_maximum_size (clamp), ==, 640);
  g_object_unref (box);
  set_text_scale (2);
  set_text_scale (1);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/width-bin/a-window-says-its-width-divided-by-the-size-of-text", test_width);
  g_test_add_func ("/width-bin/360-pixels-are-always-enough", test_least_width);
  g_test_add_func ("/text-scale/a clamp is as many letters wide at any size of text", test_clamp);
  return g_test_run ();
}
