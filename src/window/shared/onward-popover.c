/* onward-popover.c - popovers that are made when somebody opens them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-popover.h"

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not at once: the popover still handles the event that closed it. */
static void
closed_cb (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
}

/**
 * onward_popover_go_when_closed:
 * @popover: one that was made for this once
 *
 * It goes after what was chosen in it has run, and not before what else is connected to its `closed`.
 */
void
onward_popover_go_when_closed (GtkPopover *popover)
{
  g_signal_connect_after (popover, "closed", G_CALLBACK (closed_cb), NULL);
}

/* GTK 4.18 closes a popover at once that has less room, above and below what it points at, than it needs. */
static GtkWidget *
let_scroll (GtkWidget *child)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), child);
  return scroll;
}

/**
 * onward_popover_show:
 * @widget: where it points; a widget that takes away the children it does not know when it is disposed
 * @child: (transfer floating): what it holds; it scrolls where there is too little room
 *
 * Opens a popover, which goes when it is closed.
 *
 * Returns: (transfer none): the popover
 */
GtkPopover *
onward_popover_show (GtkWidget *widget, GtkWidget *child)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), let_scroll (child));
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_widget_set_parent (popover, widget);
  onward_popover_go_when_closed (GTK_POPOVER (popover));
  gtk_popover_popup (GTK_POPOVER (popover));
  return GTK_POPOVER (popover);
}

static void
create_menu_cb (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

/**
 * onward_popover_set_menu:
 * @button: a button
 * @menu: the menu it opens
 *
 * A menu takes longer to build than the rest of a row or of a header, and few are opened; so it is built when it is.
 */
void
onward_popover_set_menu (GtkMenuButton *button, GMenuModel *menu)
{
  gtk_menu_button_set_create_popup_func (button, create_menu_cb, g_object_ref (menu), g_object_unref);
}
