/* onward-contact-sections.c - lists on a person's page: hooks, channels, introductions, follow-ups, work, positions */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-sections.h"

#include "alerts/onward-due-words.h"
#include "model/onward-company.h"
#include "onward-contact-channels.h"
#include "onward-contact-rows.h"
#include "onward-contact-words.h"
#include "pipeline/onward-card-words.h"
#include "pipeline/onward-interview-words.h"
#include "playbook/onward-dates.h"
#include "store/onward-contact-work.h"
#include "store/onward-introductions.h"
#include "store/onward-json-writer.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define PERSON_AVATAR 32

/* A small button to change an entry of a list. */
static void
add_change_tool (GtkWidget *row, const char *member, const char *entry, const char *name)
{
  /* Translators: for screen readers: a button; what it changes */
  g_autofree char *change = g_strdup_printf (_ ("Change: %s"), name);

  onward_contact_rows_add_tool (row, onward_contact_rows_create_tool ("document-edit-symbolic", _ ("Change"), change,
                                                                      "contact.change-entry",
                                                                      g_variant_new ("(ss)", member, entry)));
}

static void
append_hook (GtkListBox *list, const char *hook)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("onward-hook-symbolic");
  GtkWidget *label = onward_contact_rows_create_label (hook, 0, NULL, NULL);
  g_autoptr (GString) entry = g_string_new (NULL);
  g_autofree char *words = g_strdup_printf (_ ("Remove the hook “%s”"), hook);
  GtkWidget *row;

  onward_json_append_text (entry, hook);
  gtk_widget_add_css_class (icon, "dim-label");
  gtk_widget_set_hexpand (label, TRUE);
  onward_contact_rows_wrap (label);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  row = onward_contact_rows_append (list, box, hook, FALSE);
  add_change_tool (row, "hooks", entry->str, hook);
  onward_contact_rows_add_tool (row,
                                onward_contact_rows_create_tool ("list-remove-symbolic", _ ("Remove"), words,
                                                                 "contact.remove-hook", g_variant_new_string (hook)));
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

  onward_contact_rows_clear (list);
  for (guint i = 0; hooks[i] != NULL; i++)
    append_hook (list, hooks[i]);
  return hooks[0] != NULL;
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
  guint n = 0;

  onward_contact_rows_clear (list);
  for (; n < channels->len; n++)
    {
      OnwardContactChannel *channel = channels->pdata[n];
      /* Translators: for screen readers: a button; what it copies */
      g_autofree char *copy = g_strdup_printf (_ ("Copy: %s"), channel->value);
      GtkWidget *row = onward_contact_rows_append_fact (list, channel->name, channel->value, channel->uri != NULL);

      onward_contact_rows_add_tool (row, onward_contact_rows_create_tool ("edit-copy-symbolic", _ ("Copy"), copy,
                                                                          "contact.copy",
                                                                          g_variant_new_string (channel->value)));
      if (channel->member != NULL)
        add_change_tool (row, channel->member, channel->entry, channel->value);
      g_object_set_data_full (G_OBJECT (row), "onward-uri", g_strdup (channel->uri), g_free);
    }
  return n > 0;
}

/**
 * onward_contact_sections_fill_positions:
 * @list: where they go
 * @contact: a person
 *
 * Where they have worked.
 *
 * Returns: whether there are any
 */
gboolean
onward_contact_sections_fill_positions (GtkListBox *list, OnwardContact *contact)
{
  g_autoptr (GPtrArray) positions = onward_contact_channels_get_positions (contact);

  onward_contact_rows_clear (list);
  for (guint i = 0; i < positions->len; i++)
    {
      OnwardContactChannel *position = positions->pdata[i];
      GtkWidget *row = onward_contact_rows_append_fact (list, position->name, position->value, FALSE);

      add_change_tool (row, position->member, position->entry, position->value);
    }
  return positions->len > 0;
}

static char *
describe_work (const OnwardContactWork *work)
{
  g_autofree char *role = work->role != NULL ? onward_contact_words_get_role (work->role) : NULL;
  const char *state = work->outcome != NULL ? onward_card_words_get_outcome (work->outcome) : work->stage;
  g_autofree char *met = NULL;
  const char *parts[4] = { NULL };
  guint n = 0;

  if (work->n_met > 1)
    met = g_strdup_printf (ngettext ("met %u time", "met %u times", work->n_met), work->n_met);
  else if (work->n_met == 1)
    met = g_strdup (_ ("met once"));
  if (role != NULL)
    parts[n++] = role;
  if (met != NULL)
    parts[n++] = met;
  if (state != NULL)
    parts[n++] = state;
  return g_strjoinv (" · ", (char **)parts);
}

static void
append_action (GtkListBox *list, const char *title, const char *line, const char *action, gint64 target)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *row;
  g_autofree char *words = *line != '\0' ? g_strdup_printf ("%s, %s", title, line) : g_strdup (title);

  gtk_box_append (GTK_BOX (box), onward_contact_rows_create_label (title, 0, NULL, NULL));
  if (*line != '\0')
    gtk_box_append (GTK_BOX (box), onward_contact_rows_create_label (line, 0, "caption", "dim-label"));
  row = onward_contact_rows_append (list, box, words, TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
}

static void
append_interview (GtkListBox *list, OnwardStore *store, gint64 id)
{
  g_autoptr (OnwardInterview) interview = onward_store_get_record (store, ONWARD_TYPE_INTERVIEW, id);
  g_autofree char *title = onward_interview_words_get_line (store, id);
  g_autofree char *when = interview != NULL ? onward_interview_words_get_when (store, interview) : NULL;

  if (title != NULL && when != NULL)
    append_action (list, title, when, "win.open-interview", id);
}

/**
 * onward_contact_sections_fill_work:
 * @list: where they go
 * @store: the store
 * @contact: a person
 *
 * The interviews to come with them, and the opportunities they have a part in.
 *
 * Returns: whether there are any
 */
gboolean
onward_contact_sections_fill_work (GtkListBox *list, OnwardStore *store, OnwardContact *contact)
{
  g_autoptr (GArray) interviews = onward_contacts_list_coming_interviews (store, contact->record.id);
  g_autoptr (GPtrArray) works = onward_contacts_list_work (store, contact->record.id);

  onward_contact_rows_clear (list);
  for (guint i = 0; i < interviews->len; i++)
    append_interview (list, store, g_array_index (interviews, gint64, i));
  for (guint i = 0; i < works->len; i++)
    {
      OnwardContactWork *work = works->pdata[i];
      g_autofree char *line = describe_work (work);
      g_autofree char *title = work->title != NULL && work->company != NULL
                                   ? g_strdup_printf (C_ ("opportunity", "%s, %s"), work->title, work->company)
                                   : g_strdup (work->title != NULL     ? work->title
                                               : work->company != NULL ? work->company
                                                                       : _ ("Opportunity"));

      append_action (list, title, line, "win.open-opportunity", work->opportunity);
    }
  return interviews->len + works->len > 0;
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

static void
append_introduction (GtkListBox *list, OnwardStore *store, OnwardIntroduction *introduction, gboolean given)
{
  gint64 other = given ? introduction->person : introduction->introducer;
  g_autoptr (OnwardContact) contact = other != 0 ? onward_store_get_record (store, ONWARD_TYPE_CONTACT, other) : NULL;
  g_autofree char *name = contact != NULL ? onward_contact_words_get_name (contact) : g_strdup (_ ("A company"));
  g_autofree char *state = describe_introduction (store, introduction, given);
  g_autofree char *words = g_strdup_printf ("%s, %s", name, state);
  /* Translators: for screen readers: a button; a name */
  g_autofree char *change = g_strdup_printf (_ ("Change the introduction: %s"), name);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *avatar = adw_avatar_new (PERSON_AVATAR, name, contact != NULL);
  GtkWidget *row;

  if (contact == NULL)
    adw_avatar_set_icon_name (ADW_AVATAR (avatar), "onward-company-symbolic");
  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), onward_contact_rows_create_label (name, 0, NULL, NULL));
  gtk_box_append (GTK_BOX (lines), onward_contact_rows_create_label (state, 0, "caption", "dim-label"));
  onward_contact_rows_wrap (gtk_widget_get_last_child (lines));
  gtk_box_append (GTK_BOX (box), avatar);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (box), lines);
  row = onward_contact_rows_append (list, box, words, contact != NULL);
  onward_contact_rows_add_tool (row, onward_contact_rows_create_tool ("document-edit-symbolic", _ ("Change"), change,
                                                                      "win.edit-introduction",
                                                                      g_variant_new_int64 (introduction->record.id)));
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

  onward_contact_rows_clear (list);
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
  GtkWidget *title = onward_contact_rows_create_label (due->title, 0, NULL, NULL);
  g_autofree char *when = onward_due_words_get_when (due, now);
  g_autofree char *words = g_strdup_printf ("%s, %s", due->title != NULL ? due->title : "", when);
  GtkWidget *when_label = onward_contact_rows_create_label (when, 1, "caption", "numeric");

  gtk_widget_set_hexpand (title, TRUE);
  onward_contact_rows_wrap (title);
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
      GtkWidget *why = onward_contact_rows_create_label (due->why, 0, "caption", "dim-label");

      onward_contact_rows_wrap (why);
      gtk_box_append (GTK_BOX (box), why);
    }
  onward_contact_rows_append (list, box, words, FALSE);
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

  onward_contact_rows_clear (list);
  for (guint i = 0; i < follow_ups->len; i++)
    {
      const OnwardDue *due = follow_ups->pdata[i];

      if (g_strcmp0 (due->rule, "keep-in-touch") != 0)
        append_follow_up (list, due, &now);
    }
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
