/* onward-debrief-person-row.c - somebody who was met: whether it clicked, a hook, a concern */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-debrief-person-row.h"

#include "contacts/onward-contact-words.h"
#include "shared/onward-accessible.h"

#include <glib/gi18n-lib.h>

struct _OnwardDebriefPersonRow
{
  OnwardPlainRow parent_instance;

  OnwardDebriefDraft *draft; /* of the sheet, which outlives its rows */
  OnwardDebriefPerson *person;

  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *role;
  GtkToggleButton *clicked;
  GtkWidget *add;
  GtkMenuButton *which;
  GtkWidget *skip;
  GtkWidget *more;
  GtkBox *fields;
  GtkEntry *hook;
  GtkEntry *concern;
};

enum
{
  CHANGED,
  SKIPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardDebriefPersonRow, onward_debrief_person_row, ONWARD_TYPE_PLAIN_ROW)

static guint
find_position (OnwardDebriefPersonRow *self)
{
  guint position = 0;

  g_ptr_array_find (self->draft->people, self->person, &position);
  return position;
}

/* What is said about them below the name: the role and where the name is from, or what is missing. */
static char *
describe (OnwardDebriefPerson *person)
{
  g_autofree char *role = onward_contact_words_get_role (person->role != NULL ? person->role : "interviewer");

  if (person->unmatched)
    return g_strdup (_ ("Not matched yet"));
  if (!person->attended)
    return g_strdup_printf ("%s · %s", role, _ ("was not there"));
  if (g_strcmp0 (person->name_verified, "invitation") == 0)
    return g_strdup_printf ("%s · %s", role, _ ("on the invitation"));
  if (person->contact == 0)
    return g_strdup_printf ("%s · %s", role, _ ("new contact"));
  return g_steal_pointer (&role);
}

static void
update_clicked (OnwardDebriefPersonRow *self)
{
  g_autofree char *label = self->person->rapport > 0
                               /* Translators: the user got on with somebody, and how much, 1 to 3 */
                               ? g_strdup_printf (_ ("Clicked %d"), self->person->rapport)
                               : g_strdup (_ ("Clicked"));
  /* Translators: for screen readers: a button that says that the user got on with that person */
  g_autofree char *name = g_strdup_printf (_ ("%s, with %s"), label, self->person->name);

  gtk_button_set_label (GTK_BUTTON (self->clicked), label);
  gtk_toggle_button_set_active (self->clicked, self->person->clicked);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->clicked), _ ("Press again for how much"));
  onward_accessible_set_label (GTK_WIDGET (self->clicked), name);
}

static GMenuModel *
create_choices (OnwardDebriefPersonRow *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GPtrArray) namesakes = onward_names_find (self->draft->store, self->person->name, self->draft->company);

  for (guint i = 0; i < namesakes->len; i++)
    {
      OnwardNamesake *namesake = namesakes->pdata[i];
      const char *more = namesake->company != NULL ? namesake->company : namesake->headline;
      g_autofree char *label =
          more != NULL ? g_strdup_printf ("%s · %s", namesake->name, more) : g_strdup (namesake->name);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "debrief.match", "x", namesake->contact);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
show_match (OnwardDebriefPersonRow *self)
{
  gboolean unmatched = self->person->unmatched;
  gboolean there = !unmatched && self->person->attended;
  g_autoptr (GMenuModel) choices = unmatched ? create_choices (self) : NULL;
  gboolean several = choices != NULL && g_menu_model_get_n_items (choices) > 0;

  gtk_menu_button_set_menu_model (self->which, several ? choices : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->which), several);
  gtk_widget_set_visible (self->add, unmatched);
  gtk_widget_set_visible (self->skip, unmatched);
  gtk_widget_set_visible (self->more, !unmatched);
  gtk_widget_set_visible (GTK_WIDGET (self->clicked), there);
  gtk_widget_set_visible (GTK_WIDGET (self->fields), there);
}

static void
update (OnwardDebriefPersonRow *self)
{
  g_autofree char *words = describe (self->person);

  adw_avatar_set_text (self->avatar, self->person->name);
  adw_avatar_set_show_initials (self->avatar, !self->person->unmatched);
  gtk_label_set_label (self->name, self->person->name);
  gtk_label_set_label (self->role, words);
  if (self->person->unmatched)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "unknown");
      gtk_widget_add_css_class (GTK_WIDGET (self->role), "warning");
      gtk_widget_remove_css_class (GTK_WIDGET (self->role), "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "unknown");
      gtk_widget_remove_css_class (GTK_WIDGET (self->role), "warning");
      gtk_widget_add_css_class (GTK_WIDGET (self->role), "dim-label");
    }
  update_clicked (self);
  show_match (self);
}

static void
name_widget (GtkWidget *widget, const char *format, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *label = g_strjoinv (name, parts);

  onward_accessible_set_label (GTK_WIDGET (widget), label);
}

static void
clicked_cb (OnwardDebriefPersonRow *self)
{
  onward_debrief_draft_press_clicked (self->draft, find_position (self));
  update_clicked (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
skip_cb (OnwardDebriefPersonRow *self)
{
  g_signal_emit (self, signals[SKIPPED], 0);
}

static void
hook_changed_cb (OnwardDebriefPersonRow *self)
{
  g_free (self->person->hook);
  self->person->hook = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->hook)));
}

static void
concern_changed_cb (OnwardDebriefPersonRow *self)
{
  g_free (self->person->concern);
  self->person->concern = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->concern)));
}

static void
match_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardDebriefPersonRow *self = ONWARD_DEBRIEF_PERSON_ROW (widget);

  onward_debrief_draft_match_person (self->draft, find_position (self), g_variant_get_int64 (parameter));
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
absent_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardDebriefPersonRow *self = ONWARD_DEBRIEF_PERSON_ROW (widget);

  self->person->attended = !self->person->attended;
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
skip_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  skip_cb (ONWARD_DEBRIEF_PERSON_ROW (widget));
}

static void
onward_debrief_person_row_class_init (OnwardDebriefPersonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  /* Something about them is other than before; they are left out. */
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SKIPPED] = g_signal_new ("skipped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "debrief.match", "x", match_cb);
  gtk_widget_class_install_action (widget_class, "debrief.absent", NULL, absent_cb);
  gtk_widget_class_install_action (widget_class, "debrief.skip", NULL, skip_action_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/capture/onward-debrief-person-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardDebriefPersonRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, OnwardDebriefPersonRow, name);
  gtk_widget_class_bind_template_child (widget_class, OnwardDebriefPersonRow, role);
  gtk_widget_class_bind_template_child (widget_class, OnwardDebriefPersonRow, clicked);
  gtk_widget_class_bind_template_child (widget_class, OnwardDebriefPersonRow, add);
  gtk_widget_class_bind_template_child (widget_class, OnwardDebriefPersonRow, which);
  gtk_widget_class_bind_template_child (widget_class, OnwardDebriefPersonRow, skip);
  gtk_widget_class_bind_template_child (widget_class, OnwardDebriefPersonRow, more);
  gtk_widget_class_bind_template_child (widget_class, OnwardDebriefPersonRow, fields);
  gtk_widget_class_bind_template_child (widget_class, OnwardDebriefPersonRow, hook);
  gtk_widget_class_bind_template_child (widget_class, OnwardDebriefPersonRow, concern);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, hook_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, concern_changed_cb);
}

static void
onward_debrief_person_row_init (OnwardDebriefPersonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * onward_debrief_person_row_new:
 * @draft: the debrief; outlives the row
 * @person: one of its people
 *
 * Returns: (transfer floating): their row
 */
GtkWidget *
onward_debrief_person_row_new (OnwardDebriefDraft *draft, OnwardDebriefPerson *person)
{
  OnwardDebriefPersonRow *self = g_object_new (ONWARD_TYPE_DEBRIEF_PERSON_ROW, NULL);
  g_autofree char *hook = g_strdup (person->hook);
  g_autofree char *concern = g_strdup (person->concern);

  self->draft = draft;
  self->person = person;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add), "x", (gint64)0);
  gtk_editable_set_text (GTK_EDITABLE (self->hook), hook);
  gtk_editable_set_text (GTK_EDITABLE (self->concern), concern);
  update (self);
  name_widget (GTK_WIDGET (self->hook), _ ("Hook of %s"), person->name);
  name_widget (GTK_WIDGET (self->concern), _ ("Concern of %s, and how it went"), person->name);
  name_widget (self->add, _ ("Add %s"), person->name);
  name_widget (self->skip, _ ("Skip %s"), person->name);
  name_widget (self->more, _ ("More about %s"), person->name);
  return GTK_WIDGET (self);
}

/**
 * onward_debrief_person_row_set_narrow:
 * @self: a row
 * @narrow: whether the entries stand below each other
 */
void
onward_debrief_person_row_set_narrow (OnwardDebriefPersonRow *self, gboolean narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->fields),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_margin_start (GTK_WIDGET (self->fields), narrow ? 0 : 44);
}
