/* onward-month-grid.c - the days of a month in their weeks, with what stands on each */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-month-grid.h"

#include "onward-calendar-events.h"
#include "onward-calendar-new.h"
#include "onward-day-drag.h"
#include "onward-event-block.h"
#include "onward-month-cell.h"
#include "onward-month.h"
#include "onward-week-number.h"
#include "playbook/onward-dates.h"

#include <glib/gi18n-lib.h>

#define DAYS       7
#define MOST_WEEKS 6
/* px; so narrow a day has no room for words beside a figure, more of large text */
#define CROWDED_BELOW 72
#define USUAL_LINE    19

struct _OnwardMonthGrid
{
  GtkWidget parent_instance;

  int day; /* the day that the keyboard is on; its month is shown */
  int first;
  int n_weeks;
  gboolean crowded;
  guint capacity; /* lines of events in a cell */
  int line;       /* height of one; 0 = not measured with this font yet */
  guint tick;

  GtkWidget *box;
  GtkWidget *head;
  GtkWidget *body;
  GtkWidget *corner;  /* above the numbers of the weeks */
  GtkWidget *numbers; /* a label a week */
  OnwardMonthCell *cells[MOST_WEEKS * DAYS];
};

enum
{
  DAY_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardMonthGrid, onward_month_grid, GTK_TYPE_WIDGET)

static OnwardMonthCell *
find_cell (OnwardMonthGrid *self, int day)
{
  int index = day - self->first;

  return index >= 0 && index < self->n_weeks * DAYS ? self->cells[index] : NULL;
}

/* The cell that has the focus, itself or within. */
static OnwardMonthCell *
find_focus_cell (OnwardMonthGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  cell = ONWARD_IS_MONTH_CELL (focus) ? focus : gtk_widget_get_ancestor (focus, ONWARD_TYPE_MONTH_CELL);
  return cell != NULL ? ONWARD_MONTH_CELL (cell) : NULL;
}

static gboolean
apply_capacity_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OnwardMonthGrid *self = ONWARD_MONTH_GRID (widget);
  int height = gtk_widget_get_height (GTK_WIDGET (self->cells[0]));
  int room = height - onward_month_cell_get_head_height (self->cells[0]) - 2;
  gboolean crowded;
  guint capacity;

  self->tick = 0;
  if (self->line == 0)
    self->line = onward_month_cell_measure_line (self->cells[0]);
  capacity = room > 0 && self->line > 0 ? (guint)(room / self->line) : 0;
  crowded = gtk_widget_get_width (GTK_WIDGET (self->cells[0])) < CROWDED_BELOW * self->line / USUAL_LINE;
  if (capacity == self->capacity && crowded == self->crowded)
    return G_SOURCE_REMOVE;
  self->crowded = crowded;
  self->capacity = capacity;
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    onward_month_cell_set_capacity (self->cells[i], capacity, crowded);
  return G_SOURCE_REMOVE;
}

static void
go_to (OnwardMonthGrid *self, int day)
{
  gboolean same_month = onward_month_has (self->day, day);

  self->day = day;
  if (!same_month || find_cell (self, day) == NULL)
    g_signal_emit (self, signals[DAY_CHANGED], 0, day);
  onward_month_grid_focus_day (self);
}

static gboolean
key_pressed_cb (OnwardMonthGrid *self, guint keyval, guint keycode, GdkModifierType state)
{
  OnwardMonthCell *cell = find_focus_cell (self);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean on_day = cell != NULL && gtk_widget_has_focus (GTK_WIDGET (cell));

  if (cell == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  self->day = onward_month_cell_get_day (cell);
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      go_to (self, self->day + (rtl ? 1 : -1));
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      go_to (self, self->day + (rtl ? -1 : 1));
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      if (on_day || !onward_month_cell_move_focus (cell, FALSE))
        go_to (self, self->day - DAYS);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (on_day || !onward_month_cell_move_focus (cell, TRUE))
        go_to (self, self->day + DAYS);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      return !on_day && gtk_widget_grab_focus (GTK_WIDGET (cell));
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      return on_day && onward_month_cell_show_all (cell);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
focus_day (OnwardMonthGrid *self)
{
  OnwardMonthCell *cell = find_cell (self, self->day);

  return cell != NULL && gtk_widget_grab_focus (GTK_WIDGET (cell));
}

/* Tab comes to the day, then to its events, then leaves: not through forty days. */
static gboolean
onward_month_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  OnwardMonthGrid *self = ONWARD_MONTH_GRID (widget);
  OnwardMonthCell *cell = find_focus_cell (self);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return cell == NULL && focus_day (self);
  if (cell == NULL)
    return focus_day (self);
  return onward_month_cell_move_focus (cell, direction == GTK_DIR_TAB_FORWARD);
}

static void
onward_month_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (ONWARD_MONTH_GRID (widget)->box, orientation, for_size, minimum, natural, NULL, NULL);
}

/* How many lines fit is known after this; what is shown changes before the next frame, not while it is laid out. */
static void
onward_month_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OnwardMonthGrid *self = ONWARD_MONTH_GRID (widget);

  gtk_widget_allocate (self->box, width, height, baseline, NULL);
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (widget, apply_capacity_cb, NULL, NULL);
}

static void
onward_month_grid_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (onward_month_grid_parent_class)->system_setting_changed (widget, setting);
  ONWARD_MONTH_GRID (widget)->line = 0;
  gtk_widget_queue_resize (widget);
}

static void
onward_month_grid_dispose (GObject *object)
{
  g_clear_pointer (&ONWARD_MONTH_GRID (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (onward_month_grid_parent_class)->dispose (object);
}

static void
onward_month_grid_class_init (OnwardMonthGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_month_grid_dispose;
  widget_class->focus = onward_month_grid_focus;
  widget_class->measure = onward_month_grid_measure;
  widget_class->size_allocate = onward_month_grid_size_allocate;
  widget_class->system_setting_changed = onward_month_grid_system_setting_changed;

  /**
   * OnwardMonthGrid::day-changed:
   * @self: the grid
   * @day: a day of another month, days since 1970-01-01
   *
   * The keyboard has left the month: its month is to be shown.
   */
  signals[DAY_CHANGED] = g_signal_new ("day-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
cell_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, OnwardMonthGrid *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  self->day = onward_month_cell_get_day (ONWARD_MONTH_CELL (cell));
  gtk_widget_grab_focus (cell);
}

/* Between the events: something new. */
static void
cell_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, OnwardMonthGrid *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (n_press == 1 && gtk_widget_contains (cell, x, y))
    onward_calendar_new_show (cell, NULL, onward_month_cell_get_day (ONWARD_MONTH_CELL (cell)), -1, 0);
}

static void
add_cells (OnwardMonthGrid *self)
{
  for (int i = 0; i < MOST_WEEKS * DAYS; i++)
    {
      GtkGesture *click = gtk_gesture_click_new ();

      self->cells[i] = g_object_new (ONWARD_TYPE_MONTH_CELL, "hexpand", TRUE, "vexpand", TRUE, NULL);
      g_signal_connect (click, "pressed", G_CALLBACK (cell_pressed_cb), self);
      g_signal_connect (click, "released", G_CALLBACK (cell_released_cb), self);
      gtk_widget_add_controller (GTK_WIDGET (self->cells[i]), GTK_EVENT_CONTROLLER (click));
      gtk_grid_attach (GTK_GRID (self->body), GTK_WIDGET (self->cells[i]), i % DAYS, i / DAYS, 1, 1);
    }
}

/* Beside the weeks, as wide as the corner above them. */
static void
add_numbers (OnwardMonthGrid *self)
{
  g_autoptr (GtkSizeGroup) width = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  self->corner = gtk_label_new (NULL);
  self->numbers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->numbers), TRUE);
  gtk_widget_set_visible (self->corner, FALSE);
  gtk_widget_set_visible (self->numbers, FALSE);
  gtk_size_group_add_widget (width, self->corner);
  gtk_size_group_add_widget (width, self->numbers);
  for (int i = 0; i < MOST_WEEKS; i++)
    gtk_box_append (GTK_BOX (self->numbers), onward_week_number_new ());
}

static GtkWidget *
create_line (GtkWidget *first, GtkWidget *rest)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (rest, TRUE);
  gtk_box_append (GTK_BOX (line), first);
  gtk_box_append (GTK_BOX (line), rest);
  return line;
}

static void
onward_month_grid_init (OnwardMonthGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->head), TRUE);
  gtk_widget_add_css_class (self->head, "month-head");
  add_numbers (self);
  gtk_box_append (GTK_BOX (self->box), create_line (self->corner, self->head));
  self->body = gtk_grid_new ();
  gtk_grid_set_row_homogeneous (GTK_GRID (self->body), TRUE);
  gtk_grid_set_column_homogeneous (GTK_GRID (self->body), TRUE);
  gtk_widget_set_vexpand (self->body, TRUE);
  gtk_box_append (GTK_BOX (self->box), create_line (self->numbers, self->body));
  add_cells (self);
  onward_day_drag_attach (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
show_weekdays (OnwardMonthGrid *self)
{
  if (gtk_widget_get_first_child (self->head) != NULL)
    return;
  for (int i = 0; i < DAYS; i++)
    {
      g_autofree char *name = onward_dates_format_weekday (self->first + i);
      GtkWidget *label = gtk_label_new (name);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (self->head), label);
    }
}

static void
show_numbers (OnwardMonthGrid *self)
{
  GtkWidget *number = gtk_widget_get_first_child (self->numbers);

  for (int i = 0; i < MOST_WEEKS; i++, number = gtk_widget_get_next_sibling (number))
    {
      gtk_widget_set_visible (number, i < self->n_weeks);
      onward_week_number_set_week (number, self->first + i * DAYS);
    }
}

static void
show_events (OnwardMonthGrid *self, OnwardStore *store)
{
  int n_days = self->n_weeks * DAYS;
  g_autoptr (GPtrArray) events = onward_calendar_events_get (store, self->first, self->first + n_days - 1);
  guint first = 0;

  while (first < events->len && ((OnwardCalendarEvent *)events->pdata[first])->day < self->first)
    first++;
  for (int i = 0; i < n_days; i++)
    {
      guint n = 0;

      while (first + n < events->len && ((OnwardCalendarEvent *)events->pdata[first + n])->day == self->first + i)
        n++;
      onward_month_cell_set_events (self->cells[i], events, first, n);
      first += n;
    }
}

/**
 * onward_month_grid_show:
 * @self: the grid
 * @store: the database
 * @day: the day that the keyboard is on, days since 1970-01-01; its month is shown
 * @today: the user's day
 *
 * Shows the month as the database has it now. The keyboard focus stays on its day.
 */
void
onward_month_grid_show (OnwardMonthGrid *self, OnwardStore *store, int day, int today)
{
  int first_weekday = onward_month_get_first_weekday ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean focused = find_focus_cell (self) != NULL;
  GtkWidget *focus = focused ? gtk_root_get_focus (root) : NULL;
  g_autoptr (OnwardCalendarEvent) event = NULL;

  if (focus != NULL && ONWARD_IS_EVENT_BLOCK (focus))
    event = onward_calendar_event_ref (onward_event_block_get_event (ONWARD_EVENT_BLOCK (focus)));
  self->day = day;
  self->first = onward_month_get_first_cell (day, first_weekday);
  self->n_weeks = onward_month_count_weeks (day, first_weekday);
  show_weekdays (self);
  for (int i = 0; i < MOST_WEEKS * DAYS; i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->cells[i]), i < self->n_weeks * DAYS);
      onward_month_cell_set_day (self->cells[i], self->first + i, !onward_month_has (day, self->first + i),
                                 self->first + i == today);
    }
  show_numbers (self);
  show_events (self, store);
  if (event != NULL)
    onward_month_grid_focus_event (self, event);
  else if (focused)
    focus_day (self);
}

/**
 * onward_month_grid_set_numbers:
 * @self: the grid
 * @shown: whether the weeks of the year are counted beside them
 */
void
onward_month_grid_set_numbers (OnwardMonthGrid *self, gboolean shown)
{
  gtk_widget_set_visible (self->corner, shown);
  gtk_widget_set_visible (self->numbers, shown);
}

/**
 * onward_month_grid_focus_event:
 * @self: the grid
 * @event: an event, as it was
 *
 * Gives the keyboard focus to it, wherever it is now; to the day when it is gone.
 */
void
onward_month_grid_focus_event (OnwardMonthGrid *self, const OnwardCalendarEvent *event)
{
  for (int i = 0; i < self->n_weeks * DAYS; i++)
    if (onward_month_cell_focus_event (self->cells[i], event))
      {
        self->day = onward_month_cell_get_day (self->cells[i]);
        return;
      }
  focus_day (self);
}

/**
 * onward_month_grid_get_day:
 * @self: the grid
 *
 * Returns: the day that the keyboard is on
 */
int
onward_month_grid_get_day (OnwardMonthGrid *self)
{
  OnwardMonthCell *cell = find_focus_cell (self);

  return cell != NULL ? onward_month_cell_get_day (cell) : self->day;
}

/**
 * onward_month_grid_focus_day:
 * @self: the grid
 *
 * Gives the keyboard focus to the day it is on.
 */
void
onward_month_grid_focus_day (OnwardMonthGrid *self)
{
  focus_day (self);
}
