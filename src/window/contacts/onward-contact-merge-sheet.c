/* onward-contact-merge-sheet.c - makes several records of one person one, and shows before what becomes of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-merge-sheet.h"

#include "model/onward-company.h"
#include "onward-contact-channels.h"
#include "onward-contact-rows.h"
#include "onward-contact-words.h"
#include "onward-window-sheets.h"
#include "shared/onward-accessible.h"
#include "shared/onward-sheet.h"
#include "store/onward-contact-merge.h"
#include "store/onward-json-writer.h"

#include <glib/gi18n-lib.h>

#define ONWARD_TYPE_CONTACT_MERGE_SHEET (onward_contact_merge_sheet_get_type ())
G_DECLARE_FINAL_TYPE (OnwardContactMergeSheet, onward_contact_merge_sheet, ONWARD, CONTACT_MERGE_SHEET, OnwardSheet)

struct _OnwardContactMergeSheet
{
  OnwardSheet parent_instance;

  OnwardStore *store;
  GArray *contacts;
  gint64 into;

  GtkListBox *people;
  GtkListBox *preview;
};

G_DEFINE_FINAL_TYPE (OnwardContactMergeSheet, onward_contact_merge_sheet, ONWARD_TYPE_SHEET)

static char *
get_line (OnwardContactMergeSheet *self, OnwardContact *contact)
{
  g_autoptr (OnwardCompany) company =
      contact->company != 0 ? onward_store_get_record (self->store, ONWARD_TYPE_COMPANY, contact->company) : NULL;

  return onward_contact_words_get_line (contact, company != NULL ? company->name : NULL);
}

static void
append_fact (OnwardContactMergeSheet *self, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    onward_contact_rows_append_fact (self->preview, name, value, FALSE);
}

static void
append_list (OnwardContactMergeSheet *self, const char *name, const char *list)
{
  g_auto (GStrv) texts = onward_json_get_texts (list);
  g_autofree char *joined = g_strjoinv (", ", texts);

  append_fact (self, name, joined);
}

static void
append_channels (OnwardContactMergeSheet *self, GPtrArray *channels)
{
  for (guint i = 0; i < channels->len; i++)
    append_fact (self, ((OnwardContactChannel *)channels->pdata[i])->name,
                 ((OnwardContactChannel *)channels->pdata[i])->value);
}

/* The person as they would be. */
static void
show_preview (OnwardContactMergeSheet *self)
{
  g_autoptr (OnwardContactMerge) merge = onward_contact_merge_new (self->into, self->contacts);
  g_autoptr (OnwardContact) contact = onward_contacts_preview_merge (self->store, merge);
  g_autoptr (GPtrArray) channels = NULL;
  g_autoptr (GPtrArray) positions = NULL;
  g_autofree char *name = NULL;
  g_autofree char *line = NULL;

  onward_contact_rows_clear (self->preview);
  onward_sheet_set_can_save (ONWARD_SHEET (self), contact != NULL);
  if (contact == NULL)
    return;
  name = onward_contact_words_get_name (contact);
  line = get_line (self, contact);
  channels = onward_contact_channels_get (contact);
  positions = onward_contact_channels_get_positions (contact);
  append_fact (self, _ ("Name"), name);
  append_fact (self, _ ("What they do"), line);
  append_channels (self, channels);
  append_channels (self, positions);
  append_list (self, _ ("Hooks"), contact->hooks);
  append_list (self, _ ("Tags"), contact->tags);
  append_fact (self, _ ("How you met"), contact->how_met);
  if (contact->tier != NULL)
    append_fact (self, _ ("Tier"), onward_contact_words_get_tier (contact->tier));
  if (contact->do_not_contact)
    append_fact (self, _ ("Do not contact"), _ ("Yes"));
  append_fact (self, _ ("Notes"), contact->notes);
}

static void
toggled_cb (GtkCheckButton *button, OnwardContactMergeSheet *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "onward-contact");

  if (!gtk_check_button_get_active (button))
    return;
  self->into = *id;
  show_preview (self);
}

static GtkWidget *
append_person (OnwardContactMergeSheet *self, gint64 id, GtkWidget *group)
{
  g_autoptr (OnwardContact) contact = onward_store_get_record (self->store, ONWARD_TYPE_CONTACT, id);
  g_autofree char *name = contact != NULL ? onward_contact_words_get_name (contact) : g_strdup ("");
  g_autofree char *line = contact != NULL ? get_line (self, contact) : g_strdup ("");
  g_autofree char *words = *line != '\0' ? g_strdup_printf ("%s, %s", name, line) : g_strdup (name);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = g_markup_escape_text (line, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  onward_accessible_set_label (check, words);
  g_object_set_data_full (G_OBJECT (check), "onward-contact", g_memdup2 (&id, sizeof id), g_free);
  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (group));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->people, row);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  return check;
}

static void
onward_contact_merge_sheet_save (OnwardSheet *sheet)
{
  OnwardContactMergeSheet *self = ONWARD_CONTACT_MERGE_SHEET (sheet);

  onward_window_run_and_open (sheet, _ ("Merge people"), _ ("One person now"), onward_contacts_merge,
                              onward_contact_merge_new (self->into, self->contacts),
                              (GDestroyNotify)onward_contact_merge_free, "win.open-contact", &self->into);
}

static void
onward_contact_merge_sheet_dispose (GObject *object)
{
  OnwardContactMergeSheet *self = ONWARD_CONTACT_MERGE_SHEET (object);

  g_clear_pointer (&self->contacts, g_array_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_contact_merge_sheet_parent_class)->dispose (object);
}

static void
onward_contact_merge_sheet_class_init (OnwardContactMergeSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = onward_contact_merge_sheet_dispose;
  ONWARD_SHEET_CLASS (klass)->save = onward_contact_merge_sheet_save;
}

static GtkListBox *
append_list_box (GtkWidget *box, const char *heading)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *label = onward_contact_rows_create_label (heading, 0, "heading", NULL);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  onward_accessible_set_label (list, heading);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);
  return GTK_LIST_BOX (list);
}

static void
onward_contact_merge_sheet_init (OnwardContactMergeSheet *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  self->people = append_list_box (box, _ ("Who stays"));
  self->preview = append_list_box (box, _ ("The person as they will be"));
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  onward_sheet_set_body (ONWARD_SHEET (self), clamp);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 560);
}

/**
 * onward_contact_merge_sheet_present:
 * @parent: a widget of the window
 * @contacts: (element-type gint64): records of one person; the first one is proposed to stay
 *
 * Shows what becomes of them, and merges when that is kept; one step of Undo.
 */
void
onward_contact_merge_sheet_present (GtkWidget *parent, GArray *contacts)
{
  OnwardContactMergeSheet *self;
  GtkWidget *first = NULL;

  if (contacts->len < 2)
    return;
  self = g_object_new (ONWARD_TYPE_CONTACT_MERGE_SHEET, "title", _ ("Merge people"), "save-label", _ ("_Merge"), NULL);
  self->store = g_object_ref (onward_window_get_store (onward_window_find (parent)));
  self->contacts = g_array_copy (contacts);
  for (guint i = 0; i < contacts->len; i++)
    {
      GtkWidget *check = append_person (self, g_array_index (contacts, gint64, i), first);

      first = first != NULL ? first : check;
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (first), TRUE);
  onward_sheet_present (ONWARD_SHEET (self), parent);
}
