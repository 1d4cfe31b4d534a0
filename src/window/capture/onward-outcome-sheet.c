/* onward-outcome-sheet.c - asks how an opportunity ended */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-outcome-sheet.h"

#include "model/onward-company.h"
#include "model/onward-opportunity.h"
#include "onward-window.h"
#include "pipeline/onward-card-words.h"
#include "playbook/onward-zone.h"
#include "shared/onward-date-button.h"
#include "shared/onward-sheet.h"
#include "store/onward-opportunities.h"
#include "store/onward-opportunity-people.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ONWARD_TYPE_OUTCOME_SHEET (onward_outcome_sheet_get_type ())
G_DECLARE_FINAL_TYPE (OnwardOutcomeSheet, onward_outcome_sheet, ONWARD, OUTCOME_SHEET, OnwardSheet)

/* The outcomes of exchange.md, the commonest first; what each says, %s being the company, and what follows from it. */
static const struct
{
  const char *kind;
  const char *heading;
  const char *explanation;
  gboolean asks_interest;
} outcomes[] = {
  { "rejected", N_ ("%s said no this time"),
    N_ ("The people you met there stay with you. What keeps the door open comes up on its day."), TRUE },
  { "no-response", N_ ("%s did not answer"), N_ ("It rests here, and can be taken up again at any time."), FALSE },
  { "withdrawn", N_ ("You withdrew at %s"), N_ ("The people you met there stay with you."), FALSE },
  { "cancelled", N_ ("The role at %s was withdrawn"), N_ ("It was pulled, frozen or changed, and may come back."),
    TRUE },
  { "accepted", N_ ("You said yes to %s"), N_ ("Everything that was still planned about it ends."), FALSE },
  { "declined", N_ ("You said no to %s"), N_ ("The people you met there stay with you."), FALSE },
};

struct _OnwardOutcomeSheet
{
  OnwardSheet parent_instance;

  OnwardOpportunity *opportunity;
  char *company;
  GPtrArray *people; /* OnwardPart, after “nobody named” in the combo */

  GtkLabel *heading;
  GtkLabel *explanation;
  AdwComboRow *kind;
  OnwardDateButton *on;
  AdwComboRow *by;
  GtkEditable *reason;
  GtkCheckButton *still_interested;
  GtkWidget *promise;
};

G_DEFINE_FINAL_TYPE (OnwardOutcomeSheet, onward_outcome_sheet, ONWARD_TYPE_SHEET)

static guint
get_kind (OnwardOutcomeSheet *self)
{
  return MIN (adw_combo_row_get_selected (self->kind), G_N_ELEMENTS (outcomes) - 1);
}

static void
kind_changed_cb (OnwardOutcomeSheet *self)
{
  guint kind = get_kind (self);
  g_auto (GStrv) parts = g_strsplit (_ (outcomes[kind].heading), "%s", 2);
  g_autofree char *heading = g_strjoinv (self->company, parts);

  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->explanation, _ (outcomes[kind].explanation));
  gtk_widget_set_visible (GTK_WIDGET (self->still_interested), outcomes[kind].asks_interest);
  gtk_widget_set_visible (self->promise, outcomes[kind].asks_interest);
}

static void
entry_activated_cb (OnwardOutcomeSheet *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sheet.save", NULL);
}

static void
onward_outcome_sheet_save (OnwardSheet *sheet)
{
  OnwardOutcomeSheet *self = ONWARD_OUTCOME_SHEET (sheet);
  OnwardWindow *window = onward_window_find (GTK_WIDGET (self));
  OnwardOutcomeChange *change = g_new0 (OnwardOutcomeChange, 1);
  guint kind = get_kind (self);
  guint by = adw_combo_row_get_selected (self->by);

  change->opportunity = self->opportunity->record.id;
  change->kind = g_strdup (outcomes[kind].kind);
  change->on = onward_date_button_get_date (self->on);
  if (by > 0 && by <= self->people->len)
    change->by = ((OnwardPart *)self->people->pdata[by - 1])->contact;
  change->reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  change->still_interested = outcomes[kind].asks_interest ? gtk_check_button_get_active (self->still_interested) : -1;
  onward_window_run_with_toast (GTK_WIDGET (window), _ ("Set the outcome"),
                                onward_card_words_get_outcome (change->kind), onward_opportunities_set_outcome, change,
                                (GDestroyNotify)onward_outcome_change_free);
  onward_sheet_close (sheet);
}

static void
onward_outcome_sheet_dispose (GObject *object)
{
  OnwardOutcomeSheet *self = ONWARD_OUTCOME_SHEET (object);

  g_clear_object (&self->opportunity);
  g_clear_pointer (&self->company, g_free);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  G_OBJECT_CLASS (onward_outcome_sheet_parent_class)->dispose (object);
}

static void
onward_outcome_sheet_class_init (OnwardOutcomeSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_outcome_sheet_dispose;
  ONWARD_SHEET_CLASS (klass)->save = onward_outcome_sheet_save;
  g_type_ensure (ONWARD_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/capture/onward-outcome-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, heading);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, explanation);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, kind);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, on);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, by);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, reason);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, still_interested);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, promise);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
onward_outcome_sheet_init (OnwardOutcomeSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_kinds (OnwardOutcomeSheet *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      gtk_string_list_append (names, onward_card_words_get_outcome (outcomes[i].kind));
      if (g_strcmp0 (outcomes[i].kind, self->opportunity->outcome_kind) == 0)
        selected = i;
    }
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->kind, selected);
}

/* Whoever tells is among the people of the opportunity; proposed is who told before, else a recruiter. */
static void
fill_people (OnwardOutcomeSheet *self, OnwardStore *store)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _ ("Nobody named"));
  self->people = onward_opportunities_list_people (store, self->opportunity->record.id);
  for (guint i = 0; i < self->people->len; i++)
    {
      OnwardPart *part = self->people->pdata[i];

      gtk_string_list_append (names, part->name != NULL ? part->name : "");
      if (self->opportunity->outcome_by == part->contact)
        selected = i + 1;
      else if (selected == 0 && self->opportunity->outcome_by == 0 && g_strcmp0 (part->role, "recruiter") == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->by, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->by, selected);
}

static void
fill (OnwardOutcomeSheet *self, OnwardStore *store)
{
  OnwardNow now = onward_store_get_now (store);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (now.zone);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (OnwardCompany) company = onward_store_get_record (store, ONWARD_TYPE_COMPANY, self->opportunity->company);
  int day = onward_zone_day (zone != NULL ? zone : utc, now.unix_time);
  g_autofree char *subtitle = NULL;

  self->company = g_strdup (company != NULL && company->name != NULL ? company->name : _ ("The company"));
  subtitle = self->opportunity->title != NULL ? g_strdup_printf ("%s, %s", self->company, self->opportunity->title)
                                              : g_strdup (self->company);
  g_object_set (self, "subtitle", subtitle, NULL);
  fill_kinds (self);
  fill_people (self, store);
  onward_day_parse (self->opportunity->outcome_on, &day);
  onward_date_button_set_store (self->on, store);
  onward_date_button_set_day (self->on, day);
  gtk_editable_set_text (self->reason,
                         self->opportunity->outcome_reason != NULL ? self->opportunity->outcome_reason : "");
  gtk_check_button_set_active (self->still_interested, company == NULL || company->still_interested);
  kind_changed_cb (self);
}

/**
 * onward_outcome_sheet_present:
 * @parent: a widget of the window
 * @opportunity: what ended
 */
void
onward_outcome_sheet_present (GtkWidget *parent, gint64 opportunity)
{
  OnwardStore *store = onward_window_get_store (onward_window_find (parent));
  g_autoptr (OnwardOpportunity) record = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, opportunity);
  OnwardOutcomeSheet *self;

  if (record == NULL)
    return;
  self = g_object_new (ONWARD_TYPE_OUTCOME_SHEET, NULL);
  self->opportunity = g_object_ref (record);
  fill (self, store);
  onward_sheet_present (ONWARD_SHEET (self), parent);
  gtk_widget_grab_focus (GTK_WIDGET (self->kind));
}
