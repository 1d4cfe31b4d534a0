/* onward-calendar-view.c - interviews, promised answers and follow-ups, by month or day by day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-calendar-view-private.h"

#include "onward-month.h"
#include "onward-week-numbers.h"
#include "playbook/onward-dates.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>

#define WEEK 7

enum
{
  PROP_NARROW = 1,
  PROP_MODE,
  PROP_WEEK_NUMBERS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void refresh (OnwardCalendarView *self);

G_DEFINE_FINAL_TYPE (OnwardCalendarView, onward_calendar_view, GTK_TYPE_WIDGET)

gboolean
onward_calendar_view_is (OnwardCalendarView *self, const char *mode)
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
  return onward_calendar_view_is (self, "week") ? onward_dates_format_week (first, first + WEEK - 1)
                                                : onward_dates_format_month (self->day);
}

static const char *
get_mode_name (OnwardCalendarView *self)
{
  if (onward_calendar_view_is (self, "week"))
    return _ ("Week");
  return onward_calendar_view_is (self, "month") ? _ ("Month") : _ ("Agenda");
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
  gboolean numbers = onward_week_numbers_get_shown ();
  g_autofree char *title = NULL;

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  self->stale = FALSE;
  if (self->day == ONWARD_NO_DAY)
    self->day = today;
  title = get_title (self);
  gtk_label_set_text (self->title, title);
  gtk_menu_button_set_label (self->mode_menu, get_mode_name (self));
  if (onward_calendar_view_is (self, "week"))
    get_week (self);
  gtk_stack_set_visible_child_name (self->stack, self->mode);
  if (onward_calendar_view_is (self, "month"))
    {
      onward_month_grid_set_numbers (self->month, numbers);
      onward_month_grid_show (self->month, self->store, self->day, today);
    }
  else if (onward_calendar_view_is (self, "week"))
    {
      onward_week_view_set_numbers (get_week (self), numbers);
      onward_week_view_show (get_week (self), self->store, self->day, today);
    }
  else
    onward_agenda_list_show (self->agenda, self->store, self->day, today);
  self->shape = onward_agenda_get_shape (self->store);
  self->moved = 0;
  self->resized = 0;
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
  else if (self->week != NULL && onward_calendar_view_is (self, "week"))
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

void
onward_calendar_view_go_to (OnwardCalendarView *self, int day)
{
  self->day = day;
  refresh (self);
}

void
onward_calendar_view_focus_day (OnwardCalendarView *self)
{
  if (onward_calendar_view_is (self, "month"))
    onward_month_grid_focus_day (self->month);
  else if (onward_calendar_view_is (self, "week"))
    onward_week_view_focus_day (self->week);
}

/* Returns whether the view has a place for it. */
gboolean
onward_calendar_view_focus_event (OnwardCalendarView *self, const OnwardCalendarEvent *event)
{
  if (onward_calendar_view_is (self, "month"))
    onward_month_grid_focus_event (self->month, event);
  else if (onward_calendar_view_is (self, "week"))
    onward_week_view_focus_event (self->week, event);
  else
    return onward_agenda_list_focus_event (self->agenda, event);
  return TRUE;
}

GtkWidget *
onward_calendar_view_get_focus (OnwardCalendarView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack)) ? focus : NULL;
}

/* The day that the keyboard is on, which it goes on from. */
static int
get_day (OnwardCalendarView *self)
{
  if (self->day == ONWARD_NO_DAY || onward_calendar_view_is (self, "agenda"))
    return self->day;
  return onward_calendar_view_is (self, "month") ? onward_month_grid_get_day (self->month)
                                                 : onward_week_view_get_day (self->week);
}

static void
set_mode (OnwardCalendarView *self, const char *mode)
{
  gboolean focused = onward_calendar_view_get_focus (self) != NULL;

  if (g_strcmp0 (self->mode, mode) == 0)
    return;
  if (self->week != NULL || !onward_calendar_view_is (self, "week"))
    self->day = get_day (self);
  g_free (self->mode);
  self->mode = g_strdup (mode);
  self->stale = TRUE;
  if (self->store != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  if (focused && onward_calendar_view_is (self, "agenda"))
    gtk_widget_child_focus (GTK_WIDGET (self->agenda), GTK_DIR_TAB_FORWARD);
  else if (focused)
    onward_calendar_view_focus_day (self);
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
  gtk_widget_set_visible (self->more, !narrow);
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

/* A popover of GTK 4.18 gives it the focus when it has closed, and given it back to an event already. */
static gboolean
onward_calendar_view_grab_focus (GtkWidget *widget)
{
  GtkWidget *shown = gtk_stack_get_visible_child (ONWARD_CALENDAR_VIEW (widget)->stack);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_is_ancestor (focus, shown))
    return TRUE;
  return gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

/* GTK's own way would take the focus to this on the way in and on the way back, and so past the buttons above the days and
 * never out. */
static gboolean
onward_calendar_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    child = back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  for (; child != NULL; child = back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && gtk_widget_child_focus (child, direction))
      return TRUE;
  return FALSE;
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
    case PROP_WEEK_NUMBERS:
      g_value_set_boolean (value, onward_week_numbers_get_shown ());
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
    case PROP_WEEK_NUMBERS:
      onward_week_numbers_set_shown (g_value_get_boolean (value));
      queue_refresh (self);
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
  widget_class->focus = onward_calendar_view_focus;

  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MODE] = g_param_spec_string ("mode", NULL, NULL, "month",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WEEK_NUMBERS] =
      g_param_spec_boolean ("week-numbers", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ONWARD_TYPE_MONTH_GRID);
  g_type_ensure (ONWARD_TYPE_AGENDA_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ONWARD_RESOURCE_PATH "/ui/calendar/onward-calendar-view.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardCalendarView, title);
  gtk_widget_class_bind_template_child (widget_class, OnwardCalendarView, modes);
  gtk_widget_class_bind_template_child (widget_class, OnwardCalendarView, mode_menu);
  gtk_widget_class_bind_template_child (widget_class, OnwardCalendarView, more);
  gtk_widget_class_bind_template_child (widget_class, OnwardCalendarView, stack);
  gtk_widget_class_bind_template_child (widget_class, OnwardCalendarView, month);
  gtk_widget_class_bind_template_child (widget_class, OnwardCalendarView, agenda);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
  gtk_widget_class_install_property_action (widget_class, "calendar.mode", "mode");
  gtk_widget_class_install_property_action (widget_class, "calendar.week-numbers", "week-numbers");
  onward_calendar_view_install_actions (widget_class);
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
