/* onward-contact-sections.c - the lists on a person's page: hooks, channels, introductions, follow-ups, facts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-sections.h"

#include "alerts/onward-due-words.h"
#include "model/onward-company.h"
#include "onward-contact-channels.h"
#include "onward-contact-words.h"
#include "playbook/onward-dates.h"
#include "store/onward-introductions.h"
#include "store/onward-json-writer.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define PERSON_AVATAR 32

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static GtkWidget *
create_label (const char *text, float xalign, const char *first_class, const char *second_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (first_class != NULL)
    gtk_widget_add_css_class (label, first_class);
  if (second_class != NULL)
    gtk_widget_add_css_class (label, second_class);
  return label;
}

static void
wrap (GtkWidget *label)
{
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
}

/* A row is read as its words; what stands in it is seen only. */
static GtkWidget *
append_row (GtkListBox *list, GtkWidget *content, const char *words, gboolean activatable)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), activatable);
  gtk_widget_add_css_class (row, "compact-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_box_append (list, row);
  return row;
}

static GtkWidget *
create_remove_button (const char *hook)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *words = g_strdup_printf (_ ("Remove the hook “%s”"), hook);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "contact.remove-hook");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", hook);
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return button;
}

/**
 * onward_contact_sections_fill_hooks:
 * @list: where they go
 * @contact: a person
 *
 * Returns: whether there are any
 */
gboolean
onward_contact_sections_fill_hooks (GtkListBox *list, OnwardContact *contact)
{
  g_auto (GStrv) hooks = onward_json_get_texts (contact->hooks);

  clear_list (list);
  for (guint i = 0; hooks[i] != NULL; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *icon = gtk_image_new_from_icon_name ("onward-hook-symbolic");
      GtkWidget *label = create_label (hooks[i], 0, NULL, NULL);

      gtk_widget_add_css_class (icon, "dim-label");
      gtk_widget_set_hexpand (label, TRUE);
      wrap (label);
      gtk_box_append (GTK_BOX (box), icon);
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (box), create_remove_button (hooks[i]));
      gtk_widget_add_css_class (append_row (list, box, hooks[i], FALSE), "hook-row");
    }
  return hooks[0] != NULL;
}

static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static GtkWidget *
append_fact (GtkListBox *list, const char *name, const char *value, gboolean activatable)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  /* A phone number reads from left to right in every script. */
  g_autofree char *shown = g_strconcat (has_letters (value) ? "" : "\u200e", value, NULL);
  GtkWidget *label = create_label (shown, 1, "numeric", NULL);
  g_autofree char *words = g_strdup_printf ("%s: %s", name, value);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, value);
  gtk_box_append (GTK_BOX (box), create_label (name, 0, "dim-label", NULL));
  gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_first_child (box)), PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (box), label);
  return append_row (list, box, words, activatable);
}

/**
 * onward_contact_sections_fill_channels:
 * @list: where they go; an activated row has onward_contact_sections_get_uri()
 * @contact: a person
 *
 * Returns: whether there are any
 */
gboolean
onward_contact_sections_fill_channels (GtkListBox *list, OnwardContact *contact)
{
  g_autoptr (GPtrArray) channels = onward_contact_channels_get (contact);

  clear_list (list);
  for (guint i = 0; i < channels->len; i++)
    {
      OnwardContactChannel *channel = channels->pdata[i];
      GtkWidget *row = append_fact (list, channel->name, channel->value, channel->uri != NULL);

      g_object_set_data_full (G_OBJECT (row), "onward-uri", g_strdup (channel->uri), g_free);
    }
  return channels->len > 0;
}

/* `Orrery · you may use her name`, without guessing who "her" is. */
static char *
describe_introduction (OnwardStore *store, OnwardIntroduction *introduction, gboolean given)
{
  g_autoptr (OnwardCompany) company =
      introduction->company != 0 ? onward_store_get_record (store, ONWARD_TYPE_COMPANY, introduction->company) : NULL;
  const char *state;

  if (!given)
    state = _ ("introduced you");
  else if (g_strcmp0 (introduction->permission, "granted") == 0)
    state = _ ("you may use this name");
  else if (g_strcmp0 (introduction->permission, "asked") == 0)
    state = _ ("asked whether you may use this name");
  else if (g_strcmp0 (introduction->permission, "refused") == 0)
    state = _ ("you may not use this name");
  else
    state = _ ("not asked yet whether you may use this name");
  if (company != NULL && company->name != NULL)
    return g_strdup_printf ("%s · %s", company->name, state);
  return g_strdup (state);
}

static GtkWidget *
create_edit_button (OnwardIntroduction *introduction, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  /* Translators: for screen readers: a button; a name */
  g_autofree char *words = g_strdup_printf (_ ("Change the introduction: %s"), name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.edit-introduction");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", introduction->record.id);
  gtk_widget_set_tooltip_text (button, _ ("Change"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return button;
}

static void
append_introduction (GtkListBox *list, OnwardStore *store, OnwardIntroduction *introduction, gboolean given)
{
  gint64 other = given ? introduction->person : introduction->introducer;
  g_autoptr (OnwardContact) contact = other != 0 ? onward_store_get_record (store, ONWARD_TYPE_CONTACT, other) : NULL;
  g_autofree char *name = contact != NULL ? onward_contact_words_get_name (contact) : g_strdup (_ ("A company"));
  g_autofree char *state = describe_introduction (store, introduction, given);
  g_autofree char *words = g_strdup_printf ("%s, %s", name, state);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *avatar = adw_avatar_new (PERSON_AVATAR, name, contact != NULL);
  GtkWidget *row;

  if (contact == NULL)
    adw_avatar_set_icon_name (ADW_AVATAR (avatar), "onward-company-symbolic");
  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), create_label (name, 0, NULL, NULL));
  gtk_box_append (GTK_BOX (lines), create_label (state, 0, "caption", "dim-label"));
  wrap (gtk_widget_get_last_child (lines));
  gtk_box_append (GTK_BOX (box), avatar);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), create_edit_button (introduction, name));
  row = append_row (list, box, words, contact != NULL);
  if (contact != NULL)
    g_object_set_data_full (G_OBJECT (row), "onward-contact", g_memdup2 (&other, sizeof other), g_free);
}

/**
 * onward_contact_sections_fill_introductions:
 * @list: where they go; an activated row has onward_contact_sections_get_contact()
 * @store: the store
 * @contact: a person
 *
 * Returns: whether there are any
 */
gboolean
onward_contact_sections_fill_introductions (GtkListBox *list, OnwardStore *store, OnwardContact *contact)
{
  g_autoptr (GPtrArray) introductions = onward_introductions_of_contact (store, contact->record.id);

  clear_list (list);
  for (guint i = 0; i < introductions->len; i++)
    {
      OnwardIntroduction *introduction = introductions->pdata[i];

      append_introduction (list, store, introduction, introduction->introducer == contact->record.id);
    }
  return introductions->len > 0;
}

static void
append_follow_up (GtkListBox *list, const OnwardDue *due, const OnwardNow *now)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = create_label (due->title, 0, NULL, NULL);
  g_autofree char *when = onward_due_words_get_when (due, now);
  g_autofree char *words = g_strdup_printf ("%s, %s", due->title != NULL ? due->title : "", when);
  GtkWidget *when_label = create_label (when, 1, "caption", "numeric");

  gtk_widget_set_hexpand (title, TRUE);
  wrap (title);
  gtk_label_set_ellipsize (GTK_LABEL (when_label), PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_valign (when_label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (when_label, 2);
  gtk_widget_add_css_class (when_label, "when");
  if (due->urgency == ONWARD_URGENCY_UPCOMING)
    gtk_widget_add_css_class (when_label, "dim-label");
  else
    gtk_widget_add_css_class (when_label, onward_urgency_get_name (due->urgency));
  gtk_box_append (GTK_BOX (top), title);
  gtk_box_append (GTK_BOX (top), when_label);
  gtk_box_append (GTK_BOX (box), top);
  if (due->why != NULL)
    {
      GtkWidget *why = create_label (due->why, 0, "caption", "dim-label");

      wrap (why);
      gtk_box_append (GTK_BOX (box), why);
    }
  append_row (list, box, words, FALSE);
}

/**
 * onward_contact_sections_fill_follow_ups:
 * @list: where they go
 * @store: the store
 * @follow_ups: (element-type OnwardDue): what is owed to the person
 *
 * Each with its day and why. What keeps in touch has a notice of its own and is left out.
 *
 * Returns: whether there are any
 */
gboolean
onward_contact_sections_fill_follow_ups (GtkListBox *list, OnwardStore *store, GPtrArray *follow_ups)
{
  OnwardNow now = onward_store_get_now (store);

  clear_list (list);
  for (guint i = 0; i < follow_ups->len; i++)
    {
      const OnwardDue *due = follow_ups->pdata[i];

      if (g_strcmp0 (due->rule, "keep-in-touch") != 0)
        append_follow_up (list, due, &now);
    }
  return gtk_widget_get_first_child (GTK_WIDGET (list)) != NULL;
}

static void
append_positions (GtkListBox *list, OnwardContact *contact)
{
  g_autoptr (GPtrArray) positions = onward_contact_channels_get_positions (contact);

  for (guint i = 0; i < positions->len; i++)
    {
      OnwardContactChannel *position = positions->pdata[i];

      append_fact (list, position->name, position->value, FALSE);
    }
}

/**
 * onward_contact_sections_fill_facts:
 * @list: where they go
 * @contact: a person
 *
 * How they met the user, which roles they have, where they have worked.
 *
 * Returns: whether there are any
 */
gboolean
onward_contact_sections_fill_facts (GtkListBox *list, OnwardContact *contact)
{
  g_auto (GStrv) roles = onward_json_get_texts (contact->roles);
  g_autoptr (GString) words = g_string_new (NULL);

  clear_list (list);
  if (contact->how_met != NULL)
    append_fact (list, _ ("How you met"), contact->how_met, FALSE);
  for (guint i = 0; roles[i] != NULL; i++)
    {
      g_autofree char *role = onward_contact_words_get_role (roles[i]);

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", role);
    }
  if (words->len > 0)
    append_fact (list, _ ("Role"), words->str, FALSE);
  append_positions (list, contact);
  return gtk_widget_get_first_child (GTK_WIDGET (list)) != NULL;
}

/**
 * onward_contact_sections_get_uri:
 * @row: a row of channels
 *
 * Returns: (transfer none) (nullable): what opens it
 */
const char *
onward_contact_sections_get_uri (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "onward-uri");
}

/**
 * onward_contact_sections_get_contact:
 * @row: a row of introductions
 *
 * Returns: the person to open; 0 = nobody
 */
gint64
onward_contact_sections_get_contact (GtkListBoxRow *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "onward-contact");

  return id != NULL ? *id : 0;
}
