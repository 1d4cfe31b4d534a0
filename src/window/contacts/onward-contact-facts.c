/* onward-contact-facts.c - what is known about a person, each fact changed where it stands */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-facts.h"

#include "model/onward-company.h"
#include "onward-contact-rows.h"
#include "onward-contact-words.h"
#include "onward-window.h"
#include "pipeline/onward-fact-row.h"
#include "shared/onward-accessible.h"
#include "store/onward-contacts.h"
#include "store/onward-json-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _OnwardContactFacts
{
  GtkWidget parent_instance;

  OnwardContact *contact; /* NULL before the first update */
  GSimpleActionGroup *actions;
  gboolean updating;

  GtkListBox *list;
  GtkMenuButton *roles;
  GtkMenuButton *verified;
  GtkMenuButton *channel;
  GtkSwitch *leads;
};

G_DEFINE_FINAL_TYPE (OnwardContactFacts, onward_contact_facts, GTK_TYPE_WIDGET)

/* In this order; seen when they are known, or when somebody adds them. */
static const struct
{
  const char *member;
  const char *name;
} texts[] = {
  { "headline", N_ ("What they do") }, { "company", N_ ("Company") }, { "pronunciation", N_ ("Said aloud") },
  { "how_met", N_ ("How you met") },   { "address", N_ ("Address") }, { "tags", N_ ("Tags") },
};

static const OnwardChoice verified_choices[] = {
  { "card", N_ ("From a card") },
  { "schedule", N_ ("From the schedule") },
  { "invitation", N_ ("From an invitation") },
  { "heard", N_ ("Only heard") },
  { "", N_ ("Not known") },
};

static const OnwardChoice channel_choices[] = {
  { "email", N_ ("Mail") }, { "phone", N_ ("Phone") },     { "linkedin", N_ ("LinkedIn") }, { "letter", N_ ("Letter") },
  { "card", N_ ("Card") },  { "meeting", N_ ("Meeting") }, { "other", N_ ("Other") },       { "", N_ ("Any") },
};

static void
run_edit (OnwardContactFacts *self, GtkWidget *asker, const char *label, const char *toast, const char *member,
          const char *value)
{
  onward_window_run_full (asker, label, toast, onward_contacts_set_member,
                          onward_contact_edit_new (self->contact->record.id, member, value),
                          (GDestroyNotify)onward_contact_edit_free, NULL, NULL);
}

/* Words between commas, as a list. */
static char *
split_tags (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);
  return onward_json_from_texts ((const char *const *)parts);
}

static void
edited_cb (OnwardContactFacts *self, const char *text, OnwardFactRow *row)
{
  const char *member = onward_fact_row_get_field (row);
  g_autofree char *value = g_str_equal (member, "tags") ? split_tags (text) : g_strdup (text);
  gboolean emptied = value == NULL || *value == '\0';
  gboolean moved = g_str_equal (member, "company") && self->contact->company != 0;

  run_edit (self, GTK_WIDGET (row), _ ("Edit a fact"),
            moved     ? _ ("The company before is kept under positions")
            : emptied ? _ ("Removed")
                      : NULL,
            member, value);
}

static char *
get_text (OnwardStore *store, OnwardContact *contact, const char *member)
{
  const OnwardField *field = onward_table_find_field (onward_record_get_table (contact), member);

  if (g_str_equal (member, "company"))
    {
      g_autoptr (OnwardCompany) company =
          contact->company != 0 ? onward_store_get_record (store, ONWARD_TYPE_COMPANY, contact->company) : NULL;

      return g_strdup (company != NULL ? company->name : NULL);
    }
  if (g_str_equal (member, "tags"))
    {
      g_auto (GStrv) tags = onward_json_get_texts (contact->tags);

      return tags[0] != NULL ? g_strjoinv (", ", tags) : NULL;
    }
  return g_strdup (*ONWARD_FIELD_PTR (contact, field));
}

static OnwardFactRow *
get_row (OnwardContactFacts *self, guint i)
{
  return ONWARD_FACT_ROW (gtk_list_box_get_row_at_index (self->list, (int)i));
}

static void
update_texts (OnwardContactFacts *self, OnwardStore *store, gboolean same)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      OnwardFactRow *row = get_row (self, i);
      g_autofree char *text = get_text (store, self->contact, texts[i].member);
      gboolean editing = same && gtk_widget_get_focus_child (GTK_WIDGET (row)) != NULL;

      onward_fact_row_set (row, text, text);
      gtk_widget_set_visible (GTK_WIDGET (row), text != NULL || editing);
    }
}

/* Something chosen in a menu: a command, whose result comes back as a change of the record. */
static void
choice_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  OnwardContactFacts *self = data;
  const char *member = g_action_get_name (G_ACTION (action));
  const char *chosen = g_variant_get_string (value, NULL);

  run_edit (self, GTK_WIDGET (self),
            g_str_equal (member, "name_verified") ? _ ("Change how the name is known")
                                                  : _ ("Change how to reach somebody best"),
            NULL, member, *chosen != '\0' ? chosen : NULL);
}

static void
role_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  OnwardContactFacts *self = data;
  const char *role = g_action_get_name (G_ACTION (action));
  g_auto (GStrv) roles = onward_json_get_texts (self->contact->roles);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) changed = NULL;
  g_autofree char *list = NULL;

  for (guint i = 0; roles[i] != NULL; i++)
    if (!g_str_equal (roles[i], role))
      g_strv_builder_add (builder, roles[i]);
  if (g_variant_get_boolean (value))
    g_strv_builder_add (builder, role);
  changed = g_strv_builder_end (builder);
  list = onward_json_from_texts ((const char *const *)changed);
  run_edit (self, GTK_WIDGET (self), _ ("Change the roles of somebody"), NULL, "roles", list);
}

static void
show_leads (OnwardContactFacts *self)
{
  self->updating = TRUE;
  gtk_switch_set_active (self->leads, self->contact->offers_leads);
  self->updating = FALSE;
}

/* What was refused is not shown as switched. */
static void
leads_stored_cb (gboolean done, gpointer data)
{
  g_autoptr (OnwardContactFacts) self = data;

  if (!done && self->contact != NULL)
    show_leads (self);
}

static gboolean
leads_cb (OnwardContactFacts *self, gboolean on)
{
  if (!self->updating && self->contact != NULL && self->contact->offers_leads != on)
    onward_window_run_full (GTK_WIDGET (self), _ ("Change whether somebody offers leads"), NULL,
                            onward_contacts_set_member,
                            onward_contact_edit_new (self->contact->record.id, "offers_leads", on ? "true" : "false"),
                            (GDestroyNotify)onward_contact_edit_free, leads_stored_cb, g_object_ref (self));
  return FALSE;
}

static const char *
describe_choice (const OnwardChoice *choices, guint n, const char *value)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (choices[i].value, value != NULL ? value : "") == 0)
      return _ (choices[i].words);
  return value;
}

static void
set_button (GtkMenuButton *button, const char *name, const char *value)
{
  /* Translators: a fact and its value, for screen readers */
  g_autofree char *words = g_strdup_printf (C_ ("fact", "%s: %s"), name, value);

  gtk_menu_button_set_label (button, value);
  onward_accessible_set_label (GTK_WIDGET (button), words);
}

static void
set_state (OnwardContactFacts *self, const char *action, GVariant *state)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), action)),
                             state);
}

static void
update_roles (OnwardContactFacts *self)
{
  g_auto (GStrv) roles = onward_json_get_texts (self->contact->roles);
  g_autoptr (GString) words = g_string_new (NULL);
  guint n;
  const OnwardChoice *choices = onward_contact_words_get_roles (&n);

  for (guint i = 0; i < n; i++)
    set_state (self, choices[i].value,
               g_variant_new_boolean (g_strv_contains ((const char *const *)roles, choices[i].value)));
  for (guint i = 0; roles[i] != NULL; i++)
    {
      g_autofree char *role = onward_contact_words_get_role (roles[i]);

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", role);
    }
  set_button (self->roles, _ ("Role"), words->len > 0 ? words->str : _ ("None"));
}

static void
update_choices (OnwardContactFacts *self)
{
  OnwardContact *contact = self->contact;
  const char *verified = contact->name_verified != NULL ? contact->name_verified : "";
  const char *channel = contact->preferred_channel != NULL ? contact->preferred_channel : "";

  set_state (self, "name_verified", g_variant_new_string (verified));
  set_state (self, "preferred_channel", g_variant_new_string (channel));
  set_button (self->verified, _ ("Spelling of the name"),
              describe_choice (verified_choices, G_N_ELEMENTS (verified_choices), verified));
  set_button (self->channel, _ ("Reached best by"),
              describe_choice (channel_choices, G_N_ELEMENTS (channel_choices), channel));
  show_leads (self);
}

static GMenuModel *
create_menu (const OnwardChoice *choices, guint n, const char *action)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (choices[i].words), NULL);
      g_autofree char *single = g_strconcat ("facts.", choices[i].value, NULL);

      if (action != NULL)
        g_menu_item_set_action_and_target (item, action, "s", choices[i].value);
      else
        g_menu_item_set_detailed_action (item, single);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/* @meaning: (nullable): what the name does not say by itself */
static GtkWidget *
append_control (OnwardContactFacts *self, const char *name, const char *meaning, GtkWidget *control)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *row;

  gtk_box_append (GTK_BOX (lines), onward_contact_rows_create_label (name, 0, "dim-label", NULL));
  if (meaning != NULL)
    {
      GtkWidget *words = onward_contact_rows_create_label (meaning, 0, "caption", "dim-label");

      onward_contact_rows_wrap (words);
      gtk_box_append (GTK_BOX (lines), words);
    }
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), control);
  row = onward_contact_rows_append (self->list, box, name, FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "control-row");
  return row;
}

static GtkMenuButton *
append_choice (OnwardContactFacts *self, const char *name, const OnwardChoice *choices, guint n, const char *action)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = create_menu (choices, n, action);

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_add_css_class (button, "flat");
  append_control (self, name, NULL, button);
  return GTK_MENU_BUTTON (button);
}

static void
add_actions (OnwardContactFacts *self)
{
  static const char *const choices[] = { "name_verified", "preferred_channel" };
  guint n;
  const OnwardChoice *roles = onward_contact_words_get_roles (&n);

  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (GSimpleAction) action =
          g_simple_action_new_stateful (choices[i], G_VARIANT_TYPE_STRING, g_variant_new_string (""));

      g_signal_connect_object (action, "change-state", G_CALLBACK (choice_cb), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GSimpleAction) action =
          g_simple_action_new_stateful (roles[i].value, NULL, g_variant_new_boolean (FALSE));

      g_signal_connect_object (action, "change-state", G_CALLBACK (role_cb), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "facts", G_ACTION_GROUP (self->actions));
}

static void
add_rows (OnwardContactFacts *self)
{
  guint n;
  const OnwardChoice *roles = onward_contact_words_get_roles (&n);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *row = onward_fact_row_new (texts[i].member, _ (texts[i].name), TRUE);

      g_signal_connect_object (row, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }
  self->roles = append_choice (self, _ ("Role"), roles, n, NULL);
  self->verified = append_choice (self, _ ("Spelling of the name"), verified_choices, G_N_ELEMENTS (verified_choices),
                                  "facts.name_verified");
  self->channel = append_choice (self, _ ("Reached best by"), channel_choices, G_N_ELEMENTS (channel_choices),
                                 "facts.preferred_channel");
  self->leads = GTK_SWITCH (gtk_switch_new ());
  onward_accessible_set_label (GTK_WIDGET (self->leads), _ ("Offers leads"));
  g_signal_connect_object (self->leads, "state-set", G_CALLBACK (leads_cb), self, G_CONNECT_SWAPPED);
  append_control (self, _ ("Offers leads"), _ ("Tells you about openings, or about people to talk to"),
                  GTK_WIDGET (self->leads));
}

static void
onward_contact_facts_dispose (GObject *object)
{
  OnwardContactFacts *self = ONWARD_CONTACT_FACTS (object);

  g_clear_pointer ((GtkWidget **)&self->list, gtk_widget_unparent);
  g_clear_object (&self->actions);
  g_clear_object (&self->contact);
  G_OBJECT_CLASS (onward_contact_facts_parent_class)->dispose (object);
}

static void
onward_contact_facts_class_init (OnwardContactFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = onward_contact_facts_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
onward_contact_facts_init (OnwardContactFacts *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  onward_accessible_set_label (GTK_WIDGET (self->list), _ ("Details"));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  add_actions (self);
  add_rows (self);
}

/**
 * onward_contact_facts_update:
 * @self: the facts
 * @store: the store
 * @contact: a person
 *
 * Shows what is known of them now. A fact that is being written is left alone.
 */
void
onward_contact_facts_update (OnwardContactFacts *self, OnwardStore *store, OnwardContact *contact)
{
  gboolean same = self->contact == contact;

  g_set_object (&self->contact, contact);
  update_texts (self, store, same);
  update_roles (self);
  update_choices (self);
}

/**
 * onward_contact_facts_edit:
 * @self: the facts
 * @member: a member of the exchange format
 *
 * Begins to edit a fact where it stands, also one that is not known yet.
 *
 * Returns: whether it is one of these
 */
gboolean
onward_contact_facts_edit (OnwardContactFacts *self, const char *member)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].member, member))
      {
        gtk_widget_set_visible (GTK_WIDGET (get_row (self, i)), TRUE);
        onward_fact_row_edit (get_row (self, i));
        return TRUE;
      }
  return FALSE;
}
