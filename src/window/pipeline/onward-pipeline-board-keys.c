/* onward-pipeline-board-keys.c - the board by keyboard: to another card, and with a card to another place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-pipeline-board-private.h"

/* Where the focus is: a card, or the header of a column (position -1). */
typedef struct
{
  guint column;
  int position;
} Place;

static gboolean
find_place (OnwardPipelineBoard *self, Place *place)
{
  OnwardBoardCard *card = onward_pipeline_board_get_focus_card (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint position;

  if (card != NULL
      && onward_pipeline_board_find_card (self, onward_board_card_get (card)->id, &place->column, &position))
    {
      place->position = (int)position;
      return TRUE;
    }
  place->position = -1;
  for (place->column = 0; focus != NULL && place->column < self->columns->len; place->column++)
    if (gtk_widget_is_ancestor (focus, self->columns->pdata[place->column])
        || focus == self->folded->pdata[place->column])
      return TRUE;
  return FALSE;
}

static gboolean
focus_in_column (OnwardPipelineBoard *self, guint column, int position)
{
  if (onward_pipeline_board_is_folded (self, column))
    return gtk_widget_grab_focus (self->folded->pdata[column]);
  onward_pipeline_board_show_page (self, column);
  if (position < 0 || !onward_board_column_focus (self->columns->pdata[column], (guint)position))
    onward_board_column_focus_header (self->columns->pdata[column]);
  return TRUE;
}

/* Home and End are asked for by the card itself, since a scrolled window would take the keys before the board. */
static void
go_to_end_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (widget);
  Place place;

  if (find_place (self, &place))
    focus_in_column (self, place.column, g_variant_get_int32 (parameter) < 0 ? 0 : G_MAXINT);
}

/* The direction in which stages follow each other on the screen. */
static int
get_step (OnwardPipelineBoard *self, int right)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -right : right;
}

/**
 * onward_pipeline_board_go: (skip)
 * @self: the board
 * @right: stages to the right; negative = to the left
 * @down: cards down; negative = up
 *
 * Returns: whether the keys for it mean that, where the focus is
 */
gboolean
onward_pipeline_board_go (OnwardPipelineBoard *self, int right, int down)
{
  int step = get_step (self, right);
  Place place;

  if (!find_place (self, &place))
    return right != 0;
  if ((int)place.column + step < 0 || (int)place.column + step >= (int)self->columns->len)
    return TRUE;
  if (right != 0)
    return focus_in_column (self, (guint)((int)place.column + step), MAX (place.position, 0));
  if (onward_pipeline_board_is_folded (self, place.column))
    return TRUE;
  return focus_in_column (self, place.column, place.position + down);
}

static gboolean
go_sideways_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return onward_pipeline_board_go (ONWARD_PIPELINE_BOARD (widget), g_variant_get_int32 (args), 0);
}

static gboolean
go_along_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return onward_pipeline_board_go (ONWARD_PIPELINE_BOARD (widget), 0, g_variant_get_int32 (args));
}

/* With the card, and all that are selected: to the stage before or after. Into Closed the outcome is asked for. Where
 * no card has the focus, the stage itself moves. */
static gboolean
move_sideways_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (widget);
  OnwardBoardCard *card = onward_pipeline_board_get_focus_card (self);
  int target;
  Place place;

  if (!find_place (self, &place))
    return FALSE;
  if (card == NULL)
    return gtk_widget_activate_action (widget, "board.shift-stage", "(xi)",
                                       onward_board_column_get_stage (self->columns->pdata[place.column])->record.id,
                                       get_step (self, g_variant_get_int32 (args)));
  target = (int)place.column + get_step (self, g_variant_get_int32 (args));
  if (target >= 0 && target < (int)self->columns->len)
    gtk_widget_activate_action (widget, "board.move", "(xxbx)", onward_board_card_get (card)->id,
                                onward_board_column_get_stage (self->columns->pdata[target])->record.id, FALSE,
                                (gint64)0);
  return TRUE;
}

/* The cards of a column that go along with one of them: those that are selected, as one block. */
static GArray *
list_block (OnwardPipelineBoard *self, OnwardBoardColumn *column, gint64 opportunity)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray *block;

  onward_board_column_append_ids (column, all);
  block = onward_card_selection_list (self->selection, all);
  if (block->len == 0)
    g_array_append_val (block, opportunity);
  return block;
}

/* With the card, and what is selected in its stage: up or down in it. Closed has an order of its own. */
static gboolean
move_along_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (widget);
  OnwardBoardCard *card = onward_pipeline_board_get_focus_card (self);
  int step = g_variant_get_int32 (args);
  g_autoptr (GArray) block = NULL;
  OnwardBoardColumn *column;
  guint first, last;
  Place place;
  gint64 after;

  if (card == NULL || !find_place (self, &place))
    return FALSE;
  column = self->columns->pdata[place.column];
  block = list_block (self, column, onward_board_card_get (card)->id);
  onward_board_column_find (column, g_array_index (block, gint64, 0), &first);
  onward_board_column_find (column, g_array_index (block, gint64, block->len - 1), &last);
  if (onward_board_column_is_closed (column)
      || (step < 0 ? first == 0 : last + 1 >= onward_board_column_get_count (column)))
    return TRUE;
  if (step > 0)
    after = onward_board_column_get_id (column, last + 1);
  else
    after = first > 1 ? onward_board_column_get_id (column, first - 2) : 0;
  gtk_widget_activate_action (
      widget, "win.move-opportunities", "(@axxbx)",
      g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, block->data, block->len, sizeof (gint64)),
      onward_board_column_get_stage (column)->record.id, TRUE, after);
  return TRUE;
}

static gboolean
show_menu_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (widget);
  OnwardBoardCard *card = onward_pipeline_board_get_focus_card (self);
  gboolean stages_only = g_variant_get_boolean (args);
  Place place;

  if (card != NULL)
    onward_pipeline_board_popup_menu (self, card, stages_only);
  else if (!stages_only && find_place (self, &place))
    onward_pipeline_board_popup_stage_menu (self, place.column);
  else
    return FALSE;
  return TRUE;
}

static gboolean
set_outcome_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (widget);
  OnwardBoardCard *card = onward_pipeline_board_get_focus_card (self);
  g_autoptr (GArray) ids = NULL;

  if (card == NULL)
    return FALSE;
  ids = onward_pipeline_board_list_targets (self, onward_board_card_get (card)->id);
  if (ids->len == 1)
    return gtk_widget_activate_action (widget, "win.set-outcome", "x", g_array_index (ids, gint64, 0));
  onward_pipeline_board_popup_outcomes (self, ids);
  return TRUE;
}

/* The stage in which the focus is. */
static gboolean
rename_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (widget);
  Place place;

  return find_place (self, &place)
         && gtk_widget_activate_action (widget, "board.rename-stage", "x",
                                        onward_board_column_get_stage (self->columns->pdata[place.column])->record.id);
}

static gboolean
turn_page_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (widget);

  return self->narrow
         && gtk_widget_activate_action (widget, "board.turn", "i", get_step (self, g_variant_get_int32 (args)));
}

/**
 * onward_pipeline_board_install_keys: (skip)
 * @widget_class: the class of the board
 *
 * The keys of the design that need a card, or a column.
 */
void
onward_pipeline_board_install_keys (GtkWidgetClass *widget_class)
{
  const GdkModifierType move = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, go_sideways_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, go_sideways_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, go_along_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, go_along_cb, "i", 1);
  gtk_widget_class_install_action (widget_class, "board.go-to-end", "i", go_to_end_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, move, move_sideways_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, move, move_sideways_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, move, move_along_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, move, move_along_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, show_menu_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, show_menu_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, show_menu_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_r, move, set_outcome_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, rename_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, turn_page_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_ALT_MASK, turn_page_cb, "i", 1);
}
