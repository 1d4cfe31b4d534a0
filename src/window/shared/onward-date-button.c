/* onward-date-button.c - a day, chosen in a calendar or typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-date-button.h"

#include "playbook/onward-dates.h"
#include "playbook/onward-zone.h"
#include "onward-accessible.h"

#include <glib/gi18n-lib.h>

struct _OnwardDateButton
{
  GtkWidget parent_instance;

  OnwardStore *store; /* knows what day it is */
  int day;
  gboolean optional;
  char *title;
  char *label; /* shown instead of the day */
  gboolean filling;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkEditable *entry;
  GtkCalendar *calendar;
  GtkWidget *none;
};

enum
{
  PROP_OPTIONAL = 1,
  PROP_TITLE,
  PROP_LABEL,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnwardDateButton, onward_date_button, GTK_TYPE_WIDGET)

static void
update_label (OnwardDateButton *self)
{
  g_autofree char *day = self->store != NULL && self->day != ONWARD_NO_DAY
                             ? onward_dates_format_sentence (self->day, onward_date_button_get_today (self))
                             : g_strdup (_ ("No day yet"));
  g_autofree char *name = self->title != NULL ? g_strdup_printf ("%s, %s", self->title, day) : g_strdup (day);

  gtk_menu_button_set_label (self->button, self->label != NULL ? self->label : day);
  onward_accessible_set_label (GTK_WIDGET (self->button), name);
}

static void
show_in_calendar (OnwardDateButton *self, int shown)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  onward_day_to_civil (shown, &year, &month, &day);
  date = g_date_time_new_local (year, month, day, 12, 0, 0);
  self->filling = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->filling = FALSE;
}

static void
choose_day (OnwardDateButton *self, int day)
{
  if (self->day == day)
    return;
  self->day = day;
  update_label (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
shown_cb (OnwardDateButton *self)
{
  char text[ONWARD_DATE_SIZE] = "";

  show_in_calendar (self, self->day != ONWARD_NO_DAY ? self->day : onward_date_button_get_today (self));
  if (self->day != ONWARD_NO_DAY)
    onward_day_format (self->day, text);
  self->filling = TRUE;
  gtk_editable_set_text (self->entry, text);
  self->filling = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
typed_cb (OnwardDateButton *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  int day;

  if (self->filling || !onward_day_parse (text, &day))
    return;
  show_in_calendar (self, day);
  choose_day (self, day);
}

static void
entry_activate_cb (OnwardDateButton *self)
{
  gtk_popover_popdown (self->popover);
}

static void
day_selected_cb (OnwardDateButton *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  char text[ONWARD_DATE_SIZE];
  int day;

  if (self->filling)
    return;
  day = onward_day_from_civil (g_date_time_get_year (date), g_date_time_get_month (date),
                               g_date_time_get_day_of_month (date));
  self->filling = TRUE;
  gtk_editable_set_text (self->entry, onward_day_format (day, text));
  self->filling = FALSE;
  choose_day (self, day);
}

static void
none_clicked_cb (OnwardDateButton *self)
{
  choose_day (self, ONWARD_NO_DAY);
  gtk_popover_popdown (self->popover);
}

static void
onward_date_button_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  OnwardDateButton *self = ONWARD_DATE_BUTTON (object);

  if (property == PROP_OPTIONAL)
    g_value_set_boolean (value, self->optional);
  else if (property == PROP_TITLE)
    g_value_set_string (value, self->title);
  else if (property == PROP_LABEL)
    g_value_set_string (value, self->label);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
onward_date_button_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  OnwardDateButton *self = ONWARD_DATE_BUTTON (object);

  if (property == PROP_OPTIONAL)
    self->optional = g_value_get_boolean (value);
  else if (property == PROP_TITLE)
    {
      g_free (self->title);
      self->title = g_value_dup_string (value);
      update_label (self);
    }
  else if (property == PROP_LABEL)
    {
      g_free (self->label);
      self->label = g_value_dup_string (value);
      update_label (self);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static gboolean
onward_date_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ONWARD_DATE_BUTTON (widget)->button));
}

/* GTK's own way back would go from the button to this, which gives the focus to the button again. */
static gboolean
onward_date_button_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (ONWARD_DATE_BUTTON (widget)->button), direction);
}

static void
onward_date_button_dispose (GObject *object)
{
  OnwardDateButton *self = ONWARD_DATE_BUTTON (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->store);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->label, g_free);
  G_OBJECT_CLASS (onward_date_button_parent_class)->dispose (object);
}

static void
onward_date_button_class_init (OnwardDateButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onward_date_button_get_property;
  object_class->set_property = onward_date_button_set_property;
  object_class->dispose = onward_date_button_dispose;
  widget_class->grab_focus = onward_date_button_grab_focus;
  widget_class->focus = onward_date_button_focus;

  properties[PROP_OPTIONAL] =
      g_param_spec_boolean ("optional", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * OnwardDateButton::changed:
   * @self: the button
   *
   * The user chose another day.
   */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/shared/onward-date-button.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardDateButton, button);
  gtk_widget_class_bind_template_child (widget_class, OnwardDateButton, popover);
  gtk_widget_class_bind_template_child (widget_class, OnwardDateButton, entry);
  gtk_widget_class_bind_template_child (widget_class, OnwardDateButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, OnwardDateButton, none);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
onward_date_button_init (OnwardDateButton *self)
{
  self->day = ONWARD_NO_DAY;
  gtk_widget_init_template (GTK_WIDGET (self));
  update_label (self);
}

/**
 * onward_date_button_set_store:
 * @self: a date button
 * @store: the database; its clock knows what day it is
 */
void
onward_date_button_set_store (OnwardDateButton *self, OnwardStore *store)
{
  g_set_object (&self->store, store);
  update_label (self);
}

/**
 * onward_date_button_set_day:
 * @self: a date button
 * @day: as of playbook/onward-wall.h; ONWARD_NO_DAY = none
 */
void
onward_date_button_set_day (OnwardDateButton *self, int day)
{
  self->day = day;
  update_label (self);
}

/**
 * onward_date_button_get_day:
 * @self: a date button
 *
 * Returns: the day; ONWARD_NO_DAY when none is chosen
 */
int
onward_date_button_get_day (OnwardDateButton *self)
{
  return self->day;
}

/**
 * onward_date_button_get_date:
 * @self: a date button
 *
 * Returns: (transfer full) (nullable): the day as YYYY-MM-DD; NULL when none is chosen
 */
char *
onward_date_button_get_date (OnwardDateButton *self)
{
  char text[ONWARD_DATE_SIZE];

  return self->day != ONWARD_NO_DAY ? g_strdup (onward_day_format (self->day, text)) : NULL;
}

/**
 * onward_date_button_get_today:
 * @self: a date button that has its store
 *
 * Main thread.
 *
 * Returns: the day it is now in the user's zone
 */
int
onward_date_button_get_today (OnwardDateButton *self)
{
  OnwardNow now = onward_store_get_now (self->store);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (now.zone);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  return onward_zone_day (zone != NULL ? zone : utc, now.unix_time);
}
