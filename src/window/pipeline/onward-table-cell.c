/* onward-table-cell.c - one cell of the pipeline's table */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-table-cell.h"

#include "model/onward-opportunity.h"
#include "onward-drawn-chip.h"
#include "shared/onward-accessible.h"
#include "shared/onward-faces.h"
#include "shared/onward-text-scale.h"

#include <glib/gi18n-lib.h>

#define PART_SPACE 6
#define HEIGHT     26 /* with the padding of style.css, and the line, the 43 px of the design */

/* The list widget keeps 205 rows of which a dozen are seen: a cell is of a size that does not depend on what it shows,
 * draws its words itself, and has faces in it only once it came into sight. */
struct _OnwardTableCell
{
  GtkWidget parent_instance;

  OnwardTableColumn column;
  GtkListItem *item; /* owns the cell */
  OnwardText text;
  OnwardDrawnChip chip; /* of what comes next */
  GtkWidget *faces;     /* of the people; NULL until it was in sight once */
  int height;           /* 0 = not known */
  double text_scale;    /* 0 = not known */
  gint64 shown;         /* whose words it has; 0 = nobody's */
  guint generation;     /* and as of when */
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
  [ONWARD_TABLE_COMPANY] = { 92, 216, FALSE, TRUE }, [ONWARD_TABLE_ROLE] = { 84, 190, FALSE, TRUE },
  [ONWARD_TABLE_STAGE] = { 84, 86, TRUE, TRUE },     [ONWARD_TABLE_PEOPLE] = { 94, 94, FALSE, FALSE },
  [ONWARD_TABLE_SPAN] = { 104, 124, TRUE, TRUE },    [ONWARD_TABLE_NEXT] = { 150, 150, TRUE, TRUE },
};

static void
show_people (OnwardTableCell *self, const OnwardCard *card)
{
  /* “+2” reads from left to right in every script. */
  g_autofree char *more =
      card->n_people > ONWARD_CARD_PEOPLE ? g_strdup_printf ("\u200e+%u", card->n_people - ONWARD_CARD_PEOPLE) : NULL;
  const char *names[ONWARD_CARD_PEOPLE + 1] = { NULL };

  for (guint i = 0; i < MIN (card->n_people, ONWARD_CARD_PEOPLE); i++)
    names[i] = card->people[i].name != NULL ? card->people[i].name : "";
  if (self->faces == NULL)
    {
      self->faces = onward_faces_new ();
      gtk_widget_set_parent (self->faces, GTK_WIDGET (self));
    }
  onward_faces_set_names (ONWARD_FACES (self->faces), names);
  onward_text_set (&self->text, more);
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

static int
get_faces_width (OnwardTableCell *self)
{
  int width = 0;

  if (self->faces != NULL && gtk_widget_get_visible (self->faces))
    gtk_widget_measure (self->faces, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

static void
onward_table_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OnwardTableCell *self = ONWARD_TABLE_CELL (widget);
  int faces = get_faces_width (self), least;

  if (faces == 0)
    return;
  gtk_widget_measure (self->faces, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (
      self->faces,
      &(GtkAllocation){ onward_text_place (GTK_WIDGET (self), 0, faces), (height - least) / 2, faces, least }, -1);
}

static void
draw_text (OnwardTableCell *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean dim = self->column == ONWARD_TABLE_PEOPLE || self->column == ONWARD_TABLE_SPAN;
  const GdkRGBA color = onward_text_find_color (widget, dim ? "onward_dim" : "", NULL);
  int start = get_faces_width (self), width, height;

  start += start > 0 ? PART_SPACE : 0;
  onward_text_measure (&self->text, widget, gtk_widget_get_width (widget) - start, &width, &height);
  onward_text_draw (&self->text, snapshot, onward_text_place (GTK_WIDGET (self), start, width),
                    (gtk_widget_get_height (widget) - height) / 2, &color);
}

static void
onward_table_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OnwardTableCell *self = ONWARD_TABLE_CELL (widget);

  if (self->text.text != NULL)
    draw_text (self, snapshot);
  if (onward_drawn_chip_has_words (&self->chip))
    {
      onward_drawn_chip_measure (&self->chip, widget, gtk_widget_get_width (widget));
      onward_drawn_chip_draw (&self->chip, widget, snapshot, onward_text_place (GTK_WIDGET (self), 0, self->chip.width),
                              (gtk_widget_get_height (widget) - self->chip.height) / 2);
    }
  GTK_WIDGET_CLASS (onward_table_cell_parent_class)->snapshot (widget, snapshot);
}

static void
forget_layouts (OnwardTableCell *self)
{
  onward_text_forget_layout (&self->text);
  onward_drawn_chip_forget_layout (&self->chip);
  self->height = 0;
  self->text_scale = 0;
}

static void
onward_table_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (onward_table_cell_parent_class)->css_changed (widget, change);
  forget_layouts (ONWARD_TABLE_CELL (widget));
}

static void
onward_table_cell_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  forget_layouts (ONWARD_TABLE_CELL (widget));
  GTK_WIDGET_CLASS (onward_table_cell_parent_class)->direction_changed (widget, previous);
}

/* The whole of what is cut off. */
static gboolean
onward_table_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  OnwardTableCell *self = ONWARD_TABLE_CELL (widget);
  const OnwardText *text = self->column == ONWARD_TABLE_NEXT ? &self->chip.words : &self->text;

  if (text->text == NULL || !onward_text_is_cut_off (text))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text->text);
  return TRUE;
}

static void
onward_table_cell_dispose (GObject *object)
{
  OnwardTableCell *self = ONWARD_TABLE_CELL (object);

  g_clear_pointer (&self->faces, gtk_widget_unparent);
  onward_text_clear (&self->text);
  onward_drawn_chip_clear (&self->chip);
  G_OBJECT_CLASS (onward_table_cell_parent_class)->dispose (object);
}

static void
onward_table_cell_class_init (OnwardTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_table_cell_dispose;
  widget_class->measure = onward_table_cell_measure;
  widget_class->size_allocate = onward_table_cell_size_allocate;
  widget_class->snapshot = onward_table_cell_snapshot;
  widget_class->query_tooltip = onward_table_cell_query_tooltip;
  widget_class->css_changed = onward_table_cell_css_changed;
  widget_class->direction_changed = onward_table_cell_direction_changed;
}

static void
onward_table_cell_init (OnwardTableCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
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

  static const OnwardTextStyle styles[ONWARD_TABLE_N_COLUMNS] = {
    [ONWARD_TABLE_COMPANY] = ONWARD_TEXT_HEADING,
    [ONWARD_TABLE_PEOPLE] = ONWARD_TEXT_CAPTION,
  };

  self->column = column;
  self->item = item;
  self->text.style = styles[column];
  self->text.most_lines = 1;
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
  self->shown = card->id;
  self->generation = generation;
  if (self->column == ONWARD_TABLE_PEOPLE)
    show_people (self, card);
  else if (self->column == ONWARD_TABLE_NEXT)
    onward_drawn_chip_take (&self->chip, onward_card_words_get_next (card, today));
  else
    {
      g_autofree char *text = get_text (self, card, stage, today);

      onward_text_set (&self->text, text);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->column == ONWARD_TABLE_COMPANY && onward_table_cell_get_row (self) != NULL)
    {
      g_autofree char *label = onward_card_words_get_label (card, today);
      g_autofree char *name = g_strdup_printf (
          "%s, %s", label, card->outcome != NULL ? onward_card_words_get_outcome (card->outcome) : stage);

      onward_accessible_set_label (onward_table_cell_get_row (self), name);
    }
}
