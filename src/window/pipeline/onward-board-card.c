/* onward-board-card.c - a card of the board: what, who, how long, what next */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-board-card.h"

#include "onward-card-words.h"
#include "onward-drawn-chip.h"
#include "shared/onward-accessible.h"
#include "shared/onward-faces.h"

#include <glib/gi18n-lib.h>

/* px */
#define LEAST_WIDTH   100
#define NATURAL_WIDTH 280
#define LEAST_HEIGHT  60
#define LINE_SPACE    3
#define PART_SPACE    6 /* between what, who and what next; and between what stands beside each other */

typedef enum
{
  COMPANY,
  TITLE,
  MORE, /* of the people */
  SPAN,
  N_TEXTS
} CardText;

/* Draws its words and its chip itself: as widgets they were seven, and a board of thirty cards is on every start. */
struct _OnwardBoardCard
{
  GtkButton parent_instance;

  OnwardCard *card;
  int today;

  OnwardText texts[N_TEXTS];
  OnwardDrawnChip chip;
  GtkWidget *people; /* NULL before it had some */

  /* Where things are, from the side where reading begins; y, and for the texts how wide they are. */
  int tops[N_TEXTS];
  int widths[N_TEXTS];
  int heights[N_TEXTS];
  int facts_top;
  int facts_height;
  int chip_top;
};

G_DEFINE_FINAL_TYPE (OnwardBoardCard, onward_board_card, GTK_TYPE_BUTTON)

static gboolean
has_text (OnwardBoardCard *self, CardText which)
{
  const char *text = self->texts[which].text;

  return text != NULL && *text != '\0';
}

static gboolean
has_people (OnwardBoardCard *self)
{
  return self->people != NULL && gtk_widget_get_visible (self->people);
}

static int
get_people_width (OnwardBoardCard *self)
{
  int width = 0;

  if (has_people (self))
    gtk_widget_measure (self->people, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

static void
measure_text (OnwardBoardCard *self, CardText which, int room)
{
  onward_text_measure (&self->texts[which], GTK_WIDGET (self), room, &self->widths[which], &self->heights[which]);
}

/* The people, and beside them how many more there are and how long; in the middle of the line. */
static int
arrange_facts (OnwardBoardCard *self, int width, int top)
{
  int people = get_people_width (self);
  int room = width - (people > 0 ? people + PART_SPACE : 0);

  self->facts_height = people;
  if (people > 0)
    gtk_widget_measure (self->people, GTK_ORIENTATION_VERTICAL, -1, NULL, &self->facts_height, NULL, NULL);
  for (CardText which = MORE; which <= SPAN; which++)
    if (has_text (self, which))
      {
        measure_text (self, which, room);
        room -= self->widths[which] + PART_SPACE;
        self->facts_height = MAX (self->facts_height, self->heights[which]);
      }
  for (CardText which = MORE; which <= SPAN; which++)
    self->tops[which] = top + (self->facts_height - self->heights[which]) / 2;
  self->facts_top = top;
  return top + self->facts_height;
}

/* Lays the card out for a width; returns how high it is. */
static int
arrange (OnwardBoardCard *self, int width)
{
  int height;

  measure_text (self, COMPANY, width);
  measure_text (self, TITLE, width);
  self->tops[COMPANY] = 0;
  self->tops[TITLE] = self->heights[COMPANY] + LINE_SPACE;
  height = self->tops[TITLE] + self->heights[TITLE];
  if (has_people (self) || has_text (self, SPAN))
    height = arrange_facts (self, width, height + PART_SPACE);
  if (onward_drawn_chip_has_words (&self->chip))
    {
      onward_drawn_chip_measure (&self->chip, GTK_WIDGET (self), width);
      self->chip_top = height + PART_SPACE;
      height = self->chip_top + self->chip.height;
    }
  return height;
}

static void
onward_board_card_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    {
      /* Of no width in particular a column asks before it knows its own; to lay out for a guess would be twice the
       * work. */
      *minimum = for_size < 0 ? LEAST_HEIGHT : arrange (ONWARD_BOARD_CARD (widget), for_size);
      *natural = *minimum;
    }
}

static GtkSizeRequestMode
onward_board_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
onward_board_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OnwardBoardCard *self = ONWARD_BOARD_CARD (widget);
  int people = get_people_width (self);

  arrange (self, width);
  if (people > 0)
    gtk_widget_size_allocate (self->people,
                              &(GtkAllocation){ onward_text_place (GTK_WIDGET (self), 0, people), self->facts_top,
                                                people, self->facts_height },
                              -1);
}

static void
draw_text (OnwardBoardCard *self, GtkSnapshot *snapshot, CardText which, int start, const GdkRGBA *color)
{
  if (has_text (self, which))
    onward_text_draw (&self->texts[which], snapshot, onward_text_place (GTK_WIDGET (self), start, self->widths[which]),
                      self->tops[which], color);
}

/* With people the time stands at the other side, without them it stands alone. */
static void
onward_board_card_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OnwardBoardCard *self = ONWARD_BOARD_CARD (widget);
  int people = get_people_width (self);
  GdkRGBA color, dim = onward_text_find_color (widget, "onward_dim", NULL);

  arrange (self, gtk_widget_get_width (widget)); /* again, after a style that changed no size */
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  draw_text (self, snapshot, COMPANY, 0, &color);
  draw_text (self, snapshot, TITLE, 0, &color);
  draw_text (self, snapshot, MORE, people + PART_SPACE, &dim);
  draw_text (self, snapshot, SPAN, people > 0 ? gtk_widget_get_width (widget) - self->widths[SPAN] : 0, &dim);
  if (onward_drawn_chip_has_words (&self->chip))
    onward_drawn_chip_draw (&self->chip, widget, snapshot, onward_text_place (GTK_WIDGET (self), 0, self->chip.width),
                            self->chip_top);
  GTK_WIDGET_CLASS (onward_board_card_parent_class)->snapshot (widget, snapshot);
}

static void
forget_layouts (OnwardBoardCard *self)
{
  for (guint i = 0; i < N_TEXTS; i++)
    onward_text_forget_layout (&self->texts[i]);
  onward_drawn_chip_forget_layout (&self->chip);
}

static void
onward_board_card_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (onward_board_card_parent_class)->css_changed (widget, change);
  forget_layouts (ONWARD_BOARD_CARD (widget));
}

static void
onward_board_card_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  forget_layouts (ONWARD_BOARD_CARD (widget));
  GTK_WIDGET_CLASS (onward_board_card_parent_class)->direction_changed (widget, previous);
}

/* The whole of what is cut off. */
static gboolean
onward_board_card_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  OnwardBoardCard *self = ONWARD_BOARD_CARD (widget);

  for (CardText which = COMPANY; which < N_TEXTS; which++)
    if (has_text (self, which) && onward_text_is_cut_off (&self->texts[which]) && y >= self->tops[which]
        && y < self->tops[which] + self->heights[which] && !keyboard)
      {
        gtk_tooltip_set_text (tooltip, self->texts[which].text);
        return TRUE;
      }
  if (onward_drawn_chip_has_words (&self->chip) && onward_text_is_cut_off (&self->chip.words) && y >= self->chip_top
      && y < self->chip_top + self->chip.height && !keyboard)
    {
      gtk_tooltip_set_text (tooltip, self->chip.words.text);
      return TRUE;
    }
  return FALSE;
}

static void
onward_board_card_dispose (GObject *object)
{
  OnwardBoardCard *self = ONWARD_BOARD_CARD (object);

  g_clear_pointer (&self->people, gtk_widget_unparent);
  for (guint i = 0; i < N_TEXTS; i++)
    onward_text_clear (&self->texts[i]);
  onward_drawn_chip_clear (&self->chip);
  g_clear_pointer (&self->card, onward_card_free);
  G_OBJECT_CLASS (onward_board_card_parent_class)->dispose (object);
}

static void
onward_board_card_class_init (OnwardBoardCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_board_card_dispose;
  widget_class->measure = onward_board_card_measure;
  widget_class->get_request_mode = onward_board_card_get_request_mode;
  widget_class->size_allocate = onward_board_card_size_allocate;
  widget_class->snapshot = onward_board_card_snapshot;
  widget_class->css_changed = onward_board_card_css_changed;
  widget_class->direction_changed = onward_board_card_direction_changed;
  widget_class->query_tooltip = onward_board_card_query_tooltip;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "board.go-to-end", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_End, 0, "board.go-to-end", "i", 1);
}

static void
onward_board_card_init (OnwardBoardCard *self)
{
  static const OnwardText texts[N_TEXTS] = {
    [COMPANY] = { ONWARD_TEXT_HEADING, 1 },
    [TITLE] = { ONWARD_TEXT_SMALL, 2 },
    [MORE] = { ONWARD_TEXT_CAPTION, 1 },
    [SPAN] = { ONWARD_TEXT_CAPTION, 1 },
  };

  memcpy (self->texts, texts, sizeof texts);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "board-card");
}

static void
show_faces (OnwardBoardCard *self)
{
  const char *names[ONWARD_CARD_PEOPLE + 1] = { NULL };
  guint n = MIN (self->card->n_people, ONWARD_CARD_PEOPLE);

  if (n == 0 && self->people == NULL)
    return;
  for (guint i = 0; i < n; i++)
    names[i] = self->card->people[i].name != NULL ? self->card->people[i].name : "";
  if (self->people == NULL)
    {
      self->people = onward_faces_new ();
      gtk_widget_set_parent (self->people, GTK_WIDGET (self));
    }
  onward_faces_set_names (ONWARD_FACES (self->people), names);
}

static void
show_facts (OnwardBoardCard *self)
{
  gboolean crowded = self->card->n_people > ONWARD_CARD_PEOPLE;
  g_autofree char *span = onward_card_words_get_span (self->card, self->today, crowded);
  /* “+2” reads from left to right in every script. */
  g_autofree char *more = crowded ? g_strdup_printf ("\u200e+%u", self->card->n_people - ONWARD_CARD_PEOPLE) : NULL;

  show_faces (self);
  onward_text_set (&self->texts[MORE], more);
  onward_text_set (&self->texts[SPAN], span);
}

/**
 * onward_board_card_new:
 * @card: (transfer full): what it shows
 * @today: the user's day
 *
 * Returns: (transfer floating): the card; a press opens the opportunity
 */
GtkWidget *
onward_board_card_new (OnwardCard *card, int today)
{
  OnwardBoardCard *self = g_object_new (ONWARD_TYPE_BOARD_CARD, "action-name", "win.open-opportunity", NULL);

  onward_board_card_set (self, card, today);
  return GTK_WIDGET (self);
}

/**
 * onward_board_card_set:
 * @self: a card
 * @card: (transfer full): what it shows now
 * @today: the user's day
 */
void
onward_board_card_set (OnwardBoardCard *self, OnwardCard *card, int today)
{
  g_autofree char *title = onward_card_words_get_title (card);
  g_autofree char *label = onward_card_words_get_label (card, today);
  const char *company = card->company != NULL ? card->company : _ ("Company not known yet");

  g_clear_pointer (&self->card, onward_card_free);
  self->card = card;
  self->today = today;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "x", card->id);
  onward_text_set (&self->texts[COMPANY], company);
  onward_text_set (&self->texts[TITLE], title);
  show_facts (self);
  onward_drawn_chip_take (&self->chip, onward_card_words_get_next (card, today));
  onward_accessible_set_label (GTK_WIDGET (self), label);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * onward_board_card_get:
 * @self: a card
 *
 * Returns: (transfer none): what it shows
 */
const OnwardCard *
onward_board_card_get (OnwardBoardCard *self)
{
  return self->card;
}

/**
 * onward_board_card_is:
 * @self: a card
 * @card: what it should show
 * @today: the user's day
 *
 * Returns: whether it shows that already
 */
gboolean
onward_board_card_is (OnwardBoardCard *self, const OnwardCard *card, int today)
{
  return self->today == today && onward_card_equal (self->card, card);
}

/**
 * onward_board_card_set_selected:
 * @self: a card
 * @selected: whether what is done to the selection is done to it
 */
void
onward_board_card_set_selected (OnwardBoardCard *self, gboolean selected)
{
  if (gtk_widget_has_css_class (GTK_WIDGET (self), "selected") == selected)
    return;
  if (selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * onward_board_card_new_like:
 * @self: a card
 *
 * Returns: (transfer floating): another one that shows the same
 */
GtkWidget *
onward_board_card_new_like (OnwardBoardCard *self)
{
  return onward_board_card_new (onward_card_copy (self->card), self->today);
}
