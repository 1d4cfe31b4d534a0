/* onward-board-drag.c - cards are dragged from one place of the board to another */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-board-drag.h"

/* ui.md: board and column scroll when the pointer is so near an edge. */
#define EDGE 48 /* px */
#define STEP 12 /* px a frame at the very edge */

/* While something is dragged over a column. */
typedef struct
{
  double x;
  double y;
  guint tick;
} Hover;

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer data)
{
  OnwardBoardCard *card = ONWARD_BOARD_CARD (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));

  return gdk_content_provider_new_typed (G_TYPE_INT64, onward_board_card_get (card)->id);
}

/* The pointer carries a card like the one that stays behind, pale. */
static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer data)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  GtkWidget *icon = gtk_drag_icon_get_for_drag (drag);
  GtkWidget *ghost = onward_board_card_new_like (ONWARD_BOARD_CARD (card));

  gtk_widget_set_size_request (ghost, gtk_widget_get_width (card), gtk_widget_get_height (card));
  gtk_widget_add_css_class (ghost, "ghost");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (icon), ghost);
  gdk_drag_set_hotspot (drag, gtk_widget_get_width (card) / 3, gtk_widget_get_height (card) / 3);
  gtk_widget_add_css_class (card, "dragging");
  /* The focus goes with the card. */
  gtk_widget_grab_focus (card);
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, gpointer data)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  gtk_widget_remove_css_class (card, "dragging");
}

/**
 * onward_board_drag_offer:
 * @card: a card that can be dragged
 */
void
onward_board_drag_offer (OnwardBoardCard *card)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), NULL);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (card), GTK_EVENT_CONTROLLER (source));
}

/* How far to scroll at @position of @size: more the nearer the edge is. */
static double
get_step (double position, double size)
{
  if (position < EDGE)
    return -STEP * (EDGE - position) / EDGE;
  if (position > size - EDGE)
    return STEP * (position - (size - EDGE)) / EDGE;
  return 0;
}

static void
scroll_by (GtkWidget *scroll, GtkOrientation orientation, double step)
{
  GtkScrolledWindow *window = GTK_SCROLLED_WINDOW (scroll);
  GtkAdjustment *adjustment = orientation == GTK_ORIENTATION_VERTICAL ? gtk_scrolled_window_get_vadjustment (window)
                                                                      : gtk_scrolled_window_get_hadjustment (window);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Hover *hover = data;
  GtkWidget *board = gtk_widget_get_ancestor (gtk_widget_get_parent (widget), GTK_TYPE_SCROLLED_WINDOW);
  double x, y;

  scroll_by (onward_board_column_get_scroll (ONWARD_BOARD_COLUMN (widget)), GTK_ORIENTATION_VERTICAL,
             get_step (hover->y, gtk_widget_get_height (widget)));
  if (board != NULL && gtk_widget_translate_coordinates (widget, board, hover->x, hover->y, &x, &y))
    scroll_by (board, GTK_ORIENTATION_HORIZONTAL, get_step (x, gtk_widget_get_width (board)));
  return G_SOURCE_CONTINUE;
}

static gint64
get_dragged (GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);

  return value != NULL && G_VALUE_HOLDS_INT64 (value) ? g_value_get_int64 (value) : 0;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, gpointer data)
{
  Hover *hover = data;
  GtkWidget *column = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  hover->x = x;
  hover->y = y;
  if (hover->tick == 0)
    hover->tick = gtk_widget_add_tick_callback (column, tick_cb, hover, NULL);
  onward_board_column_drag_over (ONWARD_BOARD_COLUMN (column), get_dragged (target), y);
  return GDK_ACTION_MOVE;
}

static void
end_hover (GtkDropTarget *target, Hover *hover)
{
  GtkWidget *column = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  if (hover->tick != 0)
    gtk_widget_remove_tick_callback (column, hover->tick);
  hover->tick = 0;
  onward_board_column_drag_away (ONWARD_BOARD_COLUMN (column));
}

static void
leave_cb (GtkDropTarget *target, gpointer data)
{
  end_hover (target, data);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  OnwardBoardColumn *column = ONWARD_BOARD_COLUMN (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
  gint64 dragged = g_value_get_int64 (value);
  gint64 after = onward_board_column_get_landing (column, dragged, y);

  end_hover (target, data);
  gtk_widget_activate_action (GTK_WIDGET (column), "win.move-opportunity", "(xxbx)", dragged,
                              onward_board_column_get_stage (column)->record.id, TRUE, after);
  return TRUE;
}

/**
 * onward_board_drag_accept:
 * @column: a column on which cards can be dropped
 */
void
onward_board_drag_accept (OnwardBoardColumn *column)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);
  Hover *hover = g_new0 (Hover, 1);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_data (target, "motion", G_CALLBACK (motion_cb), hover, (GClosureNotify)(void (*) (void))g_free, 0);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), hover);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), hover);
  gtk_widget_add_controller (GTK_WIDGET (column), GTK_EVENT_CONTROLLER (target));
}

static gboolean
drop_folded_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  gint64 *stage = data;

  gtk_widget_activate_action (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), "win.move-opportunity",
                              "(xxbx)", g_value_get_int64 (value), *stage, FALSE, (gint64)0);
  return TRUE;
}

static GdkDragAction
enter_folded_cb (GtkDropTarget *target, double x, double y, gpointer data)
{
  gtk_widget_add_css_class (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), "drop-target");
  return GDK_ACTION_MOVE;
}

static void
leave_folded_cb (GtkDropTarget *target, gpointer data)
{
  gtk_widget_remove_css_class (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), "drop-target");
}

/**
 * onward_board_drag_accept_folded:
 * @button: what stands for a folded stage
 * @stage: the stage
 */
void
onward_board_drag_accept_folded (GtkWidget *button, gint64 stage)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  g_signal_connect (target, "enter", G_CALLBACK (enter_folded_cb), NULL);
  g_signal_connect (target, "leave", G_CALLBACK (leave_folded_cb), NULL);
  g_signal_connect_data (target, "drop", G_CALLBACK (drop_folded_cb), g_memdup2 (&stage, sizeof stage),
                         (GClosureNotify)(void (*) (void))g_free, 0);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (target));
}
