/* onward-pipeline-board.c - the board: a column a stage, all beside each other or one at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-pipeline-board-private.h"

#include "onward-folded-column.h"
#include "shared/onward-accessible.h"
#include "shared/onward-window-settings.h"
#include "store/onward-stages.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (OnwardPipelineBoard, onward_pipeline_board, GTK_TYPE_WIDGET)

static void
fold_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_pipeline_board_set_folded (ONWARD_PIPELINE_BOARD (widget), g_variant_get_int64 (parameter),
                                    g_str_equal (name, "board.fold"));
}

static void
onward_pipeline_board_dispose (GObject *object)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (object);
  GtkWidget *child;

  self->stage_mark = NULL;
  g_ptr_array_set_size (self->columns, 0);
  g_ptr_array_set_size (self->folded, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->matches, g_hash_table_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_pipeline_board_parent_class)->dispose (object);
}

static void
onward_pipeline_board_finalize (GObject *object)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (object);

  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->folded);
  G_OBJECT_CLASS (onward_pipeline_board_parent_class)->finalize (object);
}

static void
onward_pipeline_board_class_init (OnwardPipelineBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = onward_pipeline_board_dispose;
  object_class->finalize = onward_pipeline_board_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/pipeline/onward-pipeline-board.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardPipelineBoard, layouts);
  gtk_widget_class_bind_template_child (widget_class, OnwardPipelineBoard, wide);
  gtk_widget_class_bind_template_child (widget_class, OnwardPipelineBoard, columns_box);
  gtk_widget_class_install_action (widget_class, "board.fold", "x", fold_cb);
  gtk_widget_class_install_action (widget_class, "board.unfold", "x", fold_cb);
  onward_pipeline_board_install_pager (widget_class);
  onward_pipeline_board_install_keys (widget_class);
  onward_pipeline_board_install_selection (widget_class);
  onward_pipeline_board_install_stages (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
onward_pipeline_board_init (OnwardPipelineBoard *self)
{
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  self->folded = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  onward_pipeline_board_init_selection (self);
  onward_pipeline_board_init_scroll (self);
  onward_board_stage_drag_accept (self);
}

OnwardBoardColumn *
onward_pipeline_board_get_column (OnwardPipelineBoard *self, guint index)
{
  return index < self->columns->len ? self->columns->pdata[index] : NULL;
}

gboolean
onward_pipeline_board_find_card (OnwardPipelineBoard *self, gint64 opportunity, guint *column, guint *position)
{
  for (*column = 0; *column < self->columns->len; (*column)++)
    if (onward_board_column_find (self->columns->pdata[*column], opportunity, position))
      return TRUE;
  return FALSE;
}

/* Closed is named by its kind, so that it is folded in every database; others by their id. */
static const char *
get_fold_name (OnwardBoardColumn *column)
{
  return onward_board_column_is_closed (column) ? "closed" : onward_board_column_get_stage (column)->record.uuid;
}

/**
 * onward_pipeline_board_is_folded: (skip)
 * @self: the board
 * @index: a column
 *
 * Returns: whether only its name and count are shown; never one stage at a time
 */
gboolean
onward_pipeline_board_is_folded (OnwardPipelineBoard *self, guint index)
{
  GSettings *settings = onward_window_settings_get ();
  OnwardBoardColumn *column = self->columns->pdata[index];
  g_auto (GStrv) folded = settings != NULL ? g_settings_get_strv (settings, "folded-stages") : NULL;

  if (self->narrow)
    return FALSE;
  return folded != NULL ? g_strv_contains ((const char *const *)folded, get_fold_name (column))
                        : onward_board_column_is_closed (column);
}

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

static void
update_column (OnwardPipelineBoard *self, guint index, GHashTable *changed)
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

static void
remove_columns (OnwardPipelineBoard *self)
{
  GtkWidget *child;

  self->stage_mark = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->columns_box))) != NULL)
    gtk_box_remove (self->columns_box, child);
  while (self->carousel != NULL && adw_carousel_get_n_pages (self->carousel) > 0)
    adw_carousel_remove (self->carousel, adw_carousel_get_nth_page (self->carousel, 0));
}

/* Puts the columns into the layout that is used now. */
static void
place_columns (OnwardPipelineBoard *self)
{
  if (self->narrow)
    onward_pipeline_board_ensure_pager (self);
  for (guint i = 0; i < self->columns->len; i++)
    {
      OnwardBoardColumn *column = self->columns->pdata[i];

      onward_board_column_set_narrow (column, self->narrow);
      if (self->narrow)
        adw_carousel_append (self->carousel, GTK_WIDGET (column));
      else
        {
          gtk_box_append (self->columns_box, GTK_WIDGET (column));
          if (self->folded->pdata[i] != NULL)
            gtk_box_append (self->columns_box, self->folded->pdata[i]);
        }
    }
  gtk_stack_set_visible_child (self->layouts, self->narrow ? self->narrow_box : self->wide);
}

static gboolean
has_same_stages (OnwardPipelineBoard *self, GPtrArray *stages)
{
  if (stages->len != self->columns->len)
    return FALSE;
  for (guint i = 0; i < stages->len; i++)
    {
      OnwardStage *shown = onward_board_column_get_stage (self->columns->pdata[i]);

      /* One object a row, so the same object says the same; its kind decides what the column can do. */
      if (shown != stages->pdata[i])
        return FALSE;
    }
  return TRUE;
}

static void
unref_folded (gpointer folded)
{
  if (folded != NULL)
    g_object_unref (folded);
}

/* A stage that was there keeps its column, and how far it is scrolled. */
static GtkWidget *
find_or_create_column (OnwardPipelineBoard *self, GPtrArray *columns, OnwardStage *stage)
{
  for (guint i = 0; i < columns->len; i++)
    if (onward_board_column_get_stage (columns->pdata[i]) == stage)
      return columns->pdata[i];
  return onward_board_column_new (self->store, stage, self->selection);
}

static void
provide_columns (OnwardPipelineBoard *self)
{
  g_autoptr (GPtrArray) stages = onward_stages_list (self->store);
  g_autoptr (GPtrArray) before = NULL;

  if (has_same_stages (self, stages))
    return;
  remove_columns (self);
  before = g_steal_pointer (&self->columns);
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_set_free_func (self->folded, unref_folded);
  g_ptr_array_set_size (self->folded, 0);
  for (guint i = 0; i < stages->len; i++)
    {
      g_ptr_array_add (self->columns, g_object_ref_sink (find_or_create_column (self, before, stages->pdata[i])));
      g_ptr_array_add (self->folded, NULL);
    }
  place_columns (self);
}

/**
 * onward_pipeline_board_get_focus_card: (skip)
 * @self: the board
 *
 * Returns: (transfer none) (nullable): the card that has the focus
 */
OnwardBoardCard *
onward_pipeline_board_get_focus_card (OnwardPipelineBoard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  return ONWARD_IS_BOARD_CARD (focus) ? ONWARD_BOARD_CARD (focus)
                                      : (OnwardBoardCard *)gtk_widget_get_ancestor (focus, ONWARD_TYPE_BOARD_CARD);
}

static void
keep_selection (OnwardPipelineBoard *self)
{
  g_autoptr (GArray) shown = NULL;

  if (onward_card_selection_count (self->selection) == 0)
    return;
  shown = onward_pipeline_board_list_shown (self);
  onward_card_selection_keep (self->selection, shown);
}

/**
 * onward_pipeline_board_set_folded: (skip)
 * @self: the board
 * @stage: a stage
 * @folded: whether only its name and count are shown from now on, also the next time
 */
void
onward_pipeline_board_set_folded (OnwardPipelineBoard *self, gint64 stage, gboolean folded)
{
  GSettings *settings = onward_window_settings_get ();

  for (guint i = 0; settings != NULL && i < self->columns->len; i++)
    {
      g_auto (GStrv) names = g_settings_get_strv (settings, "folded-stages");
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) changed = NULL;
      const char *own = get_fold_name (self->columns->pdata[i]);

      if (onward_board_column_get_stage (self->columns->pdata[i])->record.id != stage)
        continue;
      for (guint j = 0; names[j] != NULL; j++)
        if (!g_str_equal (names[j], own))
          g_strv_builder_add (builder, names[j]);
      if (folded)
        g_strv_builder_add (builder, own);
      changed = g_strv_builder_end (builder);
      g_settings_set_strv (settings, "folded-stages", (const char *const *)changed);
      update_column (self, i, NULL);
      keep_selection (self);
      if (folded)
        gtk_widget_grab_focus (self->folded->pdata[i]);
      else if (!onward_board_column_focus (self->columns->pdata[i], 0))
        onward_board_column_focus_header (self->columns->pdata[i]);
    }
}

/**
 * onward_pipeline_board_set_store:
 * @self: the board
 * @store: the database
 * @selection: which cards are selected
 */
void
onward_pipeline_board_set_store (OnwardPipelineBoard *self, OnwardStore *store, OnwardCardSelection *selection)
{
  g_set_object (&self->store, store);
  g_set_object (&self->selection, selection);
}

/**
 * onward_pipeline_board_set_narrow:
 * @self: the board
 * @narrow: whether one stage is shown at a time
 */
void
onward_pipeline_board_set_narrow (OnwardPipelineBoard *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  remove_columns (self);
  self->narrow = narrow;
  place_columns (self);
  for (guint i = 0; i < self->columns->len; i++)
    update_column (self, i, NULL);
  onward_pipeline_board_show_page (self, MIN (self->page, self->columns->len));
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
 * Reads what is shown again. The card that had the focus keeps it, wherever it stands now; when it is gone, the one that
 * took its place gets it.
 */
void
onward_pipeline_board_update (OnwardPipelineBoard *self, GHashTable *matches, int today)
{
  FocusPlace place = note_focus (self);

  g_clear_pointer (&self->matches, g_hash_table_unref);
  self->matches = matches != NULL ? g_hash_table_ref (matches) : NULL;
  self->today = today;
  provide_columns (self);
  for (guint i = 0; i < self->columns->len; i++)
    update_column (self, i, NULL);
  onward_pipeline_board_update_pager (self);
  keep_selection (self);
  keep_focus (self, place);
}

/* Whether one of these cards is in the stage, or comes into it. */
static gboolean
concerns_column (OnwardPipelineBoard *self, guint index, GHashTable *cards)
{
  OnwardBoardColumn *column = self->columns->pdata[index];
  GHashTableIter iter;
  gint64 *id;
  OnwardCard *card;
  guint position;

  g_hash_table_iter_init (&iter, cards);
  while (g_hash_table_iter_next (&iter, (gpointer *)&id, (gpointer *)&card))
    if ((card != NULL && card->stage == onward_board_column_get_stage (column)->record.id)
        || onward_board_column_find (column, *id, &position) || onward_pipeline_board_is_folded (self, index))
      return TRUE;
  return FALSE;
}

static void
free_card (gpointer card)
{
  if (card != NULL)
    onward_card_free (card);
}

static GHashTable *
load_cards (OnwardPipelineBoard *self, GHashTable *ids)
{
  GHashTable *cards = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_card);
  GHashTableIter iter;
  gint64 *id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, (gpointer *)&id, NULL))
    g_hash_table_insert (cards, g_memdup2 (id, sizeof *id), onward_board_get_card (self->store, *id));
  return cards;
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
  g_autoptr (GHashTable) cards = NULL;

  if (change->all || self->matches != NULL || self->today != today || self->columns->len == 0)
    {
      g_autoptr (GHashTable) matches = self->matches != NULL ? g_hash_table_ref (self->matches) : NULL;

      onward_pipeline_board_update (self, matches, today);
      return;
    }
  place = note_focus (self);
  if (change->places)
    cards = load_cards (self, change->cards);
  for (guint i = 0; i < self->columns->len; i++)
    if (cards == NULL)
      onward_board_column_show_cards (self->columns->pdata[i], change->cards);
    else if (concerns_column (self, i, cards))
      update_column (self, i, change->cards);
  onward_pipeline_board_update_pager (self);
  keep_selection (self);
  keep_focus (self, place);
}

/**
 * onward_pipeline_board_focus_card:
 * @self: the board
 * @opportunity: an opportunity
 *
 * Returns: whether its card has the focus now; not when it is not shown, or folded away
 */
gboolean
onward_pipeline_board_focus_card (OnwardPipelineBoard *self, gint64 opportunity)
{
  guint column, position;

  if (!onward_pipeline_board_find_card (self, opportunity, &column, &position)
      || onward_pipeline_board_is_folded (self, column))
    return FALSE;
  onward_pipeline_board_show_page (self, column);
  return onward_board_column_focus (self->columns->pdata[column], position);
}

/**
 * onward_pipeline_board_get_focus:
 * @self: the board
 *
 * Returns: the opportunity whose card has the focus; 0 = none
 */
gint64
onward_pipeline_board_get_focus (OnwardPipelineBoard *self)
{
  OnwardBoardCard *card = onward_pipeline_board_get_focus_card (self);

  return card != NULL ? onward_board_card_get (card)->id : 0;
}
