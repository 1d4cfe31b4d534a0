/* onward-week-drag.c - interviews are dragged through the hours of a week, made longer, and made where there is none */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-week-drag.h"

#include "onward-calendar-move.h"
#include "onward-calendar-new.h"

#include <math.h>

#define STEP        ONWARD_CALENDAR_STEP
#define DAY         ((int)ONWARD_DAY_MINUTES)
#define HANDLE      8  /* px at the lower end of a block by which it is made longer */
#define EDGE        48 /* the design: it scrolls when the pointer is so near an edge */
#define SCROLL_STEP 12 /* px a frame at the very edge */
#define NEW_MINUTES 60

typedef enum
{
  DRAG_NOTHING,
  DRAG_MOVE,
  DRAG_RESIZE,
  DRAG_CREATE,
} DragKind;

typedef struct
{
  OnwardWeekGrid *grid;
  GtkGesture *gesture;
  DragKind kind;
  gboolean moving;  /* beyond the distance at which a press becomes a drag */
  GtkWidget *block; /* weak */
  OnwardCalendarEvent *event;
  OnwardWeekSpot from; /* where the button was pressed */
  int top;             /* where the part of the day begins that was pressed, minutes */
  double x;            /* where the pointer is now, in the viewport's parts so that scrolling is followed */
  double y;
  double scrolled;
  guint tick;
  int day; /* what the mark shows */
  int start;
  int end;
} WeekDrag;

static void
free_drag (gpointer data, GClosure *closure)
{
  WeekDrag *self = data;

  g_clear_weak_pointer (&self->block);
  g_clear_pointer (&self->event, onward_calendar_event_unref);
  g_free (self);
}

static int
snap (double minutes)
{
  return (int)round (minutes / STEP) * STEP;
}

static GtkAdjustment *
get_scroll (WeekDrag *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self->grid), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
}

static OnwardEventBlock *
find_block (WeekDrag *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->grid), x, y, GTK_PICK_DEFAULT);

  if (picked != NULL && !ONWARD_IS_EVENT_BLOCK (picked))
    picked = gtk_widget_get_ancestor (picked, ONWARD_TYPE_EVENT_BLOCK);
  return picked != NULL ? ONWARD_EVENT_BLOCK (picked) : NULL;
}

static gboolean
is_on_handle (WeekDrag *self, OnwardEventBlock *block, double y)
{
  const OnwardWeekPart *part = onward_week_grid_get_part (self->grid, block);
  graphene_rect_t bounds;

  return part != NULL && part->ends && gtk_widget_compute_bounds (GTK_WIDGET (block), GTK_WIDGET (self->grid), &bounds)
         && y > bounds.origin.y + bounds.size.height - HANDLE;
}

static void
stop (WeekDrag *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->grid), self->tick);
  self->tick = 0;
  if (self->block != NULL)
    gtk_widget_remove_css_class (self->block, "dragging");
  self->kind = DRAG_NOTHING;
  self->moving = FALSE;
  onward_week_grid_clear_mark (self->grid);
}

static void
begin_cb (GtkGestureDrag *gesture, double x, double y, WeekDrag *self)
{
  OnwardEventBlock *block = find_block (self, x, y);
  const OnwardWeekPart *part = block != NULL ? onward_week_grid_get_part (self->grid, block) : NULL;

  stop (self);
  g_clear_pointer (&self->event, onward_calendar_event_unref);
  g_set_weak_pointer (&self->block, (GtkWidget *)block);
  self->from = onward_week_grid_get_spot (self->grid, x, y);
  self->scrolled = gtk_adjustment_get_value (get_scroll (self));
  self->x = x;
  self->y = y;
  self->kind = DRAG_CREATE;
  if (part == NULL)
    return;
  /* What is dragged is kept: the block can be made anew meanwhile. */
  self->event = onward_calendar_event_ref (onward_event_block_get_event (block));
  self->top = part->from;
  self->kind = is_on_handle (self, block, y) ? DRAG_RESIZE : DRAG_MOVE;
}

static int
get_length (const OnwardCalendarEvent *event)
{
  return MAX ((int)(event->ends_at - event->starts_at) / 60, STEP);
}

/* From day to day as a whole, by quarters of an hour; the start stays on the day. */
static void
aim_move (WeekDrag *self, OnwardWeekSpot spot)
{
  gint64 start = onward_wall_at (onward_wall_day (self->event->start) + spot.day - self->from.day,
                                 onward_wall_minutes (self->event->start));
  int minutes = onward_wall_minutes (start) + snap (spot.minutes - self->from.minutes);

  self->day = onward_wall_day (start);
  self->start = CLAMP (minutes, 0, DAY - STEP);
  self->end = self->start + get_length (self->event);
}

static void
aim_resize (WeekDrag *self, OnwardWeekSpot spot)
{
  int end = onward_wall_minutes (onward_calendar_event_find_end (self->event));

  self->day = self->from.day;
  self->start = self->top;
  /* The end stays on its day; midnight is the end of it. */
  self->end = CLAMP ((end == 0 ? DAY : end) + snap (spot.minutes - self->from.minutes), self->start + STEP, DAY);
}

static void
aim_create (WeekDrag *self, OnwardWeekSpot spot)
{
  double first = MIN (self->from.minutes, spot.minutes);
  double last = MAX (self->from.minutes, spot.minutes);

  self->day = self->from.day;
  self->start = CLAMP ((int)floor (first / STEP) * STEP, 0, DAY - STEP);
  self->end = CLAMP ((int)ceil (last / STEP) * STEP, self->start + STEP, DAY);
}

static void
aim (WeekDrag *self)
{
  double y = self->y + gtk_adjustment_get_value (get_scroll (self)) - self->scrolled;
  OnwardWeekSpot spot = onward_week_grid_get_spot (self->grid, self->x, y);
  g_autofree char *span = NULL;

  if (self->kind == DRAG_MOVE)
    aim_move (self, spot);
  else if (self->kind == DRAG_RESIZE)
    aim_resize (self, spot);
  else
    aim_create (self, spot);
  span = onward_calendar_format_span (onward_wall_at (self->day, self->start), onward_wall_at (self->day, self->end));
  onward_week_grid_set_mark (self->grid, self->day, self->start,
                             MIN (MAX (self->end, self->start + ONWARD_WEEK_LEAST_MINUTES), DAY), span);
}

/* How far to scroll at @position of @size: more the nearer the edge is. */
static double
get_scroll_step (double position, double size)
{
  if (position < EDGE)
    return -SCROLL_STEP * (EDGE - MAX (position, 0)) / EDGE;
  if (position > size - EDGE)
    return SCROLL_STEP * (MIN (position, size) - (size - EDGE)) / EDGE;
  return 0;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WeekDrag *self = data;
  GtkAdjustment *scroll = get_scroll (self);
  double before = gtk_adjustment_get_value (scroll);

  gtk_adjustment_set_value (scroll,
                            before + get_scroll_step (self->y - self->scrolled, gtk_adjustment_get_page_size (scroll)));
  if (gtk_adjustment_get_value (scroll) != before)
    aim (self);
  return G_SOURCE_CONTINUE;
}

static void
begin_moving (WeekDrag *self)
{
  self->moving = TRUE;
  gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->block != NULL)
    gtk_widget_add_css_class (self->block, "dragging");
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->grid), tick_cb, self, NULL);
}

static void
update_cb (GtkGestureDrag *gesture, double dx, double dy, WeekDrag *self)
{
  double x, y;

  if (self->kind == DRAG_NOTHING || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  if (!self->moving && !gtk_drag_check_threshold (GTK_WIDGET (self->grid), 0, 0, (int)dx, (int)dy))
    return;
  if (!self->moving)
    begin_moving (self);
  /* The offset is in the coordinates of the hours, which go along when they scroll: back to those of the beginning. */
  self->x = x + dx;
  self->y = y + dy - (gtk_adjustment_get_value (get_scroll (self)) - self->scrolled);
  aim (self);
}

static void
drop (WeekDrag *self)
{
  GtkWidget *grid = GTK_WIDGET (self->grid);
  GdkRectangle area;

  if (self->kind == DRAG_MOVE)
    onward_calendar_move_to (grid, self->event, onward_wall_at (self->day, self->start));
  else if (self->kind == DRAG_RESIZE)
    onward_calendar_resize (grid, self->event, onward_wall_at (self->day, self->end));
  else
    {
      onward_week_grid_get_area (self->grid, self->day, self->start, self->end, &area);
      onward_calendar_new_show (grid, &area, self->day, self->start, self->end - self->start);
    }
}

/* A click between the interviews asks for an hour there. */
static void
click (WeekDrag *self)
{
  GdkRectangle area;
  int start = CLAMP ((int)floor (self->from.minutes / 30) * 30, 0, DAY - NEW_MINUTES);

  onward_week_grid_get_area (self->grid, self->from.day, start, start + NEW_MINUTES, &area);
  onward_calendar_new_show (GTK_WIDGET (self->grid), &area, self->from.day, start, NEW_MINUTES);
}

static void
end_cb (GtkGestureDrag *gesture, double dx, double dy, WeekDrag *self)
{
  if (self->moving)
    drop (self);
  else if (self->kind == DRAG_CREATE)
    click (self);
  stop (self);
}

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, WeekDrag *self)
{
  stop (self);
}

static gboolean
key_cb (WeekDrag *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || !self->moving)
    return GDK_EVENT_PROPAGATE;
  stop (self);
  gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_DENIED);
  return GDK_EVENT_STOP;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, WeekDrag *self)
{
  OnwardEventBlock *block = self->moving ? NULL : find_block (self, x, y);

  if (!self->moving)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self->grid),
                                     block != NULL && is_on_handle (self, block, y) ? "ns-resize" : NULL);
}

/**
 * onward_week_drag_attach:
 * @grid: the hours of a week
 *
 * From now on an interview can be dragged to another time, its end to a later or earlier one, and a time that is free
 * can be clicked or dragged over to put something there.
 */
void
onward_week_drag_attach (OnwardWeekGrid *grid)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  WeekDrag *self = g_new0 (WeekDrag, 1);

  self->grid = grid;
  self->gesture = gtk_gesture_drag_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->gesture), GTK_PHASE_CAPTURE);
  g_signal_connect (self->gesture, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (self->gesture, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (self->gesture, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect (self->gesture, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (grid), GTK_EVENT_CONTROLLER (self->gesture));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (grid), keys);
  g_signal_connect_data (motion, "motion", G_CALLBACK (motion_cb), self, free_drag, 0);
  gtk_widget_add_controller (GTK_WIDGET (grid), motion);
}
