/* onward-calendar-view.c - interviews, promised answers and follow-ups, by month or day by day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-calendar-view.h"

#include "onward-agenda-list.h"
#include "onward-calendar-event.h"
#include "onward-month-grid.h"
#include "onward-month.h"
#include "playbook/onward-dates.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>

#define AGENDA_STEP 7

struct _OnwardCalendarView
{
  GtkWidget parent_instance;

  OnwardStore *store;
  gboolean narrow;
  char *mode;      /* "month" or "agenda" */
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
  OnwardAgendaList *agenda;
};

enum
{
  PROP_NARROW = 1,
  PROP_MODE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (OnwardCalendarView, onward_calendar_view, GTK_TYPE_WIDGET)

static gboolean
is_month (OnwardCalendarView *self)
{
  return g_str_equal (self->mode, "month");
}

/* What time alone alters: which day is today, what is over, what is late. */
static guint
find_shape (OnwardCalendarView *self)
{
  int today = onward_present_get_today (self->store);
  int from = onward_month_get_start (self->day) - 7;
  g_autoptr (GPtrArray) events = onward_calendar_events_get (self->store, from, from + 60);
  guint shape = (guint)today;

  for (guint i = 0; i < events->len; i++)
    {
      const OnwardCalendarEvent *event = events->pdata[i];

      shape = shape * 31 + (event->past ? 1 : 0) + (event->overdue ? 2 : 0);
    }
  return shape;
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
  title = onward_dates_format_month (self->day);
  gtk_label_set_text (self->title, title);
  gtk_menu_button_set_label (self->mode_menu, is_month (self) ? _ ("Month") : _ ("Agenda"));
  gtk_stack_set_visible_child_name (self->stack, self->mode);
  if (is_month (self))
    onward_month_grid_show (self->month, self->store, self->day, today);
  else
    onward_agenda_list_show (self->agenda, self->store, self->day, today);
  self->shape = find_shape (self);
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

  if (!self->stale && find_shape (self) != self->shape)
    queue_refresh (self);
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
step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (widget);
  int direction = g_str_equal (name, "calendar.later") ? 1 : -1;

  if (is_month (self))
    go_to (self, onward_day_add_months (self->day, direction));
  else
    go_to (self, self->day + direction * AGENDA_STEP);
}

static void
today_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (widget);

  go_to (self, onward_present_get_today (self->store));
  if (is_month (self))
    onward_month_grid_focus_day (self->month);
}

static void
go_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to (ONWARD_CALENDAR_VIEW (widget), g_variant_get_int32 (parameter));
}

static void
day_changed_cb (OnwardCalendarView *self, int day)
{
  go_to (self, day);
}

static void
set_mode (OnwardCalendarView *self, const char *mode)
{
  if (g_strcmp0 (self->mode, mode) == 0)
    return;
  g_free (self->mode);
  self->mode = g_strdup (mode);
  queue_refresh (self);
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
  gtk_widget_set_opacity (GTK_WIDGET (self->title), narrow ? 0 : 1);
  gtk_widget_set_visible (GTK_WIDGET (self->mode_menu), narrow);
  set_mode (self, mode);
}

static void
onward_calendar_view_map (GtkWidget *widget)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (widget);

  if (self->store != NULL && self->stale)
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
  self->stale = TRUE;
  GTK_WIDGET_CLASS (onward_calendar_view_parent_class)->unmap (widget);
}

static gboolean
onward_calendar_view_grab_focus (GtkWidget *widget)
{
  OnwardCalendarView *self = ONWARD_CALENDAR_VIEW (widget);

  return gtk_widget_child_focus (is_month (self) ? GTK_WIDGET (self->month) : GTK_WIDGET (self->agenda),
                                 GTK_DIR_TAB_FORWARD);
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

static void
install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "calendar.earlier", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Page_Up, 0, "calendar.earlier", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "calendar.later", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Page_Down, 0, "calendar.later", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "calendar.today", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Home, 0, "calendar.today", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "calendar.today", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, 0, "calendar.mode", "s", "month");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, 0, "calendar.mode", "s", "agenda");
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
