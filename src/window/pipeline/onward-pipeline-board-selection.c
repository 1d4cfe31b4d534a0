/* onward-pipeline-board-selection.c - several cards are selected, and what is done is done to all of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-pipeline-board-private.h"

#include "onward-card-menu.h"

/**
 * onward_pipeline_board_list_shown: (skip)
 * @self: the board
 *
 * Returns: (transfer full) (element-type gint64): the cards of all stages that are not folded, in order
 */
GArray *
onward_pipeline_board_list_shown (OnwardPipelineBoard *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->columns->len; i++)
    if (!onward_pipeline_board_is_folded (self, i))
      onward_board_column_append_ids (self->columns->pdata[i], ids);
  return ids;
}

/**
 * onward_pipeline_board_list_selected:
 * @self: the board
 *
 * Returns: (transfer full) (element-type gint64): the cards that are selected, in order
 */
GArray *
onward_pipeline_board_list_selected (OnwardPipelineBoard *self)
{
  g_autoptr (GArray) shown = onward_pipeline_board_list_shown (self);

  return onward_card_selection_list (self->selection, shown);
}

/**
 * onward_pipeline_board_list_targets: (skip)
 * @self: the board
 * @opportunity: the card where something was asked for; 0 = none
 *
 * Returns: (transfer full) (element-type gint64): whom it is done to: all that are selected, else that one
 */
GArray *
onward_pipeline_board_list_targets (OnwardPipelineBoard *self, gint64 opportunity)
{
  GArray *ids = onward_pipeline_board_list_selected (self);

  if (ids->len == 0 && opportunity != 0)
    g_array_append_val (ids, opportunity);
  return ids;
}

/* What is pointed at and not selected is meant alone. */
static void
point_at (OnwardPipelineBoard *self, gint64 opportunity)
{
  if (!onward_card_selection_has (self->selection, opportunity))
    onward_card_selection_clear (self->selection);
}

/**
 * onward_pipeline_board_carry: (skip)
 * @self: the board
 * @opportunity: the card that is dragged from now on, with all that are selected with it; 0 = the drag is over
 *
 * Returns: how many cards are dragged
 */
guint
onward_pipeline_board_carry (OnwardPipelineBoard *self, gint64 opportunity)
{
  g_autoptr (GArray) carried = NULL;

  if (opportunity != 0)
    {
      point_at (self, opportunity);
      carried = onward_pipeline_board_list_targets (self, opportunity);
    }
  for (guint i = 0; i < self->columns->len; i++)
    onward_board_column_set_carried (self->columns->pdata[i], carried);
  return carried != NULL ? carried->len : 0;
}

static gboolean
is_closed_stage (OnwardPipelineBoard *self, gint64 stage)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (onward_board_column_get_stage (self->columns->pdata[i])->record.id == stage)
      return onward_board_column_is_closed (self->columns->pdata[i]);
  return FALSE;
}

/* With all that are selected. How several ended is asked here, since there is no sheet that asks it of all. */
static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (widget);
  gint64 opportunity, stage, after;
  gboolean place;
  g_autoptr (GArray) ids = NULL;

  g_variant_get (parameter, "(xxbx)", &opportunity, &stage, &place, &after);
  onward_pipeline_board_carry (self, 0);
  ids = onward_pipeline_board_list_targets (self, opportunity);
  if (ids->len > 1 && is_closed_stage (self, stage))
    onward_pipeline_board_popup_outcomes (self, ids);
  else if (ids->len > 0)
    gtk_widget_activate_action (widget, "win.move-opportunities", "(@axxbx)",
                                g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len, sizeof (gint64)),
                                stage, place, after);
}

static GtkWidget *
get_host (OnwardPipelineBoard *self)
{
  OnwardBoardCard *card = onward_pipeline_board_get_focus_card (self);

  return card != NULL ? GTK_WIDGET (card) : GTK_WIDGET (self);
}

/**
 * onward_pipeline_board_popup_outcomes: (skip)
 * @self: the board
 * @opportunities: (element-type gint64): several cards
 *
 * Asks how all of them ended.
 */
void
onward_pipeline_board_popup_outcomes (OnwardPipelineBoard *self, GArray *opportunities)
{
  onward_card_menu_popup (GTK_WIDGET (self), get_host (self), onward_card_menu_create_outcomes (opportunities));
}

/**
 * onward_pipeline_board_popup_menu: (skip)
 * @self: the board
 * @card: a card
 * @stages_only: whether only the stages are offered
 */
void
onward_pipeline_board_popup_menu (OnwardPipelineBoard *self, OnwardBoardCard *card, gboolean stages_only)
{
  gint64 id = onward_board_card_get (card)->id;
  g_autoptr (GArray) ids = onward_pipeline_board_list_targets (self, id);
  GMenuModel *menu;

  if (ids->len > 1)
    menu = stages_only ? onward_card_menu_create_stages_for (self->store, ids)
                       : onward_card_menu_create_several (self->store, ids);
  else
    menu = stages_only ? onward_card_menu_create_stages (self->store, g_array_index (ids, gint64, 0))
                       : onward_card_menu_create (self->store, g_array_index (ids, gint64, 0), TRUE);
  onward_card_menu_popup (GTK_WIDGET (self), GTK_WIDGET (card), menu);
}

/* Everything between two cards: their stages, and in these the places from the one to the other. */
static void
select_range (OnwardPipelineBoard *self, gint64 from, gint64 to)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint first_column, first, last_column, last;

  if (!onward_pipeline_board_find_card (self, from, &first_column, &first)
      || !onward_pipeline_board_find_card (self, to, &last_column, &last))
    return;
  for (guint i = MIN (first_column, last_column); i <= MAX (first_column, last_column); i++)
    for (guint j = MIN (first, last); j <= MAX (first, last) && !onward_pipeline_board_is_folded (self, i); j++)
      {
        gint64 id = onward_board_column_get_id (self->columns->pdata[i], j);

        if (id != 0)
          g_array_append_val (ids, id);
      }
  onward_card_selection_set (self->selection, ids);
}

static void
toggle (OnwardPipelineBoard *self, gint64 opportunity)
{
  self->anchor = opportunity;
  onward_card_selection_put (self->selection, opportunity, !onward_card_selection_has (self->selection, opportunity));
}

static gint64
get_focus (OnwardPipelineBoard *self)
{
  return onward_pipeline_board_get_focus (self);
}

static gboolean
space_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (widget);

  if (get_focus (self) == 0)
    return FALSE;
  toggle (self, get_focus (self));
  return TRUE;
}

static gboolean
select_all_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (widget);
  g_autoptr (GArray) shown = onward_pipeline_board_list_shown (self);

  onward_card_selection_set (self->selection, shown);
  return TRUE;
}

static gboolean
clear_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (widget);

  if (onward_card_selection_count (self->selection) == 0)
    return FALSE;
  onward_card_selection_clear (self->selection);
  return TRUE;
}

/* The range grows, or shrinks, with the focus. */
static gboolean
extend_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  OnwardPipelineBoard *self = ONWARD_PIPELINE_BOARD (widget);
  gint64 before = get_focus (self);
  int right, down;

  g_variant_get (args, "(ii)", &right, &down);
  if (before == 0)
    return FALSE;
  if (!onward_card_selection_has (self->selection, self->anchor)
      || !onward_card_selection_has (self->selection, before))
    self->anchor = before;
  onward_pipeline_board_go (self, right, down);
  if (get_focus (self) != 0)
    select_range (self, self->anchor, get_focus (self));
  return TRUE;
}

static OnwardBoardCard *
find_card_at (OnwardPipelineBoard *self, double x, double y, gboolean *on_button)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  *on_button = picked != NULL && gtk_widget_get_ancestor (picked, GTK_TYPE_BUTTON) != NULL;
  return picked != NULL ? (OnwardBoardCard *)gtk_widget_get_ancestor (picked, ONWARD_TYPE_BOARD_CARD) : NULL;
}

/* Beside the cards of a stage, the menu is the one of the stage. */
static void
show_stage_menu_at (OnwardPipelineBoard *self, GtkGesture *gesture, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  for (guint i = 0; picked != NULL && i < self->columns->len; i++)
    if (gtk_widget_is_ancestor (picked, self->columns->pdata[i]) || picked == self->columns->pdata[i]
        || (self->folded->pdata[i] != NULL
            && (gtk_widget_is_ancestor (picked, self->folded->pdata[i]) || picked == self->folded->pdata[i])))
      {
        gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
        onward_pipeline_board_popup_stage_menu (self, i);
        return;
      }
}

static void
show_menu_at (OnwardPipelineBoard *self, GtkGesture *gesture, double x, double y)
{
  gboolean on_button;
  OnwardBoardCard *card = find_card_at (self, x, y, &on_button);

  if (card == NULL)
    {
      show_stage_menu_at (self, gesture, x, y);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  point_at (self, onward_board_card_get (card)->id);
  gtk_widget_grab_focus (GTK_WIDGET (card));
  onward_pipeline_board_popup_menu (self, card, FALSE);
}

static void
secondary_cb (GtkGesture *gesture, int n, double x, double y, OnwardPipelineBoard *self)
{
  show_menu_at (self, gesture, x, y);
}

static void
long_press_cb (GtkGesture *gesture, double x, double y, OnwardPipelineBoard *self)
{
  show_menu_at (self, gesture, x, y);
}

/* With Ctrl a card more, or less; with Shift all up to it. Beside the cards nothing is selected any more. */
static void
pressed_cb (GtkGesture *gesture, int n, double x, double y, OnwardPipelineBoard *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gboolean on_button;
  OnwardBoardCard *card = find_card_at (self, x, y, &on_button);
  gint64 id = card != NULL ? onward_board_card_get (card)->id : 0;

  if (card != NULL && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_grab_focus (GTK_WIDGET (card));
      if ((state & GDK_SHIFT_MASK) != 0 && self->anchor != 0)
        select_range (self, self->anchor, id);
      else
        toggle (self, id);
    }
  else if (card == NULL && !on_button)
    onward_card_selection_clear (self->selection);
  else if (card != NULL)
    self->anchor = id;
}

static void
add_key (GtkEventController *keys, guint key, GtkShortcutFunc function)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (key, 0), gtk_callback_action_new (function, NULL, NULL)));
}

static void
add_click (OnwardPipelineBoard *self, guint button, GCallback pressed)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), button);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", pressed, self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * onward_pipeline_board_install_selection: (skip)
 * @widget_class: the class of the board
 */
void
onward_pipeline_board_install_selection (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "board.move", "(xxbx)", move_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, select_all_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, clear_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_SHIFT_MASK, extend_cb, "(ii)", -1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_SHIFT_MASK, extend_cb, "(ii)", 1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_SHIFT_MASK, extend_cb, "(ii)", 0, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_SHIFT_MASK, extend_cb, "(ii)", 0, 1);
}

/**
 * onward_pipeline_board_init_selection: (skip)
 * @self: the board
 *
 * A card is a button, which would take Space before the board.
 */
void
onward_pipeline_board_init_selection (OnwardPipelineBoard *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, GDK_KEY_space, space_cb);
  add_key (keys, GDK_KEY_KP_Space, space_cb);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  add_click (self, GDK_BUTTON_PRIMARY, G_CALLBACK (pressed_cb));
  add_click (self, GDK_BUTTON_SECONDARY, G_CALLBACK (secondary_cb));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_object (hold, "pressed", G_CALLBACK (long_press_cb), self, 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (hold), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (hold));
}
