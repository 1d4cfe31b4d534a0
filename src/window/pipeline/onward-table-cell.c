/* onward-table-cell.c - one cell of the pipeline's table */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-table-cell.h"

#include "model/onward-opportunity.h"
#include "onward-card-words.h"
#include "shared/onward-accessible.h"
#include "shared/onward-chip.h"
#include "shared/onward-faces.h"
#include "shared/onward-text-scale.h"
#include "shared/onward-tooltip.h"

#include <glib/gi18n-lib.h>

#define HEIGHT 26 /* with the padding of style.css, and the line, the 43 px of the design */

/* The list widget keeps 205 rows of which a dozen are seen: a cell is of a size that does not depend on what it shows, and
 * has no widget in it before it comes into sight. */
struct _OnwardTableCell
{
  GtkWidget parent_instance;

  OnwardTableColumn column;
  GtkListItem *item; /* owns the cell */
  GtkWidget *child;  /* NULL until it was in sight once */
  int height;        /* 0 = not known */
  double text_scale; /* 0 = not known */
  gint64 shown;      /* whose words it has; 0 = nobody's */
  guint generation;  /* and as of when */
};

G_DEFINE_FINAL_TYPE (OnwardTableCell, onward_table_cell, GTK_TYPE_WIDGET)

/* In px; the columns of companies and roles share what is left. Where a word is cut is no use, the width grows with the
 * text; faces do not grow. */
static const struct
{
  int least;
  int natural;
  gboolean whole;
  gboolean text;
} widths[ONWARD_TABLE_N_COLUMNS] = {
  [ONWARD_TABLE_COMPANY] = { 110, 216, FALSE, TRUE }, [ONWARD_TABLE_ROLE] = { 110, 190, FALSE, TRUE },
  [ONWARD_TABLE_STAGE] = { 84, 86, TRUE, TRUE },      [ONWARD_TABLE_PEOPLE] = { 94, 94, FALSE, FALSE },
  [ONWARD_TABLE_SPAN] = { 108, 124, TRUE, TRUE },     [ONWARD_TABLE_NEXT] = { 140, 150, TRUE, TRUE },
};

static GtkWidget *
create_text (OnwardTableColumn column)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), 0);
  if (column == ONWARD_TABLE_COMPANY)
    gtk_widget_add_css_class (text, "heading");
  if (column == ONWARD_TABLE_SPAN)
    {
      gtk_widget_add_css_class (text, "dim-label");
      gtk_widget_add_css_class (text, "numeric");
    }
  return text;
}

static GtkWidget *
create_people (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *more = gtk_label_new (NULL);

  gtk_widget_add_css_class (more, "caption");
  gtk_widget_add_css_class (more, "dim-label");
  gtk_widget_add_css_class (more, "numeric");
  gtk_box_append (GTK_BOX (box), onward_faces_new ());
  gtk_box_append (GTK_BOX (box), more);
  return box;
}

static void
ensure_child (OnwardTableCell *self)
{
  if (self->child != NULL)
    return;
  if (self->column == ONWARD_TABLE_PEOPLE)
    self->child = create_people ();
  else if (self->column == ONWARD_TABLE_NEXT)
    self->child = onward_chip_new ("onward-due-symbolic", "", "calm");
  else
    self->child = create_text (self->column);
  gtk_widget_set_valign (self->child, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

static void
show_people (OnwardTableCell *self, const OnwardCard *card)
{
  GtkWidget *faces = gtk_widget_get_first_child (self->child);
  GtkWidget *more = gtk_widget_get_next_sibling (faces);
  gboolean crowded = card->n_people > ONWARD_CARD_PEOPLE;
  g_autofree char *text = g_strdup_printf ("\u200e+%u", crowded ? card->n_people - ONWARD_CARD_PEOPLE : 0);
  const char *names[ONWARD_CARD_PEOPLE + 1] = { NULL };

  for (guint i = 0; i < MIN (card->n_people, ONWARD_CARD_PEOPLE); i++)
    names[i] = card->people[i].name != NULL ? card->people[i].name : "";
  onward_faces_set_names (ONWARD_FACES (faces), names);
  gtk_label_set_text (GTK_LABEL (more), text);
  gtk_widget_set_visible (more, crowded);
}

static void
show_next (OnwardTableCell *self, const OnwardCard *card, int today)
{
  OnwardChipWords words = onward_card_words_get_next (card, today);

  if (words.text != NULL)
    onward_chip_set (self->child, words.icon, words.text, words.kind);
  gtk_widget_set_child_visible (self->child, words.text != NULL);
  g_free (words.text);
}

static char *
get_text (OnwardTableCell *self, const OnwardCard *card, const char *stage, int today)
{
  switch (self->column)
    {
    case ONWARD_TABLE_COMPANY:
      return g_strdup (card->company != NULL ? card->company : _ ("Company not known yet"));
    case ONWARD_TABLE_ROLE:
      return onward_card_words_get_title (card);
    case ONWARD_TABLE_STAGE:
      return g_strdup (card->outcome != NULL ? onward_card_words_get_outcome (card->outcome) : stage);
    default:
      return onward_card_words_get_span (card, today, FALSE);
    }
}

static void
show_text (OnwardTableCell *self, const char *text)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (self->child), text);
  if (self->column == ONWARD_TABLE_COMPANY || self->column == ONWARD_TABLE_ROLE)
    onward_tooltip_set (GTK_WIDGET (self), text);
}

static int
find_height (OnwardTableCell *self)
{
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  if (self->height > 0)
    return self->height;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "Ag");
  pango_layout_get_pixel_size (layout, NULL, &height);
  self->height = MAX (HEIGHT, height);
  return self->height;
}

static double
find_text_scale (OnwardTableCell *self)
{
  if (self->text_scale <= 0)
    self->text_scale = onward_text_scale_get (GTK_WIDGET (self));
  return self->text_scale;
}

static void
onward_table_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  OnwardTableCell *self = ONWARD_TABLE_CELL (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = find_height (self);
  else
    {
      double scale = widths[self->column].text ? find_text_scale (self) : 1;

      *minimum = (int)(widths[self->column].least * (widths[self->column].whole ? scale : 1));
      *natural = (int)(widths[self->column].natural * scale);
    }
}

static void
onward_table_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = ONWARD_TABLE_CELL (widget)->child;
  int least;

  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ 0, 0, width, MAX (height, least) }, -1);
}

static void
onward_table_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (onward_table_cell_parent_class)->css_changed (widget, change);
  ONWARD_TABLE_CELL (widget)->height = 0;
  ONWARD_TABLE_CELL (widget)->text_scale = 0;
}

static void
onward_table_cell_dispose (GObject *object)
{
  g_clear_pointer (&ONWARD_TABLE_CELL (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (onward_table_cell_parent_class)->dispose (object);
}

static void
onward_table_cell_class_init (OnwardTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_table_cell_dispose;
  widget_class->measure = onward_table_cell_measure;
  widget_class->size_allocate = onward_table_cell_size_allocate;
  widget_class->css_changed = onward_table_cell_css_changed;
}

static void
onward_table_cell_init (OnwardTableCell *self)
{
}

/**
 * onward_table_cell_new:
 * @column: what it shows of an opportunity
 * @item: the list item whose child it becomes
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *
onward_table_cell_new (OnwardTableColumn column, GtkListItem *item)
{
  OnwardTableCell *self = g_object_new (ONWARD_TYPE_TABLE_CELL, NULL);

  self->column = column;
  self->item = item;
  return GTK_WIDGET (self);
}

/**
 * onward_table_cell_get_id:
 * @self: a cell
 *
 * Returns: its opportunity; 0 while it stands for none
 */
gint64
onward_table_cell_get_id (OnwardTableCell *self)
{
  OnwardRecord *record = gtk_list_item_get_item (self->item);

  return record != NULL ? record->id : 0;
}

/**
 * onward_table_cell_get_position:
 * @self: a cell
 *
 * Returns: the place of its row
 */
guint
onward_table_cell_get_position (OnwardTableCell *self)
{
  return gtk_list_item_get_position (self->item);
}

/**
 * onward_table_cell_is_shown:
 * @self: a cell
 * @generation: counts how often the table was read anew
 *
 * Returns: whether it has the words of its opportunity as of then
 */
gboolean
onward_table_cell_is_shown (OnwardTableCell *self, guint generation)
{
  return self->shown != 0 && self->shown == onward_table_cell_get_id (self) && self->generation == generation;
}

/**
 * onward_table_cell_get_row:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the row it is in, which takes the focus
 */
GtkWidget *
onward_table_cell_get_row (OnwardTableCell *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  return parent != NULL ? gtk_widget_get_parent (parent) : NULL;
}

/**
 * onward_table_cell_show:
 * @self: a cell that is in sight, or soon
 * @card: what there is to say about its opportunity
 * @stage: the name of its stage
 * @today: the user's day
 * @generation: as onward_table_cell_is_shown()
 */
void
onward_table_cell_show (OnwardTableCell *self, const OnwardCard *card, const char *stage, int today, guint generation)
{
  ensure_child (self);
  self->shown = card->id;
  self->generation = generation;
  if (self->column == ONWARD_TABLE_PEOPLE)
    show_people (self, card);
  else if (self->column == ONWARD_TABLE_NEXT)
    show_next (self, card, today);
  else
    {
      g_autofree char *text = get_text (self, card, stage, today);

      show_text (self, text != NULL ? text : "");
    }
  if (self->column == ONWARD_TABLE_COMPANY && onward_table_cell_get_row (self) != NULL)
    {
      g_autofree char *label = onward_card_words_get_label (card, today);
      g_autofree char *name = g_strdup_printf (
          "%s, %s", label, card->outcome != NULL ? onward_card_words_get_outcome (card->outcome) : stage);

      onward_accessible_set_label (onward_table_cell_get_row (self), name);
    }
}
