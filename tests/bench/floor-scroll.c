/* floor-scroll.c - the least that a list takes to scroll: rows of three labels */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* usage: floor-scroll ROWS */

#include "scroll.h"

#include <adwaita.h>
#include <stdlib.h>

static int n_rows;
static GtkWidget *list;

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (names), gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (names), gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (row), names);
  gtk_box_append (GTK_BOX (row), gtk_label_new (NULL));
  gtk_widget_set_margin_top (row, 10);
  gtk_widget_set_margin_bottom (row, 10);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *names = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  guint position = gtk_list_item_get_position (item);
  g_autofree char *headline = g_strdup_printf ("Platform lead, Helix Robotics %u", position * 7 % 5000);
  g_autofree char *when = g_strdup_printf ("%u days ago", position % 900);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (names)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (names)), headline);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (names)), when);
}

static GListModel *
create_names (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (int i = 0; i < n_rows; i++)
    gtk_string_list_take (names, g_strdup_printf ("Amara Okafor %d", i));
  return G_LIST_MODEL (names);
}

static gboolean
begin_cb (gpointer window)
{
  bench_scroll_run (window, list);
  return G_SOURCE_REMOVE;
}

static void
activate_cb (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (create_names ())), factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), list);
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroll);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  g_timeout_add (onward_frames_get_quiet (), begin_cb, window);
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = adw_application_new (ONWARD_APP_ID ".Floor", G_APPLICATION_NON_UNIQUE);

  if (argc != 2 || (n_rows = atoi (argv[1])) < 1)
    {
      g_printerr ("usage: floor-scroll ROWS\n");
      return 2;
    }
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
