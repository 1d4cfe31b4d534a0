/* onward-company-page.c - one company: who and what is known there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-company-page.h"

#include "model/onward-company.h"
#include "onward-company-lists.h"
#include "onward-fact-list.h"
#include "onward-window.h"
#include "shared/onward-accessible.h"
#include "shared/onward-beside.h"
#include "shared/onward-columns.h"
#include "store/onward-company-edits.h"
#include "store/onward-references.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _OnwardCompanyPage
{
  GtkWidget parent_instance;

  OnwardStore *store;
  OnwardCompany *company;
  gboolean filling;
  guint update_source;

  GtkLabel *title;
  GtkLabel *sub;
  GtkActionable *add;
  GtkMenuButton *more;
  GtkBox *notices;
  GtkBox *places;
  GtkWidget *no_places;
  GtkWidget *interviews_block;
  GtkListBox *interviews;
  GtkListBox *people;
  GtkWidget *no_people;
  GtkListBox *facts;
  GtkListBox *texts;
  GtkSwitch *interested;
};

G_DEFINE_FINAL_TYPE (OnwardCompanyPage, onward_company_page, GTK_TYPE_WIDGET)

static const OnwardFact facts[] = {
  { "name", N_ ("Name"), ONWARD_FACT_TEXT },
  { "website", N_ ("Website"), ONWARD_FACT_LINK },
  { "industry", N_ ("Industry"), ONWARD_FACT_TEXT },
  { "tags", N_ ("Tags"), ONWARD_FACT_TEXT },
  { "cooling_off.months", N_ ("Months to wait"), ONWARD_FACT_TEXT },
  { "cooling_off.until", N_ ("Apply again from"), ONWARD_FACT_DAY },
  { "cooling_off.source", N_ ("Where that is from"), ONWARD_FACT_TEXT },
};

static const OnwardFact texts[] = {
  { "notes", N_ ("Notes"), ONWARD_FACT_LONG },
};

static void
edit (OnwardCompanyPage *self, GtkWidget *asker, const char *field, const char *text)
{
  gboolean removed = text == NULL || *text == '\0';

  onward_window_run_full (asker, _ ("Edit a fact"), removed ? _ ("Removed") : NULL, onward_companies_edit,
                          onward_company_edit_new (self->company->record.id, field, text),
                          (GDestroyNotify)onward_company_edit_free, NULL, NULL);
}

static void
edited_cb (OnwardFactRow *row, const char *text, OnwardCompanyPage *self)
{
  edit (self, GTK_WIDGET (row), onward_fact_row_get_field (row), text);
}

static void
interested_cb (OnwardCompanyPage *self)
{
  if (!self->filling)
    edit (self, GTK_WIDGET (self), "still_interested", gtk_switch_get_active (self->interested) ? "true" : "false");
}

static void
show_facts (OnwardCompanyPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    onward_fact_list_show (ONWARD_FACT_ROW (gtk_list_box_get_row_at_index (self->facts, (int)i)), facts[i].kind,
                           self->store, self->company);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    onward_fact_list_show (ONWARD_FACT_ROW (gtk_list_box_get_row_at_index (self->texts, (int)i)), texts[i].kind,
                           self->store, self->company);
  gtk_switch_set_active (self->interested, self->company->still_interested);
}

static void
append_item (GMenu *menu, const char *label, const char *action, gint64 company)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", company);
  g_menu_append_item (menu, item);
}

/* What cannot be removed can be merged. */
static void
show_menu (OnwardCompanyPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  gint64 id = self->company->record.id;

  append_item (menu, _ ("Add _Opportunity…"), "win.new-opportunity-at", id);
  append_item (menu, _ ("_Merge with Another Company…"), "win.merge-company", id);
  if (onward_references_count (onward_store_get_connection (self->store), ONWARD_TYPE_COMPANY, id) == 0)
    append_item (menu, _ ("_Remove"), "win.remove-company", id);
  gtk_menu_button_set_menu_model (self->more, G_MENU_MODEL (menu));
}

static void
show_top (OnwardCompanyPage *self)
{
  g_autofree char *line = NULL;

  if (self->company->industry != NULL && self->company->website != NULL)
    line = g_strdup_printf ("%s · %s", self->company->industry, self->company->website);
  else
    line = g_strdup (self->company->industry != NULL ? self->company->industry : self->company->website);
  gtk_label_set_label (self->title, onward_company_page_get_name (self));
  gtk_label_set_label (self->sub, line != NULL ? line : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sub), line != NULL);
  show_menu (self);
}

static void
update (OnwardCompanyPage *self)
{
  gint64 id = self->company->record.id;
  OnwardWindow *window = onward_window_find (GTK_WIDGET (self));

  g_clear_handle_id (&self->update_source, g_source_remove);
  self->filling = TRUE;
  show_top (self);
  onward_company_lists_fill_notices (self->notices, self->store, id);
  gtk_widget_set_visible (self->no_places, !onward_company_lists_fill_places (self->places, self->store, id));
  gtk_widget_set_visible (self->interviews_block,
                          onward_company_lists_fill_interviews (self->interviews, self->store, id));
  gtk_widget_set_visible (GTK_WIDGET (self->people), onward_company_lists_fill_people (self->people, self->store, id));
  gtk_widget_set_visible (self->no_people, !gtk_widget_get_visible (GTK_WIDGET (self->people)));
  show_facts (self);
  self->filling = FALSE;
  if (window != NULL)
    onward_window_set_page_title (window, GTK_WIDGET (self), onward_company_page_get_name (self), NULL);
}

static gboolean
update_cb (gpointer data)
{
  OnwardCompanyPage *self = data;

  self->update_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* The tables of one command become one look. Merging, or Undo, may have taken the company away. */
static void
changed_cb (OnwardCompanyPage *self, const char *table, GArray *ids)
{
  OnwardWindow *window = onward_window_find (GTK_WIDGET (self));
  g_autoptr (OnwardCompany) there =
      onward_store_get_record (self->store, ONWARD_TYPE_COMPANY, self->company->record.id);

  if (there == NULL)
    {
      if (window != NULL && onward_window_get_page (window) == GTK_WIDGET (self))
        onward_window_pop_page (window);
      return;
    }
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
onward_company_page_dispose (GObject *object)
{
  OnwardCompanyPage *self = ONWARD_COMPANY_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->update_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->company);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_company_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, OnwardCompanyPage, name)

static void
onward_company_page_class_init (OnwardCompanyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = onward_company_page_dispose;
  g_type_ensure (ONWARD_TYPE_BESIDE);
  g_type_ensure (ONWARD_TYPE_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/pipeline/onward-company-page.ui");
  BIND (title);
  BIND (sub);
  BIND (add);
  BIND (more);
  BIND (notices);
  BIND (places);
  BIND (no_places);
  BIND (interviews_block);
  BIND (interviews);
  BIND (people);
  BIND (no_people);
  BIND (facts);
  BIND (texts);
}

/* A press on the row is one on the switch. */
static void
add_switch (OnwardCompanyPage *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->interested = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->interested), GTK_ALIGN_CENTER);
  onward_accessible_set_label (GTK_WIDGET (self->interested), _ ("Still interested in this company"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Still interested"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->interested));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->interested));
  g_signal_connect_swapped (self->interested, "notify::active", G_CALLBACK (interested_cb), self);
  gtk_list_box_append (self->facts, row);
}

static void
onward_company_page_init (OnwardCompanyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  onward_fact_list_build (self->facts, facts, G_N_ELEMENTS (facts), G_CALLBACK (edited_cb), self);
  onward_fact_list_build (self->texts, texts, G_N_ELEMENTS (texts), G_CALLBACK (edited_cb), self);
  add_switch (self);
}

/**
 * onward_company_page_new:
 * @store: the database
 * @company: a company
 *
 * Returns: (transfer floating) (nullable): its page; NULL when it is gone
 */
GtkWidget *
onward_company_page_new (OnwardStore *store, gint64 company)
{
  OnwardCompany *record = company != 0 ? onward_store_get_record (store, ONWARD_TYPE_COMPANY, company) : NULL;
  OnwardCompanyPage *self;

  if (record == NULL)
    return NULL;
  self = g_object_new (ONWARD_TYPE_COMPANY_PAGE, NULL);
  self->store = g_object_ref (store);
  self->company = record;
  gtk_actionable_set_action_target (self->add, "x", company);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

gint64
onward_company_page_get_id (OnwardCompanyPage *self)
{
  return self->company->record.id;
}

const char *
onward_company_page_get_name (OnwardCompanyPage *self)
{
  return self->company->name != NULL ? self->company->name : _ ("Company not known yet");
}
