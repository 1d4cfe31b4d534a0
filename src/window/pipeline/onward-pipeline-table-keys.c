/* onward-pipeline-table-keys.c - the table by keyboard, and the menu of a row */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-pipeline-table-private.h"

#include "model/onward-stage.h"
#include "onward-card-menu.h"
#include "store/onward-stages.h"

/* A cell in a row, or around a widget that was pressed. */
static OnwardTableCell *
find_cell (GtkWidget *widget)
{
  GtkWidget *above = gtk_widget_get_ancestor (widget, ONWARD_TYPE_TABLE_CELL);

  while (above == NULL && widget != NULL && !ONWARD_IS_TABLE_CELL (widget))
    widget = gtk_widget_get_first_child (widget);
  return (OnwardTableCell *)(above != NULL ? above : widget);
}

/* The cell of the row that has the focus; NULL when the focus is somewhere else. */
static OnwardTableCell *
find_focus (OnwardPipelineTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->table)) ? find_cell (focus) : NULL;
}

/* What is pointed at and not selected is meant alone. */
static void
point_at (OnwardPipelineTable *self, gint64 id)
{
  if (onward_card_selection_has (self->selected, id))
    return;
  onward_id_selection_forget_others (self->selection);
  onward_id_selection_set_id (self->selection, id);
}

static gboolean
popup_menu (OnwardPipelineTable *self, OnwardTableCell *cell, gboolean stages_only)
{
  gint64 id = cell != NULL ? onward_table_cell_get_id (cell) : 0;
  g_autoptr (GArray) ids = NULL;
  GMenuModel *menu;

  if (id == 0)
    return FALSE;
  point_at (self, id);
  ids = onward_pipeline_table_list_selected (self);
  if (ids->len > 1)
    menu = stages_only ? onward_card_menu_create_stages_for (self->store, ids)
                       : onward_card_menu_create_several (self->store, ids);
  else
    menu = stages_only ? onward_card_menu_create_stages (self->store, id)
                       : onward_card_menu_create (self->store, id, TRUE);
  onward_card_menu_popup (GTK_WIDGET (self), onward_table_cell_get_row (cell), menu);
  return TRUE;
}

static gboolean
show_menu_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  OnwardPipelineTable *self = ONWARD_PIPELINE_TABLE (widget);

  return popup_menu (self, find_focus (self), g_variant_get_boolean (args));
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, OnwardPipelineTable *self)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->table), x, y, GTK_PICK_DEFAULT);

  if (picked != NULL && picked != GTK_WIDGET (self->table) && popup_menu (self, find_cell (picked), FALSE))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
set_outcome_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  OnwardPipelineTable *self = ONWARD_PIPELINE_TABLE (widget);
  OnwardTableCell *cell = find_focus (self);
  g_autoptr (GArray) ids = onward_pipeline_table_list_selected (self);

  if (cell != NULL && ids->len > 1)
    {
      onward_card_menu_popup (widget, onward_table_cell_get_row (cell), onward_card_menu_create_outcomes (ids));
      return TRUE;
    }
  return cell != NULL && gtk_widget_activate_action (widget, "win.set-outcome", "x", onward_table_cell_get_id (cell));
}

/* All that are selected go to a stage; how several ended is asked. */
static void
move_to (OnwardPipelineTable *self, OnwardTableCell *cell, OnwardStage *stage)
{
  g_autoptr (GArray) ids = onward_pipeline_table_list_selected (self);

  if (ids->len > 1 && g_strcmp0 (stage->kind, "closed") == 0)
    onward_card_menu_popup (GTK_WIDGET (self), onward_table_cell_get_row (cell),
                            onward_card_menu_create_outcomes (ids));
  else if (ids->len > 1)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.move-opportunities", "(@axxbx)",
                                g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len, sizeof (gint64)),
                                stage->record.id, FALSE, (gint64)0);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.move-opportunity", "(xxbx)", onward_table_cell_get_id (cell),
                                stage->record.id, FALSE, (gint64)0);
}

/* To the stage before or after, as with a card of the board. */
static gboolean
move_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  OnwardPipelineTable *self = ONWARD_PIPELINE_TABLE (widget);
  OnwardTableCell *cell = find_focus (self);
  g_autoptr (GPtrArray) stages = onward_stages_list (self->store);
  g_autoptr (OnwardCard) card =
      cell != NULL ? onward_board_get_card (self->store, onward_table_cell_get_id (cell)) : NULL;
  int step = g_variant_get_int32 (args);

  if (card == NULL)
    return FALSE;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    step = -step;
  for (int i = 0; i < (int)stages->len; i++)
    if (ONWARD_RECORD (stages->pdata[i])->id == card->stage && i + step >= 0 && i + step < (int)stages->len)
      {
        move_to (self, cell, stages->pdata[i + step]);
        break;
      }
  return TRUE;
}

static gboolean
forget_others_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  OnwardPipelineTable *self = ONWARD_PIPELINE_TABLE (widget);

  if (self->selection == NULL || onward_card_selection_count (self->selected) < 2)
    return FALSE;
  onward_id_selection_forget_others (self->selection);
  return TRUE;
}

static void
add_key (GtkEventController *controller, guint key, GdkModifierType modifiers, GtkShortcutFunc function,
         GVariant *argument)
{
  GtkShortcut *shortcut =
      gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_callback_action_new (function, NULL, NULL));

  if (argument != NULL)
    gtk_shortcut_set_arguments (shortcut, argument);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/**
 * onward_pipeline_table_init_keys: (skip)
 * @self: the table
 *
 * The keys of the design that need a row, asked before the list, which takes arrows with any modifier.
 */
void
onward_pipeline_table_init_keys (OnwardPipelineTable *self)
{
  const GdkModifierType move = GDK_CONTROL_MASK | GDK_SHIFT_MASK;
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, GDK_KEY_Left, move, move_cb, g_variant_new_int32 (-1));
  add_key (keys, GDK_KEY_Right, move, move_cb, g_variant_new_int32 (1));
  add_key (keys, GDK_KEY_m, GDK_CONTROL_MASK, show_menu_cb, g_variant_new_boolean (TRUE));
  add_key (keys, GDK_KEY_Menu, 0, show_menu_cb, g_variant_new_boolean (FALSE));
  add_key (keys, GDK_KEY_F10, GDK_SHIFT_MASK, show_menu_cb, g_variant_new_boolean (FALSE));
  add_key (keys, GDK_KEY_Escape, 0, forget_others_cb, NULL);
  add_key (keys, GDK_KEY_r, move, set_outcome_cb, g_variant_new_boolean (TRUE));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->table), GTK_EVENT_CONTROLLER (click));
}

/**
 * onward_pipeline_table_list_selected:
 * @self: the table
 *
 * Returns: (transfer full) (element-type gint64): the rows that are selected, in order
 */
GArray *
onward_pipeline_table_list_selected (OnwardPipelineTable *self)
{
  return self->selection != NULL ? onward_id_selection_get_chosen (self->selection)
                                 : g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * onward_pipeline_table_note_selection: (skip)
 * @self: the table
 *
 * Tells the bar below what is selected now.
 */
void
onward_pipeline_table_note_selection (OnwardPipelineTable *self)
{
  g_autoptr (GArray) ids = onward_pipeline_table_list_selected (self);

  onward_card_selection_set (self->selected, ids);
}

static void
cleared_cb (OnwardPipelineTable *self)
{
  if (onward_card_selection_count (self->selected) == 0)
    onward_id_selection_forget_others (self->selection);
}

/**
 * onward_pipeline_table_init_selection: (skip)
 * @self: the table, whose selection was made
 */
void
onward_pipeline_table_init_selection (OnwardPipelineTable *self)
{
  onward_id_selection_allow_many (self->selection);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (onward_pipeline_table_note_selection),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selected, "changed", G_CALLBACK (cleared_cb), self, G_CONNECT_SWAPPED);
}

/**
 * onward_pipeline_table_get_focus:
 * @self: the table
 *
 * Returns: the opportunity whose row has the focus; 0 = none
 */
gint64
onward_pipeline_table_get_focus (OnwardPipelineTable *self)
{
  OnwardTableCell *cell = find_focus (self);

  return cell != NULL ? onward_table_cell_get_id (cell) : 0;
}
