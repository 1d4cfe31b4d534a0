/* onward-contact-row.c - one person in the list: who, where, when last in touch, and why they were found */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-row.h"

#include "model/onward-company.h"
#include "onward-contact-words.h"
#include "playbook/onward-dates.h"
#include "shared/onward-photo.h"
#include "store/onward-contact-work.h"
#include "store/onward-contacts.h"
#include "store/onward-present.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define AVATAR_SIZE   40
#define COLUMN_SPACE  12
#define WHEN_SPACE    6
#define LINE_SPACE    2
#define LEAST_WIDTH   120
#define NATURAL_WIDTH 300

/* GtkListView keeps 205 rows of which a dozen are seen. A row is of one height whatever it shows, and has no widgets
 * and no words before the list says that it comes into sight: else every letter typed into the search would lay out all
 * 205. */
struct _OnwardContactRow
{
  GtkWidget parent_instance;

  OnwardContactRowContext *context;
  GtkListItem *item; /* owns the row */
  OnwardContact *contact;
  OnwardCompany *company;
  gboolean shown;   /* the words are those of the person */
  guint generation; /* of the words searched that it shows */

  GtkWidget *avatar; /* these are NULL until it was in sight once */
  GtkWidget *name;
  GtkWidget *when;
  GtkWidget *line;
  GtkWidget *next; /* NULL until there was something to say */
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
update_accessible (OnwardContactRow *self, const char *name, const char *line)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line, -1);
}

/* What is seen in the row, in the order of a sentence. */
static void
describe (OnwardContactRow *self, const char *name)
{
  const char *when = gtk_label_get_text (GTK_LABEL (self->when));
  /* Translators: the day of the last word with somebody, for screen readers */
  g_autofree char *last = *when != '\0' ? g_strdup_printf (_ ("last in touch %s"), when) : NULL;
  const char *next = self->next != NULL ? gtk_label_get_text (GTK_LABEL (self->next)) : "";
  g_autoptr (GString) words = g_string_new (gtk_label_get_text (GTK_LABEL (self->line)));

  if (last != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", last);
  if (*next != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", next);
  update_accessible (self, name, words->str);
}

static void
show_words (OnwardContactRow *self)
{
  g_autofree char *name = onward_contact_words_get_name (self->contact);
  g_autofree char *line =
      onward_contact_words_get_line (self->contact, self->company != NULL ? self->company->name : NULL);
  g_autoptr (GdkTexture) photo = onward_photo_get_texture (self->contact->photo);

  self->generation = self->context->generation;
  adw_avatar_set_text (ADW_AVATAR (self->avatar), name);
  adw_avatar_set_custom_image (ADW_AVATAR (self->avatar), photo != NULL ? GDK_PAINTABLE (photo) : NULL);
  if (self->context->words != NULL && self->context->words[0] != NULL)
    show_searched (self, name, line);
  else
    {
      show_text (self->name, name, NULL);
      show_text (self->line, line, NULL);
    }
  describe (self, name);
}

static void
forget_company (OnwardContactRow *self)
{
  if (self->company != NULL)
    g_signal_handlers_disconnect_by_data (self->company, self);
  g_clear_object (&self->company);
}

static void
update_company (OnwardContactRow *self)
{
  gint64 id = self->contact != NULL ? self->contact->company : 0;

  if (self->company != NULL && self->company->record.id == id)
    return;
  forget_company (self);
  if (id == 0)
    return;
  self->company = onward_store_get_record (self->context->store, ONWARD_TYPE_COMPANY, id);
  if (self->company != NULL)
    g_signal_connect_swapped (self->company, "notify::name", G_CALLBACK (show_words), self);
}

static void
contact_changed_cb (OnwardContactRow *self)
{
  update_company (self);
  onward_contact_row_update_touch (self);
  show_words (self);
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
ensure_widgets (OnwardContactRow *self)
{
  if (self->avatar != NULL)
    return;
  self->avatar = adw_avatar_new (AVATAR_SIZE, NULL, TRUE);
  gtk_widget_set_parent (self->avatar, GTK_WIDGET (self));
  self->name = add_label (self, "heading-ish", NULL);
  self->when = add_label (self, "caption", "dim-label");
  gtk_widget_add_css_class (self->when, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (self->when), PANGO_ELLIPSIZE_NONE);
  self->line = add_label (self, "caption", "dim-label");
}

static int
measure_height (GtkWidget *label)
{
  int height;

  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

/* One row tells it for all. */
static int
find_height (OnwardContactRow *self)
{
  if (self->context->height == 0)
    {
      ensure_widgets (self);
      self->context->height = MAX (AVATAR_SIZE, measure_height (self->name) + LINE_SPACE + measure_height (self->line));
    }
  return self->context->height;
}

static void
onward_contact_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = find_height (ONWARD_CONTACT_ROW (widget));
  else
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
    }
}

/* x counts from where a line begins, left or right. */
static void
allocate (GtkWidget *child, int total, int x, int y, int width, int height)
{
  int least_width, least_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  width = MAX (width, least_width);
  if (gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL)
    x = total - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, MAX (height, least_height) }, -1);
}

static int
get_next_width (OnwardContactRow *self, int most)
{
  int width = 0;

  if (self->next != NULL && gtk_widget_get_child_visible (self->next))
    gtk_widget_measure (self->next, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return MIN (width, most);
}

static void
onward_contact_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OnwardContactRow *self = ONWARD_CONTACT_ROW (widget);
  int name_height, line_height, when_width, next_width, y;
  int start = AVATAR_SIZE + COLUMN_SPACE;
  gboolean one_line;

  if (self->avatar == NULL)
    return;
  one_line = *gtk_label_get_text (GTK_LABEL (self->line)) == '\0';
  name_height = measure_height (self->name);
  line_height = measure_height (self->line);
  gtk_widget_measure (self->when, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &when_width, NULL, NULL);
  y = (height - name_height - (one_line ? 0 : LINE_SPACE + line_height)) / 2;
  allocate (self->avatar, width, 0, (height - AVATAR_SIZE) / 2, AVATAR_SIZE, AVATAR_SIZE);
  allocate (self->name, width, start, y, width - start - (when_width > 0 ? when_width + WHEN_SPACE : 0), name_height);
  allocate (self->when, width, width - when_width, y, when_width, name_height);
  next_width = get_next_width (self, (width - start) / 2);
  allocate (self->line, width, start, y + name_height + LINE_SPACE,
            width - start - (next_width > 0 ? next_width + WHEN_SPACE : 0), line_height);
  if (next_width > 0)
    allocate (self->next, width, width - next_width, y + name_height + LINE_SPACE, next_width, line_height);
}

static void
onward_contact_row_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (onward_contact_row_parent_class)->system_setting_changed (widget, setting);
  ONWARD_CONTACT_ROW (widget)->context->height = 0;
  gtk_widget_queue_resize (widget);
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
  g_clear_pointer (&self->next, gtk_widget_unparent);
  G_OBJECT_CLASS (onward_contact_row_parent_class)->dispose (object);
}

static void
onward_contact_row_class_init (OnwardContactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_contact_row_dispose;
  widget_class->measure = onward_contact_row_measure;
  widget_class->size_allocate = onward_contact_row_size_allocate;
  widget_class->system_setting_changed = onward_contact_row_system_setting_changed;
}

static void
onward_contact_row_init (OnwardContactRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "contact-row");
}

/**
 * onward_contact_row_new:
 * @context: what all rows of the list share
 * @item: the list item whose child it becomes
 *
 * Returns: (transfer floating): a row without a person yet
 */
GtkWidget *
onward_contact_row_new (OnwardContactRowContext *context, GtkListItem *item)
{
  OnwardContactRow *self = g_object_new (ONWARD_TYPE_CONTACT_ROW, NULL);

  self->context = context;
  self->item = item;
  return GTK_WIDGET (self);
}

/**
 * onward_contact_row_set_contact:
 * @self: a row
 * @contact: (nullable): whom it shows, once it comes into sight
 */
void
onward_contact_row_set_contact (OnwardContactRow *self, OnwardContact *contact)
{
  if (self->shown)
    {
      g_signal_handlers_disconnect_by_data (self->contact, self);
      forget_company (self);
      update_accessible (self, "", "");
    }
  self->shown = FALSE;
  g_set_object (&self->contact, contact);
}

/**
 * onward_contact_row_show:
 * @self: a row that is in sight, or soon
 *
 * Shows the person, and the words that are searched now; does nothing when it does so already.
 */
void
onward_contact_row_show (OnwardContactRow *self)
{
  if (self->contact == NULL || (self->shown && self->generation == self->context->generation))
    return;
  ensure_widgets (self);
  if (!self->shown)
    {
      g_signal_connect_swapped (self->contact, "notify", G_CALLBACK (contact_changed_cb), self);
      self->shown = TRUE;
      update_company (self);
      onward_contact_row_update_touch (self);
    }
  show_words (self);
}

/**
 * onward_contact_row_get_position:
 * @self: a row
 *
 * Returns: its place in the list
 */
guint
onward_contact_row_get_position (OnwardContactRow *self)
{
  return gtk_list_item_get_position (self->item);
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

/* What is owed next, or that nothing is to be. */
static char *
describe_next (OnwardContactRow *self, gboolean *late)
{
  g_autofree char *moment = NULL;
  g_autofree char *day = NULL;
  gint64 wall;
  int today = onward_present_get_today (self->context->store);

  *late = FALSE;
  if (self->contact->do_not_contact)
    return g_strdup (_ ("Do not contact"));
  moment = onward_contacts_get_next_moment (self->context->store, self->contact->record.id, late);
  if (moment == NULL || !onward_wall_parse (moment, &wall))
    return NULL;
  if (!*late && onward_wall_day (wall) <= today)
    /* Translators: something is owed to somebody today */
    return g_strdup (C_ ("next touch", "due today"));
  day = onward_dates_format_list (onward_wall_day (wall), today);
  /* Translators: a day: something is owed to somebody then, or was */
  return g_strdup_printf (*late ? C_ ("next touch", "was due %s") : C_ ("next touch", "next %s"), day);
}

static void
update_next (OnwardContactRow *self)
{
  static const char *classes[] = { "caption", "numeric", "dim-label", NULL };
  static const char *late_classes[] = { "caption", "numeric", "when", "overdue", NULL };
  gboolean late;
  g_autofree char *text = describe_next (self, &late);

  if (self->next == NULL && text != NULL)
    self->next = add_label (self, "caption", "numeric");
  if (self->next == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (self->next), text != NULL ? text : "");
  gtk_widget_set_child_visible (self->next, text != NULL);
  gtk_widget_set_css_classes (self->next, late ? late_classes : classes);
}

/**
 * onward_contact_row_update_touch:
 * @self: a row
 *
 * Looks again when the last touch was and when the next one is, and what these days are called today.
 */
void
onward_contact_row_update_touch (OnwardContactRow *self)
{
  OnwardStore *store = self->context->store;
  g_autofree char *when = NULL;
  gint64 touch;

  if (!self->shown)
    return;
  touch = onward_contacts_get_last_touch (store, self->contact->record.id);
  if (touch != 0)
    when = onward_dates_format_list (onward_present_get_day (store, touch), onward_present_get_today (store));
  gtk_label_set_text (GTK_LABEL (self->when), when != NULL ? when : "");
  update_next (self);
}
