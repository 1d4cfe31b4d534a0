/* onward-day-drag.c - events are dragged from day to day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-day-drag.h"

#include "onward-calendar-move.h"
#include "onward-event-block.h"
#include "onward-month-cell.h"

#define EDGE   24  /* px; so near an edge the pointer turns the page */
#define MOMENT 700 /* ms that it has to stay there */

/* One drag source and one target for all the days of a month: each event of its own would have two hundred. */
typedef struct
{
  GtkWidget *days;
  GtkWidget *block; /* weak; what is dragged */
  OnwardCalendarEvent *event;
  OnwardMonthCell *target; /* weak; the day under the pointer */
  GtkOrientation along;    /* from page to page */
  double x;
  double y;
  int turn; /* -1 or 1 while the pointer waits at an edge */
  guint turn_source;
} DayDrag;

static void
free_drag (gpointer data, GClosure *closure)
{
  DayDrag *self = data;

  g_clear_handle_id (&self->turn_source, g_source_remove);
  g_clear_weak_pointer (&self->block);
  g_clear_weak_pointer (&self->target);
  g_clear_pointer (&self->event, onward_calendar_event_unref);
  g_free (self);
}

static GtkWidget *
find_at (DayDrag *self, GType type, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (self->days, x, y, GTK_PICK_DEFAULT);

  if (picked != NULL && !g_type_is_a (G_OBJECT_TYPE (picked), type))
    picked = gtk_widget_get_ancestor (picked, type);
  return picked != NULL && gtk_widget_is_ancestor (picked, self->days) ? picked : NULL;
}

static void
set_target (DayDrag *self, GtkWidget *cell)
{
  if (self->target != NULL)
    onward_month_cell_set_drop_target (self->target, FALSE);
  g_set_weak_pointer (&self->target, cell != NULL ? ONWARD_MONTH_CELL (cell) : NULL);
  if (self->target != NULL)
    onward_month_cell_set_drop_target (self->target, TRUE);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, DayDrag *self)
{
  GtkWidget *block = find_at (self, ONWARD_TYPE_EVENT_BLOCK, x, y);
  OnwardCalendarEvent *event;

  if (block == NULL)
    return NULL;
  event = onward_event_block_get_event (ONWARD_EVENT_BLOCK (block));
  if (!onward_calendar_event_can_move (event))
    return NULL;
  g_set_weak_pointer (&self->block, block);
  g_clear_pointer (&self->event, onward_calendar_event_unref);
  self->event = onward_calendar_event_ref (event);
  return gdk_content_provider_new_typed (G_TYPE_POINTER, self);
}

/* The pointer carries a block like the one that stays behind, pale. */
static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, DayDrag *self)
{
  GtkWidget *ghost = onward_event_block_new (self->event, FALSE);
  int width = gtk_widget_get_width (self->block);
  int height = gtk_widget_get_height (self->block);

  gtk_widget_set_size_request (ghost, width, height);
  gtk_widget_add_css_class (ghost, "ghost");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), ghost);
  gdk_drag_set_hotspot (drag, width / 3, height / 2);
  gtk_widget_add_css_class (self->block, "dragging");
  gtk_widget_grab_focus (self->block);
}

/* Which way the page would be turned here: towards later days at the end. */
static int
find_turn (DayDrag *self, double x, double y)
{
  gboolean mirrored = gtk_widget_get_direction (self->days) == GTK_TEXT_DIR_RTL;
  gboolean down = self->along == GTK_ORIENTATION_VERTICAL;
  double position = down ? y : x;
  int size = down ? gtk_widget_get_height (self->days) : gtk_widget_get_width (self->days);

  if (position >= EDGE && position < size - EDGE)
    return 0;
  return (position < EDGE) == (mirrored && !down) ? 1 : -1;
}

/* The chips take what stands on the new page, so the one that stayed behind is pale no more. */
static gboolean
turn_cb (gpointer data)
{
  DayDrag *self = data;

  if (self->block != NULL)
    gtk_widget_remove_css_class (self->block, "dragging");
  g_clear_weak_pointer (&self->block);
  gtk_widget_activate_action (self->days, self->turn > 0 ? "calendar.later" : "calendar.earlier", NULL);
  set_target (self, find_at (self, ONWARD_TYPE_MONTH_CELL, self->x, self->y));
  return G_SOURCE_CONTINUE;
}

static void
set_turn (DayDrag *self, int turn)
{
  if (self->turn == turn)
    return;
  self->turn = turn;
  g_clear_handle_id (&self->turn_source, g_source_remove);
  if (turn != 0)
    self->turn_source = g_timeout_add (MOMENT, turn_cb, self);
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, DayDrag *self)
{
  if (self->block != NULL)
    gtk_widget_remove_css_class (self->block, "dragging");
  set_turn (self, 0);
  set_target (self, NULL);
  g_clear_weak_pointer (&self->block);
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, DayDrag *self)
{
  GtkWidget *cell = self->event != NULL ? find_at (self, ONWARD_TYPE_MONTH_CELL, x, y) : NULL;

  self->x = x;
  self->y = y;
  set_turn (self, self->event != NULL ? find_turn (self, x, y) : 0);
  set_target (self, cell);
  return cell != NULL ? GDK_ACTION_MOVE : 0;
}

static void
leave_cb (GtkDropTarget *target, DayDrag *self)
{
  set_turn (self, 0);
  set_target (self, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, DayDrag *self)
{
  GtkWidget *cell = find_at (self, ONWARD_TYPE_MONTH_CELL, x, y);

  set_turn (self, 0);
  set_target (self, NULL);
  if (cell == NULL || self->event == NULL || g_value_get_pointer (value) != self)
    return FALSE;
  onward_calendar_move_to_day (self->days, self->event, onward_month_cell_get_day (ONWARD_MONTH_CELL (cell)));
  return TRUE;
}

/**
 * onward_day_drag_attach:
 * @days: a widget with OnwardMonthCells somewhere in it
 * @along: at which edges the pointer turns the page when it waits there: above and below, or beside
 *
 * From now on what stands on one of the days can be dragged to another one, at the same time of the day.
 */
void
onward_day_drag_attach (GtkWidget *days, GtkOrientation along)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_POINTER, GDK_ACTION_MOVE);
  DayDrag *self = g_new0 (DayDrag, 1);

  self->days = days;
  self->along = along;
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (days, GTK_EVENT_CONTROLLER (source));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_data (target, "drop", G_CALLBACK (drop_cb), self, free_drag, 0);
  gtk_widget_add_controller (days, GTK_EVENT_CONTROLLER (target));
}
