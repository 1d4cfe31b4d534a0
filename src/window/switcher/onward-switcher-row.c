/* onward-switcher-row.c - one thing that the quick switcher found */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-switcher-row.h"

#include "contacts/onward-contact-words.h"
#include "model/onward-collections.h"
#include "onward-switcher-item.h"
#include "onward-window.h"
#include "pipeline/onward-interview-words.h"
#include "playbook/onward-dates.h"
#include "store/onward-contacts.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>

#define AVATAR_SIZE 24

struct _OnwardSwitcherRow
{
  GtkWidget parent_instance;

  OnwardSwitcherContext *context;
  GtkLabel *heading;
  GtkWidget *box;
  AdwBin *lead;
  GtkLabel *title;
  GtkLabel *sub;
  GtkLabel *end;
};

G_DEFINE_FINAL_TYPE (OnwardSwitcherRow, onward_switcher_row, GTK_TYPE_WIDGET)

static void
show_lead (OnwardSwitcherRow *self, GtkWidget *widget)
{
  adw_bin_set_child (self->lead, widget);
}

static void
show_icon (OnwardSwitcherRow *self, const char *name)
{
  GtkWidget *image = gtk_image_new_from_icon_name (name);

  gtk_widget_set_size_request (image, AVATAR_SIZE, -1);
  show_lead (self, image);
}

static void
show_texts (OnwardSwitcherRow *self, const char *title, const char *sub, const char *end)
{
  gtk_label_set_text (self->title, title != NULL ? title : "");
  gtk_label_set_text (self->sub, sub != NULL ? sub : "");
  gtk_label_set_text (self->end, end != NULL ? end : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sub), sub != NULL && *sub != '\0');
  /* Where there is no room for three columns, the second gives way to none. */
  gtk_widget_set_visible (GTK_WIDGET (self->end),
                          end != NULL && *end != '\0' && (!self->context->narrow || sub == NULL || *sub == '\0'));
}

static char *
get_company_name (OnwardSwitcherRow *self, gint64 id)
{
  g_autoptr (OnwardCompany) company = onward_store_get_record (self->context->store, ONWARD_TYPE_COMPANY, id);

  return company != NULL ? g_strdup (company->name) : NULL;
}

/* Where the words are that name and line do not have: "hook: kayaking". */
static char *
find_elsewhere (OnwardSwitcherRow *self, OnwardContact *contact, const char *name, const char *line)
{
  OnwardTokenizer *tokenizer = self->context->tokenizer;
  const char *const *words = (const char *const *)self->context->words;
  guint64 in_name = 0, in_line = 0;
  g_autoptr (GArray) name_ranges = onward_tokenizer_find_prefixes (tokenizer, name, words, &in_name);
  g_autoptr (GArray) line_ranges = onward_tokenizer_find_prefixes (tokenizer, line, words, &in_line);
  g_autofree char *text = NULL;
  OnwardContactMatchKind kind = onward_contact_match_find (tokenizer, words, in_name | in_line, contact, &text);

  return kind != ONWARD_CONTACT_MATCH_NONE ? onward_contact_words_get_match (kind, text) : NULL;
}

static void
show_contact (OnwardSwitcherRow *self, OnwardContact *contact)
{
  OnwardStore *store = self->context->store;
  g_autofree char *company = get_company_name (self, contact->company);
  g_autofree char *name = onward_contact_words_get_name (contact);
  g_autofree char *line = onward_contact_words_get_line (contact, company);
  g_autofree char *end = find_elsewhere (self, contact, name, line);
  gint64 touch = onward_contacts_get_last_touch (store, contact->record.id);

  show_lead (self, adw_avatar_new (AVATAR_SIZE, name, TRUE));
  /* Without a third column the second says why somebody was found. */
  if (self->context->narrow && end != NULL)
    {
      show_texts (self, name, end, NULL);
      return;
    }
  if (end == NULL && touch != 0)
    end = onward_dates_format_list (onward_present_get_day (store, touch), onward_present_get_today (store));
  show_texts (self, name, line, end);
}

/* Which of the words title and line do not have, when a text nobody sees has them: "note: …". */
static char *
find_in_notes (OnwardSwitcherRow *self, const char *title, const char *line, const char *const *texts)
{
  OnwardTokenizer *tokenizer = self->context->tokenizer;
  const char *const *words = (const char *const *)self->context->words;
  g_autofree char *seen = g_strjoin (" ", title != NULL ? title : "", line, NULL);
  g_autofree char *text = NULL;
  guint64 shown = 0;
  g_autoptr (GArray) ranges = onward_tokenizer_find_prefixes (tokenizer, seen, words, &shown);

  for (guint i = 0; i < 2; i++)
    if (onward_contact_match_find_in_text (tokenizer, words, shown, texts[i], &text))
      return onward_contact_words_get_match (ONWARD_CONTACT_MATCH_NOTE, text);
  return NULL;
}

static void
show_opportunity (OnwardSwitcherRow *self, OnwardOpportunity *opportunity)
{
  g_autofree char *company = get_company_name (self, opportunity->company);
  g_autoptr (OnwardStage) stage = onward_store_get_record (self->context->store, ONWARD_TYPE_STAGE, opportunity->stage);

  g_autofree char *note = find_in_notes (self, company, opportunity->title,
                                         (const char *const[]){ opportunity->notes, opportunity->description });
  const char *end = note != NULL ? note : stage != NULL ? stage->name : NULL;
  const char *line = self->context->narrow && note != NULL ? note : opportunity->title;

  show_icon (self, "onward-board-symbolic");
  if (company != NULL)
    show_texts (self, company, line, end);
  else
    show_texts (self, opportunity->title, note, end);
}

static void
show_company (OnwardSwitcherRow *self, OnwardCompany *company)
{
  g_autofree char *note =
      find_in_notes (self, company->name, company->industry, (const char *const[]){ company->notes, NULL });

  show_icon (self, "onward-company-symbolic");
  show_texts (self, company->name, self->context->narrow && note != NULL ? note : company->industry, note);
}

static void
show_interview (OnwardSwitcherRow *self, OnwardInterview *interview)
{
  OnwardStore *store = self->context->store;
  g_autoptr (OnwardOpportunity) opportunity =
      onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, interview->opportunity);
  g_autofree char *line = onward_interview_words_get_line (store, interview->record.id);
  g_autofree char *when = NULL;
  gint64 start;

  if (onward_instant_parse (interview->starts_at, &start))
    when = onward_dates_format_list (onward_present_get_day (store, start), onward_present_get_today (store));
  show_icon (self, "onward-interview-symbolic");
  show_texts (self, line, opportunity != NULL && !self->context->narrow ? opportunity->title : NULL, when);
}

static char *
get_shortcut (OnwardSwitcherRow *self, const char *action)
{
  OnwardWindow *window = onward_window_find (GTK_WIDGET (self));
  GtkApplication *application = window != NULL ? gtk_window_get_application (GTK_WINDOW (window)) : NULL;
  g_auto (GStrv) keys = application != NULL && action != NULL
                            ? gtk_application_get_accels_for_action (application, action)
                            : g_new0 (char *, 1);
  GdkModifierType state;
  guint key;

  return keys[0] != NULL && gtk_accelerator_parse (keys[0], &key, &state) ? gtk_accelerator_get_label (key, state)
                                                                          : NULL;
}

static void
show_item (OnwardSwitcherRow *self, OnwardSwitcherItem *item)
{
  g_autofree char *shortcut = get_shortcut (self, onward_switcher_item_get_action (item));

  show_icon (self, onward_switcher_item_get_icon (item));
  show_texts (self, onward_switcher_item_get_label (item), NULL, shortcut);
}

/* The list item takes the focus, so its name is what is read. */
static void
update_accessible (OnwardSwitcherRow *self, const char *heading)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *description = g_strjoin (", ", heading, gtk_label_get_text (self->sub), NULL);
  const char *end = gtk_label_get_text (self->end);
  g_autofree char *all = *end != '\0' ? g_strjoin (", ", description, end, NULL) : g_strdup (description);

  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    gtk_label_get_text (self->title), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, all, -1);
}

static void
onward_switcher_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (onward_switcher_row_parent_class)->dispose (object);
}

static void
onward_switcher_row_class_init (OnwardSwitcherRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = onward_switcher_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkLabel *
create_label (const char *first_class, const char *second_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  if (first_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), first_class);
  if (second_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), second_class);
  return label;
}

static void
onward_switcher_row_init (OnwardSwitcherRow *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->heading = create_label ("caption-heading", "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "switcher-heading");
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->box, "switcher-row");
  self->lead = ADW_BIN (adw_bin_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->lead), GTK_ALIGN_CENTER);
  self->title = create_label (NULL, NULL);
  self->sub = create_label ("dim-label", NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->sub), TRUE);
  self->end = create_label ("caption", "dim-label");
  gtk_label_set_max_width_chars (self->end, 28);
  gtk_widget_set_hexpand (GTK_WIDGET (self->end), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->end), GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->lead));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->sub));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->end));
  gtk_widget_set_parent (GTK_WIDGET (self->heading), GTK_WIDGET (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * onward_switcher_row_new:
 * @context: what all rows share
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
onward_switcher_row_new (OnwardSwitcherContext *context)
{
  OnwardSwitcherRow *self = g_object_new (ONWARD_TYPE_SWITCHER_ROW, NULL);

  self->context = context;
  return GTK_WIDGET (self);
}

/**
 * onward_switcher_row_show:
 * @self: a row
 * @item: a record or an #OnwardSwitcherItem
 * @heading: what its group is called
 * @first: whether it is the first of the group, which shows the heading
 */
void
onward_switcher_row_show (OnwardSwitcherRow *self, GObject *item, const char *heading, gboolean first)
{
  if (ONWARD_IS_SWITCHER_ITEM (item))
    show_item (self, ONWARD_SWITCHER_ITEM (item));
  else if (G_OBJECT_TYPE (item) == ONWARD_TYPE_CONTACT)
    show_contact (self, (OnwardContact *)item);
  else if (G_OBJECT_TYPE (item) == ONWARD_TYPE_OPPORTUNITY)
    show_opportunity (self, (OnwardOpportunity *)item);
  else if (G_OBJECT_TYPE (item) == ONWARD_TYPE_COMPANY)
    show_company (self, (OnwardCompany *)item);
  else
    show_interview (self, (OnwardInterview *)item);
  gtk_label_set_text (self->heading, heading);
  gtk_widget_set_visible (GTK_WIDGET (self->heading), first);
  update_accessible (self, heading);
}
