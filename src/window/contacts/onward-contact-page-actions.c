/* onward-contact-page-actions.c - what can be done on the page of a person */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-page-private.h"

#include "onward-contact-entry.h"
#include "onward-contacts-commands.h"
#include "onward-contact-merge-sheet.h"
#include "onward-person-sheet.h"
#include "shared/onward-dialogs.h"
#include "shared/onward-photo.h"
#include "store/onward-contact-work.h"
#include "store/onward-contacts.h"

#include <glib/gi18n-lib.h>

/* What the question about an entry points to. */
static GtkWidget *
find_place (OnwardContactPage *self, const char *member)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (member == NULL && focus != NULL && gtk_widget_is_ancestor (focus, self->content))
    return focus;
  if (g_strcmp0 (member, "hooks") == 0)
    return self->hook_button;
  return g_strcmp0 (member, "positions") == 0 ? self->facts_add : self->channels_add;
}

static void
add_entry (OnwardContactPage *self, const char *member)
{
  if (self->contact != NULL)
    onward_contact_entry_ask (self->content, find_place (self, member), self->contact->record.id, member, NULL);
}

/* A detail that was chosen in a menu. */
typedef struct
{
  OnwardContactPage *page;
  char *member;
} Detail;

static void
free_detail (gpointer data)
{
  Detail *detail = data;

  g_object_unref (detail->page);
  g_free (detail->member);
  g_free (detail);
}

static gboolean
add_detail_later_cb (gpointer data)
{
  Detail *detail = data;
  OnwardContactPage *self = detail->page;

  if (self->contact != NULL && gtk_widget_get_mapped (GTK_WIDGET (self))
      && !onward_contact_facts_edit (self->facts, detail->member))
    add_entry (self, detail->member);
  return G_SOURCE_REMOVE;
}

/* Not at once: the menu gives the focus back when it has closed. */
static void
add_detail_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Detail *detail = g_new0 (Detail, 1);

  detail->page = g_object_ref (ONWARD_CONTACT_PAGE (widget));
  detail->member = g_variant_dup_string (parameter, NULL);
  g_idle_add_full (G_PRIORITY_LOW, add_detail_later_cb, detail, free_detail);
}

static void
change_entry_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (widget);
  const char *member, *entry;

  g_variant_get (parameter, "(&s&s)", &member, &entry);
  if (self->contact != NULL && onward_contact_entry_has (member))
    onward_contact_entry_ask (self->content, find_place (self, NULL), self->contact->record.id, member, entry);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardWindow *window = onward_window_find (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), g_variant_get_string (parameter, NULL));
  if (window != NULL)
    onward_window_show_done (window, _ ("Copied"), FALSE);
}

/* A picture on its way: to whom, and where to say what became of it. */
typedef struct
{
  GWeakRef page;
  gint64 contact;
} Picture;

static void
free_picture (Picture *picture)
{
  g_weak_ref_clear (&picture->page);
  g_free (picture);
}

static void
photo_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Picture *picture = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *photo = onward_photo_load_finish (result, &error);
  g_autoptr (OnwardContactPage) self = g_weak_ref_get (&picture->page);

  if (self != NULL && onward_window_find (GTK_WIDGET (self)) != NULL)
    {
      if (photo == NULL)
        onward_dialogs_show_error (GTK_WIDGET (self), _ ("Nothing was changed"), error->message);
      else if (onward_contact_page_get_contact (self) == picture->contact)
        onward_contact_page_run (self, _ ("Change a picture"), NULL, onward_contacts_set_member, "photo", photo);
    }
  free_picture (picture);
}

static void
photo_chosen_cb (GFile *file, gpointer data)
{
  OnwardContactPage *self = data;
  Picture *picture = g_new0 (Picture, 1);

  g_weak_ref_init (&picture->page, self);
  picture->contact = onward_contact_page_get_contact (self);
  onward_photo_load_async (file, NULL, photo_loaded_cb, picture);
}

static void
choose_photo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_dialogs_open_file (widget, _ ("Choose a Picture"), photo_chosen_cb, g_object_ref (widget), g_object_unref);
}

static void
remove_photo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (widget);

  if (self->contact != NULL)
    onward_contact_page_run (self, _ ("Remove a picture"), _ ("Picture removed"), onward_contacts_set_member, "photo",
                             NULL);
}

/* Both removing and forgetting. */
static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (widget);
  g_autoptr (GArray) contacts = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->contact == NULL)
    return;
  g_array_append_val (contacts, self->contact->record.id);
  if (g_str_equal (name, "contact.forget"))
    onward_contacts_ask_forget (widget, contacts);
  else
    onward_contacts_ask_remove (widget, contacts);
}

static void
merge_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (widget);
  g_autoptr (GArray) contacts = NULL;

  if (self->contact == NULL)
    return;
  contacts = onward_contacts_list_namesakes (self->store, self->contact->record.id);
  g_array_prepend_val (contacts, self->contact->record.id);
  onward_contact_merge_sheet_present (widget, contacts);
}

static void
open_company_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (widget);

  if (self->contact != NULL && self->contact->company != 0)
    gtk_widget_activate_action (widget, "win.open-company", "x", self->contact->company);
}

static gboolean
is_in_sight (OnwardContactPage *self, GtkWidget *button)
{
  graphene_rect_t place;

  return gtk_widget_compute_bounds (button, self->scroll, &place) && place.origin.y >= 0
         && place.origin.y + place.size.height <= gtk_widget_get_height (self->scroll);
}

/* The first frame scrolls, the second has the place. */
static gboolean
open_in_sight_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (widget);

  if (++self->frames < 3)
    return G_SOURCE_CONTINUE;
  self->frames = 0;
  self->open (self);
  return G_SOURCE_REMOVE;
}

/* What opens at a button that is not on the screen would not be either; the focus brings it there. */
static void
open_at (OnwardContactPage *self, GtkWidget *button, void (*open) (OnwardContactPage *self))
{
  self->open = open;
  if (self->frames > 0)
    return;
  if (is_in_sight (self, button))
    {
      open (self);
      return;
    }
  gtk_widget_grab_focus (button);
  self->frames = 1;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), open_in_sight_cb, NULL, NULL);
}

static void
open_hook (OnwardContactPage *self)
{
  add_entry (self, "hooks");
}

static void
add_hook_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (widget);

  open_at (self, self->hook_button, open_hook);
}

static void
remove_hook_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_contact_page_run (ONWARD_CONTACT_PAGE (widget), _ ("Remove a hook"), _ ("Hook removed"),
                           onward_contacts_remove_hook, NULL, g_variant_get_string (parameter, NULL));
}

static void
open_note (OnwardContactPage *self)
{
  gtk_menu_button_popup (self->note_button);
}

static void
add_note_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (widget);

  open_at (self, GTK_WIDGET (self->note_button), open_note);
}

static char *
get_note (OnwardContactPage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note_text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/* A note on its way to the disk. */
typedef struct
{
  OnwardContactPage *page;
  gint64 contact;
  char *text;
} Note;

/* What was refused stands there as it was typed. */
static void
note_kept_cb (gboolean done, gpointer data)
{
  Note *note = data;
  g_autofree char *text = get_note (note->page);

  if (done && onward_contact_page_get_contact (note->page) != note->contact)
    g_hash_table_remove (note->page->unkept, &note->contact);
  else if (done && g_str_equal (text, note->text))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (note->page->note_text), "", 0);
  g_object_unref (note->page);
  g_free (note->text);
  g_free (note);
}

static void
keep_note_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (widget);
  g_autofree char *text = get_note (self);
  Note *note;

  if (*text == '\0' || self->contact == NULL)
    return;
  note = g_new0 (Note, 1);
  note->page = g_object_ref (self);
  note->contact = self->contact->record.id;
  note->text = g_strdup (text);
  onward_window_run_full (widget, _ ("Add a note"), NULL, onward_contacts_add_note,
                          onward_contact_edit_new (note->contact, NULL, text), (GDestroyNotify)onward_contact_edit_free,
                          note_kept_cb, note);
  gtk_menu_button_popdown (self->note_button);
}

static void
write_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (widget);

  if (self->contact != NULL)
    gtk_widget_activate_action (widget, "win.write-to", "x", self->contact->record.id);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (widget);

  if (self->contact != NULL)
    onward_person_sheet_edit (widget, self->contact);
}

static void
add_introduction_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (widget);

  if (self->contact != NULL)
    gtk_widget_activate_action (widget, "win.new-introduction", "(xx)", self->contact->record.id, (gint64)0);
}

static void
add_feedback_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardContactPage *self = ONWARD_CONTACT_PAGE (widget);

  if (self->contact != NULL)
    gtk_widget_activate_action (widget, "win.new-feedback", "(xx)", self->contact->record.id, (gint64)0);
}

/**
 * onward_contact_page_put_note: (skip)
 * @self: the page, which is about to show somebody else
 *
 * A note that was begun and not kept waits for its person.
 */
void
onward_contact_page_put_note (OnwardContactPage *self)
{
  gint64 id = onward_contact_page_get_contact (self);
  g_autofree char *text = get_note (self);

  if (id != 0 && *text != '\0')
    g_hash_table_insert (self->unkept, g_memdup2 (&id, sizeof id), g_steal_pointer (&text));
  else
    g_hash_table_remove (self->unkept, &id);
}

/**
 * onward_contact_page_take_note: (skip)
 * @self: the page, which shows somebody else now
 */
void
onward_contact_page_take_note (OnwardContactPage *self)
{
  gint64 id = onward_contact_page_get_contact (self);
  const char *text = g_hash_table_lookup (self->unkept, &id);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note_text), text != NULL ? text : "", -1);
}

/**
 * onward_contact_page_install_actions: (skip)
 * @widget_class: the class of the page
 *
 * Adds what its menus, buttons and keys do; but what has a state, which is a property of the page.
 */
void
onward_contact_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "contact.add-hook", NULL, add_hook_cb);
  gtk_widget_class_install_action (widget_class, "contact.remove-hook", "s", remove_hook_cb);
  gtk_widget_class_install_action (widget_class, "contact.add-note", NULL, add_note_cb);
  gtk_widget_class_install_action (widget_class, "contact.keep-note", NULL, keep_note_cb);
  gtk_widget_class_install_action (widget_class, "contact.write", NULL, write_cb);
  gtk_widget_class_install_action (widget_class, "contact.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "contact.add-introduction", NULL, add_introduction_cb);
  gtk_widget_class_install_action (widget_class, "contact.add-feedback", NULL, add_feedback_cb);
  gtk_widget_class_install_action (widget_class, "contact.add-detail", "s", add_detail_cb);
  gtk_widget_class_install_action (widget_class, "contact.change-entry", "(ss)", change_entry_cb);
  gtk_widget_class_install_action (widget_class, "contact.copy", "s", copy_cb);
  gtk_widget_class_install_action (widget_class, "contact.open-company", NULL, open_company_cb);
  gtk_widget_class_install_action (widget_class, "contact.choose-photo", NULL, choose_photo_cb);
  gtk_widget_class_install_action (widget_class, "contact.remove-photo", NULL, remove_photo_cb);
  gtk_widget_class_install_action (widget_class, "contact.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "contact.forget", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "contact.merge", NULL, merge_cb);
  gtk_widget_class_install_property_action (widget_class, "contact.tier", "tier");
  gtk_widget_class_install_property_action (widget_class, "contact.do-not-contact", "do-not-contact");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "contact.add-hook", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "contact.add-note", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "contact.write", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "contact.edit", NULL);
}
