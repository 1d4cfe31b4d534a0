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
  OnwardPersonEdit *person;

  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *role;
  GtkToggleButton *clicked;
  GtkWidget *add;
  GtkMenuButton *which;
  GtkWidget *skip;
  GtkWidget *more;
  GtkToggleButton *all;
  GtkWidget *fields;
  GtkOrientable *first;
  GtkOrientable *second;
  GtkOrientable *third;
  GtkEntry *hook;
  GtkEntry *memorable;
  GtkEntry *concern;
  GtkEntry *reaction;
  GtkEntry *missed_point;
  GtkDropDown *verified;
};

enum
{
  CHANGED,
  SKIPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Where a name is from; nothing is said first. */
static const OnwardChoice verified_choices[] = {
  { NULL, N_ ("Name not checked") },
  { "heard", N_ ("Name as you heard it") },
  { "card", N_ ("Name from their card") },
  { "schedule", N_ ("Name from the schedule") },
  { "invitation", N_ ("Name from the invitation") },
};

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
describe (OnwardPersonEdit *person)
{
  g_autofree char *role = onward_contact_words_get_role (person->role != NULL ? person->role : "interviewer");

  if (person->unmatched)
    return g_strdup (_ ("Not matched yet"));
  if (!person->attended)
    return g_strdup_printf ("%s · %s", role, _ ("was not there"));
  if (g_strcmp0 (person->name_verified, "invitation") == 0)
    return g_strdup_printf ("%s · %s", role, _ ("on the invitation"));
  if (g_strcmp0 (person->name_verified, "card") == 0 || g_strcmp0 (person->name_verified, "schedule") == 0)
    return g_strdup_printf ("%s · %s", role, _ ("name verified"));
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
  gtk_widget_set_visible (self->fields, there);
  gtk_widget_set_visible (GTK_WIDGET (self->all), there);
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

/* The entries in the order of the members they fill. */
static char **
find_field (OnwardDebriefPersonRow *self, gpointer entry)
{
  OnwardPersonEdit *person = self->person;

  if (entry == self->hook)
    return &person->hook;
  if (entry == self->memorable)
    return &person->memorable;
  if (entry == self->concern)
    return &person->concern;
  return entry == self->reaction ? &person->reaction : &person->missed_point;
}

/* How it went is asked as soon as there is a concern; the rest when it is wanted. */
static void
show_fields (OnwardDebriefPersonRow *self)
{
  gboolean all = gtk_toggle_button_get_active (self->all);
  gboolean concern = *self->person->concern != '\0' || *self->person->reaction != '\0';

  gtk_widget_set_visible (GTK_WIDGET (self->memorable), all || *self->person->memorable != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->reaction), all || concern);
  gtk_widget_set_visible (GTK_WIDGET (self->second), gtk_widget_get_visible (GTK_WIDGET (self->memorable))
                                                         || gtk_widget_get_visible (GTK_WIDGET (self->reaction)));
  gtk_widget_set_visible (GTK_WIDGET (self->third), all);
}

static void
text_changed_cb (GtkEditable *entry, OnwardDebriefPersonRow *self)
{
  char **field;

  if (self->person == NULL)
    return;
  field = find_field (self, entry);
  g_free (*field);
  *field = g_strdup (gtk_editable_get_text (entry));
  show_fields (self);
}

static void
verified_changed_cb (OnwardDebriefPersonRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->verified);

  if (self->person == NULL || selected >= G_N_ELEMENTS (verified_choices))
    return;
  g_free (self->person->name_verified);
  self->person->name_verified = g_strdup (verified_choices[selected].value);
  update (self);
}

static void
all_toggled_cb (OnwardDebriefPersonRow *self)
{
  if (self->person == NULL)
    return;
  gtk_button_set_icon_name (GTK_BUTTON (self->all),
                            gtk_toggle_button_get_active (self->all) ? "pan-up-symbolic" : "pan-down-symbolic");
  show_fields (self);
}

/* Enter goes on, as Tab does; Ctrl+Enter saves. */
static void
next_cb (OnwardDebriefPersonRow *self)
{
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
}

/* How much, at once. */
static gboolean
rapport_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  OnwardDebriefPersonRow *self = ONWARD_DEBRIEF_PERSON_ROW (widget);

  if (!gtk_widget_has_focus (GTK_WIDGET (self->clicked)))
    return FALSE;
  onward_debrief_draft_set_rapport (self->draft, find_position (self), g_variant_get_int32 (args));
  update_clicked (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
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

/* Two minutes by keyboard: Tab comes in at Clicked and goes through what is written down. The buttons at the end of the
 * name are before it, for Shift+Tab, and open with Menu. */
static gboolean
onward_debrief_person_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  OnwardDebriefPersonRow *self = ONWARD_DEBRIEF_PERSON_ROW (widget);
  gpointer order[] = { self->all,  self->more,    self->clicked,   self->add,      self->which,        self->skip,
                       self->hook, self->concern, self->memorable, self->reaction, self->missed_point, self->verified };
  const int first = 2, n = G_N_ELEMENTS (order);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  int step = direction == GTK_DIR_TAB_FORWARD ? 1 : -1;
  int place = step > 0 ? first - 1 : n;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (onward_debrief_person_row_parent_class)->focus (widget, direction);
  for (int i = 0; i < n && focus != NULL; i++)
    if (focus == order[i] || gtk_widget_is_ancestor (focus, order[i]))
      place = i;
  for (place += step; place >= 0 && place < n; place += step)
    if (gtk_widget_get_mapped (order[place]) && gtk_widget_child_focus (order[place], direction))
      return TRUE;
  return FALSE;
}

static gboolean
menu_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  GtkWidget *more = ONWARD_DEBRIEF_PERSON_ROW (widget)->more;

  if (gtk_widget_get_mapped (more))
    gtk_menu_button_popup (GTK_MENU_BUTTON (more));
  return TRUE;
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, OnwardDebriefPersonRow, name)

static void
onward_debrief_person_row_class_init (OnwardDebriefPersonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  widget_class->focus = onward_debrief_person_row_focus;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
  /* Something about them is other than before; they are left out. */
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SKIPPED] = g_signal_new ("skipped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "debrief.match", "x", match_cb);
  gtk_widget_class_install_action (widget_class, "debrief.absent", NULL, absent_cb);
  gtk_widget_class_install_action (widget_class, "debrief.skip", NULL, skip_action_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/capture/onward-debrief-person-row.ui");
  BIND (avatar);
  BIND (name);
  BIND (role);
  BIND (clicked);
  BIND (add);
  BIND (which);
  BIND (skip);
  BIND (more);
  BIND (all);
  BIND (fields);
  BIND (first);
  BIND (second);
  BIND (third);
  BIND (hook);
  BIND (memorable);
  BIND (concern);
  BIND (reaction);
  BIND (missed_point);
  BIND (verified);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, verified_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  for (int rapport = 0; rapport <= 3; rapport++)
    gtk_widget_class_add_binding (widget_class, GDK_KEY_0 + (guint)rapport, 0, rapport_cb, "i", rapport);
}

static void
onward_debrief_person_row_init (OnwardDebriefPersonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_verified (OnwardDebriefPersonRow *self, const char *verified)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (verified_choices); i++)
    {
      gtk_string_list_append (names, _ (verified_choices[i].words));
      if (g_strcmp0 (verified_choices[i].value, verified) == 0)
        selected = i;
    }
  gtk_drop_down_set_model (self->verified, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->verified, selected);
}

static void
name_all (OnwardDebriefPersonRow *self)
{
  const char *name = self->person->name;

  name_widget (GTK_WIDGET (self->hook), _ ("Hook of %s"), name);
  name_widget (GTK_WIDGET (self->memorable), _ ("One thing %s said"), name);
  name_widget (GTK_WIDGET (self->concern), _ ("Concern of %s"), name);
  name_widget (GTK_WIDGET (self->reaction), _ ("How your answer to %s went"), name);
  name_widget (GTK_WIDGET (self->missed_point), _ ("What you wish you had said to %s"), name);
  onward_accessible_set_choice_label (self->verified, _ ("Where the name is from"));
  name_widget (self->add, _ ("Add %s"), name);
  name_widget (self->skip, _ ("Skip %s"), name);
  name_widget (self->more, _ ("More about %s"), name);
  name_widget (GTK_WIDGET (self->all), _ ("All about %s"), name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->all), _ ("What they said, what you missed, how the name is known"));
}

/**
 * onward_debrief_person_row_new:
 * @draft: the debrief; outlives the row
 * @person: one of its people
 *
 * Returns: (transfer floating): their row
 */
GtkWidget *
onward_debrief_person_row_new (OnwardDebriefDraft *draft, OnwardPersonEdit *person)
{
  OnwardDebriefPersonRow *self = g_object_new (ONWARD_TYPE_DEBRIEF_PERSON_ROW, NULL);

  self->draft = draft;
  fill_verified (self, person->name_verified);
  gtk_editable_set_text (GTK_EDITABLE (self->hook), person->hook);
  gtk_editable_set_text (GTK_EDITABLE (self->memorable), person->memorable);
  gtk_editable_set_text (GTK_EDITABLE (self->concern), person->concern);
  gtk_editable_set_text (GTK_EDITABLE (self->reaction), person->reaction);
  gtk_editable_set_text (GTK_EDITABLE (self->missed_point), person->missed_point);
  self->person = person;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add), "x", (gint64)0);
  gtk_toggle_button_set_active (self->all, *person->missed_point != '\0');
  update (self);
  show_fields (self);
  name_all (self);
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
  GtkOrientable *lines[] = { self->first, self->second, self->third };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    gtk_orientable_set_orientation (lines[i], narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_margin_start (self->fields, narrow ? 0 : 44);
}
