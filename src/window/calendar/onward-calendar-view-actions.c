/* onward-calendar-view-actions.c - what keys and buttons do in the calendar */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-calendar-view-private.h"

#include "capture/onward-interview-sheet.h"
#include "onward-calendar-move.h"
#include "onward-event-block.h"
#include "onward-event-row.h"
#include "onward-go-to-popover.h"
#include "onward-month.h"
#include "store/onward-present.h"

#define WEEK 7

static void
step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (widget);
  int direction = g_str_equal (name, "calendar.later") ? 1 : -1;

  if (onward_calendar_view_is (self, "month"))
    onward_calendar_view_go_to (self, onward_day_add_months (self->day, direction));
  else
    onward_calendar_view_go_to (self, self->day + direction * WEEK);
}

static void
today_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (widget);

  onward_calendar_view_go_to (self, onward_present_get_today (self->store));
  onward_calendar_view_focus_day (self);
}

/* The first day of what is shown. */
static void
start_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (widget);

  if (onward_calendar_view_is (self, "month"))
    onward_calendar_view_go_to (self, onward_month_get_start (self->day));
  else
    onward_calendar_view_go_to (self, onward_month_get_first_of_week (self->day, onward_month_get_first_weekday ()));
  onward_calendar_view_focus_day (self);
}

/* On the day where the keyboard is; else as everywhere. */
static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (widget);
  gboolean on_day = onward_calendar_view_get_focus (self) != NULL;

  if (on_day && onward_calendar_view_is (self, "month"))
    onward_interview_sheet_add_at (widget, onward_month_grid_get_day (self->month), -1, 0);
  else if (on_day && onward_calendar_view_is (self, "week"))
    onward_interview_sheet_add_at (widget, onward_week_view_get_day (self->week), -1, 0);
  else
    gtk_widget_activate_action (widget, "win.new-interview", "x", (gint64)0);
}

static OnwardCalendarEvent *
get_focused_event (OnwardCalendarView *self)
{
  GtkWidget *focus = onward_calendar_view_get_focus (self);

  if (focus == NULL)
    return NULL;
  return ONWARD_IS_EVENT_BLOCK (focus) ? onward_event_block_get_event (ONWARD_EVENT_BLOCK (focus))
                                       : onward_event_row_get_event (focus);
}

/* Keys can be pressed again before the last move is shown, so the next one begins where that one ended. */
static void
nudge_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (widget);
  OnwardCalendarEvent *event = get_focused_event (self);
  gboolean right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int days, minutes;
  gint64 start;

  if (event == NULL || !onward_calendar_event_can_move (event))
    return;
  g_variant_get (parameter, "(ii)", &days, &minutes);
  /* What is late stands on today, whenever it was planned for. */
  start = self->moved == event->row ? self->moved_to : onward_wall_at (event->day, onward_wall_minutes (event->start));
  start += (right ? -days : days) * ONWARD_DAY_MINUTES + minutes;
  self->moved = event->row;
  self->moved_to = start;
  if (!onward_calendar_view_is (self, "agenda"))
    self->day = onward_wall_day (start);
  onward_calendar_move_to (widget, event, start);
}

/* The end of an interview; as with moves, keys can be pressed again before the last one is shown. */
static void
resize_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (widget);
  OnwardCalendarEvent *event = get_focused_event (self);
  gint64 end;

  if (event == NULL || event->kind != ONWARD_CALENDAR_INTERVIEW || !onward_calendar_event_can_move (event))
    return;
  end = (self->resized == event->row ? self->resized_to : onward_calendar_event_find_end (event))
        + g_variant_get_int32 (parameter);
  if (end < event->start + ONWARD_CALENDAR_STEP)
    return;
  self->resized = event->row;
  self->resized_to = end;
  onward_calendar_resize (widget, event, end);
}

static void
go_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_calendar_view_go_to (ONWARD_CALENDAR_VIEW (widget), g_variant_get_int32 (parameter));
}

static void
choose_day_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (widget);

  onward_go_to_popover_show (GTK_WIDGET (self->title), self->day);
}

static const struct
{
  guint key;
  int days;
  int minutes;
} nudges[] = {
  { GDK_KEY_Left, -1, 0 },
  { GDK_KEY_Right, 1, 0 },
  { GDK_KEY_Up, 0, -ONWARD_CALENDAR_STEP },
  { GDK_KEY_Down, 0, ONWARD_CALENDAR_STEP },
};

static void
install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "calendar.earlier", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Page_Up, 0, "calendar.earlier", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "calendar.later", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Page_Down, 0, "calendar.later", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "calendar.start", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Home, 0, "calendar.start", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "calendar.today", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, 0, "calendar.mode", "s", "month");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, 0, "calendar.mode", "s", "week");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, 0, "calendar.mode", "s", "agenda");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, 0, "calendar.choose-day", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "calendar.resize",
                                       "i", -ONWARD_CALENDAR_STEP);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "calendar.resize",
                                       "i", ONWARD_CALENDAR_STEP);
  for (guint i = 0; i < G_N_ELEMENTS (nudges); i++)
    gtk_widget_class_add_binding_action (widget_class, nudges[i].key, GDK_ALT_MASK | GDK_SHIFT_MASK, "calendar.nudge",
                                         "(ii)", nudges[i].days, nudges[i].minutes);
}

/**
 * onward_calendar_view_install_actions: (skip)
 * @widget_class: the class of the calendar
 */
void
onward_calendar_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "calendar.earlier", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "calendar.later", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "calendar.today", NULL, today_cb);
  gtk_widget_class_install_action (widget_class, "calendar.start", NULL, start_cb);
  gtk_widget_class_install_action (widget_class, "calendar.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "calendar.nudge", "(ii)", nudge_cb);
  gtk_widget_class_install_action (widget_class, "calendar.resize", "i", resize_cb);
  gtk_widget_class_install_action (widget_class, "calendar.go-to", "i", go_to_cb);
  gtk_widget_class_install_action (widget_class, "calendar.choose-day", NULL, choose_day_cb);
  install_keys (widget_class);
}
