/* onward-pipeline-board.c - the board: a column a stage, all beside each other or one at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-pipeline-board-private.h"

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

/**
 * onward_pipeline_board_provide_columns: (skip)
 * @self: the board
 *
 * Makes a column for each stage there is now, where these are others than before.
 */
void
onward_pipeline_board_provide_columns (OnwardPipelineBoard *self)
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
      onward_pipeline_board_update_column (self, i, NULL);
      onward_pipeline_board_keep_selection (self);
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
    onward_pipeline_board_update_column (self, i, NULL);
  onward_pipeline_board_show_page (self, MIN (self->page, self->columns->len));
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
