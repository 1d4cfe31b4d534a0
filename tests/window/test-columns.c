/* test-columns.c - a page has two columns where there is room for its text, else one, in either direction */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shared/onward-beside.h"
#include "shared/onward-columns.h"

#include <graphene.h>

#define LIMIT (10 * G_USEC_PER_SEC)

static const char page[] = "<interface><object class='OnwardColumns' id='page'>"
                           "<child><object class='GtkButton' id='head'/></child>"
                           "<child type='main'><object class='GtkButton' id='main'/></child>"
                           "<child type='last'><object class='GtkButton' id='last'/></child>"
                           "<child type='aside'><object class='GtkButton' id='aside'/></child></object></interface>";

static const char beside[] = "<interface><object class='OnwardBeside' id='page'><property name='room'>200</property>"
                             "<property name='spacing'>10</property><property name='below-spacing'>6</property>"
                             "<child type='lead'><object class='GtkButton' id='lead'>"
                             "<property name='width-request'>50</property></object></child>"
                             "<child><object class='GtkLabel' id='start'><property name='wrap'>true</property>"
                             "<property name='label'>A sentence which is as long as the title of a role that has two "
                             "names in it</property></object></child>"
                             "<child type='end'><object class='GtkButton' id='end'>"
                             "<property name='width-request'>150</property></object></child></object></interface>";

typedef struct
{
  GtkWidget *window;
  GtkBuilder *builder;
  GtkWidget *page;
} Shown;

static void
set_text_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int)(96 * 1024 * scale), NULL);
}

static GtkWidget *
get (Shown *shown, const char *name)
{
  return GTK_WIDGET (gtk_builder_get_object (shown->builder, name));
}

static graphene_rect_t
find (Shown *shown, const char *name)
{
  graphene_rect_t rect;

  g_assert_true (gtk_widget_compute_bounds (get (shown, name), shown->page, &rect));
  return rect;
}

static void
show (Shown *shown, const char *ui, GtkTextDirection direction)
{
  g_type_ensure (ONWARD_TYPE_COLUMNS);
  g_type_ensure (ONWARD_TYPE_BESIDE);
  set_text_scale (1);
  gtk_widget_set_default_direction (direction);
  shown->builder = gtk_builder_new_from_string (ui, -1);
  shown->page = get (shown, "page");
  shown->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (shown->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (shown->window), shown->page);
}

static void
clear (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
  g_object_unref (shown->builder);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  set_text_scale (1);
}

static void
resize (Shown *shown, int width)
{
  gint64 end = g_get_monotonic_time () + LIMIT;

  gtk_window_set_default_size (GTK_WINDOW (shown->window), width, 600);
  gtk_window_present (GTK_WINDOW (shown->window));
  while (gtk_widget_get_width (shown->page) != width && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (gtk_widget_get_width (shown->page), ==, width);
}

/* A change of the text's size comes with the next frame. */
static void
wait_for_width (Shown *shown, const char *name, int width)
{
  gint64 end = g_get_monotonic_time () + LIMIT;

  while ((int)find (shown, name).size.width != width && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpfloat (find (shown, name).size.width, ==, width);
}

static void
test_two_columns (void)
{
  Shown shown;

  show (&shown, page, GTK_TEXT_DIR_LTR);
  resize (&shown, 1000);
  g_assert_cmpfloat (find (&shown, "head").size.width, ==, 1000 - 2 * 24);
  g_assert_cmpfloat (find (&shown, "aside").size.width, ==, 340);
  g_assert_cmpfloat (find (&shown, "aside").origin.x, ==, 1000 - 24 - 340);
  g_assert_cmpfloat (find (&shown, "aside").origin.y, ==, find (&shown, "main").origin.y);
  g_assert_cmpfloat (find (&shown, "main").size.width, ==, 1000 - 3 * 24 - 340);
  g_assert_cmpfloat (find (&shown, "last").origin.x, ==, find (&shown, "main").origin.x);
  resize (&shown, 1200);
  g_assert_cmpfloat (find (&shown, "head").size.width, ==, 1080 - 2 * 24);
  g_assert_cmpfloat (find (&shown, "head").origin.x, ==, (1200 - 1080) / 2 + 24);
  clear (&shown);
}

static void
test_one_column (void)
{
  static const char *const order[] = { "head", "main", "aside", "last" };
  Shown shown;

  show (&shown, page, GTK_TEXT_DIR_LTR);
  resize (&shown, 800);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_assert_cmpfloat (find (&shown, order[i]).size.width, ==, 800 - 2 * 12);
      g_assert_true (i == 0 || find (&shown, order[i]).origin.y > find (&shown, order[i - 1]).origin.y);
    }
  clear (&shown);
}

static void
test_large_text (void)
{
  Shown shown;

  show (&shown, page, GTK_TEXT_DIR_LTR);
  resize (&shown, 1000);
  g_assert_cmpfloat (find (&shown, "aside").size.width, ==, 340);
  set_text_scale (2);
  wait_for_width (&shown, "aside", 1000 - 2 * 12);
  set_text_scale (1.0625);
  wait_for_width (&shown, "aside", 361);
  g_assert_cmpfloat (find (&shown, "head").size.width, ==, 1000 - 2 * 24);
  clear (&shown);
}

static void
test_right_to_left (void)
{
  Shown shown;

  show (&shown, page, GTK_TEXT_DIR_RTL);
  resize (&shown, 1000);
  g_assert_cmpfloat (find (&shown, "aside").origin.x, ==, 24);
  g_assert_cmpfloat (find (&shown, "main").origin.x, ==, 24 + 340 + 24);
  clear (&shown);
}

static void
test_tab (void)
{
  static const char *const two[] = { "head", "main", "last", "aside" };
  static const char *const one[] = { "head", "main", "aside", "last" };
  Shown shown;

  show (&shown, page, GTK_TEXT_DIR_LTR);
  for (int width = 1000; width >= 800; width -= 200)
    {
      resize (&shown, width);
      gtk_window_set_focus (GTK_WINDOW (shown.window), NULL);
      for (guint i = 0; i < G_N_ELEMENTS (two); i++)
        {
          gtk_widget_child_focus (shown.window, GTK_DIR_TAB_FORWARD);
          g_assert_true (gtk_window_get_focus (GTK_WINDOW (shown.window))
                         == get (&shown, width == 1000 ? two[i] : one[i]));
        }
      gtk_widget_child_focus (shown.window, GTK_DIR_TAB_BACKWARD);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (shown.window)) == get (&shown, width == 1000 ? two[2] : one[2]));
    }
  clear (&shown);
}

static void
test_beside (void)
{
  Shown shown;

  show (&shown, beside, GTK_TEXT_DIR_LTR);
  resize (&shown, 500);
  g_assert_true (gtk_widget_get_child_visible (get (&shown, "lead")));
  g_assert_cmpfloat (find (&shown, "start").origin.x, ==, 60);
  g_assert_cmpfloat (find (&shown, "start").size.width, ==, 500 - 60 - 160);
  g_assert_cmpfloat (find (&shown, "end").origin.x, ==, 350);
  resize (&shown, 400);
  g_assert_false (gtk_widget_get_child_visible (get (&shown, "lead")));
  g_assert_cmpfloat (find (&shown, "start").size.width, ==, 400);
  g_assert_cmpfloat (find (&shown, "end").size.width, ==, 400);
  g_assert_cmpfloat (find (&shown, "end").origin.y, ==, find (&shown, "start").size.height + 6);
  clear (&shown);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/columns/what-belongs-to-a-page-stands-beside-it", test_two_columns);
  g_test_add_func ("/columns/in-a-narrow-window-the-timeline-comes-last", test_one_column);
  g_test_add_func ("/columns/large-text-needs-a-wider-column-or-has-one-column", test_large_text);
  g_test_add_func ("/columns/right-to-left-the-aside-is-on-the-left", test_right_to_left);
  g_test_add_func ("/columns/tab-goes-down-one-column-and-then-the-other", test_tab);
  g_test_add_func ("/columns/buttons-go-below-a-title-which-has-no-room", test_beside);
  return g_test_run ();
}
