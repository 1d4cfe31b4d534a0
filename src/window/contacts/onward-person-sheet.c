/* onward-person-sheet.c - asks for somebody new, or changes what is known about somebody */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-person-sheet.h"

#include "model/onward-company.h"
#include "onward-contact-channels.h"
#include "onward-person-line.h"
#include "onward-window-sheets.h"
#include "shared/onward-kept-sheet.h"
#include "shared/onward-sheet.h"
#include "store/onward-contacts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What an entry held when it was filled. */
#define FILLED "onward-filled"

#define ONWARD_TYPE_PERSON_SHEET (onward_person_sheet_get_type ())
G_DECLARE_FINAL_TYPE (OnwardPersonSheet, onward_person_sheet, ONWARD, PERSON_SHEET, OnwardSheet)

struct _OnwardPersonSheet
{
  OnwardSheet parent_instance;

  OnwardContact *contact; /* NULL = somebody new */
  OnwardPersonLine *line; /* what stands in the name, as long as it is typed; or NULL */

  AdwPreferencesGroup *name_group;
  GtkEditable *name;
  GtkEditable *pronunciation;
  GtkEditable *headline;
  GtkEditable *company;
  GtkEditable *email;
  GtkEditable *phone;
  GtkEditable *url;
  GtkEditable *how_met;
};

G_DEFINE_FINAL_TYPE (OnwardPersonSheet, onward_person_sheet, ONWARD_TYPE_SHEET)

static char *
get_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void changed_cb (OnwardPersonSheet *self);

/* Left alone when somebody wrote something else there. */
static void
fill_from_line (GtkEditable *entry, const char *before, const char *now)
{
  if (g_strcmp0 (gtk_editable_get_text (entry), before) == 0)
    gtk_editable_set_text (entry, now);
}

/* Somebody new can be written in one line, which is read as it is typed. */
static void
read_line (OnwardPersonSheet *self)
{
  g_autoptr (OnwardPersonLine) before = g_steal_pointer (&self->line);

  if (self->contact != NULL)
    return;
  self->line = onward_person_line_parse (gtk_editable_get_text (self->name));
  if (before == NULL)
    before = onward_person_line_parse ("");
  fill_from_line (self->headline, before->headline, self->line->headline);
  fill_from_line (self->company, before->company, self->line->company);
  fill_from_line (self->email, before->email, self->line->email);
  fill_from_line (self->phone, before->phone, self->line->phone);
  fill_from_line (self->url, before->url, self->line->url);
  fill_from_line (self->how_met, before->how_met, self->line->how_met);
}

/* The line was read: its first part stays where the name stands. */
static void
name_left_cb (OnwardPersonSheet *self)
{
  g_autofree char *name = self->line != NULL ? g_strdup (self->line->name) : NULL;

  g_clear_pointer (&self->line, onward_person_line_free);
  if (name != NULL && *name != '\0' && strpbrk (gtk_editable_get_text (self->name), ",;\t") != NULL)
    {
      g_signal_handlers_block_by_func (self->name, changed_cb, self);
      gtk_editable_set_text (self->name, name);
      g_signal_handlers_unblock_by_func (self->name, changed_cb, self);
    }
}

static void
changed_cb (OnwardPersonSheet *self)
{
  g_autofree char *name = NULL;

  read_line (self);
  name = self->line != NULL ? g_strdup (self->line->name) : get_text (self->name);
  onward_sheet_set_can_save (ONWARD_SHEET (self), *name != '\0');
}

static void
entry_activated_cb (OnwardPersonSheet *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sheet.save", NULL);
}

static void
free_edits (GPtrArray *edits)
{
  g_ptr_array_unref (edits);
}

static void
add_edit (GPtrArray *edits, OnwardPersonSheet *self, const char *member, const char *value)
{
  g_ptr_array_add (edits,
                   onward_contact_edit_new (self->contact != NULL ? self->contact->record.id : 0, member, value));
}

/* What another program, or the page, wrote meanwhile is not written over by an entry that was left alone. */
static gboolean
is_left_alone (GtkEditable *entry)
{
  return g_strcmp0 (gtk_editable_get_text (entry), g_object_get_data (G_OBJECT (entry), FILLED)) == 0;
}

static void
add_entry (GPtrArray *edits, OnwardPersonSheet *self, const char *member, GtkEditable *entry)
{
  g_autofree char *text = get_text (entry);

  if (!is_left_alone (entry))
    add_edit (edits, self, member, text);
}

/* The first address of a list; the others, and its label, stay as they are. */
static void
add_address (GPtrArray *edits, OnwardPersonSheet *self, const char *member, const char *list, GtkEditable *entry)
{
  g_autofree char *text = get_text (entry);
  g_autofree char *changed = NULL;

  if (is_left_alone (entry) || (list == NULL && *text == '\0'))
    return;
  changed = onward_contact_channels_set_first (list, text);
  add_edit (edits, self, member, changed);
}

static GPtrArray *
collect_edits (OnwardPersonSheet *self)
{
  GPtrArray *edits = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_contact_edit_free);
  OnwardContact *contact = self->contact;

  add_entry (edits, self, "name", self->name);
  add_entry (edits, self, "pronunciation", self->pronunciation);
  /* The company before is remembered with what they did there. */
  add_entry (edits, self, "company", self->company);
  add_entry (edits, self, "headline", self->headline);
  add_address (edits, self, "emails", contact != NULL ? contact->emails : NULL, self->email);
  add_address (edits, self, "phones", contact != NULL ? contact->phones : NULL, self->phone);
  add_address (edits, self, "urls", contact != NULL ? contact->urls : NULL, self->url);
  add_entry (edits, self, "how_met", self->how_met);
  return edits;
}

static void
add_person (OnwardPersonSheet *self)
{
  OnwardContactDraft *draft = g_new0 (OnwardContactDraft, 1);

  draft->members = collect_edits (self);
  onward_window_run_and_open (ONWARD_SHEET (self), _ ("Add a person"), NULL, onward_contacts_add, draft,
                              (GDestroyNotify)onward_contact_draft_free, "win.open-contact", &draft->id);
}

static void
onward_person_sheet_save (OnwardSheet *sheet)
{
  OnwardPersonSheet *self = ONWARD_PERSON_SHEET (sheet);
  OnwardWindow *window = onward_window_find (GTK_WIDGET (self));
  g_autoptr (GPtrArray) edits = NULL;

  if (window == NULL)
    return;
  name_left_cb (self);
  edits = self->contact != NULL ? collect_edits (self) : NULL;
  if (self->contact == NULL)
    add_person (self);
  else if (edits->len == 0)
    onward_sheet_close (sheet);
  else
    onward_window_run_and_close (sheet, _ ("Edit a person"), _ ("Changed"), onward_contacts_set_members,
                                 g_steal_pointer (&edits), (GDestroyNotify)free_edits, NULL, NULL);
}

static void
onward_person_sheet_dispose (GObject *object)
{
  g_clear_object (&ONWARD_PERSON_SHEET (object)->contact);
  g_clear_pointer (&ONWARD_PERSON_SHEET (object)->line, onward_person_line_free);
  G_OBJECT_CLASS (onward_person_sheet_parent_class)->dispose (object);
}

static void
onward_person_sheet_class_init (OnwardPersonSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_person_sheet_dispose;
  ONWARD_SHEET_CLASS (klass)->save = onward_person_sheet_save;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/contacts/onward-person-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardPersonSheet, name);
  gtk_widget_class_bind_template_child (widget_class, OnwardPersonSheet, pronunciation);
  gtk_widget_class_bind_template_child (widget_class, OnwardPersonSheet, headline);
  gtk_widget_class_bind_template_child (widget_class, OnwardPersonSheet, company);
  gtk_widget_class_bind_template_child (widget_class, OnwardPersonSheet, email);
  gtk_widget_class_bind_template_child (widget_class, OnwardPersonSheet, phone);
  gtk_widget_class_bind_template_child (widget_class, OnwardPersonSheet, url);
  gtk_widget_class_bind_template_child (widget_class, OnwardPersonSheet, how_met);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_child (widget_class, OnwardPersonSheet, name_group);
}

static void
onward_person_sheet_init (OnwardPersonSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What somebody has typed there stays. */
static void
set_text (GtkEditable *entry, const char *text)
{
  if (g_object_get_data (G_OBJECT (entry), FILLED) != NULL && !is_left_alone (entry))
    return;
  gtk_editable_set_text (entry, text != NULL ? text : "");
  g_object_set_data_full (G_OBJECT (entry), FILLED, g_strdup (gtk_editable_get_text (entry)), g_free);
}

static void
fill (OnwardPersonSheet *self, OnwardStore *store)
{
  OnwardContact *contact = self->contact;
  g_autoptr (OnwardCompany) company =
      contact->company != 0 ? onward_store_get_record (store, ONWARD_TYPE_COMPANY, contact->company) : NULL;
  g_autofree char *email = onward_contact_channels_get_first (contact->emails);
  g_autofree char *phone = onward_contact_channels_get_first (contact->phones);
  g_autofree char *url = onward_contact_channels_get_first (contact->urls);

  set_text (self->name, contact->name);
  set_text (self->pronunciation, contact->pronunciation);
  set_text (self->headline, contact->headline);
  set_text (self->company, company != NULL ? company->name : NULL);
  set_text (self->email, email);
  set_text (self->phone, phone);
  set_text (self->url, url);
  set_text (self->how_met, contact->how_met);
}

static void
present (OnwardPersonSheet *self, GtkWidget *parent, const char *key)
{
  changed_cb (self);
  onward_kept_sheet_watch (ONWARD_SHEET (self), key);
  onward_sheet_present (ONWARD_SHEET (self), parent);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

/**
 * onward_person_sheet_add:
 * @parent: a widget of the window
 *
 * Asks for somebody new; they are opened when they are there.
 */
void
onward_person_sheet_add (GtkWidget *parent)
{
  OnwardPersonSheet *self;

  if (onward_kept_sheet_show (parent, "person") != NULL)
    return;
  self = g_object_new (ONWARD_TYPE_PERSON_SHEET, "title", _ ("New person"), "save-label", _ ("_Add"), NULL);
  adw_preferences_group_set_description (
      self->name_group, _ ("One line is enough: name, role, company, mail, with commas between them."));
  present (self, parent, "person");
}

/**
 * onward_person_sheet_edit:
 * @parent: a widget of the window
 * @contact: a person
 *
 * Changes what is known about somebody; one step of Undo.
 */
void
onward_person_sheet_edit (GtkWidget *parent, OnwardContact *contact)
{
  g_autofree char *key = g_strdup_printf ("person-%" G_GINT64_FORMAT, contact->record.id);
  OnwardStore *store = onward_window_get_store (onward_window_find (parent));
  OnwardSheet *kept = onward_kept_sheet_show (parent, key);
  OnwardPersonSheet *self;

  if (kept != NULL)
    {
      fill (ONWARD_PERSON_SHEET (kept), store);
      return;
    }
  self = g_object_new (ONWARD_TYPE_PERSON_SHEET, "title", _ ("Edit person"), NULL);
  self->contact = g_object_ref (contact);
  fill (self, store);
  present (self, parent, key);
}
