/* onward-pipeline-board-update.c - what the board shows, read again: all of it, or only what can be another one */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-pipeline-board-private.h"

#include "onward-folded-column.h"

/* The opportunities of a stage that are searched for. */
static GArray *
list_ids (OnwardPipelineBoard *self, OnwardBoardColumn *column)
{
  GArray *ids = onward_board_list (self->store, onward_board_column_get_stage (column)->record.id);

  for (guint i = ids->len; self->matches != NULL && i > 0; i--)
    if (!g_hash_table_contains (self->matches, &g_array_index (ids, gint64, i - 1)))
      g_array_remove_index (ids, i - 1);
  return ids;
}

/* What stands for a column while it is folded, beside it. */
static OnwardFoldedColumn *
provide_folded (OnwardPipelineBoard *self, guint index)
{
  OnwardBoardColumn *column = self->columns->pdata[index];

  if (self->folded->pdata[index] == NULL)
    {
      self->folded->pdata[index] =
          g_object_ref_sink (onward_folded_column_new (onward_board_column_get_stage (column)));
      gtk_box_insert_child_after (self->columns_box, self->folded->pdata[index], GTK_WIDGET (column));
    }
  return self->folded->pdata[index];
}

/**
 * onward_pipeline_board_update_column: (skip)
 * @self: the board
 * @index: a column
 * @changed: (nullable) (element-type gint64): the cards that may say something else; NULL = all
 *
 * Reads again which cards stand in it.
 */
void
onward_pipeline_board_update_column (OnwardPipelineBoard *self, guint index, GHashTable *changed)
{
  OnwardBoardColumn *column = self->columns->pdata[index];
  gboolean folded = onward_pipeline_board_is_folded (self, index);
  g_autoptr (GArray) ids = folded && self->matches == NULL ? NULL : list_ids (self, column);

  if (folded)
    onward_folded_column_set_count (
        provide_folded (self, index),
        ids != NULL ? ids->len : onward_board_count (self->store, onward_board_column_get_stage (column)->record.id));
  else
    onward_board_column_show (column, ids, changed, self->today);
  gtk_widget_set_visible (GTK_WIDGET (column), !folded);
  if (self->folded->pdata[index] != NULL)
    gtk_widget_set_visible (self->folded->pdata[index], folded);
}

/**
 * onward_pipeline_board_keep_selection: (skip)
 * @self: the board
 *
 * What is not shown any more is not selected.
 */
void
onward_pipeline_board_keep_selection (OnwardPipelineBoard *self)
{
  g_autoptr (GArray) shown = NULL;

  if (onward_card_selection_count (self->selection) == 0)
    return;
  shown = onward_pipeline_board_list_shown (self);
  onward_card_selection_keep (self->selection, shown);
}

/* Where the focus was before cards were moved about. */
typedef struct
{
  gint64 id; /* 0 = on no card */
  guint column;
  guint position;
} FocusPlace;

static FocusPlace
note_focus (OnwardPipelineBoard *self)
{
  FocusPlace place = { .id = onward_pipeline_board_get_focus (self) };

  if (place.id != 0)
    onward_pipeline_board_find_card (self, place.id, &place.column, &place.position);
  return place;
}

static void
keep_focus (OnwardPipelineBoard *self, FocusPlace place)
{
  onward_pipeline_board_focus_wanted_stage (self);
  if (place.id != 0 && onward_pipeline_board_get_focus (self) != place.id
      && !onward_pipeline_board_focus_card (self, place.id) && place.column < self->columns->len)
    onward_board_column_focus (self->columns->pdata[place.column], place.position);
}

/**
 * onward_pipeline_board_update:
 * @self: the board
 * @matches: (nullable) (element-type gint64): the opportunities that are searched for; NULL = all
 * @today: the user's day
 *
 * Reads what is shown again. The card that had the focus keeps it, wherever it stands now; when it is gone, the one
 * that took its place gets it.
 */
void
onward_pipeline_board_update (OnwardPipelineBoard *self, GHashTable *matches, int today)
{
  FocusPlace place = note_focus (self);

  g_clear_pointer (&self->matches, g_hash_table_unref);
  self->matches = matches != NULL ? g_hash_table_ref (matches) : NULL;
  self->today = today;
  onward_pipeline_board_provide_columns (self);
  for (guint i = 0; i < self->columns->len; i++)
    onward_pipeline_board_update_column (self, i, NULL);
  onward_pipeline_board_update_pager (self);
  onward_pipeline_board_keep_selection (self);
  keep_focus (self, place);
}

/* Of a card that may stand elsewhere now. */
typedef struct
{
  gint64 stage;      /* where it stands; 0 = nowhere */
  gboolean was_seen; /* in a column that is not folded, so that it stood in no other */
} Place;

static Place *
find_place (OnwardPipelineBoard *self, gint64 id)
{
  Place *place = g_new0 (Place, 1);
  g_autoptr (OnwardCard) card = onward_board_get_card (self->store, id);
  guint column, position;

  place->stage = card != NULL ? card->stage : 0;
  place->was_seen =
      onward_pipeline_board_find_card (self, id, &column, &position) && !onward_pipeline_board_is_folded (self, column);
  return place;
}

static GHashTable *
find_places (OnwardPipelineBoard *self, GHashTable *ids)
{
  GHashTable *places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GHashTableIter iter;
  gint64 *id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, (gpointer *)&id, NULL))
    g_hash_table_insert (places, g_memdup2 (id, sizeof *id), find_place (self, *id));
  return places;
}

/* Whether one of these cards stands in the stage now, or may have stood in it unseen. */
static gboolean
must_read (OnwardPipelineBoard *self, guint index, GHashTable *places)
{
  gint64 stage = onward_board_column_get_stage (self->columns->pdata[index])->record.id;
  gboolean folded = onward_pipeline_board_is_folded (self, index);
  GHashTableIter iter;
  Place *place;

  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&place))
    if (place->stage == stage || (folded && !place->was_seen))
      return TRUE;
  return FALSE;
}

/* The others stay in their order when these cards leave: nothing has to be read. */
static void
take_out (OnwardPipelineBoard *self, guint index, GHashTable *cards)
{
  OnwardBoardColumn *column = self->columns->pdata[index];
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = onward_board_column_get_count (column);

  for (guint i = 0; i < n; i++)
    {
      gint64 id = onward_board_column_get_id (column, i);

      if (!g_hash_table_contains (cards, &id))
        g_array_append_val (ids, id);
    }
  if (ids->len < n)
    onward_board_column_show (column, ids, cards, self->today);
}

static void
update_places (OnwardPipelineBoard *self, GHashTable *cards)
{
  g_autoptr (GHashTable) places = find_places (self, cards);

  for (guint i = 0; i < self->columns->len; i++)
    if (must_read (self, i, places))
      onward_pipeline_board_update_column (self, i, cards);
    else if (!onward_pipeline_board_is_folded (self, i))
      take_out (self, i, cards);
}

/**
 * onward_pipeline_board_update_some:
 * @self: the board
 * @change: what was changed since it was read
 * @today: the user's day
 *
 * As onward_pipeline_board_update(), where that can be told from what did not change.
 */
void
onward_pipeline_board_update_some (OnwardPipelineBoard *self, OnwardBoardChange *change, int today)
{
  FocusPlace place;

  if (change->all || self->matches != NULL || self->today != today || self->columns->len == 0)
    {
      g_autoptr (GHashTable) matches = self->matches != NULL ? g_hash_table_ref (self->matches) : NULL;

      onward_pipeline_board_update (self, matches, today);
      return;
    }
  place = note_focus (self);
  if (change->places)
    update_places (self, change->cards);
  else
    for (guint i = 0; i < self->columns->len; i++)
      onward_board_column_show_cards (self->columns->pdata[i], change->cards);
  onward_pipeline_board_update_pager (self);
  onward_pipeline_board_keep_selection (self);
  keep_focus (self, place);
}
