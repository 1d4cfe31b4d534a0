/* onward-day-drag.c - events are dragged from day to day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-day-drag.h"

#include "onward-calendar-move.h"
#include "onward-event-block.h"
#include "onward-month-cell.h"

/* One drag source and one target for all the days of a month: each event of its own would have two hundred. */
typedef struct
{
  GtkWidget *days;
  GtkWidget *block; /* weak; what is dragged */
  OnwardCalendarEvent *event;
  OnwardMonthCell *target; /* weak; the day under the pointer */
} DayDrag;

static void
free_drag (gpointer data, GClosure *closure)
{
  DayDrag *self = data;

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

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, DayDrag *self)
{
  if (self->block != NULL)
    gtk_widget_remove_css_class (self->block, "dragging");
  set_target (self, NULL);
  g_clear_weak_pointer (&self->block);
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, DayDrag *self)
{
  GtkWidget *cell = self->event != NULL ? find_at (self, ONWARD_TYPE_MONTH_CELL, x, y) : NULL;

  set_target (self, cell);
  return cell != NULL ? GDK_ACTION_MOVE : 0;
}

static void
leave_cb (GtkDropTarget *target, DayDrag *self)
{
  set_target (self, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, DayDrag *self)
{
  GtkWidget *cell = find_at (self, ONWARD_TYPE_MONTH_CELL, x, y);

  set_target (self, NULL);
  if (cell == NULL || self->event == NULL || g_value_get_pointer (value) != self)
    return FALSE;
  onward_calendar_move_to_day (self->days, self->event, onward_month_cell_get_day (ONWARD_MONTH_CELL (cell)));
  return TRUE;
}

/**
 * onward_day_drag_attach:
 * @days: a widget with OnwardMonthCells somewhere in it
 *
 * From now on what stands on one of the days can be dragged to another one, at the same time of the day.
 */
void
onward_day_drag_attach (GtkWidget *days)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_POINTER, GDK_ACTION_MOVE);
  DayDrag *self = g_new0 (DayDrag, 1);

  self->days = days;
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
