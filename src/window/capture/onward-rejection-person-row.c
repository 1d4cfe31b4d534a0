/* onward-rejection-person-row.c - somebody who was met: whether it clicked, and how often to keep in touch */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-rejection-person-row.h"

#include "contacts/onward-contact-words.h"
#include "shared/onward-accessible.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _OnwardRejectionPersonRow
{
  OnwardPlainRow parent_instance;

  OnwardRejectionPerson *person; /* of the sheet, which outlives its rows */
  gboolean filling;

  GtkOrientable *box;
  GtkWidget *choices;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *role;
  GtkToggleButton *clicked;
  GtkDropDown *tier;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardRejectionPersonRow, onward_rejection_person_row, ONWARD_TYPE_PLAIN_ROW)

static void
show_tier (OnwardRejectionPersonRow *self)
{
  guint n;
  const OnwardChoice *tiers = onward_contact_words_get_tiers (&n);

  self->filling = TRUE;
  for (guint i = 0; i < n; i++)
    if (g_str_equal (tiers[i].value, self->person->tier))
      gtk_drop_down_set_selected (self->tier, i);
  self->filling = FALSE;
}

static void
update (OnwardRejectionPersonRow *self)
{
  g_autofree char *label = self->person->rapport > 0
                               /* Translators: the user got on with somebody, and how much, 1 to 3 */
                               ? g_strdup_printf (_ ("Clicked %d"), self->person->rapport)
                               : g_strdup (_ ("Clicked"));
  /* Translators: for screen readers: a button that says that the user got on with that person */
  g_autofree char *name = g_strdup_printf (_ ("%s, with %s"), label, self->person->name);

  gtk_button_set_label (GTK_BUTTON (self->clicked), label);
  gtk_toggle_button_set_active (self->clicked, self->person->clicked);
  onward_accessible_set_label (GTK_WIDGET (self->clicked), name);
  show_tier (self);
}

static void
clicked_cb (OnwardRejectionPersonRow *self)
{
  onward_rejection_draft_press_clicked (self->person);
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
tier_changed_cb (OnwardRejectionPersonRow *self)
{
  guint n;
  const OnwardChoice *tiers = onward_contact_words_get_tiers (&n);
  guint selected = gtk_drop_down_get_selected (self->tier);

  if (self->filling || self->person == NULL || selected >= n)
    return;
  onward_rejection_draft_set_tier (self->person, tiers[selected].value);
}

static void
onward_rejection_person_row_class_init (OnwardRejectionPersonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /* Whether it clicked is other than before. */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/capture/onward-rejection-person-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardRejectionPersonRow, box);
  gtk_widget_class_bind_template_child (widget_class, OnwardRejectionPersonRow, choices);
  gtk_widget_class_bind_template_child (widget_class, OnwardRejectionPersonRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, OnwardRejectionPersonRow, name);
  gtk_widget_class_bind_template_child (widget_class, OnwardRejectionPersonRow, role);
  gtk_widget_class_bind_template_child (widget_class, OnwardRejectionPersonRow, clicked);
  gtk_widget_class_bind_template_child (widget_class, OnwardRejectionPersonRow, tier);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, tier_changed_cb);
}

static void
onward_rejection_person_row_init (OnwardRejectionPersonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_tiers (OnwardRejectionPersonRow *self)
{
  guint n;
  const OnwardChoice *tiers = onward_contact_words_get_tiers (&n);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  /* Translators: for screen readers: how often to keep in touch with that person */
  g_autofree char *label = g_strdup_printf (_ ("Keep in touch with %s"), self->person->name);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, onward_contact_words_get_tier (tiers[i].value));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->tier, G_LIST_MODEL (names));
  onward_accessible_set_choice_label (self->tier, label);
}

/**
 * onward_rejection_person_row_new:
 * @person: somebody who was met; outlives the row
 *
 * Returns: (transfer floating): their row
 */
GtkWidget *
onward_rejection_person_row_new (OnwardRejectionPerson *person)
{
  OnwardRejectionPersonRow *self = g_object_new (ONWARD_TYPE_REJECTION_PERSON_ROW, NULL);
  g_autofree char *role = onward_contact_words_get_role (person->role);

  self->person = person;
  adw_avatar_set_text (self->avatar, person->name);
  gtk_label_set_label (self->name, person->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), person->name);
  gtk_label_set_label (self->role, role);
  onward_accessible_set_label (GTK_WIDGET (self), person->name);
  fill_tiers (self);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * onward_rejection_person_row_set_narrow:
 * @self: a row
 * @narrow: whether the choices stand below the name
 */
void
onward_rejection_person_row_set_narrow (OnwardRejectionPersonRow *self, gboolean narrow)
{
  gtk_orientable_set_orientation (self->box, narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_margin_start (self->choices, narrow ? 44 : 0);
}
