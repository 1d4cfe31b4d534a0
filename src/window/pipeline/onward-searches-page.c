/* onward-searches-page.c - all searches: what goes on, and what was */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-searches-page.h"

#include "model/onward-search.h"
#include "onward-fact-list.h"
#include "onward-window.h"
#include "shared/onward-accessible.h"
#include "store/onward-searches.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _OnwardSearchesPage
{
  GtkWidget parent_instance;

  OnwardStore *store;
  guint update_source;

  GtkBox *searches;
};

G_DEFINE_FINAL_TYPE (OnwardSearchesPage, onward_searches_page, GTK_TYPE_WIDGET)

static const OnwardFact facts[] = {
  { "name", N_ ("Name"), ONWARD_FACT_TEXT },
  { "started_on", N_ ("First day"), ONWARD_FACT_DAY },
  { "ended_on", N_ ("Last day"), ONWARD_FACT_DAY },
  { "opportunities", N_ ("Opportunities"), ONWARD_FACT_SEEN },
};

static void
edited_cb (OnwardFactRow *row, const char *text, GtkListBox *list)
{
  gint64 *search = g_object_get_data (G_OBJECT (list), "onward-search");

  onward_window_run (GTK_WIDGET (row), _ ("Edit a fact"), onward_searches_edit,
                     onward_search_edit_new (*search, onward_fact_row_get_field (row), text),
                     (GDestroyNotify)onward_search_edit_free);
}

static char *
describe_number (OnwardSearchSummary *summary)
{
  g_autofree char *all = g_strdup_printf (ngettext ("%u opportunity", "%u opportunities", summary->n_opportunities),
                                          summary->n_opportunities);

  if (summary->n_open == 0)
    return g_steal_pointer (&all);
  /* Translators: "12 opportunities, 3 open" */
  return g_strdup_printf (_ ("%s, %u open"), all, summary->n_open);
}

static void
add_button (GtkBox *box, const char *words, const char *action, OnwardSearchSummary *summary)
{
  GtkWidget *button = gtk_button_new_with_label (words);
  g_autofree char *label = g_strdup_printf ("%s: %s", words, summary->name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-text");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", summary->search);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  onward_accessible_set_label (button, label);
  gtk_box_append (box, button);
}

static GtkWidget *
create_head (OnwardSearchSummary *summary)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (summary->name);
  GtkWidget *state = gtk_label_new (summary->over ? _ ("is over") : _ ("goes on"));

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (name, "heading");
  gtk_widget_add_css_class (state, "caption");
  gtk_widget_add_css_class (state, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (state), 0);
  gtk_widget_set_hexpand (state, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), state);
  add_button (GTK_BOX (box), _ ("Show"), "win.show-search", summary);
  if (!summary->over)
    add_button (GTK_BOX (box), _ ("End…"), "win.end-search", summary);
  else
    add_button (GTK_BOX (box), _ ("Go on"), "win.resume-search", summary);
  if (summary->n_opportunities == 0)
    add_button (GTK_BOX (box), _ ("Remove"), "win.remove-search", summary);
  return box;
}

static void
show_facts (OnwardSearchesPage *self, GtkListBox *list, OnwardSearchSummary *summary)
{
  g_autoptr (OnwardSearch) search = onward_store_get_record (self->store, ONWARD_TYPE_SEARCH, summary->search);
  g_autofree char *number = describe_number (summary);

  onward_accessible_set_label (GTK_WIDGET (list), summary->name);
  for (guint i = 0; search != NULL && i < G_N_ELEMENTS (facts); i++)
    {
      OnwardFactRow *row = ONWARD_FACT_ROW (gtk_list_box_get_row_at_index (list, (int)i));

      if (facts[i].kind == ONWARD_FACT_SEEN)
        onward_fact_row_set (row, number, number);
      else
        onward_fact_list_show (row, facts[i].kind, self->store, search);
    }
}

static GtkWidget *
create_block (OnwardSearchSummary *summary)
{
  GtkWidget *block = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());

  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (list), "boxed-list");
  g_object_set_data_full (G_OBJECT (list), "onward-search", g_memdup2 (&summary->search, sizeof summary->search),
                          g_free);
  onward_fact_list_build (list, facts, G_N_ELEMENTS (facts), G_CALLBACK (edited_cb), list);
  gtk_box_append (GTK_BOX (block), GTK_WIDGET (list));
  return block;
}

static gboolean
is_about (GtkWidget *block, OnwardSearchSummary *summary)
{
  gint64 *search = g_object_get_data (G_OBJECT (gtk_widget_get_last_child (block)), "onward-search");

  return *search == summary->search;
}

/* The facts stay where they are: one of them may be typed in. */
static void
show_block (OnwardSearchesPage *self, GtkWidget *block, OnwardSearchSummary *summary)
{
  GtkWidget *list = gtk_widget_get_last_child (block);
  GtkWidget *head = gtk_widget_get_first_child (block);

  if (head != list)
    gtk_box_remove (GTK_BOX (block), head);
  gtk_box_prepend (GTK_BOX (block), create_head (summary));
  show_facts (self, GTK_LIST_BOX (list), summary);
}

/* This block and all below it; returns NULL. */
static GtkWidget *
remove_from (OnwardSearchesPage *self, GtkWidget *block)
{
  while (block != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (block);

      gtk_box_remove (self->searches, block);
      block = next;
    }
  return NULL;
}

static void
update (OnwardSearchesPage *self)
{
  g_autoptr (GPtrArray) list = onward_searches_list (self->store);
  GtkWidget *block = gtk_widget_get_first_child (GTK_WIDGET (self->searches));

  for (guint i = 0; i < list->len; i++)
    {
      if (block != NULL && !is_about (block, list->pdata[i]))
        block = remove_from (self, block);
      if (block == NULL)
        gtk_box_append (self->searches, create_block (list->pdata[i]));
      show_block (self, block != NULL ? block : gtk_widget_get_last_child (GTK_WIDGET (self->searches)),
                  list->pdata[i]);
      block = block != NULL ? gtk_widget_get_next_sibling (block) : NULL;
    }
  remove_from (self, block);
}

static gboolean
update_cb (gpointer data)
{
  ONWARD_SEARCHES_PAGE (data)->update_source = 0;
  update (data);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (OnwardSearchesPage *self, const char *table, GArray *ids)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
onward_searches_page_dispose (GObject *object)
{
  OnwardSearchesPage *self = ONWARD_SEARCHES_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->update_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_searches_page_parent_class)->dispose (object);
}

static void
onward_searches_page_class_init (OnwardSearchesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_searches_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/pipeline/onward-searches-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardSearchesPage, searches);
}

static void
onward_searches_page_init (OnwardSearchesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * onward_searches_page_new:
 * @store: the database
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
onward_searches_page_new (OnwardStore *store)
{
  OnwardSearchesPage *self = g_object_new (ONWARD_TYPE_SEARCHES_PAGE, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
