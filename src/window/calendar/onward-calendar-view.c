/* onward-calendar-view.c - interviews, promised answers and follow-ups, by month or day by day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-calendar-view.h"

#include "capture/onward-interview-sheet.h"
#include "onward-agenda-list.h"
#include "onward-calendar-move.h"
#include "onward-event-block.h"
#include "onward-event-row.h"
#include "onward-month-grid.h"
#include "onward-month.h"
#include "onward-week-view.h"
#include "playbook/onward-dates.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>

#define WEEK 7

struct _OnwardCalendarView
{
  GtkWidget parent_instance;

  OnwardStore *store;
  gboolean narrow;
  char *mode;      /* "month", "week" or "agenda" */
  char *wide_mode; /* what it was before the window became narrow */
  int day;         /* the month shown is this day's, the agenda begins with it; ONWARD_NO_DAY = not shown yet */
  gboolean stale;
  guint refresh_source;
  guint minute_source;
  guint shape; /* of what time alone alters in what is shown */

  GtkLabel *title;
  GtkWidget *modes;
  GtkMenuButton *mode_menu;
  GtkStack *stack;
  OnwardMonthGrid *month;
  OnwardWeekView *week; /* NULL until it was looked at */
  OnwardAgendaList *agenda;

  gint64 moved; /* the row that keys are moving; 0 = none since the last refresh */
  gint64 moved_to;
};

enum
{
  PROP_NARROW = 1,
  PROP_MODE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void refresh (OnwardCalendarView *self);

G_DEFINE_FINAL_TYPE (OnwardCalendarView, onward_calendar_view, GTK_TYPE_WIDGET)

static gboolean
is_mode (OnwardCalendarView *self, const char *mode)
{
  return g_str_equal (self->mode, mode);
}

/* `March 2026`, or the days of the week. */
static char *
get_title (OnwardCalendarView *self)
{
  int first = onward_month_get_first_of_week (self->day, onward_month_get_first_weekday ());

  if (self->narrow)
    return onward_dates_format_month_short (self->day);
  return is_mode (self, "week") ? onward_dates_format_week (first, first + WEEK - 1)
                                : onward_dates_format_month (self->day);
}

static const char *
get_mode_name (OnwardCalendarView *self)
{
  if (is_mode (self, "week"))
    return _ ("Week");
  return is_mode (self, "month") ? _ ("Month") : _ ("Agenda");
}

static void
day_changed_cb (OnwardCalendarView *self, int day)
{
  self->day = day;
  refresh (self);
}

/* Made when it is looked at first. */
static OnwardWeekView *
get_week (OnwardCalendarView *self)
{
  if (self->week != NULL)
    return self->week;
  self->week = g_object_new (ONWARD_TYPE_WEEK_VIEW, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->week), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Week"), -1);
  g_signal_connect_object (self->week, "day-changed", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->week), "week");
  return self->week;
}

static void
refresh (OnwardCalendarView *self)
{
  int today = onward_present_get_today (self->store);
  g_autofree char *title = NULL;

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  self->stale = FALSE;
  if (self->day == ONWARD_NO_DAY)
    self->day = today;
  title = get_title (self);
  gtk_label_set_text (self->title, title);
  gtk_menu_button_set_label (self->mode_menu, get_mode_name (self));
  if (is_mode (self, "week"))
    get_week (self);
  gtk_stack_set_visible_child_name (self->stack, self->mode);
  if (is_mode (self, "month"))
    onward_month_grid_show (self->month, self->store, self->day, today);
  else if (is_mode (self, "week"))
    onward_week_view_show (get_week (self), self->store, self->day, today);
  else
    onward_agenda_list_show (self->agenda, self->store, self->day, today);
  self->shape = onward_agenda_get_shape (self->store);
  self->moved = 0;
}

static gboolean
refresh_cb (gpointer data)
{
  OnwardCalendarView *self = data;

  self->refresh_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* One look before the next frame, however much has changed; none while nobody sees it. */
static void
queue_refresh (OnwardCalendarView *self)
{
  self->stale = TRUE;
  if (self->store != NULL && self->refresh_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

static gboolean
minute_cb (gpointer data)
{
  OnwardCalendarView *self = data;

  if (!self->stale && onward_agenda_get_shape (self->store) != self->shape)
    queue_refresh (self);
  else if (self->week != NULL && is_mode (self, "week"))
    onward_week_view_update_now (self->week);
  return G_SOURCE_CONTINUE;
}

static void
store_changed_cb (OnwardCalendarView *self, const char *table, GArray *ids)
{
  static const char *const tables[] = { "interviews",    "interview_people", "follow_ups",
                                        "opportunities", "companies",        "contacts",
                                        "stages",        "members",          NULL };

  if (g_strv_contains (tables, table))
    queue_refresh (self);
}

static void
go_to (OnwardCalendarView *self, int day)
{
  self->day = day;
  refresh (self);
}

static void
focus_day (OnwardCalendarView *self)
{
  if (is_mode (self, "month"))
    onward_month_grid_focus_day (self->month);
  else if (is_mode (self, "week"))
    onward_week_view_focus_day (self->week);
}

static void
step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (widget);
  int direction = g_str_equal (name, "calendar.later") ? 1 : -1;

  if (is_mode (self, "month"))
    go_to (self, onward_day_add_months (self->day, direction));
  else
    go_to (self, self->day + direction * WEEK);
}

static void
today_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (widget);

  go_to (self, onward_present_get_today (self->store));
  focus_day (self);
}

/* The first day of what is shown. */
static void
start_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (widget);

  if (is_mode (self, "month"))
    go_to (self, onward_month_get_start (self->day));
  else
    go_to (self, onward_month_get_first_of_week (self->day, onward_month_get_first_weekday ()));
  focus_day (self);
}

static GtkWidget *
get_focus (OnwardCalendarView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack)) ? focus : NULL;
}

/* On the day where the keyboard is; else as everywhere. */
static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (widget);
  gboolean on_day = get_focus (self) != NULL;

  if (on_day && is_mode (self, "month"))
    onward_interview_sheet_add_at (widget, onward_month_grid_get_day (self->month), -1, 0);
  else if (on_day && is_mode (self, "week"))
    onward_interview_sheet_add_at (widget, onward_week_view_get_day (self->week), -1, 0);
  else
    gtk_widget_activate_action (widget, "win.new-interview", "x", (gint64)0);
}

static OnwardCalendarEvent *
get_focused_event (OnwardCalendarView *self)
{
  GtkWidget *focus = get_focus (self);

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
  if (!is_mode (self, "agenda"))
    self->day = onward_wall_day (start);
  onward_calendar_move_to (widget, event, start);
}

static void
go_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to (ONWARD_CALENDAR_VIEW (widget), g_variant_get_int32 (parameter));
}

/* The day that the keyboard is on, which it goes on from. */
static int
get_day (OnwardCalendarView *self)
{
  if (self->day == ONWARD_NO_DAY || is_mode (self, "agenda"))
    return self->day;
  return is_mode (self, "month") ? onward_month_grid_get_day (self->month) : onward_week_view_get_day (self->week);
}

static void
set_mode (OnwardCalendarView *self, const char *mode)
{
  gboolean focused = get_focus (self) != NULL;

  if (g_strcmp0 (self->mode, mode) == 0)
    return;
  if (self->week != NULL || !is_mode (self, "week"))
    self->day = get_day (self);
  g_free (self->mode);
  self->mode = g_strdup (mode);
  self->stale = TRUE;
  if (self->store != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  if (focused && is_mode (self, "agenda"))
    gtk_widget_child_focus (GTK_WIDGET (self->agenda), GTK_DIR_TAB_FORWARD);
  else if (focused)
    focus_day (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODE]);
}

/* A narrow window begins with the agenda; a wide one goes back to what it was. */
static void
set_narrow (OnwardCalendarView *self, gboolean narrow)
{
  g_autofree char *mode = narrow ? g_strdup ("agenda") : g_strdup (self->wide_mode);

  if (narrow)
    {
      g_free (self->wide_mode);
      self->wide_mode = g_strdup (self->mode);
    }
  self->narrow = narrow;
  gtk_widget_set_visible (self->modes, !narrow);
  gtk_widget_remove_css_class (GTK_WIDGET (self->title), narrow ? "title-3" : "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), narrow ? "heading" : "title-3");
  gtk_widget_set_visible (GTK_WIDGET (self->mode_menu), narrow);
  set_mode (self, mode);
}

static void
onward_calendar_view_map (GtkWidget *widget)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (widget);

  if (self->store != NULL && (self->stale || onward_agenda_get_shape (self->store) != self->shape))
    refresh (self);
  if (self->minute_source == 0)
    self->minute_source = g_timeout_add_seconds (60, minute_cb, self);
  GTK_WIDGET_CLASS (onward_calendar_view_parent_class)->map (widget);
}

static void
onward_calendar_view_unmap (GtkWidget *widget)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (widget);

  g_clear_handle_id (&self->minute_source, g_source_remove);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  GTK_WIDGET_CLASS (onward_calendar_view_parent_class)->unmap (widget);
}

static gboolean
onward_calendar_view_grab_focus (GtkWidget *widget)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (widget);

  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
onward_calendar_view_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (object);

  switch (property)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_MODE:
      g_value_set_string (value, self->mode);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
onward_calendar_view_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (object);

  switch (property)
    {
    case PROP_NARROW:
      if (self->narrow != g_value_get_boolean (value))
        set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_MODE:
      set_mode (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
onward_calendar_view_dispose (GObject *object)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->minute_source, g_source_remove);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_calendar_view_parent_class)->dispose (object);
}

static void
onward_calendar_view_finalize (GObject *object)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (object);

  g_free (self->mode);
  g_free (self->wide_mode);
  G_OBJECT_CLASS (onward_calendar_view_parent_class)->finalize (object);
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
  for (guint i = 0; i < G_N_ELEMENTS (nudges); i++)
    gtk_widget_class_add_binding_action (widget_class, nudges[i].key, GDK_ALT_MASK | GDK_SHIFT_MASK, "calendar.nudge",
                                         "(ii)", nudges[i].days, nudges[i].minutes);
}

static void
onward_calendar_view_class_init (OnwardCalendarViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onward_calendar_view_get_property;
  object_class->set_property = onward_calendar_view_set_property;
  object_class->dispose = onward_calendar_view_dispose;
  object_class->finalize = onward_calendar_view_finalize;
  widget_class->map = onward_calendar_view_map;
  widget_class->unmap = onward_calendar_view_unmap;
  widget_class->grab_focus = onward_calendar_view_grab_focus;

  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MODE] = g_param_spec_string ("mode", NULL, NULL, "month",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ONWARD_TYPE_MONTH_GRID);
  g_type_ensure (ONWARD_TYPE_AGENDA_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/calendar/onward-calendar-view.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardCalendarView, title);
  gtk_widget_class_bind_template_child (widget_class, OnwardCalendarView, modes);
  gtk_widget_class_bind_template_child (widget_class, OnwardCalendarView, mode_menu);
  gtk_widget_class_bind_template_child (widget_class, OnwardCalendarView, stack);
  gtk_widget_class_bind_template_child (widget_class, OnwardCalendarView, month);
  gtk_widget_class_bind_template_child (widget_class, OnwardCalendarView, agenda);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
  gtk_widget_class_install_action (widget_class, "calendar.earlier", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "calendar.later", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "calendar.today", NULL, today_cb);
  gtk_widget_class_install_action (widget_class, "calendar.start", NULL, start_cb);
  gtk_widget_class_install_action (widget_class, "calendar.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "calendar.nudge", "(ii)", nudge_cb);
  gtk_widget_class_install_action (widget_class, "calendar.go-to", "i", go_to_cb);
  gtk_widget_class_install_property_action (widget_class, "calendar.mode", "mode");
  install_keys (widget_class);
}

static void
onward_calendar_view_init (OnwardCalendarView *self)
{
  self->mode = g_strdup ("month");
  self->wide_mode = g_strdup ("month");
  self->day = ONWARD_NO_DAY;
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * onward_calendar_view_set_store:
 * @self: the view
 * @store: the database it shows
 *
 * Main thread; once, before the view is shown.
 */
void
onward_calendar_view_set_store (OnwardCalendarView *self, OnwardStore *store)
{
  g_set_object (&self->store, store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}
