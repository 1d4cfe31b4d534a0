/* onward-board-card.c - a card of the board: what, who, how long, what next */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-board-card.h"

#include "onward-card-words.h"
#include "shared/onward-accessible.h"
#include "shared/onward-chip.h"
#include "shared/onward-faces.h"
#include "shared/onward-tooltip.h"

#include <glib/gi18n-lib.h>

struct _OnwardBoardCard
{
  GtkButton parent_instance;

  OnwardCard *card;
  int today;

  GtkLabel *company;
  GtkLabel *title;
  GtkBox *facts;
  OnwardFaces *people;
  GtkLabel *more;
  GtkLabel *span;
  GtkBox *content;
  GtkWidget *chip; /* NULL when nothing is owed */
};

G_DEFINE_FINAL_TYPE (OnwardBoardCard, onward_board_card, GTK_TYPE_BUTTON)

static void
onward_board_card_dispose (GObject *object)
{
  OnwardBoardCard *self = ONWARD_BOARD_CARD (object);

  g_clear_pointer (&self->card, onward_card_free);
  G_OBJECT_CLASS (onward_board_card_parent_class)->dispose (object);
}

static void
onward_board_card_class_init (OnwardBoardCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_board_card_dispose;
  g_type_ensure (ONWARD_TYPE_FACES);
  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/pipeline/onward-board-card.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardCard, company);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardCard, title);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardCard, facts);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardCard, people);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardCard, more);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardCard, span);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardCard, content);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "board.go-to-end", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_End, 0, "board.go-to-end", "i", 1);
}

static void
onward_board_card_init (OnwardBoardCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  onward_tooltip_show_cut_off (self->company);
  onward_tooltip_show_cut_off (self->title);
}

static void
show_faces (OnwardBoardCard *self)
{
  const char *names[ONWARD_CARD_PEOPLE + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < MIN (self->card->n_people, ONWARD_CARD_PEOPLE); i++)
    names[n++] = self->card->people[i].name != NULL ? self->card->people[i].name : "";
  onward_faces_set_names (self->people, names);
}

/* With people the time stands at the other side, without them it stands alone. */
static void
show_facts (OnwardBoardCard *self)
{
  gboolean crowded = self->card->n_people > ONWARD_CARD_PEOPLE;
  g_autofree char *span = onward_card_words_get_span (self->card, self->today, crowded);
  /* “+2” reads from left to right in every script. */
  g_autofree char *more = g_strdup_printf ("\u200e+%u", crowded ? self->card->n_people - ONWARD_CARD_PEOPLE : 0);

  show_faces (self);
  gtk_label_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), crowded);
  gtk_label_set_label (self->span, span != NULL ? span : "");
  gtk_label_set_xalign (self->span, self->card->n_people > 0 ? 1 : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), span != NULL || self->card->n_people > 0);
}

static void
show_chip (OnwardBoardCard *self)
{
  OnwardChipWords words = onward_card_words_get_next (self->card, self->today);

  if (self->chip != NULL)
    gtk_box_remove (self->content, self->chip);
  self->chip = words.text != NULL ? onward_chip_new (words.icon, words.text, words.kind) : NULL;
  if (self->chip != NULL)
    {
      gtk_widget_set_margin_top (self->chip, 3);
      gtk_box_append (self->content, self->chip);
    }
  g_free (words.text);
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
  OnwardBoardCard *self = g_object_new (ONWARD_TYPE_BOARD_CARD, NULL);

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
  gtk_label_set_label (self->company, company);
  gtk_label_set_label (self->title, title);
  show_facts (self);
  show_chip (self);
  onward_accessible_set_label (GTK_WIDGET (self), label);
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
