/* onward-selection-bar.c - how many opportunities are selected, and what can be done with all of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-selection-bar.h"

#include "onward-card-menu.h"

#include <glib/gi18n-lib.h>

struct _OnwardSelectionBar
{
  GtkWidget parent_instance;

  OnwardStore *store;
  OnwardCardSelection *selection;
  OnwardSelectionListFunc list;
  gpointer data;
  guint least; /* so many are selected before it is shown */

  GtkActionBar *bar;
  GtkLabel *count;
  GtkMenuButton *stages;
  GtkMenuButton *outcomes;
};

G_DEFINE_FINAL_TYPE (OnwardSelectionBar, onward_selection_bar, GTK_TYPE_WIDGET)

static void
update (OnwardSelectionBar *self)
{
  guint n = onward_card_selection_count (self->selection);
  g_autofree char *text = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);

  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self), n >= self->least);
}

static void
clear_cb (OnwardSelectionBar *self)
{
  onward_card_selection_clear (self->selection);
}

/* The menus are about what is selected when they are opened. */
static void
create_menu_cb (GtkMenuButton *button, gpointer data)
{
  OnwardSelectionBar *self = data;
  g_autoptr (GArray) ids = self->list (self->data);
  g_autoptr (GMenuModel) menu = button == self->stages ? onward_card_menu_create_stages_for (self->store, ids)
                                                       : onward_card_menu_create_outcomes (ids);

  gtk_menu_button_set_menu_model (button, menu);
}

static void
onward_selection_bar_dispose (GObject *object)
{
  OnwardSelectionBar *self = ONWARD_SELECTION_BAR (object);

  g_clear_pointer ((GtkWidget **)&self->bar, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_selection_bar_parent_class)->dispose (object);
}

static void
onward_selection_bar_class_init (OnwardSelectionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_selection_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/pipeline/onward-selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardSelectionBar, bar);
  gtk_widget_class_bind_template_child (widget_class, OnwardSelectionBar, count);
  gtk_widget_class_bind_template_child (widget_class, OnwardSelectionBar, stages);
  gtk_widget_class_bind_template_child (widget_class, OnwardSelectionBar, outcomes);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
onward_selection_bar_init (OnwardSelectionBar *self)
{
  self->least = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->stages, create_menu_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->outcomes, create_menu_cb, self, NULL);
}

/**
 * onward_selection_bar_set_up:
 * @self: the bar, hidden until something is selected
 * @store: the database
 * @selection: what is selected
 * @list: tells in which order
 * @data: for @list
 */
void
onward_selection_bar_set_up (OnwardSelectionBar *self, OnwardStore *store, OnwardCardSelection *selection,
                             OnwardSelectionListFunc list, gpointer data)
{
  g_set_object (&self->store, store);
  g_set_object (&self->selection, selection);
  self->list = list;
  self->data = data;
  g_signal_connect_object (selection, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * onward_selection_bar_set_least:
 * @self: the bar
 * @least: so many are selected before it is shown; in a table one row always may be
 */
void
onward_selection_bar_set_least (OnwardSelectionBar *self, guint least)
{
  self->least = least;
  if (self->selection != NULL)
    update (self);
}
