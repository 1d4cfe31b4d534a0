/* onward-board-column.c - a stage of the board: its cards in order, as far as somebody looks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-board-column-private.h"

#include "onward-board-drag.h"
#include "onward-card-words.h"
#include "shared/onward-accessible.h"
#include "shared/onward-tooltip.h"

#include <glib/gi18n-lib.h>

/* ui.md: from 176 px, so that six stages fit beside the Due pane, to 320 px; a width request is with the padding of
 * style.css, what is measured is without. */
#define LEAST_WIDTH 176
#define MOST_WIDTH  (320 - 2 * 6)

/* Of the cards; the smallest window has room for more. */
#define LEAST_HEIGHT 120

/* Cards are made as far as they can be seen, and some more: a list widget of GTK 4.8 makes 205 at once. */
#define FIRST_CARDS 6
#define MORE_CARDS  12
#define NEAR_END    400 /* px */

G_DEFINE_FINAL_TYPE (OnwardBoardColumn, onward_board_column, GTK_TYPE_WIDGET)

static void arrange_cards (OnwardBoardColumn *self);

static gboolean
wants_more (OnwardBoardColumn *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroll);

  return self->n_shown < self->ids->len && gtk_widget_get_mapped (GTK_WIDGET (self))
         && gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) + NEAR_END
                > gtk_adjustment_get_upper (adjustment);
}

static void
show_at_least (OnwardBoardColumn *self, guint n)
{
  if (n <= self->n_shown || self->n_shown == self->ids->len)
    return;
  self->n_shown = MIN (n, self->ids->len);
  arrange_cards (self);
}

static gboolean
grow_cb (gpointer data)
{
  OnwardBoardColumn *self = data;

  self->grow_source = 0;
  if (wants_more (self))
    show_at_least (self, self->n_shown + MORE_CARDS);
  return G_SOURCE_REMOVE;
}

/* Not at once: the adjustment changes while the column is given its size. */
static void
adjustment_changed_cb (OnwardBoardColumn *self)
{
  if (self->grow_source == 0 && wants_more (self))
    self->grow_source = g_idle_add (grow_cb, self);
}

static void
onward_board_column_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  OnwardBoardColumn *self = ONWARD_BOARD_COLUMN (widget);

  /* Whatever its cards say, they scroll: to ask them for every size would lay out all their words several times. */
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      gtk_widget_measure (self->header, orientation, -1, minimum, NULL, NULL, NULL);
      *minimum += LEAST_HEIGHT;
      *natural = *minimum;
    }
  else if (self->narrow)
    gtk_widget_measure (self->content, orientation, for_size, minimum, natural, NULL, NULL);
  else
    {
      *minimum = 0;
      *natural = MOST_WIDTH;
    }
}

static void
onward_board_column_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *content = ONWARD_BOARD_COLUMN (widget)->content;
  int least;

  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  gtk_widget_allocate (content, width, MAX (height, least), baseline, NULL);
}

static void
onward_board_column_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (onward_board_column_parent_class)->map (widget);
  adjustment_changed_cb (ONWARD_BOARD_COLUMN (widget));
}

static void
onward_board_column_dispose (GObject *object)
{
  OnwardBoardColumn *self = ONWARD_BOARD_COLUMN (object);

  g_clear_handle_id (&self->grow_source, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_hash_table_unref);
  g_clear_object (&self->mark);
  g_clear_object (&self->stage);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_board_column_parent_class)->dispose (object);
}

static void
onward_board_column_finalize (GObject *object)
{
  g_array_unref (ONWARD_BOARD_COLUMN (object)->ids);
  G_OBJECT_CLASS (onward_board_column_parent_class)->finalize (object);
}

static void
onward_board_column_class_init (OnwardBoardColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = onward_board_column_dispose;
  object_class->finalize = onward_board_column_finalize;
  widget_class->measure = onward_board_column_measure;
  widget_class->size_allocate = onward_board_column_size_allocate;
  widget_class->map = onward_board_column_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/pipeline/onward-board-column.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardColumn, content);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardColumn, header);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardColumn, name);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardColumn, count);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardColumn, fold);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardColumn, add);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardColumn, scroll);
  gtk_widget_class_bind_template_child (widget_class, OnwardBoardColumn, cards);
  gtk_widget_class_set_css_name (widget_class, "column");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
onward_board_column_init (OnwardBoardColumn *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  onward_tooltip_show_cut_off (self->name);
  onward_tooltip_set (self->add, _ ("Add to this stage"));
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->shown = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroll);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (adjustment_changed_cb), self);
  g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (adjustment_changed_cb), self);
  onward_board_drag_accept (self);
}

static GtkWidget *
create_heading (const char *outcome)
{
  GtkWidget *heading = gtk_label_new (onward_card_words_get_outcome (outcome));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_widget_add_css_class (heading, "dim-label");
  gtk_widget_add_css_class (heading, "board-heading");
  return heading;
}

static void
remove_headings (OnwardBoardColumn *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (!ONWARD_IS_BOARD_CARD (child))
        gtk_box_remove (self->cards, child);
      child = next;
    }
}

/* The card of an opportunity, made or brought up to date; NULL when it is gone. */
static GtkWidget *
provide_card (OnwardBoardColumn *self, gint64 id)
{
  GtkWidget *widget = g_hash_table_lookup (self->shown, &id);
  g_autoptr (OnwardCard) card = onward_board_get_card (self->store, id);

  if (card == NULL)
    return widget;
  if (widget == NULL)
    {
      widget = onward_board_card_new (g_steal_pointer (&card), self->today);
      onward_board_drag_offer (ONWARD_BOARD_CARD (widget));
      gtk_box_append (self->cards, widget);
      g_hash_table_insert (self->shown, g_memdup2 (&id, sizeof id), widget);
    }
  else if (!onward_board_card_is (ONWARD_BOARD_CARD (widget), card, self->today))
    onward_board_card_set (ONWARD_BOARD_CARD (widget), g_steal_pointer (&card), self->today);
  return widget;
}

static void
remove_absent_cards (OnwardBoardColumn *self)
{
  g_autoptr (GHashTable) present = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gint64 *id;
  GtkWidget *card;

  for (guint i = 0; i < self->n_shown; i++)
    g_hash_table_add (present, &g_array_index (self->ids, gint64, i));
  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, (gpointer *)&id, (gpointer *)&card))
    if (!g_hash_table_contains (present, id))
      {
        gtk_box_remove (self->cards, card);
        g_hash_table_iter_remove (&iter);
      }
}

static void
arrange_cards (OnwardBoardColumn *self)
{
  gboolean closed = onward_board_column_is_closed (self);
  GtkWidget *previous = NULL;
  const char *outcome = "";

  remove_headings (self);
  remove_absent_cards (self);
  for (guint i = 0; i < self->n_shown; i++)
    {
      GtkWidget *card = provide_card (self, g_array_index (self->ids, gint64, i));

      if (card == NULL)
        continue;
      if (closed && g_strcmp0 (onward_board_card_get (ONWARD_BOARD_CARD (card))->outcome, outcome) != 0)
        {
          GtkWidget *heading;

          outcome = onward_board_card_get (ONWARD_BOARD_CARD (card))->outcome;
          heading = create_heading (outcome);
          gtk_box_insert_child_after (self->cards, heading, previous);
          previous = heading;
        }
      gtk_box_reorder_child_after (self->cards, card, previous);
      previous = card;
    }
}

static void
update_header (OnwardBoardColumn *self)
{
  guint count = self->ids->len;
  const char *name = self->stage->name != NULL ? self->stage->name : "";
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *label =
      /* Translators: a stage and how many opportunities it has */
      g_strdup_printf (ngettext ("%s, %u opportunity", "%s, %u opportunities", count), name, count);
  g_autofree char *add = g_strdup_printf (_ ("Add to %s"), name);
  g_autofree char *fold = g_strdup_printf (_ ("Fold %s"), name);

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->count, number);
  onward_tooltip_set (self->fold, fold);
  onward_accessible_set_label (GTK_WIDGET (self), label);
  onward_accessible_set_label (GTK_WIDGET (self->add), add);
  onward_accessible_set_label (GTK_WIDGET (self->fold), fold);
}

/**
 * onward_board_column_new:
 * @store: the database
 * @stage: the stage it shows
 *
 * Returns: (transfer floating): the column, empty until onward_board_column_show()
 */
GtkWidget *
onward_board_column_new (OnwardStore *store, OnwardStage *stage)
{
  OnwardBoardColumn *self = g_object_new (ONWARD_TYPE_BOARD_COLUMN, NULL);

  self->store = g_object_ref (store);
  self->stage = g_object_ref (stage);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add), "x", stage->record.id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->fold), "x", stage->record.id);
  gtk_widget_set_visible (self->add, !onward_board_column_is_closed (self));
  gtk_widget_set_visible (self->fold, onward_board_column_is_closed (self));
  update_header (self);
  return GTK_WIDGET (self);
}

OnwardStage *
onward_board_column_get_stage (OnwardBoardColumn *self)
{
  return self->stage;
}

gboolean
onward_board_column_is_closed (OnwardBoardColumn *self)
{
  return g_strcmp0 (self->stage->kind, "closed") == 0;
}

GtkWidget *
onward_board_column_get_scroll (OnwardBoardColumn *self)
{
  return GTK_WIDGET (self->scroll);
}

/**
 * onward_board_column_set_narrow:
 * @self: the column
 * @narrow: whether it has the window for itself; then it is as wide as there is room, and its header is elsewhere
 */
void
onward_board_column_set_narrow (OnwardBoardColumn *self, gboolean narrow)
{
  self->narrow = narrow;
  gtk_widget_set_size_request (GTK_WIDGET (self), narrow ? -1 : LEAST_WIDTH, -1);
  gtk_widget_set_visible (self->header, !narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (self), narrow);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * onward_board_column_show:
 * @self: the column
 * @ids: (element-type gint64): the opportunities of the stage, in order; copied
 * @today: the user's day
 *
 * Shows these, and brings the cards that are made up to date. A card that stays keeps its focus.
 */
void
onward_board_column_show (OnwardBoardColumn *self, GArray *ids, int today)
{
  g_array_unref (self->ids);
  self->ids = g_array_copy (ids);
  self->today = today;
  self->n_shown = MIN (MAX (self->n_shown, FIRST_CARDS), self->ids->len);
  update_header (self);
  arrange_cards (self);
}

guint
onward_board_column_get_count (OnwardBoardColumn *self)
{
  return self->ids->len;
}

/**
 * onward_board_column_find:
 * @self: the column
 * @opportunity: an opportunity
 * @position: (out): its place
 *
 * Returns: whether it is in this column
 */
gboolean
onward_board_column_find (OnwardBoardColumn *self, gint64 opportunity, guint *position)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == opportunity)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * onward_board_column_get_id:
 * @self: the column
 * @position: a place
 *
 * Returns: the opportunity there; 0 when there is none
 */
gint64
onward_board_column_get_id (OnwardBoardColumn *self, guint position)
{
  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

/**
 * onward_board_column_focus:
 * @self: the column
 * @position: a place; beyond the last it is the last
 *
 * Returns: whether a card has the focus now
 */
gboolean
onward_board_column_focus (OnwardBoardColumn *self, guint position)
{
  GtkWidget *card;

  if (self->ids->len == 0)
    return FALSE;
  position = MIN (position, self->ids->len - 1);
  show_at_least (self, position + 1);
  card = g_hash_table_lookup (self->shown, &g_array_index (self->ids, gint64, position));
  return card != NULL && gtk_widget_grab_focus (card);
}

/* A column without cards is entered at its button. */
void
onward_board_column_focus_header (OnwardBoardColumn *self)
{
  gtk_widget_grab_focus (gtk_widget_get_visible (self->add) ? self->add : self->fold);
}
