/* onward-week-view.c - seven days beside each other: what is to be done above, the hours with their interviews below */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-week-view-private.h"

#include "onward-calendar-events.h"
#include "onward-calendar-new.h"
#include "onward-day-drag.h"
#include "onward-month.h"
#include "onward-week-drag.h"
#include "onward-week-number.h"

#include <glib/gi18n-lib.h>

#define FIRST_HOUR 8 /* the design: 08:00 to 20:00 first */
#define MOST_LINES 4 /* of what is to be done on a day */

enum
{
  DAY_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardWeekView, onward_week_view, GTK_TYPE_WIDGET)

/* What stands above the hours has their columns. */
static void
measure_head (GtkWidget *head, GtkOrientation orientation, int for_size, int *minimum, int *natural,
              int *minimum_baseline, int *natural_baseline)
{
  OnwardWeekView *self = ONWARD_WEEK_VIEW (gtk_widget_get_ancestor (head, ONWARD_TYPE_WEEK_VIEW));

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? onward_week_grid_get_least_width (self->grid) : 0;
  for (int i = 0; i < DAYS && orientation == GTK_ORIENTATION_VERTICAL; i++)
    {
      int height;

      gtk_widget_measure (GTK_WIDGET (self->cells[i]), orientation, -1, &height, NULL, NULL, NULL);
      *minimum = MAX (*minimum, height);
    }
  *natural = *minimum;
}

/* In the corner above the hours. */
static void
allocate_number (OnwardWeekView *self, int width, int height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int gutter = onward_week_grid_get_gutter (self->grid);
  int least;

  gtk_widget_measure (self->number, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gutter = MAX (gutter, least);
  gtk_widget_size_allocate (self->number, &(GtkAllocation){ mirrored ? width - gutter : 0, 0, gutter, height }, -1);
}

static void
allocate_head (GtkWidget *head, int width, int height, int baseline)
{
  OnwardWeekView *self = ONWARD_WEEK_VIEW (gtk_widget_get_ancestor (head, ONWARD_TYPE_WEEK_VIEW));

  for (int i = 0; i < DAYS; i++)
    {
      GtkAllocation area = { .height = height };

      onward_week_grid_get_column (self->grid, width, i, &area.x, &area.width);
      gtk_widget_size_allocate (GTK_WIDGET (self->cells[i]), &area, -1);
    }
  if (gtk_widget_get_visible (self->number))
    allocate_number (self, width, height);
}

static GtkSizeRequestMode
get_head_mode (GtkWidget *head)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OnwardWeekView *self = ONWARD_WEEK_VIEW (widget);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll));

  if (gtk_widget_get_width (self->head) == 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (down, FIRST_HOUR * onward_week_grid_get_hour (self->grid));
  onward_week_view_show_day (self);
  return G_SOURCE_REMOVE;
}

static void
onward_week_view_map (GtkWidget *widget)
{
  OnwardWeekView *self = ONWARD_WEEK_VIEW (widget);

  GTK_WIDGET_CLASS (onward_week_view_parent_class)->map (widget);
  if (!self->scrolled)
    gtk_widget_add_tick_callback (widget, scroll_cb, NULL, NULL);
  self->scrolled = TRUE;
}

static void
onward_week_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (onward_week_view_parent_class)->system_setting_changed (widget, setting);
  ONWARD_WEEK_VIEW (widget)->line = 0;
}

static void
onward_week_view_dispose (GObject *object)
{
  OnwardWeekView *self = ONWARD_WEEK_VIEW (object);

  g_clear_pointer (&self->across, gtk_widget_unparent);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  G_OBJECT_CLASS (onward_week_view_parent_class)->dispose (object);
}

static void
onward_week_view_class_init (OnwardWeekViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_week_view_dispose;
  widget_class->focus = onward_week_view_focus;
  widget_class->map = onward_week_view_map;
  widget_class->system_setting_changed = onward_week_view_system_setting_changed;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);

  /**
   * OnwardWeekView::day-changed:
   * @self: the week
   * @day: a day of another week, days since 1970-01-01
   *
   * The keyboard has left the week: its week is to be shown.
   */
  signals[DAY_CHANGED] = g_signal_new ("day-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
cell_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, OnwardWeekView *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  self->day = onward_month_cell_get_day (ONWARD_MONTH_CELL (cell));
  gtk_widget_grab_focus (cell);
}

static void
cell_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, OnwardWeekView *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (n_press == 1 && gtk_widget_contains (cell, x, y))
    onward_calendar_new_show (cell, NULL, onward_month_cell_get_day (ONWARD_MONTH_CELL (cell)), -1, 0);
}

static void
add_head (OnwardWeekView *self)
{
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->head, gtk_custom_layout_new (get_head_mode, measure_head, allocate_head));
  gtk_widget_add_css_class (self->head, "week-head");
  for (int i = 0; i < DAYS; i++)
    {
      GtkGesture *click = gtk_gesture_click_new ();

      self->cells[i] = g_object_new (ONWARD_TYPE_MONTH_CELL, NULL);
      g_signal_connect (click, "pressed", G_CALLBACK (cell_pressed_cb), self);
      g_signal_connect (click, "released", G_CALLBACK (cell_released_cb), self);
      gtk_widget_add_controller (GTK_WIDGET (self->cells[i]), GTK_EVENT_CONTROLLER (click));
      gtk_widget_set_parent (GTK_WIDGET (self->cells[i]), self->head);
    }
  self->number = onward_week_number_new ();
  gtk_widget_set_visible (self->number, FALSE);
  gtk_widget_set_parent (self->number, self->head);
  onward_day_drag_attach (self->head, GTK_ORIENTATION_HORIZONTAL);
}

static void
scrolled_aside_cb (OnwardWeekView *self)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->across));
  double value = gtk_adjustment_get_value (across);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    value = gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across) - value;
  onward_week_grid_set_aside (self->grid, (int)value);
}

static void
onward_week_view_init (OnwardWeekView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->grid = g_object_new (ONWARD_TYPE_WEEK_GRID, NULL);
  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), GTK_WIDGET (self->grid));
  gtk_widget_set_vexpand (self->scroll, TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  add_head (self);
  gtk_box_append (GTK_BOX (self->box), self->head);
  gtk_box_append (GTK_BOX (self->box), self->scroll);
  self->across = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->across), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->across), self->box);
  gtk_widget_set_parent (self->across, GTK_WIDGET (self));
  /* It would go to the beginning for an event that has no place yet. */
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (gtk_widget_get_parent (GTK_WIDGET (self->grid))), FALSE);
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (gtk_widget_get_parent (self->box)), FALSE);
  g_signal_connect_swapped (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->across)), "value-changed",
                            G_CALLBACK (scrolled_aside_cb), self);
  onward_week_drag_attach (self->grid);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (onward_week_view_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* For the day that has most to do. */
static int
count_lines (GPtrArray *events, int first)
{
  int counts[DAYS] = { 0 };
  int most = 0;

  for (guint i = 0; i < events->len; i++)
    {
      const OnwardCalendarEvent *event = events->pdata[i];

      if (event->kind != ONWARD_CALENDAR_INTERVIEW && event->day >= first && event->day < first + DAYS)
        most = MAX (most, ++counts[event->day - first]);
    }
  return MIN (most, MOST_LINES);
}

static void
show_cells (OnwardWeekView *self, int today)
{
  int lines = count_lines (self->events, self->first);
  guint first = 0;

  if (self->line == 0)
    self->line = onward_month_cell_measure_line (self->cells[0]);
  while (first < self->events->len && ((OnwardCalendarEvent *)self->events->pdata[first])->day < self->first)
    first++;
  for (int i = 0; i < DAYS; i++)
    {
      guint n = 0;

      while (first + n < self->events->len
             && ((OnwardCalendarEvent *)self->events->pdata[first + n])->day == self->first + i)
        n++;
      onward_month_cell_set_week (self->cells[i], lines, self->line);
      onward_month_cell_set_day (self->cells[i], self->first + i, FALSE, self->first + i == today);
      onward_month_cell_set_events (self->cells[i], self->events, first, n);
      first += n;
    }
}

/**
 * onward_week_view_show:
 * @self: the week
 * @store: the database
 * @day: the day that the keyboard is on, days since 1970-01-01; its week is shown
 * @today: the user's day
 *
 * Shows the week as the database has it now. The keyboard focus stays on its event, or on its day.
 */
void
onward_week_view_show (OnwardWeekView *self, OnwardStore *store, int day, int today)
{
  GtkWidget *focus = onward_week_view_get_focus (self);
  g_autoptr (OnwardCalendarEvent) focused = NULL;

  if (focus != NULL && ONWARD_IS_EVENT_BLOCK (focus))
    focused = onward_calendar_event_ref (onward_event_block_get_event (ONWARD_EVENT_BLOCK (focus)));
  self->day = day;
  self->first = onward_month_get_first_of_week (day, onward_month_get_first_weekday ());
  g_clear_pointer (&self->events, g_ptr_array_unref);
  self->events = onward_calendar_events_get (store, self->first, self->first + DAYS - 1);
  onward_week_grid_show (self->grid, store, self->events, self->first, today);
  onward_week_number_set_week (self->number, self->first);
  show_cells (self, today);
  if (focused != NULL)
    onward_week_view_focus_event (self, focused);
  else if (focus != NULL)
    onward_week_view_focus_day (self);
}

/**
 * onward_week_view_set_numbers:
 * @self: the week
 * @shown: whether it says which week of the year it is
 */
void
onward_week_view_set_numbers (OnwardWeekView *self, gboolean shown)
{
  gtk_widget_set_visible (self->number, shown);
}

/**
 * onward_week_view_update_now:
 * @self: the week
 *
 * Puts the line of the present where it belongs.
 */
void
onward_week_view_update_now (OnwardWeekView *self)
{
  onward_week_grid_update_now (self->grid);
}
