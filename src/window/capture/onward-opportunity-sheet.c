/* onward-opportunity-sheet.c - asks for a new opportunity: a company and a title are enough */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-opportunity-sheet.h"

#include "model/onward-company.h"
#include "model/onward-stage.h"
#include "onward-window-sheets.h"
#include "pipeline/onward-company-lists.h"
#include "playbook/onward-wall.h"
#include "shared/onward-date-button.h"
#include "shared/onward-kept-sheet.h"
#include "shared/onward-sheet.h"
#include "store/onward-opportunities.h"

#include <glib/gi18n-lib.h>

#define ONWARD_TYPE_OPPORTUNITY_SHEET (onward_opportunity_sheet_get_type ())
G_DECLARE_FINAL_TYPE (OnwardOpportunitySheet, onward_opportunity_sheet, ONWARD, OPPORTUNITY_SHEET, OnwardSheet)

struct _OnwardOpportunitySheet
{
  OnwardSheet parent_instance;

  OnwardStore *store;
  GPtrArray *stages; /* OnwardStage, as the combo lists them; empty in a new database */
  gint64 sibling_of; /* another role there that it comes from; 0 = none */
  int proposed_day;  /* the day shown while nobody chose another; ONWARD_NO_DAY = none */

  GtkEditable *company;
  GtkEditable *role;
  AdwComboRow *stage;
  OnwardDateButton *applied_on;
  GtkEditable *location;
  GtkEditable *url;
  GtkWidget *cooling_off;
  GtkLabel *cooling_off_heading;
  GtkLabel *cooling_off_text;
};

G_DEFINE_FINAL_TYPE (OnwardOpportunitySheet, onward_opportunity_sheet, ONWARD_TYPE_SHEET)

static char *
get_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
changed_cb (OnwardOpportunitySheet *self)
{
  g_autofree char *company = get_text (self->company);
  g_autofree char *role = get_text (self->role);

  onward_sheet_set_can_save (ONWARD_SHEET (self), *company != '\0' && *role != '\0');
}

/* It may be added all the same. */
static void
warn (OnwardOpportunitySheet *self, const char *company)
{
  gint64 known = onward_companies_find (onward_store_get_connection (self->store), company);
  g_autofree char *why = NULL;
  g_autofree char *until = onward_company_lists_describe_cooling_off (self->store, known, &why);

  gtk_widget_set_visible (self->cooling_off, until != NULL);
  if (until == NULL)
    return;
  gtk_label_set_label (self->cooling_off_heading, until);
  gtk_label_set_label (self->cooling_off_text, why);
  gtk_widget_set_visible (GTK_WIDGET (self->cooling_off_text), *why != '\0');
}

static void
company_changed_cb (OnwardOpportunitySheet *self)
{
  g_autofree char *company = get_text (self->company);

  if (self->store != NULL)
    warn (self, company);
  changed_cb (self);
}

static void
entry_activated_cb (OnwardOpportunitySheet *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sheet.save", NULL);
}

static OnwardNewOpportunity *
build_opportunity (OnwardOpportunitySheet *self)
{
  OnwardNewOpportunity *opportunity = g_new0 (OnwardNewOpportunity, 1);
  guint stage = adw_combo_row_get_selected (self->stage);

  opportunity->company = get_text (self->company);
  opportunity->title = get_text (self->role);
  opportunity->location = get_text (self->location);
  opportunity->url = get_text (self->url);
  opportunity->applied_on = onward_date_button_get_date (self->applied_on);
  opportunity->sibling_of = self->sibling_of;
  if (stage < self->stages->len)
    opportunity->stage = ((OnwardStage *)self->stages->pdata[stage])->record.id;
  return opportunity;
}

static void
onward_opportunity_sheet_save (OnwardSheet *sheet)
{
  OnwardOpportunitySheet *self = ONWARD_OPPORTUNITY_SHEET (sheet);
  OnwardNewOpportunity *opportunity = build_opportunity (self);

  onward_window_run_and_open (sheet, _ ("Add an opportunity"), NULL, onward_opportunities_add, opportunity,
                              (GDestroyNotify)onward_new_opportunity_free, "win.show-opportunity", &opportunity->id);
}

static void
onward_opportunity_sheet_dispose (GObject *object)
{
  g_clear_pointer (&ONWARD_OPPORTUNITY_SHEET (object)->stages, g_ptr_array_unref);
  g_clear_object (&ONWARD_OPPORTUNITY_SHEET (object)->store);
  G_OBJECT_CLASS (onward_opportunity_sheet_parent_class)->dispose (object);
}

static void
onward_opportunity_sheet_class_init (OnwardOpportunitySheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_opportunity_sheet_dispose;
  ONWARD_SHEET_CLASS (klass)->save = onward_opportunity_sheet_save;
  g_type_ensure (ONWARD_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/capture/onward-opportunity-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardOpportunitySheet, company);
  gtk_widget_class_bind_template_child (widget_class, OnwardOpportunitySheet, role);
  gtk_widget_class_bind_template_child (widget_class, OnwardOpportunitySheet, stage);
  gtk_widget_class_bind_template_child (widget_class, OnwardOpportunitySheet, applied_on);
  gtk_widget_class_bind_template_child (widget_class, OnwardOpportunitySheet, location);
  gtk_widget_class_bind_template_child (widget_class, OnwardOpportunitySheet, url);
  gtk_widget_class_bind_template_child (widget_class, OnwardOpportunitySheet, cooling_off);
  gtk_widget_class_bind_template_child (widget_class, OnwardOpportunitySheet, cooling_off_heading);
  gtk_widget_class_bind_template_child (widget_class, OnwardOpportunitySheet, cooling_off_text);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, company_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
onward_opportunity_sheet_init (OnwardOpportunitySheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is put into Applied was applied to today, unless another day is chosen: the sheet shows what it will save. */
static void
stage_changed_cb (OnwardOpportunitySheet *self)
{
  guint selected = adw_combo_row_get_selected (self->stage);
  OnwardStage *stage = selected < self->stages->len ? self->stages->pdata[selected] : NULL;
  gboolean applied = stage != NULL && g_strcmp0 (stage->kind, "applied") == 0;

  if (onward_date_button_get_day (self->applied_on) != self->proposed_day)
    return;
  self->proposed_day = applied ? onward_date_button_get_today (self->applied_on) : ONWARD_NO_DAY;
  onward_date_button_set_day (self->applied_on, self->proposed_day);
}

/* Nothing begins closed. */
static void
fill_stages (OnwardOpportunitySheet *self, OnwardStore *store, gint64 chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->stages = onward_stages_list (store);
  for (guint i = self->stages->len; i > 0; i--)
    if (g_strcmp0 (((OnwardStage *)self->stages->pdata[i - 1])->kind, "closed") == 0)
      g_ptr_array_remove_index (self->stages, i - 1);
  for (guint i = 0; i < self->stages->len; i++)
    {
      OnwardStage *stage = self->stages->pdata[i];

      gtk_string_list_append (names, stage->name != NULL ? stage->name : "");
      if (stage->record.id == chosen)
        selected = i;
    }
  adw_combo_row_set_model (self->stage, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->stage, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->stage), self->stages->len > 0);
}

static OnwardOpportunitySheet *
create (GtkWidget *parent, gint64 stage)
{
  OnwardOpportunitySheet *self = g_object_new (ONWARD_TYPE_OPPORTUNITY_SHEET, NULL);

  self->store = g_object_ref (onward_window_get_store (onward_window_find (parent)));
  fill_stages (self, self->store, stage);
  onward_date_button_set_store (self->applied_on, self->store);
  self->proposed_day = ONWARD_NO_DAY;
  g_signal_connect_swapped (self->stage, "notify::selected", G_CALLBACK (stage_changed_cb), self);
  stage_changed_cb (self);
  changed_cb (self);
  return self;
}

/**
 * onward_opportunity_sheet_present:
 * @parent: a widget of the window
 * @stage: the stage it comes into; 0 = the first
 */
void
onward_opportunity_sheet_present (GtkWidget *parent, gint64 stage)
{
  g_autofree char *key = g_strdup_printf ("opportunity-in-%" G_GINT64_FORMAT, stage);
  OnwardOpportunitySheet *self;

  if (onward_kept_sheet_show (parent, key) != NULL)
    return;
  self = create (parent, stage);
  onward_kept_sheet_watch (ONWARD_SHEET (self), key);
  onward_sheet_present (ONWARD_SHEET (self), parent);
  gtk_widget_grab_focus (GTK_WIDGET (self->company));
}

/**
 * onward_opportunity_sheet_present_at:
 * @parent: a widget of the window
 * @company: the company it is at
 * @sibling_of: another role there that it comes from; 0 = none
 */
void
onward_opportunity_sheet_present_at (GtkWidget *parent, gint64 company, gint64 sibling_of)
{
  g_autofree char *key = g_strdup_printf ("opportunity-at-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, company, sibling_of);
  g_autoptr (OnwardCompany) record = NULL;
  OnwardOpportunitySheet *self;

  if (onward_kept_sheet_show (parent, key) != NULL)
    return;
  self = create (parent, 0);
  record = onward_store_get_record (self->store, ONWARD_TYPE_COMPANY, company);
  self->sibling_of = sibling_of;
  gtk_editable_set_text (self->company, record != NULL && record->name != NULL ? record->name : "");
  onward_kept_sheet_watch (ONWARD_SHEET (self), key);
  onward_sheet_present (ONWARD_SHEET (self), parent);
  gtk_widget_grab_focus (GTK_WIDGET (self->role));
}
