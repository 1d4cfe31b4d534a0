/* onward-acceptance-row.c - another open opportunity after a yes: leave it open, or withdraw and say so */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-acceptance-row.h"

#include "model/onward-company.h"
#include "model/onward-contact.h"
#include "model/onward-opportunity.h"
#include "model/onward-stage.h"
#include "shared/onward-accessible.h"
#include "shared/onward-date-button.h"
#include "store/onward-opportunity-people.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>

enum
{
  LEAVE_OPEN,
  WITHDRAW,
};

struct _OnwardAcceptanceRow
{
  OnwardPlainRow parent_instance;

  gint64 opportunity;
  gint64 speaker; /* who is told */
  char *told;     /* what they are called, else the company */
  char *company;

  GtkOrientable *box;
  GtkLabel *name;
  GtkLabel *line;
  GtkDropDown *choice;
  GtkWidget *telling;
  OnwardDateButton *tell_on;
};

G_DEFINE_FINAL_TYPE (OnwardAcceptanceRow, onward_acceptance_row, ONWARD_TYPE_PLAIN_ROW)

static gboolean
withdraws (OnwardAcceptanceRow *self)
{
  return gtk_drop_down_get_selected (self->choice) == WITHDRAW;
}

static void
choice_changed_cb (OnwardAcceptanceRow *self)
{
  gtk_widget_set_visible (self->telling, withdraws (self));
}

static void
onward_acceptance_row_finalize (GObject *object)
{
  OnwardAcceptanceRow *self = ONWARD_ACCEPTANCE_ROW (object);

  g_free (self->told);
  g_free (self->company);
  G_OBJECT_CLASS (onward_acceptance_row_parent_class)->finalize (object);
}

static void
onward_acceptance_row_class_init (OnwardAcceptanceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = onward_acceptance_row_finalize;
  g_type_ensure (ONWARD_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/capture/onward-acceptance-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardAcceptanceRow, box);
  gtk_widget_class_bind_template_child (widget_class, OnwardAcceptanceRow, name);
  gtk_widget_class_bind_template_child (widget_class, OnwardAcceptanceRow, line);
  gtk_widget_class_bind_template_child (widget_class, OnwardAcceptanceRow, choice);
  gtk_widget_class_bind_template_child (widget_class, OnwardAcceptanceRow, telling);
  gtk_widget_class_bind_template_child (widget_class, OnwardAcceptanceRow, tell_on);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
onward_acceptance_row_init (OnwardAcceptanceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static guint
get_rank (const char *role)
{
  return g_strcmp0 (role, "recruiter") == 0 ? 0 : g_strcmp0 (role, "hiring-manager") == 0 ? 1 : 2;
}

/* A recruiter is told, else a hiring manager, else whoever is known there. */
static void
choose_speaker (OnwardAcceptanceRow *self, OnwardStore *store)
{
  g_autoptr (GPtrArray) people = onward_opportunities_list_people (store, self->opportunity);
  guint best = G_MAXUINT;

  for (guint i = 0; i < people->len; i++)
    {
      OnwardPart *part = people->pdata[i];
      g_autoptr (OnwardContact) contact = onward_store_get_record (store, ONWARD_TYPE_CONTACT, part->contact);

      if (contact == NULL || contact->do_not_contact || part->role == NULL || get_rank (part->role) >= best)
        continue;
      best = get_rank (part->role);
      self->speaker = part->contact;
      g_free (self->told);
      self->told = g_strdup (part->name);
    }
  if (self->told == NULL)
    self->told = g_strdup (self->company);
}

static void
fill_choices (OnwardAcceptanceRow *self, const char *title)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  /* Translators: for screen readers: what happens to that opportunity; %s is its company and title */
  g_autofree char *label = g_strdup_printf (_ ("What happens to %s"), title);

  gtk_string_list_append (names, _ ("Leave open"));
  gtk_string_list_append (names, _ ("Withdraw"));
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (names));
  onward_accessible_set_choice_label (self->choice, label);
}

static void
fill (OnwardAcceptanceRow *self, OnwardStore *store, OnwardOpportunity *opportunity)
{
  g_autoptr (OnwardCompany) company = onward_store_get_record (store, ONWARD_TYPE_COMPANY, opportunity->company);
  g_autoptr (OnwardStage) stage = onward_store_get_record (store, ONWARD_TYPE_STAGE, opportunity->stage);
  const char *title = opportunity->title != NULL ? opportunity->title : "";
  g_autofree char *name = NULL;
  g_autofree char *line = NULL;

  self->company = g_strdup (company != NULL && company->name != NULL ? company->name : _ ("The company"));
  choose_speaker (self, store);
  name = *title != '\0' ? g_strdup_printf ("%s, %s", self->company, title) : g_strdup (self->company);
  line = stage != NULL && stage->name != NULL ? g_strdup_printf ("%s · %s", title, stage->name) : g_strdup (title);
  gtk_label_set_label (self->name, self->company);
  gtk_label_set_label (self->line, line);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  fill_choices (self, name);
  onward_accessible_set_label (GTK_WIDGET (self), name);
  g_object_set (self->tell_on, "title", _ ("Tell them on"), NULL);
  onward_date_button_set_store (self->tell_on, store);
  onward_date_button_set_day (self->tell_on, onward_present_get_today (store) + 1);
  choice_changed_cb (self);
}

/**
 * onward_acceptance_row_new:
 * @store: the store
 * @opportunity: another open one
 *
 * Returns: (transfer floating) (nullable): its row; NULL when it is gone
 */
GtkWidget *
onward_acceptance_row_new (OnwardStore *store, gint64 opportunity)
{
  g_autoptr (OnwardOpportunity) record = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, opportunity);
  OnwardAcceptanceRow *self;

  if (record == NULL)
    return NULL;
  self = g_object_new (ONWARD_TYPE_ACCEPTANCE_ROW, NULL);
  self->opportunity = opportunity;
  fill (self, store, record);
  return GTK_WIDGET (self);
}

/**
 * onward_acceptance_row_add_to:
 * @self: a row
 * @plan: of the accepted one; takes what is chosen here
 */
void
onward_acceptance_row_add_to (OnwardAcceptanceRow *self, OnwardOutcomePlan *plan)
{
  /* Translators: %1$s is a person or a company, %2$s the company */
  g_autofree char *title = g_strdup_printf (_ ("Tell %1$s that you withdraw at %2$s"), self->told, self->company);

  if (withdraws (self))
    onward_outcome_plan_add_other (plan, self->opportunity, onward_date_button_get_day (self->tell_on), self->speaker,
                                   title);
}

/**
 * onward_acceptance_row_set_narrow:
 * @self: a row
 * @narrow: whether the choices stand below the name
 */
void
onward_acceptance_row_set_narrow (OnwardAcceptanceRow *self, gboolean narrow)
{
  gtk_orientable_set_orientation (self->box, narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}
