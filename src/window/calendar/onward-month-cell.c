/* onward-month-cell.c - one day of a month: its number, what fits of its events, and how many more there are */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-month-cell-private.h"

#include "onward-calendar-events.h"
#include "onward-event-block.h"
#include "playbook/onward-dates.h"
#include "playbook/onward-wall.h"

#include <glib/gi18n-lib.h>

#define SPACING     2
#define LEAST_WIDTH 32

G_DEFINE_FINAL_TYPE (OnwardMonthCell, onward_month_cell, GTK_TYPE_WIDGET)

/* The chips that are there take the new events: to make them anew costs three times as much. */
static void
show_blocks (OnwardMonthCell *self, guint first, guint end)
{
  GtkWidget *child = gtk_widget_get_first_child (self->box);

  for (guint i = first; i < end; i++)
    {
      OnwardCalendarEvent *event = self->events->pdata[self->first + i];
      GtkWidget *next;

      if (child != NULL && !ONWARD_IS_EVENT_BLOCK (child))
        {
          next = gtk_widget_get_next_sibling (child);
          gtk_box_remove (GTK_BOX (self->box), child);
          child = next;
        }
      if (child == NULL)
        gtk_box_append (GTK_BOX (self->box), onward_event_block_new (event, FALSE));
      else
        {
          onward_event_block_set_event (ONWARD_EVENT_BLOCK (child), event);
          child = gtk_widget_get_next_sibling (child);
        }
    }
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      gtk_box_remove (GTK_BOX (self->box), child);
      child = next;
    }
}

static void
more_clicked_cb (OnwardMonthCell *self)
{
  onward_month_cell_show_all (self);
}

static GtkWidget *
create_more (OnwardMonthCell *self, guint n)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *text = g_strdup_printf (ngettext ("+%u more", "+%u more", n), n);
  /* Reads from left to right in every script. */
  g_autofree char *figure = g_strdup_printf ("\u200e+%u", n);
  GtkWidget *label = gtk_label_new (self->crowded ? figure : text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "event");
  gtk_widget_add_css_class (button, "more");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (more_clicked_cb), self);
  return button;
}

static guint
count_from (OnwardMonthCell *self, guint shown)
{
  guint n = 0;

  for (guint i = shown; i < self->n; i++)
    n += ((OnwardCalendarEvent *)self->events->pdata[self->first + i])->count;
  return n;
}

/* Interviews are the first events of a day. */
static guint
count_skipped (OnwardMonthCell *self)
{
  guint n = 0;

  while (self->week && n < self->n
         && ((OnwardCalendarEvent *)self->events->pdata[self->first + n])->kind == ONWARD_CALENDAR_INTERVIEW)
    n++;
  return n;
}

/* "+1 more" takes the place of an event, so it never stands for one alone. */
static void
fill_box (OnwardMonthCell *self)
{
  guint skipped = count_skipped (self);
  guint n = self->n - skipped;
  guint shown = skipped + (n <= self->capacity ? n : self->capacity > 0 ? self->capacity - 1 : 0);

  show_blocks (self, skipped, shown);
  if (shown < self->n)
    gtk_box_append (GTK_BOX (self->box), create_more (self, count_from (self, shown)));
}

/* Those who hear it know the whole day when they come to it. */
static void
update_accessible (OnwardMonthCell *self)
{
  g_autoptr (GPtrArray) mine = g_ptr_array_new ();
  g_autofree char *words = NULL;

  for (guint i = 0; i < self->n; i++)
    g_ptr_array_add (mine, self->events->pdata[self->first + i]);
  words = onward_calendar_events_describe_day (mine, self->day, self->today);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
set_class (OnwardMonthCell *self, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

static void
onward_month_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  OnwardMonthCell *self = ONWARD_MONTH_CELL (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = LEAST_WIDTH;
  else
    {
      gtk_widget_measure (self->head, orientation, -1, minimum, natural, NULL, NULL);
      *minimum += self->height;
      *natural += self->height;
    }
}

static void
onward_month_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OnwardMonthCell *self = ONWARD_MONTH_CELL (widget);
  int head = onward_month_cell_get_head_height (self);
  int least_width, least_height;

  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (self->box, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->head, &(GtkAllocation){ 0, 0, width, head }, -1);
  gtk_widget_size_allocate (self->box, &(GtkAllocation){ 0, head + SPACING, MAX (width, least_width), least_height },
                            -1);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
onward_month_cell_dispose (GObject *object)
{
  OnwardMonthCell *self = ONWARD_MONTH_CELL (object);
  GtkWidget *child;

  self->popover = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  G_OBJECT_CLASS (onward_month_cell_parent_class)->dispose (object);
}

static void
onward_month_cell_class_init (OnwardMonthCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_month_cell_dispose;
  widget_class->measure = onward_month_cell_measure;
  widget_class->size_allocate = onward_month_cell_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
onward_month_cell_init (OnwardMonthCell *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "month-cell");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->number = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->number, "day-number");
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_box_append (GTK_BOX (self->head), self->number);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * onward_month_cell_set_day:
 * @self: a cell
 * @day: its day, days since 1970-01-01
 * @outside: whether it is of another month
 * @today: whether it is today
 */
void
onward_month_cell_set_day (OnwardMonthCell *self, int day, gboolean outside, gboolean today)
{
  int year, month, day_of_month;
  g_autofree char *number = NULL;

  self->day = day;
  self->today = today;
  onward_day_to_civil (day, &year, &month, &day_of_month);
  number = day_of_month == 1 ? onward_dates_format_list (day, day - 7) : g_strdup_printf ("%d", day_of_month);
  gtk_label_set_text (GTK_LABEL (self->number), number);
  if (self->weekday != NULL)
    {
      g_autofree char *weekday = onward_dates_format_weekday (day);

      gtk_label_set_text (GTK_LABEL (self->weekday), weekday);
    }
  set_class (self, "outside", outside);
  set_class (self, "today", today);
}

/**
 * onward_month_cell_set_events:
 * @self: a cell
 * @events: (element-type OnwardCalendarEvent): those of the whole month
 * @first: where the day's begin
 * @n: how many it has
 */
void
onward_month_cell_set_events (OnwardMonthCell *self, GPtrArray *events, guint first, guint n)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_ptr_array_ref (events);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  self->events = events;
  self->first = first;
  self->n = n;
  fill_box (self);
  update_accessible (self);
}

/**
 * onward_month_cell_set_capacity:
 * @self: a cell
 * @capacity: for how many lines there is room below the number
 * @crowded: whether there is room for a figure and for no words
 */
void
onward_month_cell_set_capacity (OnwardMonthCell *self, guint capacity, gboolean crowded)
{
  guint before = self->capacity;

  self->capacity = capacity;
  if (self->crowded != crowded)
    before = 0;
  self->crowded = crowded;
  if (self->events != NULL && before != capacity && self->n > MIN (before, capacity))
    fill_box (self);
}

/**
 * onward_month_cell_set_week:
 * @self: a cell that stands above the hours of a day
 * @lines: for how many events that are no interviews it asks room
 * @line: how high one is, px
 */
void
onward_month_cell_set_week (OnwardMonthCell *self, int lines, int line)
{
  self->week = TRUE;
  self->height = lines * line + (lines > 0 ? SPACING : 0);
  if (self->weekday == NULL)
    {
      self->weekday = gtk_label_new (NULL);
      gtk_label_set_ellipsize (GTK_LABEL (self->weekday), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (self->weekday, "caption");
      gtk_widget_add_css_class (self->weekday, "dim-label");
      gtk_box_prepend (GTK_BOX (self->head), self->weekday);
      gtk_box_set_spacing (GTK_BOX (self->head), 6);
      gtk_widget_set_halign (self->head, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (GTK_WIDGET (self), "week-day");
    }
  onward_month_cell_set_capacity (self, (guint)lines, FALSE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * onward_month_cell_set_drop_target:
 * @self: a cell
 * @target: whether something that is dragged would land here
 */
void
onward_month_cell_set_drop_target (OnwardMonthCell *self, gboolean target)
{
  set_class (self, "drop-target", target);
}

/**
 * onward_month_cell_count_events:
 * @self: a cell
 *
 * Returns: how many events its day has
 */
guint
onward_month_cell_count_events (OnwardMonthCell *self)
{
  return self->n;
}

/**
 * onward_month_cell_get_day:
 * @self: a cell
 *
 * Returns: its day
 */
int
onward_month_cell_get_day (OnwardMonthCell *self)
{
  return self->day;
}

/**
 * onward_month_cell_get_head_height:
 * @self: a cell
 *
 * Returns: the height of what stands above the events, without the cell's padding
 */
int
onward_month_cell_get_head_height (OnwardMonthCell *self)
{
  int height;

  gtk_widget_measure (self->head, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  return height;
}

/**
 * onward_month_cell_measure_line:
 * @self: a cell
 *
 * Returns: the height of an event with the space below it, with real words in the real style, px
 */
int
onward_month_cell_measure_line (OnwardMonthCell *self)
{
  g_autoptr (OnwardCalendarEvent) event = onward_calendar_event_new_late (2, 0);
  GtkWidget *block = onward_event_block_new (event, FALSE);
  int height;

  gtk_box_append (GTK_BOX (self->box), block);
  gtk_widget_measure (block, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  gtk_box_remove (GTK_BOX (self->box), block);
  return height + SPACING;
}

/**
 * onward_month_cell_focus_last:
 * @self: a cell
 *
 * Returns: whether the last event it shows has the focus now, or itself when it shows none
 */
gboolean
onward_month_cell_focus_last (OnwardMonthCell *self)
{
  GtkWidget *last = gtk_widget_get_last_child (self->box);

  return gtk_widget_grab_focus (last != NULL ? last : GTK_WIDGET (self));
}

/**
 * onward_month_cell_focus_event:
 * @self: a cell
 * @event: an event, as it was
 *
 * Returns: whether it is shown here, and has the focus now
 */
gboolean
onward_month_cell_focus_event (OnwardMonthCell *self, const OnwardCalendarEvent *event)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ONWARD_IS_EVENT_BLOCK (child)
        && onward_calendar_event_is (onward_event_block_get_event (ONWARD_EVENT_BLOCK (child)), event))
      return gtk_widget_grab_focus (child);
  return FALSE;
}

/**
 * onward_month_cell_move_focus:
 * @self: a cell that has the focus, itself or one of its events
 * @down: to the next event, or to the one before
 *
 * Returns: whether the focus has moved within the cell
 */
gboolean
onward_month_cell_move_focus (OnwardMonthCell *self, gboolean down)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *next;

  if (focus == GTK_WIDGET (self))
    next = down ? gtk_widget_get_first_child (self->box) : NULL;
  else
    next = down ? gtk_widget_get_next_sibling (focus) : gtk_widget_get_prev_sibling (focus);
  if (next == NULL && focus != GTK_WIDGET (self) && !down)
    next = GTK_WIDGET (self);
  return next != NULL && gtk_widget_grab_focus (next);
}
