/* onward-contact-page-show.c - what the page of a person says */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-page-private.h"

#include "model/onward-collections.h"
#include "onward-contact-sections.h"
#include "onward-contact-words.h"
#include "playbook/onward-dates.h"
#include "shared/onward-chip.h"
#include "shared/onward-photo.h"
#include "store/onward-contact-work.h"
#include "store/onward-contacts.h"
#include "store/onward-follow-ups.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>

static void
show_optional (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_head (OnwardContactPage *self)
{
  g_autoptr (OnwardCompany) company =
      self->contact->company != 0 ? onward_store_get_record (self->store, ONWARD_TYPE_COMPANY, self->contact->company)
                                  : NULL;
  g_autofree char *name = onward_contact_words_get_name (self->contact);
  g_autofree char *line = onward_contact_words_get_line (self->contact, NULL);
  g_autofree char *pronunciation = NULL;
  g_autoptr (GdkTexture) photo = onward_photo_get_texture (self->contact->photo);

  if (self->contact->pronunciation != NULL)
    /* Translators: how a name is said aloud */
    pronunciation = g_strdup_printf (_ ("pronounced %s"), self->contact->pronunciation);
  adw_avatar_set_text (self->avatar, name);
  adw_avatar_set_custom_image (self->avatar, photo != NULL ? GDK_PAINTABLE (photo) : NULL);
  gtk_label_set_text (self->name, name);
  show_optional (self->line, line);
  gtk_widget_set_visible (GTK_WIDGET (self->company), company != NULL && company->name != NULL);
  if (company != NULL && company->name != NULL)
    gtk_button_set_label (self->company, company->name);
  show_optional (self->pronunciation, pronunciation);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contact.write", !self->contact->do_not_contact);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contact.remove-photo", self->contact->photo != NULL);
}

static void
add_chip (OnwardContactPage *self, const char *icon, const char *text, const char *kind)
{
  gtk_box_append (self->chips, onward_chip_new (icon, text, kind));
}

static void
show_chips (OnwardContactPage *self)
{
  OnwardContact *contact = self->contact;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);
  if (contact->do_not_contact)
    add_chip (self, "action-unavailable-symbolic", _ ("Do not contact"), "soon");
  if (contact->tier != NULL && !g_str_equal (contact->tier, "none"))
    add_chip (self, "view-refresh-symbolic", onward_contact_words_get_tier (contact->tier), NULL);
  if (onward_contacts_has_clicked (self->store, contact->record.id))
    add_chip (self, "onward-hook-symbolic", _ ("Clicked"), NULL);
  if (g_strcmp0 (contact->name_verified, "heard") == 0)
    add_chip (self, "dialog-question-symbolic", _ ("Name heard only"), "soon");
  else if (contact->name_verified != NULL)
    add_chip (self, "object-select-symbolic", _ ("Name verified"), "good");
  gtk_widget_set_visible (GTK_WIDGET (self->chips), gtk_widget_get_first_child (GTK_WIDGET (self->chips)) != NULL);
}

static const OnwardDue *
find_keep_in_touch (GPtrArray *follow_ups)
{
  for (guint i = 0; i < follow_ups->len; i++)
    if (g_strcmp0 (((OnwardDue *)follow_ups->pdata[i])->rule, "keep-in-touch") == 0)
      return follow_ups->pdata[i];
  return NULL;
}

static gboolean
has_cadence (OnwardContact *contact)
{
  static const char *const tiers[] = { "monthly", "quarterly", "yearly", NULL };

  return contact->tier != NULL && g_strv_contains (tiers, contact->tier);
}

static void
show_cadence (OnwardContactPage *self, GPtrArray *follow_ups)
{
  const OnwardDue *due = find_keep_in_touch (follow_ups);
  g_autofree char *next = NULL;
  g_autofree char *text = NULL;
  const char *why = NULL;
  gint64 moment;

  if (due != NULL && onward_wall_parse (due->moment, &moment))
    next = onward_dates_format_sentence (onward_wall_day (moment), onward_present_get_today (self->store));
  text = onward_contact_words_get_cadence (self->contact->tier, next);
  if (due != NULL)
    why = due->why;
  else if (has_cadence (self->contact))
    why = _ ("Counted from the last time you were in touch; rests while an opportunity with them is open.");
  gtk_label_set_text (self->cadence, text);
  show_optional (self->cadence_why, why);
  gtk_menu_button_set_label (self->tier_button, onward_contact_words_get_tier (self->contact->tier));
}

/* A third message without an answer would press them: said before somebody begins to write. */
static void
show_notices (OnwardContactPage *self)
{
  gboolean silent = self->contact->do_not_contact;
  g_autofree char *pressure = silent ? NULL : onward_contacts_describe_pressure (self->store, self->contact->record.id);

  g_autoptr (GArray) namesakes = onward_contacts_list_namesakes (self->store, self->contact->record.id);

  gtk_widget_set_visible (self->namesake_box, namesakes->len > 0);
  gtk_widget_set_visible (self->silence, silent);
  gtk_widget_set_visible (self->cadence_box, !silent);
  gtk_widget_set_visible (self->pressure_box, pressure != NULL);
  gtk_label_set_text (self->pressure, pressure != NULL ? pressure : "");
}

static void
show_lists (OnwardContactPage *self, GPtrArray *follow_ups)
{
  gboolean introductions = onward_contact_sections_fill_introductions (self->introductions, self->store, self->contact);

  gtk_widget_set_visible (GTK_WIDGET (self->hooks), onward_contact_sections_fill_hooks (self->hooks, self->contact));
  gtk_widget_set_visible (GTK_WIDGET (self->channels),
                          onward_contact_sections_fill_channels (self->channels, self->contact));
  gtk_widget_set_visible (self->introductions_box, introductions);
  gtk_widget_set_visible (self->follow_ups_box,
                          onward_contact_sections_fill_follow_ups (self->follow_ups, self->store, follow_ups));
  gtk_widget_set_visible (self->work_box, onward_contact_sections_fill_work (self->work, self->store, self->contact));
  gtk_widget_set_visible (self->positions_box, onward_contact_sections_fill_positions (self->positions, self->contact));
  onward_contact_facts_update (self->facts, self->store, self->contact);
}

static void
show_timeline (OnwardContactPage *self)
{
  gboolean empty;

  onward_timeline_view_show (self->timeline, self->store, ONWARD_TYPE_CONTACT, self->contact->record.id);
  empty = onward_timeline_view_is_empty (self->timeline);
  show_optional (self->notes, self->contact->notes);
  gtk_widget_set_visible (GTK_WIDGET (self->timeline), !empty);
  gtk_widget_set_visible (self->no_timeline, empty && self->contact->notes == NULL);
}

/**
 * onward_contact_page_show: (skip)
 * @self: the page, with a person
 *
 * Shows what is known now.
 */
void
onward_contact_page_show (OnwardContactPage *self)
{
  g_autoptr (GPtrArray) follow_ups = NULL;
  g_autoptr (GError) error = NULL;

  follow_ups = onward_follow_ups_about (self->store, ONWARD_TYPE_CONTACT, self->contact->record.id, &error);
  if (follow_ups == NULL)
    {
      g_message ("%s", error->message);
      follow_ups = g_ptr_array_new ();
    }
  show_head (self);
  show_chips (self);
  show_notices (self);
  show_cadence (self, follow_ups);
  show_lists (self, follow_ups);
  show_timeline (self);
}
