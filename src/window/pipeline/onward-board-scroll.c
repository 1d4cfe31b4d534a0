/* onward-board-scroll.c - board and columns scroll while something is dragged near their edges */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-pipeline-board-private.h"

/* The design: within so many px of an edge. */
#define EDGE 48
#define STEP 12 /* px a frame at the very edge */

/* One stage at a time, another one comes when the pointer waits at the side. */
#define TURN (700 * G_TIME_SPAN_MILLISECOND)

/* How far to scroll at @position of @size: more the nearer the edge is. */
static double
get_step (double position, double size)
{
  if (position < EDGE)
    return -STEP * MIN ((EDGE - position) / EDGE, 1);
  if (position > size - EDGE)
    return STEP * MIN ((position - (size - EDGE)) / EDGE, 1);
  return 0;
}

static void
scroll_by (GtkAdjustment *adjustment, double step)
{
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
}

static void
turn_page (OnwardPipelineBoard *self, double step)
{
  gint64 now = g_get_monotonic_time ();
  gboolean right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? step < 0 : step > 0;

  if (step == 0)
    self->turned = now;
  if (step == 0 || now - self->turned < TURN)
    return;
  self->turned = now;
  gtk_widget_activate_action (GTK_WIDGET (self), "board.turn", "i", right ? 1 : -1);
}

static void
scroll_board (OnwardPipelineBoard *self)
{
  double step = get_step (self->drag_x, gtk_widget_get_width (GTK_WIDGET (self)));

  if (self->narrow)
    turn_page (self, step);
  else if (step != 0)
    scroll_by (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->wide)), step);
}

static void
scroll_column (OnwardPipelineBoard *self)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), self->drag_x, self->drag_y, GTK_PICK_DEFAULT);
  GtkWidget *column = picked != NULL ? gtk_widget_get_ancestor (picked, ONWARD_TYPE_BOARD_COLUMN) : NULL;
  GtkWidget *scroll;
  double x, y, step;

  if (column == NULL)
    return;
  scroll = onward_board_column_get_scroll (ONWARD_BOARD_COLUMN (column));
  gtk_widget_translate_coordinates (GTK_WIDGET (self), scroll, self->drag_x, self->drag_y, &x, &y);
  step = get_step (y, gtk_widget_get_height (scroll));
  if (step == 0)
    return;
  scroll_by (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroll)), step);
  gtk_widget_translate_coordinates (GTK_WIDGET (self), column, self->drag_x, self->drag_y, &x, &y);
  onward_board_column_drag_along (ONWARD_BOARD_COLUMN (column), y);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  scroll_board (ONWARD_PIPELINE_BOARD (widget));
  scroll_column (ONWARD_PIPELINE_BOARD (widget));
  return G_SOURCE_CONTINUE;
}

static void
motion_cb (OnwardPipelineBoard *self, double x, double y)
{
  self->drag_x = x;
  self->drag_y = y;
  if (self->scroll_tick != 0)
    return;
  self->turned = g_get_monotonic_time ();
  self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
leave_cb (OnwardPipelineBoard *self)
{
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
}

/**
 * onward_pipeline_board_init_scroll: (skip)
 * @self: the board
 */
void
onward_pipeline_board_init_scroll (OnwardPipelineBoard *self)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
