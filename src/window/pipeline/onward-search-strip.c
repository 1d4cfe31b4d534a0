/* onward-search-strip.c - above the pipeline: which search it shows, when there are several */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-search-strip.h"

#include "onward-search-choice.h"
#include "shared/onward-accessible.h"

#include <glib/gi18n-lib.h>

struct _OnwardSearchStrip
{
  GtkWidget parent_instance;

  OnwardStore *store;
  GtkWidget *box; /* NULL until there are several searches */
  GtkWidget *button;
  GtkWidget *back;
};

G_DEFINE_FINAL_TYPE (OnwardSearchStrip, onward_search_strip, GTK_TYPE_WIDGET)

static void
ensure_box (OnwardSearchStrip *self)
{
  if (self->box != NULL)
    return;
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->button = gtk_menu_button_new ();
  self->back = gtk_button_new_with_label (_ ("Show what goes on"));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "pill-small");
  gtk_widget_add_css_class (self->back, "flat");
  gtk_widget_add_css_class (self->back, "small-text");
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  gtk_widget_set_margin_top (self->box, 6);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->back), "x", ONWARD_SEARCHES_CURRENT);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "win.show-search");
  gtk_box_append (GTK_BOX (self->box), self->button);
  gtk_box_append (GTK_BOX (self->box), self->back);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/* One search needs no choice. */
static void
update (OnwardSearchStrip *self)
{
  g_autoptr (GPtrArray) searches = onward_searches_list (self->store);
  gboolean current;
  g_autofree char *name = onward_search_choice_get_name (self->store, &current);
  /* Translators: for screen readers: a button that shows another search; the name of the one that is shown */
  g_autofree char *label = g_strdup_printf (_ ("Search: %s"), name);
  g_autoptr (GMenuModel) menu = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), searches->len > 1);
  if (searches->len < 2)
    return;
  ensure_box (self);
  menu = onward_search_choice_create_menu (self->store);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), name);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), menu);
  gtk_widget_set_visible (self->back, !current);
  onward_accessible_set_label (self->button, label);
}

static void
changed_cb (OnwardSearchStrip *self, const char *table, GArray *ids)
{
  if (table == NULL || g_str_equal (table, "searches"))
    update (self);
}

static void
onward_search_strip_dispose (GObject *object)
{
  OnwardSearchStrip *self = ONWARD_SEARCH_STRIP (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_search_strip_parent_class)->dispose (object);
}

static void
onward_search_strip_class_init (OnwardSearchStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = onward_search_strip_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
onward_search_strip_init (OnwardSearchStrip *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * onward_search_strip_set_store:
 * @self: the strip
 * @store: the database
 *
 * Once. The pipeline shows what it showed the last time.
 */
void
onward_search_strip_set_store (OnwardSearchStrip *self, OnwardStore *store)
{
  self->store = g_object_ref (store);
  onward_search_choice_apply (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
}
