/* onward-board-column-cards.c - which cards of a stage are made: those in sight, whatever its length */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-board-column-private.h"

#include "onward-board-drag.h"
#include "onward-card-words.h"

/* A list widget of GTK 4.8 makes 205 rows at once, and cards are of different heights. So a column makes the cards that
 * can be seen, and some beyond; gaps stand for all others, as high as they were when they were last seen, or as a card
 * usually is. The card at the top of what is seen (the anchor) stays where it is when others come, go, or turn out to
 * be higher than was thought. */
#define FIRST_CARDS 6
#define NEAR        200 /* px from an edge: more cards are needed */
#define FAR         600 /* px from it: so many are made then */
#define SPACING     6   /* between cards, as in the template */
#define USUAL       96  /* px, before a card was laid out */

static int
get_height (OnwardBoardColumn *self, guint position)
{
  int height = g_array_index (self->heights, int, position);

  return height > 0 ? height : self->usual;
}

static double
get_top (OnwardBoardColumn *self, guint position)
{
  double top = 0;

  for (guint i = 0; i < position; i++)
    top += get_height (self, i) + SPACING;
  return top;
}

static guint
count_cards (OnwardBoardColumn *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->ids));
}

/* How far the cards are scrolled, or will be once they have their sizes. */
static double
get_value (OnwardBoardColumn *self)
{
  guint position;

  if (self->anchor == 0)
    return 0;
  if (!onward_id_list_find (self->ids, self->anchor, &position))
    return gtk_adjustment_get_value (self->adjustment);
  return MAX (get_top (self, position) - self->anchor_offset, 0);
}

/* The cards within @margin of what is seen. */
static void
find_range (OnwardBoardColumn *self, int margin, guint *first, guint *end)
{
  double value = get_value (self);
  double page = gtk_adjustment_get_page_size (self->adjustment);
  double top = 0;
  guint n = count_cards (self);

  *first = n;
  for (*end = 0; *end < n && top <= value + page + margin; (*end)++)
    {
      if (*first == n && top + get_height (self, *end) >= value - margin)
        *first = *end;
      top += get_height (self, *end) + SPACING;
    }
  *first = MIN (*first, *end);
}

static void
set_anchor (OnwardBoardColumn *self)
{
  double value = gtk_adjustment_get_value (self->adjustment);
  double top = 0;
  guint position = 0;

  self->anchor = 0;
  if (value <= 0)
    return;
  while (position + 1 < count_cards (self) && top + get_height (self, position) + SPACING <= value)
    top += get_height (self, position++) + SPACING;
  self->anchor = onward_id_list_get_id (self->ids, position);
  self->anchor_offset = top - value;
}

static gboolean
must_stay (GtkWidget *card)
{
  return gtk_widget_has_css_class (card, "dragging")
         || (gtk_widget_get_state_flags (card) & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_WITHIN)) != 0;
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const guint *first = a, *second = b;

  return *first < *second ? -1 : *first > *second;
}

/* The places of the cards there are to be, in order; takes away the others. */
static GArray *
choose_positions (OnwardBoardColumn *self)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gint64 *id;
  GtkWidget *card;

  for (guint i = self->first; i < self->end; i++)
    g_array_append_val (positions, i);
  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, (gpointer *)&id, (gpointer *)&card))
    {
      guint position;
      gboolean found = onward_id_list_find (self->ids, *id, &position);

      if (found && position >= self->first && position < self->end)
        continue;
      if (found && must_stay (card))
        g_array_append_val (positions, position);
      else
        {
          gtk_box_remove (self->cards, card);
          g_hash_table_iter_remove (&iter);
        }
    }
  g_array_sort (positions, compare_positions);
  return positions;
}

/* Those that are dragged stay behind, pale. */
static gboolean
is_carried (OnwardBoardColumn *self, gint64 id)
{
  for (guint i = 0; self->carried != NULL && i < self->carried->len; i++)
    if (g_array_index (self->carried, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static void
mark_card (OnwardBoardColumn *self, gint64 id, GtkWidget *card)
{
  onward_board_card_set_selected (ONWARD_BOARD_CARD (card), onward_card_selection_has (self->selection, id));
  if (is_carried (self, id))
    gtk_widget_add_css_class (card, "dragging");
  else
    gtk_widget_remove_css_class (card, "dragging");
}

static void
mark_cards (OnwardBoardColumn *self)
{
  GHashTableIter iter;
  gint64 *id;
  GtkWidget *card;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, (gpointer *)&id, (gpointer *)&card))
    mark_card (self, *id, card);
}

/* The card of an opportunity, made or brought up to date; NULL when it is gone. */
static GtkWidget *
provide_card (OnwardBoardColumn *self, gint64 id, gboolean again)
{
  GtkWidget *widget = g_hash_table_lookup (self->shown, &id);
  g_autoptr (OnwardCard) card = NULL;

  if (widget != NULL && (!again || (self->changed != NULL && !g_hash_table_contains (self->changed, &id))))
    return widget;
  card = onward_board_get_card (self->store, id);
  if (card == NULL)
    return widget;
  if (widget == NULL)
    {
      widget = onward_board_card_new (g_steal_pointer (&card), self->today);
      onward_board_drag_offer (ONWARD_BOARD_CARD (widget));
      gtk_box_append (self->cards, widget);
      g_hash_table_insert (self->shown, g_memdup2 (&id, sizeof id), widget);
      mark_card (self, id, widget);
    }
  else if (!onward_board_card_is (ONWARD_BOARD_CARD (widget), card, self->today))
    onward_board_card_set (ONWARD_BOARD_CARD (widget), g_steal_pointer (&card), self->today);
  return widget;
}

static GtkWidget *
place_gap (OnwardBoardColumn *self, guint number, guint from, guint end, GtkWidget *previous)
{
  GtkWidget *gap;
  int height = 0;

  if (number == self->gaps->len)
    {
      gap = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      g_ptr_array_add (self->gaps, g_object_ref_sink (gap));
      gtk_box_append (self->cards, gap);
    }
  gap = self->gaps->pdata[number];
  for (guint i = from; i < end; i++)
    height += get_height (self, i) + SPACING;
  gtk_widget_set_size_request (gap, -1, height - SPACING);
  gtk_box_reorder_child_after (self->cards, gap, previous);
  return gap;
}

static void
remove_gaps (OnwardBoardColumn *self, guint from)
{
  for (guint i = from; i < self->gaps->len; i++)
    gtk_box_remove (self->cards, self->gaps->pdata[i]);
  g_ptr_array_set_size (self->gaps, from);
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

      if (GTK_IS_LABEL (child) && child != self->mark)
        gtk_box_remove (self->cards, child);
      child = next;
    }
}

/* In Closed a heading stands above the first card of each outcome. */
static GtkWidget *
place_heading (OnwardBoardColumn *self, guint position, GtkWidget *card, GtkWidget *previous)
{
  const char *outcome = onward_board_card_get (ONWARD_BOARD_CARD (card))->outcome;
  g_autoptr (OnwardCard) above =
      position > 0 ? onward_board_get_card (self->store, onward_id_list_get_id (self->ids, position - 1)) : NULL;
  GtkWidget *heading;

  if (above != NULL && g_strcmp0 (above->outcome, outcome) == 0)
    return previous;
  heading = create_heading (outcome);
  gtk_box_insert_child_after (self->cards, heading, previous);
  return heading;
}

static void
arrange (OnwardBoardColumn *self, gboolean again)
{
  g_autoptr (GArray) positions = choose_positions (self);
  GtkWidget *previous = NULL;
  guint next = 0, n_gaps = 0;

  remove_headings (self);
  for (guint i = 0; i <= positions->len; i++)
    {
      guint position = i < positions->len ? g_array_index (positions, guint, i) : count_cards (self);
      GtkWidget *card;

      if (position > next)
        previous = place_gap (self, n_gaps++, next, position, previous);
      next = position + 1;
      card = i < positions->len ? provide_card (self, onward_id_list_get_id (self->ids, position), again) : NULL;
      if (card == NULL)
        continue;
      if (onward_board_column_is_closed (self))
        previous = place_heading (self, position, card, previous);
      gtk_box_reorder_child_after (self->cards, card, previous);
      previous = card;
    }
  remove_gaps (self, n_gaps);
}

static gboolean
wants_more (OnwardBoardColumn *self)
{
  guint first, end;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || gtk_adjustment_get_page_size (self->adjustment) <= 0)
    return FALSE;
  find_range (self, NEAR, &first, &end);
  return first < self->first || end > self->end;
}

static gboolean
grow_cb (gpointer data)
{
  OnwardBoardColumn *self = data;

  self->grow_source = 0;
  if (!wants_more (self))
    return G_SOURCE_REMOVE;
  find_range (self, FAR, &self->first, &self->end);
  arrange (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
value_changed_cb (OnwardBoardColumn *self)
{
  if (!self->adjusting)
    set_anchor (self);
  onward_board_column_look (self);
}

static void
items_changed_cb (GListModel *list, guint position, guint removed, guint added, OnwardBoardColumn *self)
{
  g_autofree int *unknown = g_new0 (int, added);

  g_array_remove_range (self->heights, position, removed);
  g_array_insert_vals (self->heights, position, unknown, added);
  self->end = MIN (self->end, count_cards (self));
  self->first = MIN (self->first, self->end);
  /* Whoever came after the card that is gone stands in its place. */
  if (self->anchor != 0 && removed > 0 && !onward_id_list_find (self->ids, self->anchor, NULL))
    self->anchor = onward_id_list_get_id (self->ids, MIN (position, MAX (count_cards (self), 1) - 1));
}

static int
measure_height (OnwardBoardColumn *self, GtkWidget *widget)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (GTK_WIDGET (self->cards)), &height, NULL,
                      NULL, NULL);
  return height;
}

/* With its heading, if it has one, and with what the style puts around both; 0 = it has no size yet. */
static int
measure_card (OnwardBoardColumn *self, GtkWidget *card)
{
  GtkWidget *above = gtk_widget_get_prev_sibling (card);

  if (gtk_widget_get_height (card) <= 0)
    return 0;
  return measure_height (self, card)
         + (above != NULL && gtk_widget_has_css_class (above, "board-heading") ? measure_height (self, above) + SPACING
                                                                               : 0);
}

/**
 * onward_board_column_init_cards: (skip)
 * @self: a column whose store is known
 */
void
onward_board_column_init_cards (OnwardBoardColumn *self)
{
  self->ids = onward_id_list_new (self->store, ONWARD_TYPE_OPPORTUNITY);
  self->usual = USUAL;
  g_signal_connect_object (self->ids, "items-changed", G_CALLBACK (items_changed_cb), self, 0);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (mark_cards), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adjustment, "changed", G_CALLBACK (onward_board_column_look), self, G_CONNECT_SWAPPED);
}

/**
 * onward_board_column_set_carried:
 * @self: the column
 * @carried: (nullable) (element-type gint64): what is dragged from now on; NULL = nothing
 */
void
onward_board_column_set_carried (OnwardBoardColumn *self, GArray *carried)
{
  g_clear_pointer (&self->carried, g_array_unref);
  self->carried = carried != NULL ? g_array_ref (carried) : NULL;
  mark_cards (self);
}

/**
 * onward_board_column_look: (skip)
 * @self: the column
 *
 * Makes cards that came into sight, and drops those that are far. Not at once: this is asked while the column is given
 * its size.
 */
void
onward_board_column_look (OnwardBoardColumn *self)
{
  if (self->grow_source == 0 && wants_more (self))
    self->grow_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 30, grow_cb, self, NULL);
}

/**
 * onward_board_column_learn: (skip)
 * @self: a column whose cards were given their sizes
 *
 * Remembers how high they are, and puts the anchor back where it was.
 *
 * Returns: whether that scrolled them
 */
gboolean
onward_board_column_learn (OnwardBoardColumn *self)
{
  GHashTableIter iter;
  gint64 *id;
  GtkWidget *card;
  guint position;
  double before;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, (gpointer *)&id, (gpointer *)&card))
    if (onward_id_list_find (self->ids, *id, &position))
      g_array_index (self->heights, int, position) = measure_card (self, card);
  before = gtk_adjustment_get_value (self->adjustment);
  if (self->anchor != 0)
    gtk_adjustment_set_value (self->adjustment, get_value (self));
  return gtk_adjustment_get_value (self->adjustment) != before;
}

/**
 * onward_board_column_arrange: (skip)
 * @self: a column whose ids were set
 * @changed: (nullable) (element-type gint64): only these are read again; NULL = all
 *
 * Brings the cards that are seen up to date, and makes those that are new among them.
 */
void
onward_board_column_arrange (OnwardBoardColumn *self, GHashTable *changed)
{
  guint first, end;

  find_range (self, NEAR, &first, &end);
  if (self->anchor == 0)
    first = 0;
  /* The first screen comes as it is looked at. */
  self->first = MIN (first, self->first);
  self->end = MIN (MAX (self->end, FIRST_CARDS), count_cards (self));
  if (self->anchor != 0)
    find_range (self, FAR, &self->first, &self->end);
  self->changed = changed;
  arrange (self, TRUE);
  self->changed = NULL;
  onward_board_column_look (self);
}

/**
 * onward_board_column_show_cards:
 * @self: a column
 * @changed: (element-type gint64): opportunities
 *
 * Those of them whose cards are made are read again, where they stand.
 */
void
onward_board_column_show_cards (OnwardBoardColumn *self, GHashTable *changed)
{
  GHashTableIter iter;
  gint64 *id;

  g_hash_table_iter_init (&iter, changed);
  while (g_hash_table_iter_next (&iter, (gpointer *)&id, NULL))
    if (g_hash_table_contains (self->shown, id))
      provide_card (self, *id, TRUE);
}

/**
 * onward_board_column_reveal: (skip)
 * @self: the column
 * @position: a card
 *
 * Returns: (transfer none) (nullable): its widget, made if need be, and as far in sight as can be
 */
GtkWidget *
onward_board_column_reveal (OnwardBoardColumn *self, guint position)
{
  gint64 id = onward_id_list_get_id (self->ids, position);
  double page = gtk_adjustment_get_page_size (self->adjustment);
  double top = get_top (self, position);
  double value = get_value (self);

  if (g_hash_table_contains (self->shown, &id) || page <= 0)
    return g_hash_table_lookup (self->shown, &id);
  value = top < value ? top : MAX (value, top + 2 * get_height (self, position) - page);
  self->anchor = id;
  self->anchor_offset = top - value;
  find_range (self, FAR, &self->first, &self->end);
  arrange (self, FALSE);
  return g_hash_table_lookup (self->shown, &id);
}
