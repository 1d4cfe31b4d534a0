/* onward-interview-person-row.c - somebody who is expected at an interview: name, role, and whom the name means */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-interview-person-row.h"

#include "contacts/onward-contact-words.h"
#include "shared/onward-accessible.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _OnwardInterviewPersonRow
{
  OnwardPlainRow parent_instance;

  OnwardInterviewDraft *draft; /* of the sheet, which outlives its rows */
  OnwardDraftPerson *person;

  GtkBox *fields;
  GtkEditable *name;
  GtkDropDown *role;
  GtkWidget *meaning;
  GtkLabel *words;
  GtkMenuButton *which;
  GtkWidget *remove;
};

enum
{
  CHANGED,
  ANOTHER,
  SEVERAL,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardInterviewPersonRow, onward_interview_person_row, ONWARD_TYPE_PLAIN_ROW)

static guint
find_position (OnwardInterviewPersonRow *self)
{
  guint position = 0;

  g_ptr_array_find (self->draft->people, self->person, &position);
  return position;
}

static char *
describe_namesake (OnwardNamesake *namesake)
{
  const char *more = namesake->company != NULL ? namesake->company : namesake->headline;

  return more != NULL ? g_strdup_printf ("%s · %s", namesake->name, more) : g_strdup (namesake->name);
}

static OnwardNamesake *
find_chosen (OnwardDraftPerson *person)
{
  for (guint i = 0; person->namesakes != NULL && i < person->namesakes->len; i++)
    if (((OnwardNamesake *)person->namesakes->pdata[i])->contact == person->contact)
      return person->namesakes->pdata[i];
  return NULL;
}

static char *
describe_match (OnwardDraftPerson *person)
{
  OnwardNamesake *chosen = find_chosen (person);

  switch (person->match)
    {
    case ONWARD_DRAFT_KNOWN:
      if (chosen != NULL && chosen->company != NULL)
        /* Translators: the typed name is somebody who is known, of that company */
        return g_strdup_printf (_ ("Known, %s"), chosen->company);
      return g_strdup (_ ("Known"));
    case ONWARD_DRAFT_NEW:
      return g_strdup (_ ("New contact"));
    case ONWARD_DRAFT_UNCLEAR:
      return g_strdup (_ ("Several people have this name"));
    case ONWARD_DRAFT_UNMATCHED:
      return g_strdup (_ ("Not matched yet"));
    case ONWARD_DRAFT_EMPTY:
    default:
      return NULL;
    }
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardInterviewPersonRow *self = ONWARD_INTERVIEW_PERSON_ROW (widget);

  onward_interview_draft_choose (self->draft, find_position (self), g_variant_get_int64 (parameter));
  g_signal_emit (self, signals[CHANGED], 0);
}

static GMenuModel *
create_choices (OnwardDraftPerson *person)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) new_item = g_menu_item_new (_ ("Somebody new"), NULL);

  for (guint i = 0; person->namesakes != NULL && i < person->namesakes->len; i++)
    {
      OnwardNamesake *namesake = person->namesakes->pdata[i];
      g_autofree char *label = describe_namesake (namesake);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "person.choose", "x", namesake->contact);
      g_menu_append_item (menu, item);
    }
  g_menu_item_set_action_and_target (new_item, "person.choose", "x", (gint64)0);
  g_menu_append_item (menu, new_item);
  return G_MENU_MODEL (menu);
}

static void
update_meaning (OnwardInterviewPersonRow *self)
{
  g_autofree char *words = describe_match (self->person);
  gboolean unclear = self->person->match == ONWARD_DRAFT_UNCLEAR || self->person->match == ONWARD_DRAFT_UNMATCHED;
  gboolean can_choose = self->person->namesakes != NULL && self->person->namesakes->len > 0;
  g_autoptr (GMenuModel) choices = can_choose ? create_choices (self->person) : NULL;
  /* Translators: for screen readers: a button that asks which person of a name is meant */
  g_auto (GStrv) parts = g_strsplit (_ ("Which %s?"), "%s", 2);
  g_autofree char *which = g_strjoinv (self->person->name, parts);

  gtk_label_set_label (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (self->meaning, words != NULL);
  if (unclear)
    gtk_widget_add_css_class (GTK_WIDGET (self->words), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->words), "warning");
  gtk_menu_button_set_menu_model (self->which, choices);
  gtk_widget_set_visible (GTK_WIDGET (self->which), can_choose);
  onward_accessible_set_label (GTK_WIDGET (self->which), which);
}

static void
update_names (OnwardInterviewPersonRow *self)
{
  guint number = find_position (self) + 1;
  g_autofree char *name = g_strdup_printf (_ ("Name of person %u"), number);
  g_autofree char *role = g_strdup_printf (_ ("Role of person %u"), number);
  g_autofree char *remove = g_strdup_printf (_ ("Remove person %u"), number);

  onward_accessible_set_label (GTK_WIDGET (self->name), name);
  onward_accessible_set_choice_label (self->role, role);
  onward_accessible_set_label (GTK_WIDGET (self->remove), remove);
  gtk_widget_set_tooltip_text (self->remove, _ ("Remove"));
}

/* Names that were pasted: a line each, or with commas between them. */
static gboolean
take_several (OnwardInterviewPersonRow *self)
{
  guint position = find_position (self);
  guint n = onward_interview_draft_add_names (self->draft, position, gtk_editable_get_text (self->name));
  g_autofree char *first = onward_draft_person_format (self->person);

  if (n == 0)
    return FALSE;
  gtk_editable_set_text (self->name, first);
  g_signal_emit (self, signals[SEVERAL], 0, n);
  return TRUE;
}

static void
name_changed_cb (OnwardInterviewPersonRow *self)
{
  const char *text = gtk_editable_get_text (self->name);

  /* Only a paste brings line breaks or semicolons; commas wait for Enter. */
  if (strpbrk (text, "\r\n") != NULL && take_several (self))
    return;
  onward_interview_draft_set_name (self->draft, find_position (self), gtk_editable_get_text (self->name));
  update_meaning (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
name_activate_cb (OnwardInterviewPersonRow *self)
{
  if (!take_several (self))
    g_signal_emit (self, signals[ANOTHER], 0);
}

static void
name_left_cb (OnwardInterviewPersonRow *self)
{
  take_several (self);
}

static void
role_changed_cb (OnwardInterviewPersonRow *self)
{
  guint n;
  const OnwardChoice *roles = onward_contact_words_get_roles (&n);
  guint selected = gtk_drop_down_get_selected (self->role);

  if (self->person == NULL || selected >= n)
    return;
  g_free (self->person->role);
  /* A role left out means interviewer, the first of the list. */
  self->person->role = selected > 0 ? g_strdup (roles[selected].value) : NULL;
}

static void
remove_clicked_cb (OnwardInterviewPersonRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static gboolean
onward_interview_person_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ONWARD_INTERVIEW_PERSON_ROW (widget)->name));
}

static void
onward_interview_person_row_class_init (OnwardInterviewPersonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  widget_class->grab_focus = onward_interview_person_row_grab_focus;
  /* The name or the role is another one; Enter asks for another person; so many came after this one; this one goes. */
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ANOTHER] = g_signal_new ("another", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SEVERAL] =
      g_signal_new ("several", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "person.choose", "x", choose_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/capture/onward-interview-person-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewPersonRow, fields);
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewPersonRow, name);
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewPersonRow, role);
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewPersonRow, meaning);
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewPersonRow, words);
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewPersonRow, which);
  gtk_widget_class_bind_template_child (widget_class, OnwardInterviewPersonRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, role_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
onward_interview_person_row_init (OnwardInterviewPersonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_roles (OnwardInterviewPersonRow *self, const char *role)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n;
  const OnwardChoice *roles = onward_contact_words_get_roles (&n);
  guint selected = 0;

  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (names, _ (roles[i].words));
      if (g_strcmp0 (roles[i].value, role) == 0)
        selected = i;
    }
  gtk_drop_down_set_model (self->role, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->role, selected);
}

/**
 * onward_interview_person_row_new:
 * @draft: the interview; outlives the row
 * @person: one of its people
 *
 * Returns: (transfer floating): their row
 */
GtkWidget *
onward_interview_person_row_new (OnwardInterviewDraft *draft, OnwardDraftPerson *person)
{
  OnwardInterviewPersonRow *self = g_object_new (ONWARD_TYPE_INTERVIEW_PERSON_ROW, NULL);
  g_autofree char *name = onward_draft_person_format (person);

  /* Before the row knows its person: a role that is not in the list stays until another one is chosen. */
  fill_roles (self, person->role);
  self->draft = draft;
  self->person = person;
  gtk_editable_set_text (self->name, name);
  update_meaning (self);
  update_names (self);
  return GTK_WIDGET (self);
}

OnwardDraftPerson *
onward_interview_person_row_get_person (OnwardInterviewPersonRow *self)
{
  return self->person;
}

/**
 * onward_interview_person_row_set_narrow:
 * @self: a row
 * @narrow: whether the role stands below the name
 */
void
onward_interview_person_row_set_narrow (OnwardInterviewPersonRow *self, gboolean narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->fields),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}
