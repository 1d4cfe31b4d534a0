/* onward-window-first-run.c - the first page of all, and what it offers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-window-private.h"

#include "shared/onward-popover.h"
#include "store/onward-start.h"

#include <glib/gi18n-lib.h>

/* Most windows never show it. */
static void
ensure_first_run (OnwardWindow *self)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkMenuButton *menu;

  if (self->first_run != NULL)
    return;
  builder = gtk_builder_new_from_resource (ONWARD_RESOURCE_PATH "/ui/onward-first-run.ui");
  self->first_run = GTK_WIDGET (gtk_builder_get_object (builder, "first_run"));
  menu = GTK_MENU_BUTTON (gtk_builder_get_object (builder, "menu_button"));
  onward_popover_set_menu (menu, self->main_menu);
  gtk_stack_add_child (self->root, self->first_run);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (gtk_builder_get_object (builder, "start_button")));
}

/**
 * onward_window_update_first_run: (skip)
 * @self: the window
 *
 * The first page gives way to the views as soon as there is anything, from whatever side it came.
 */
void
onward_window_update_first_run (OnwardWindow *self)
{
  gboolean empty = !self->sample && onward_start_is_empty (self->store);

  if (empty)
    ensure_first_run (self);
  gtk_stack_set_visible_child (self->root, empty ? self->first_run : self->shell);
}

/* The first search begins with its first opportunity. */
static void
started_cb (gboolean done, gpointer data)
{
  g_autoptr (OnwardWindow) self = data;

  if (!done)
    return;
  onward_window_show_view (self, "pipeline");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.new-opportunity", NULL);
}

static void
start_search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_window_run_full (widget, _ ("Start a search"), NULL, onward_start_search, NULL, NULL, started_cb,
                          g_object_ref (widget));
}

void
onward_window_install_first_run_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.start-search", NULL, start_search_cb);
}
