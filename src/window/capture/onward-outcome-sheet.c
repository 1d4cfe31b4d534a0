/* onward-outcome-sheet.c - asks how an opportunity ended, and shows the plan that follows from it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-outcome-sheet.h"

#include "model/onward-company.h"
#include "model/onward-opportunity.h"
#include "onward-acceptance-list.h"
#include "onward-rejection-draft.h"
#include "onward-rejection-person-row.h"
#include "onward-rejection-speakers.h"
#include "onward-rejection-step-row.h"
#include "onward-rejection-words.h"
#include "onward-window-sheets.h"
#include "pipeline/onward-card-words.h"
#include "shared/onward-accessible.h"
#include "shared/onward-date-button.h"
#include "shared/onward-kept-sheet.h"
#include "shared/onward-sheet.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How long the first plan is waited for, in milliseconds, when something else is being written. */
#define MOST_PATIENCE 300

#define ONWARD_TYPE_OUTCOME_SHEET (onward_outcome_sheet_get_type ())
G_DECLARE_FINAL_TYPE (OnwardOutcomeSheet, onward_outcome_sheet, ONWARD, OUTCOME_SHEET, OnwardSheet)

struct _OnwardOutcomeSheet
{
  OnwardSheet parent_instance;

  OnwardRejectionDraft *draft;
  char *company;
  GArray *speakers; /* ids of contacts, after “nobody named” in the list */
  gboolean filling;
  guint asked;       /* previews asked for; only the last one counts */
  GtkWidget *parent; /* until the sheet is shown */
  guint present_source;
  char *key; /* under which it is kept when it is left */

  GtkOrientable *top;
  GtkOrientable *facts;
  GtkLabel *heading;
  GtkLabel *explanation;
  GtkDropDown *kind;
  OnwardDateButton *on;
  GtkDropDown *by;
  GtkCheckButton *still_interested;
  GtkListBox *steps;
  GtkLabel *note;
  GtkWidget *by_box;
  GtkLabel *on_label;
  GtkWidget *others_box;
  OnwardAcceptanceList *others;
  GtkWidget *met;
  GtkListBox *people;
  GtkWidget *cooling_off_row;
  OnwardDateButton *cooling_off;
  GtkEditable *reason;
};

G_DEFINE_FINAL_TYPE (OnwardOutcomeSheet, onward_outcome_sheet, ONWARD_TYPE_SHEET)

/* A look at what would follow, on its way. */
typedef struct
{
  GWeakRef sheet;
  guint number;
  OnwardOutcomePlan *plan;
} Preview;

static void
free_preview (Preview *preview)
{
  g_weak_ref_clear (&preview->sheet);
  onward_outcome_plan_free (preview->plan);
  g_free (preview);
}

static gboolean
run_preview (OnwardWriter *writer, gpointer data, GError **error)
{
  return onward_outcome_plan_preview (writer, ((Preview *)data)->plan, error);
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
show_note (OnwardOutcomeSheet *self, const char *note)
{
  gtk_label_set_label (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
}

static void
show_steps (OnwardOutcomeSheet *self)
{
  OnwardRejectionDraft *draft = self->draft;
  int today = onward_present_get_today (draft->store);

  clear_list (self->steps);
  for (guint i = 0; i < draft->steps->len; i++)
    {
      GtkWidget *row = onward_rejection_step_row_new (draft, draft->steps->pdata[i], today);

      onward_rejection_step_row_set_narrow (ONWARD_REJECTION_STEP_ROW (row),
                                            onward_sheet_get_narrow (ONWARD_SHEET (self)));
      gtk_list_box_append (self->steps, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->steps), draft->steps->len > 0);
  show_note (self, onward_rejection_words_get_note (draft));
}

/* Shown when its first plan is there, so that it is as high as that; later ones scroll. */
static void
present (OnwardOutcomeSheet *self)
{
  g_clear_handle_id (&self->present_source, g_source_remove);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (self->parent == NULL)
    {
      onward_sheet_close (ONWARD_SHEET (self));
      return;
    }
  onward_kept_sheet_watch (ONWARD_SHEET (self), self->key);
  onward_sheet_present (ONWARD_SHEET (self), self->parent);
  g_clear_weak_pointer (&self->parent);
  gtk_widget_grab_focus (GTK_WIDGET (self->kind));
}

static gboolean
present_cb (gpointer data)
{
  OnwardOutcomeSheet *self = data;

  self->present_source = 0;
  present (self);
  return G_SOURCE_REMOVE;
}

static void
preview_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Preview *preview = data;
  g_autoptr (GError) error = NULL;
  gboolean done = onward_store_run_finish (ONWARD_STORE (source), result, &error);
  g_autoptr (OnwardOutcomeSheet) self = g_weak_ref_get (&preview->sheet);

  if (self == NULL || self->draft == NULL || preview->number != self->asked)
    return;
  if (done)
    {
      clear_list (self->steps);
      onward_rejection_draft_take_steps (self->draft, preview->plan);
      show_steps (self);
    }
  else
    show_note (self, error->message);
  present (self);
}

/* The plan as the playbook would make it from what is entered now. */
static void
look_again (OnwardOutcomeSheet *self)
{
  Preview *preview;

  if (self->filling)
    return;
  preview = g_new0 (Preview, 1);
  g_weak_ref_init (&preview->sheet, self);
  preview->number = ++self->asked;
  preview->plan = onward_rejection_draft_build (self->draft);
  onward_store_run_async (self->draft->store, NULL, run_preview, preview, (GDestroyNotify)free_preview, preview_cb,
                          preview);
}

static gboolean
is_accepted (OnwardOutcomeSheet *self)
{
  return g_str_equal (self->draft->kind, "accepted");
}

/* What the sheet says about the kind of outcome. */
static void
update (OnwardOutcomeSheet *self)
{
  const char *kind = self->draft->kind;
  gboolean asks_interest = onward_rejection_draft_asks_interest (self->draft);
  g_autofree char *heading = onward_rejection_words_get_heading (kind, self->company);
  g_autofree char *explanation = onward_rejection_words_get_explanation (self->draft);

  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->explanation, explanation);
  g_object_set (self, "title", onward_rejection_words_get_title (kind), "save-label",
                onward_rejection_words_get_save_label (self->draft), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->still_interested), asks_interest);
  gtk_widget_set_visible (self->cooling_off_row, asks_interest);
  gtk_widget_set_visible (GTK_WIDGET (self->by_box), !is_accepted (self));
  gtk_label_set_label (self->on_label, is_accepted (self) ? _ ("Said yes on") : _ ("Told on"));
  gtk_widget_set_visible (self->others_box, is_accepted (self));
  gtk_widget_set_visible (self->met, self->draft->people->len > 0);
}

static void
kind_changed_cb (OnwardOutcomeSheet *self)
{
  const char *kind = onward_rejection_words_get_kind (gtk_drop_down_get_selected (self->kind));

  if (self->filling || kind == NULL)
    return;
  self->draft->kind = kind;
  update (self);
  look_again (self);
}

static void
on_changed_cb (OnwardOutcomeSheet *self)
{
  self->draft->on = onward_date_button_get_day (self->on);
  look_again (self);
}

static void
by_changed_cb (OnwardOutcomeSheet *self)
{
  guint selected = gtk_drop_down_get_selected (self->by);

  if (self->filling)
    return;
  self->draft->by =
      selected > 0 && selected <= self->speakers->len ? g_array_index (self->speakers, gint64, selected - 1) : 0;
  look_again (self);
}

static void
interest_changed_cb (OnwardOutcomeSheet *self)
{
  if (self->filling)
    return;
  self->draft->still_interested = gtk_check_button_get_active (self->still_interested);
  look_again (self);
}

static void
cooling_off_changed_cb (OnwardOutcomeSheet *self)
{
  onward_rejection_draft_set_cooling_off (self->draft, onward_date_button_get_day (self->cooling_off));
  look_again (self);
}

static void
entry_activated_cb (OnwardOutcomeSheet *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sheet.save", NULL);
}

static void
narrow_changed_cb (OnwardOutcomeSheet *self)
{
  gboolean narrow = onward_sheet_get_narrow (ONWARD_SHEET (self));
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
  GtkListBoxRow *row;

  gtk_orientable_set_orientation (self->top, orientation);
  gtk_orientable_set_orientation (self->facts, orientation);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->steps, i)) != NULL; i++)
    onward_rejection_step_row_set_narrow (ONWARD_REJECTION_STEP_ROW (row), narrow);
  onward_acceptance_list_set_narrow (self->others, narrow);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->people, i)) != NULL; i++)
    onward_rejection_person_row_set_narrow (ONWARD_REJECTION_PERSON_ROW (row), narrow);
}

/* After a yes everyone is told. */
static void
onward_outcome_sheet_save (OnwardSheet *sheet)
{
  OnwardOutcomeSheet *self = ONWARD_OUTCOME_SHEET (sheet);
  OnwardOutcomePlan *plan;
  gboolean accepted = is_accepted (self);

  g_free (self->draft->reason);
  self->draft->reason = g_strdup (gtk_editable_get_text (self->reason));
  plan = onward_rejection_draft_build (self->draft);
  if (accepted)
    onward_acceptance_list_add_to (self->others, plan);
  self->asked++; /* a preview on its way shows nothing any more */
  onward_window_run_and_open (sheet, _ ("Set the outcome"), onward_card_words_get_outcome (self->draft->kind),
                              onward_outcome_plan_keep, plan, (GDestroyNotify)onward_outcome_plan_free,
                              accepted ? "win.announce" : NULL, &self->draft->opportunity);
}

static void
onward_outcome_sheet_dispose (GObject *object)
{
  OnwardOutcomeSheet *self = ONWARD_OUTCOME_SHEET (object);

  g_clear_handle_id (&self->present_source, g_source_remove);
  g_clear_weak_pointer (&self->parent);
  if (self->draft != NULL)
    {
      clear_list (self->steps);
      clear_list (self->people);
    }
  g_clear_pointer (&self->draft, onward_rejection_draft_free);
  g_clear_pointer (&self->company, g_free);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->speakers, g_array_unref);
  G_OBJECT_CLASS (onward_outcome_sheet_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, top);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, facts);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, heading);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, explanation);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, kind);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, on);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, by);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, still_interested);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, steps);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, note);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, by_box);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, on_label);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, others_box);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, others);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, met);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, people);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, cooling_off_row);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, cooling_off);
  gtk_widget_class_bind_template_child (widget_class, OnwardOutcomeSheet, reason);
}

static void
onward_outcome_sheet_class_init (OnwardOutcomeSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_outcome_sheet_dispose;
  ONWARD_SHEET_CLASS (klass)->save = onward_outcome_sheet_save;
  g_type_ensure (ONWARD_TYPE_ACCEPTANCE_LIST);
  g_type_ensure (ONWARD_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/capture/onward-outcome-sheet.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, by_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, interest_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cooling_off_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
}

static void
onward_outcome_sheet_init (OnwardOutcomeSheet *self)
{
  self->filling = TRUE;
  self->speakers = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_kinds (OnwardOutcomeSheet *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *kind;
  guint selected = 0;

  for (guint i = 0; (kind = onward_rejection_words_get_kind (i)) != NULL; i++)
    {
      gtk_string_list_append (names, onward_card_words_get_outcome (kind));
      if (g_str_equal (kind, self->draft->kind))
        selected = i;
    }
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->kind, selected);
  onward_accessible_set_choice_label (self->kind, _ ("How it ended"));
}

static void
fill_people (OnwardOutcomeSheet *self)
{
  for (guint i = 0; i < self->draft->people->len; i++)
    {
      GtkWidget *row = onward_rejection_person_row_new (self->draft->people->pdata[i]);

      g_signal_connect_swapped (row, "changed", G_CALLBACK (look_again), self);
      gtk_list_box_append (self->people, row);
    }
}

static void
fill_names (OnwardOutcomeSheet *self, OnwardOpportunity *opportunity)
{
  g_autoptr (OnwardCompany) company =
      onward_store_get_record (self->draft->store, ONWARD_TYPE_COMPANY, opportunity->company);
  g_autofree char *subtitle = NULL;

  self->company = g_strdup (company != NULL && company->name != NULL ? company->name : _ ("The company"));
  subtitle = opportunity->title != NULL ? g_strdup_printf ("%s, %s", self->company, opportunity->title)
                                        : g_strdup (self->company);
  g_object_set (self, "subtitle", subtitle, NULL);
}

static void
fill (OnwardOutcomeSheet *self, OnwardOpportunity *opportunity)
{
  OnwardRejectionDraft *draft = self->draft;

  fill_names (self, opportunity);
  fill_kinds (self);
  g_clear_pointer (&self->speakers, g_array_unref);
  self->speakers = onward_rejection_speakers_fill (self->by, draft);
  onward_date_button_set_store (self->on, draft->store);
  onward_date_button_set_day (self->on, draft->on);
  onward_date_button_set_store (self->cooling_off, draft->store);
  onward_date_button_set_day (self->cooling_off, draft->cooling_off);
  gtk_editable_set_text (self->reason, draft->reason);
  gtk_check_button_set_active (self->still_interested, draft->still_interested);
  fill_people (self);
  onward_acceptance_list_fill (self->others, draft->store, draft->opportunity);
  update (self);
  show_note (self, "");
  self->filling = FALSE;
}

/**
 * onward_outcome_sheet_present:
 * @parent: a widget of the window
 * @opportunity: what ended
 * @kind: (nullable): how, as of exchange.md; NULL = as it is stored, else what is likely
 */
void
onward_outcome_sheet_present (GtkWidget *parent, gint64 opportunity, const char *kind)
{
  OnwardStore *store = onward_window_get_store (onward_window_find (parent));
  g_autoptr (OnwardOpportunity) record = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, opportunity);
  g_autofree char *key = g_strdup_printf ("outcome-%" G_GINT64_FORMAT "-%s", opportunity, kind != NULL ? kind : "");
  OnwardOutcomeSheet *self;

  if (record == NULL || onward_kept_sheet_show (parent, key) != NULL)
    return;
  self = g_object_new (ONWARD_TYPE_OUTCOME_SHEET, NULL);
  self->key = g_steal_pointer (&key);
  self->draft = onward_rejection_draft_load (store, opportunity);
  if (kind != NULL)
    self->draft->kind = g_intern_string (kind);
  fill (self, record);
  g_set_weak_pointer (&self->parent, parent);
  self->present_source = g_timeout_add (MOST_PATIENCE, present_cb, self);
  look_again (self);
}
