/* onward-contact-row.c - one person in the list: who, where, when last in touch, and why they were found */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-row.h"

#include "model/onward-company.h"
#include "onward-contact-words.h"
#include "playbook/onward-dates.h"
#include "store/onward-contacts.h"
#include "store/onward-present.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define AVATAR_SIZE 40

/* Four widgets in one grid and no box between: GTK 4.8 builds about 205 of these before the first frame. */
struct _OnwardContactRow
{
  GtkWidget parent_instance;

  OnwardContactRowContext *context;
  OnwardContact *contact;
  OnwardCompany *company;
  guint generation; /* of the words that it shows */

  GtkWidget *avatar;
  GtkWidget *name;
  GtkWidget *when;
  GtkWidget *line;
};

G_DEFINE_FINAL_TYPE (OnwardContactRow, onward_contact_row, GTK_TYPE_WIDGET)

/* Text from outside is never markup: what is bold is said beside it. While a search makes words bold, the rest of the
 * name is not. */
static void
show_text (GtkWidget *label, const char *text, GArray *ranges)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  gtk_label_set_text (GTK_LABEL (label), text);
  if (ranges != NULL)
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_NORMAL));
      for (guint i = 0; i + 1 < ranges->len; i += 2)
        {
          PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

          bold->start_index = g_array_index (ranges, int, i);
          bold->end_index = g_array_index (ranges, int, i + 1);
          pango_attr_list_change (attributes, bold);
        }
    }
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

/* The second line says where the words are that the name and this line do not have. */
static char *
find_elsewhere (OnwardContactRow *self, guint64 shown)
{
  g_autofree char *text = NULL;
  OnwardContactMatchKind kind = onward_contact_match_find (
      self->context->tokenizer, (const char *const *)self->context->words, shown, self->contact, &text);

  return kind != ONWARD_CONTACT_MATCH_NONE ? onward_contact_words_get_match (kind, text) : NULL;
}

static void
show_searched (OnwardContactRow *self, const char *name, const char *line)
{
  OnwardTokenizer *tokenizer = self->context->tokenizer;
  const char *const *words = (const char *const *)self->context->words;
  guint64 in_name = 0, in_line = 0;
  g_autoptr (GArray) name_ranges = onward_tokenizer_find_prefixes (tokenizer, name, words, &in_name);
  g_autoptr (GArray) line_ranges = onward_tokenizer_find_prefixes (tokenizer, line, words, &in_line);
  g_autofree char *elsewhere = find_elsewhere (self, in_name | in_line);

  show_text (self->name, name, name_ranges);
  if (elsewhere != NULL)
    {
      g_autoptr (GArray) ranges = onward_tokenizer_find_prefixes (tokenizer, elsewhere, words, NULL);

      show_text (self->line, elsewhere, ranges);
    }
  else
    show_text (self->line, line, line_ranges);
}

/* The list item takes the focus, so its name is what is read. */
static void
update_accessible (OnwardContactRow *self)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    gtk_label_get_text (GTK_LABEL (self->name)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    gtk_label_get_text (GTK_LABEL (self->line)), -1);
}

static void
show (OnwardContactRow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *line = NULL;

  self->generation = self->context->generation;
  if (self->contact == NULL)
    return;
  name = onward_contact_words_get_name (self->contact);
  line = onward_contact_words_get_line (self->contact, self->company != NULL ? self->company->name : NULL);
  adw_avatar_set_text (ADW_AVATAR (self->avatar), name);
  if (self->context->words != NULL && self->context->words[0] != NULL)
    show_searched (self, name, line);
  else
    {
      show_text (self->name, name, NULL);
      show_text (self->line, line, NULL);
    }
  update_accessible (self);
}

static void
update_company (OnwardContactRow *self)
{
  gint64 id = self->contact != NULL ? self->contact->company : 0;

  if (self->company != NULL && self->company->record.id == id)
    return;
  if (self->company != NULL)
    g_signal_handlers_disconnect_by_data (self->company, self);
  g_clear_object (&self->company);
  if (id == 0)
    return;
  self->company = onward_store_get_record (self->context->store, ONWARD_TYPE_COMPANY, id);
  if (self->company != NULL)
    g_signal_connect_swapped (self->company, "notify::name", G_CALLBACK (show), self);
}

static void
contact_changed_cb (OnwardContactRow *self)
{
  update_company (self);
  show (self);
}

static void
onward_contact_row_dispose (GObject *object)
{
  OnwardContactRow *self = ONWARD_CONTACT_ROW (object);

  onward_contact_row_set_contact (self, NULL);
  g_clear_pointer (&self->avatar, gtk_widget_unparent);
  g_clear_pointer (&self->name, gtk_widget_unparent);
  g_clear_pointer (&self->when, gtk_widget_unparent);
  g_clear_pointer (&self->line, gtk_widget_unparent);
  G_OBJECT_CLASS (onward_contact_row_parent_class)->dispose (object);
}

static void
onward_contact_row_class_init (OnwardContactRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = onward_contact_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_GRID_LAYOUT);
}

static GtkWidget *
add_label (OnwardContactRow *self, const char *first_class, const char *second_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, first_class);
  if (second_class != NULL)
    gtk_widget_add_css_class (label, second_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
place (OnwardContactRow *self, GtkWidget *child, int column, int row, int columns, int rows)
{
  GtkLayoutManager *manager = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkGridLayoutChild *layout = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (manager, child));

  gtk_grid_layout_child_set_column (layout, column);
  gtk_grid_layout_child_set_row (layout, row);
  gtk_grid_layout_child_set_column_span (layout, columns);
  gtk_grid_layout_child_set_row_span (layout, rows);
}

static void
onward_contact_row_init (OnwardContactRow *self)
{
  GtkGridLayout *layout = GTK_GRID_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_grid_layout_set_row_spacing (layout, 2);
  gtk_widget_add_css_class (GTK_WIDGET (self), "contact-row");
  self->avatar = adw_avatar_new (AVATAR_SIZE, NULL, TRUE);
  gtk_widget_set_valign (self->avatar, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_end (self->avatar, 12);
  gtk_widget_set_parent (self->avatar, GTK_WIDGET (self));
  self->name = add_label (self, "heading-ish", NULL);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_widget_set_valign (self->name, GTK_ALIGN_END);
  self->when = add_label (self, "caption", "dim-label");
  gtk_widget_add_css_class (self->when, "numeric");
  gtk_widget_set_margin_start (self->when, 6);
  gtk_label_set_ellipsize (GTK_LABEL (self->when), PANGO_ELLIPSIZE_NONE);
  self->line = add_label (self, "caption", "dim-label");
  gtk_widget_set_valign (self->line, GTK_ALIGN_START);
  place (self, self->avatar, 0, 0, 1, 2);
  place (self, self->name, 1, 0, 1, 1);
  place (self, self->when, 2, 0, 1, 1);
  place (self, self->line, 1, 1, 2, 1);
}

/**
 * onward_contact_row_new:
 * @context: what all rows of the list share
 *
 * Returns: (transfer floating): a row without a person yet
 */
GtkWidget *
onward_contact_row_new (OnwardContactRowContext *context)
{
  OnwardContactRow *self = g_object_new (ONWARD_TYPE_CONTACT_ROW, NULL);

  self->context = context;
  return GTK_WIDGET (self);
}

/**
 * onward_contact_row_set_contact:
 * @self: a row
 * @contact: (nullable): whom it shows
 */
void
onward_contact_row_set_contact (OnwardContactRow *self, OnwardContact *contact)
{
  if (self->contact != NULL)
    g_signal_handlers_disconnect_by_data (self->contact, self);
  g_set_object (&self->contact, contact);
  update_company (self);
  if (contact == NULL)
    return;
  g_signal_connect_swapped (contact, "notify", G_CALLBACK (contact_changed_cb), self);
  show (self);
  onward_contact_row_update_touch (self);
}

/**
 * onward_contact_row_get_id:
 * @self: a row
 *
 * Returns: the row of contacts that it shows; 0 for nobody
 */
gint64
onward_contact_row_get_id (OnwardContactRow *self)
{
  return self->contact != NULL ? self->contact->record.id : 0;
}

/**
 * onward_contact_row_update_words:
 * @self: a row
 *
 * Shows the person again when the words that are searched have changed since.
 */
void
onward_contact_row_update_words (OnwardContactRow *self)
{
  if (self->generation != self->context->generation)
    show (self);
}

/**
 * onward_contact_row_update_touch:
 * @self: a row
 *
 * Looks again when the last touch was, and what that day is called today.
 */
void
onward_contact_row_update_touch (OnwardContactRow *self)
{
  OnwardStore *store = self->context->store;
  gint64 touch = self->contact != NULL ? onward_contacts_get_last_touch (store, self->contact->record.id) : 0;
  g_autofree char *when = NULL;

  if (touch != 0)
    when = onward_dates_format_list (onward_present_get_day (store, touch), onward_present_get_today (store));
  gtk_label_set_text (GTK_LABEL (self->when), when != NULL ? when : "");
}
