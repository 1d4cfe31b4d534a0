/* onward-week-view-focus.c - the keyboard goes through a week: from day to day, and through what is on each */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-week-view-private.h"

#define MARGIN 12 /* px above and below what has the focus */

static OnwardMonthCell *
find_cell (OnwardWeekView *self, int day)
{
  return day >= self->first && day < self->first + DAYS ? self->cells[day - self->first] : NULL;
}

GtkWidget *
onward_week_view_get_focus (OnwardWeekView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

/* On which day the focus is: on the day itself, on what is to be done, or on an interview. */
static int
find_focus_day (OnwardWeekView *self)
{
  GtkWidget *focus = onward_week_view_get_focus (self);
  GtkWidget *cell;
  const OnwardWeekPart *part;

  if (focus == NULL)
    return ONWARD_NO_DAY;
  if (ONWARD_IS_EVENT_BLOCK (focus) && (part = onward_week_grid_get_part (self->grid, ONWARD_EVENT_BLOCK (focus))))
    return self->first + part->day;
  cell = ONWARD_IS_MONTH_CELL (focus) ? focus : gtk_widget_get_ancestor (focus, ONWARD_TYPE_MONTH_CELL);
  return cell != NULL ? onward_month_cell_get_day (ONWARD_MONTH_CELL (cell)) : ONWARD_NO_DAY;
}

/* Sideways, where there is no room for seven days. */
void
onward_week_view_show_day (OnwardWeekView *self)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->across));
  int width = gtk_widget_get_width (self->head);
  int left, column;

  if (width == 0)
    return;
  onward_week_grid_get_column (self->grid, width, self->day - self->first, &left, &column);
  gtk_adjustment_clamp_page (across, left - onward_week_grid_get_gutter (self->grid), left + column);
}

/* What has the focus is scrolled to, also before it was given its place. */
static gboolean
grab (OnwardWeekView *self, GtkWidget *widget)
{
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll));
  int hour = onward_week_grid_get_hour (self->grid);
  const OnwardWeekPart *part;

  if (widget == NULL || !gtk_widget_grab_focus (widget))
    return FALSE;
  part = ONWARD_IS_EVENT_BLOCK (widget) ? onward_week_grid_get_part (self->grid, ONWARD_EVENT_BLOCK (widget)) : NULL;
  if (part != NULL)
    gtk_adjustment_clamp_page (scroll, part->from * hour / 60 - MARGIN, part->to * hour / 60 + MARGIN);
  onward_week_view_show_day (self);
  return TRUE;
}

static void
go_to (OnwardWeekView *self, int day)
{
  self->day = day;
  if (find_cell (self, day) == NULL)
    g_signal_emit_by_name (self, "day-changed", day);
  onward_week_view_focus_day (self);
}

static GtkWidget *
get_block (OnwardWeekView *self, guint position)
{
  OnwardEventBlock *block = onward_week_grid_get_block (self->grid, self->day, position);

  return block != NULL ? GTK_WIDGET (block) : NULL;
}

/* From the day to what is to be done, then to its interviews, and back. */
static gboolean
move_focus (OnwardWeekView *self, gboolean down)
{
  GtkWidget *focus = onward_week_view_get_focus (self);
  OnwardMonthCell *cell = find_cell (self, self->day);

  for (guint i = 0; get_block (self, i) != NULL; i++)
    if (focus == get_block (self, i))
      {
        if (down)
          return grab (self, get_block (self, i + 1));
        return i > 0 ? grab (self, get_block (self, i - 1)) : onward_month_cell_focus_last (cell);
      }
  return onward_month_cell_move_focus (cell, down) || (down && grab (self, get_block (self, 0)));
}

static gboolean
move_day (OnwardWeekView *self, int days)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  go_to (self, self->day + (rtl ? -days : days));
  return GDK_EVENT_STOP;
}

gboolean
onward_week_view_key_pressed_cb (OnwardWeekView *self, guint keyval, guint keycode, GdkModifierType state)
{
  int day = find_focus_day (self);
  gboolean on_day = onward_week_view_get_focus (self) == GTK_WIDGET (find_cell (self, day));

  if (day == ONWARD_NO_DAY || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  self->day = day;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move_day (self, -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move_day (self, 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_focus (self, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_focus (self, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      return !on_day && gtk_widget_grab_focus (GTK_WIDGET (find_cell (self, day)));
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      return on_day && onward_month_cell_show_all (find_cell (self, day));
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Tab comes to the day, then to what is on it, then leaves. */
gboolean
onward_week_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  OnwardWeekView *self = ONWARD_WEEK_VIEW (widget);
  int day = find_focus_day (self);

  if (day == ONWARD_NO_DAY)
    return grab (self, GTK_WIDGET (find_cell (self, self->day)));
  self->day = day;
  return (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
         && move_focus (self, direction == GTK_DIR_TAB_FORWARD);
}

/**
 * onward_week_view_focus_day:
 * @self: the week
 *
 * Gives the keyboard focus to the day it is on.
 */
void
onward_week_view_focus_day (OnwardWeekView *self)
{
  grab (self, GTK_WIDGET (find_cell (self, self->day)));
}

/**
 * onward_week_view_focus_event:
 * @self: the week
 * @event: an event, as it was
 *
 * Gives the keyboard focus to it, wherever it is now; to the day when it is gone.
 */
void
onward_week_view_focus_event (OnwardWeekView *self, const OnwardCalendarEvent *event)
{
  for (self->day = self->first; self->day < self->first + DAYS; self->day++)
    {
      OnwardEventBlock *block;

      if (onward_month_cell_focus_event (find_cell (self, self->day), event))
        return;
      for (guint i = 0; (block = onward_week_grid_get_block (self->grid, self->day, i)) != NULL; i++)
        if (onward_calendar_event_is (onward_event_block_get_event (block), event) && grab (self, GTK_WIDGET (block)))
          return;
    }
  self->day = CLAMP (event->day, self->first, self->first + DAYS - 1);
  onward_week_view_focus_day (self);
}

/**
 * onward_week_view_get_day:
 * @self: the week
 *
 * Returns: the day that the keyboard is on
 */
int
onward_week_view_get_day (OnwardWeekView *self)
{
  int day = find_focus_day (self);

  return day != ONWARD_NO_DAY ? day : self->day;
}
