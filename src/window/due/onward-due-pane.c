/* onward-due-pane.c - answers "what do I owe today?" */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-due-pane.h"

#include "alerts/onward-alarm.h"
#include "onward-due-empty.h"
#include "onward-due-section.h"
#include "playbook/onward-dates.h"
#include "playbook/onward-zone.h"
#include "store/onward-due-reading.h"

#define DAYS_AHEAD  7
#define N_URGENCIES 3

/* As many as fit a pane of 800 px: the window is seen with these, and has the others before anybody can scroll. */
#define FIRST_ROWS 10

/* The design: as wide as beside the views; as high as a few rows. */
#define LEAST_WIDTH   200
#define NATURAL_WIDTH 304
#define LEAST_HEIGHT  160

struct _OnwardDuePane
{
  GtkWidget parent_instance;

  OnwardStore *store;
  OnwardAlarm *alarm;
  OnwardDueReading *reading;
  guint refresh_source;
  guint rest_source; /* until all rows are made */
  guint count;       /* overdue and today */
  gint64 selected;   /* the follow-up whose row had the focus last */

  GtkWidget *heading;
  GtkWidget *scroll;
  GtkLabel *date;
  GtkBox *sections;
  GtkWidget *empty; /* NULL before there was nothing to do */
  OnwardDueSection *overdue;
  OnwardDueSection *today;
  OnwardDueSection *upcoming;
  OnwardDueSection *waiting;
};

enum
{
  PROP_COUNT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (OnwardDuePane, onward_due_pane, GTK_TYPE_WIDGET)

static OnwardDueSection *
get_section (OnwardDuePane *self, OnwardUrgency urgency)
{
  OnwardDueSection *sections[N_URGENCIES] = { self->overdue, self->today, self->upcoming };

  return sections[urgency];
}

static void
select_row (OnwardDuePane *self, gint64 id)
{
  onward_due_section_select (self->overdue, id);
  onward_due_section_select (self->today, id);
  onward_due_section_select (self->upcoming, id);
}

static GtkWidget *
get_first (OnwardDuePane *self)
{
  OnwardDueSection *sections[] = { self->overdue, self->today, self->upcoming };
  GtkWidget *row = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sections) && row == NULL; i++)
    row = onward_due_section_get_first (sections[i]);
  return row;
}

static OnwardDueRow *
find_selected (OnwardDuePane *self)
{
  OnwardDueSection *sections[] = { self->overdue, self->today, self->upcoming };
  OnwardDueRow *row = NULL;

  for (guint i = 0; self->selected != 0 && i < G_N_ELEMENTS (sections) && row == NULL; i++)
    row = onward_due_section_find (sections[i], self->selected);
  return row != NULL && !onward_due_row_is_done (row) ? row : NULL;
}

/* The row that had the focus last, else the most urgent one. */
static void
update_selection (OnwardDuePane *self)
{
  OnwardDueRow *row = find_selected (self);
  GtkWidget *first = get_first (self);

  if (row == NULL && ONWARD_IS_DUE_ROW (first))
    row = ONWARD_DUE_ROW (first);
  select_row (self, row != NULL ? onward_due_row_get_id (row) : 0);
}

static void
row_select_cb (OnwardDuePane *self, gint64 id)
{
  self->selected = id;
  select_row (self, id);
}

static void
update_empty (OnwardDuePane *self, gboolean empty, int today)
{
  if (empty && self->empty == NULL)
    {
      self->empty = onward_due_empty_new ();
      gtk_box_prepend (self->sections, self->empty);
    }
  if (self->empty != NULL)
    gtk_widget_set_visible (self->empty, empty);
  if (empty)
    onward_due_empty_update (self->empty, self->store, today);
}

static void
set_count (OnwardDuePane *self, guint count)
{
  if (self->count == count)
    return;
  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static guint
count_urgency (GArray *briefs, OnwardUrgency urgency)
{
  guint n = 0;

  for (guint i = 0; i < briefs->len; i++)
    n += g_array_index (briefs, OnwardDueBrief, i).urgency == urgency;
  return n;
}

/* The rows that are made now: all of them, but for the first time, when a window waits to be seen. */
static void
share_room (OnwardDuePane *self, const guint *totals)
{
  guint room = self->rest_source != 0 ? FIRST_ROWS : G_MAXUINT;

  for (guint i = 0; i < N_URGENCIES; i++)
    {
      onward_due_section_set_room (get_section (self, i), room);
      room = self->rest_source != 0 ? room - MIN (room, totals[i]) : room;
    }
}

/* Of each urgency as many as its section has room for: hundreds can be late, and nobody sees them all. */
static GPtrArray *
load_shown (OnwardDuePane *self, GError **error)
{
  guint limits[N_URGENCIES];

  for (guint i = 0; i < N_URGENCIES; i++)
    limits[i] = onward_due_section_get_limit (get_section (self, i));
  return onward_due_briefs_load (self->store, self->reading->briefs, limits, error);
}

static gboolean
show_dues (OnwardDuePane *self, GError **error)
{
  guint totals[N_URGENCIES];
  GPtrArray *shown[N_URGENCIES];
  g_autoptr (GPtrArray) dues = NULL;

  for (guint i = 0; i < N_URGENCIES; i++)
    totals[i] = count_urgency (self->reading->briefs, i);
  set_count (self, totals[ONWARD_URGENCY_OVERDUE] + totals[ONWARD_URGENCY_TODAY]);
  share_room (self, totals);
  dues = load_shown (self, error);
  if (dues == NULL)
    return FALSE;
  /* The sections take them: all are told apart before. */
  g_ptr_array_set_free_func (dues, NULL);
  for (guint i = 0; i < N_URGENCIES; i++)
    shown[i] = g_ptr_array_new ();
  for (guint i = 0; i < dues->len; i++)
    g_ptr_array_add (shown[((OnwardDue *)dues->pdata[i])->urgency], dues->pdata[i]);
  for (guint i = 0; i < N_URGENCIES; i++)
    onward_due_section_set_dues (get_section (self, i), self->store, shown[i], totals[i]);
  return TRUE;
}

/* Whether a row may say something else now. */
static gboolean
is_concerned (OnwardDuePane *self)
{
  for (guint i = 0; i < N_URGENCIES; i++)
    if (onward_due_section_is_concerned (get_section (self, i), self->reading->change))
      return TRUE;
  return FALSE;
}

static gboolean
show_dues_if_concerned (OnwardDuePane *self, GError **error)
{
  if (!self->reading->renewed && !is_concerned (self))
    return TRUE;
  if (!show_dues (self, error))
    return FALSE;
  update_selection (self);
  return TRUE;
}

static void
show_waiting (OnwardDuePane *self, int today)
{
  g_autoptr (GPtrArray) waiting = onward_waiting_list (self->store);

  onward_due_section_set_waiting (self->waiting, waiting, today);
}

/* What was changed, and no more: a card that goes to another stage seldom has to do with a row of the pane. */
static void
update (OnwardDuePane *self)
{
  g_autoptr (GError) error = NULL;
  OnwardNow now = onward_store_get_now (self->store);
  g_autoptr (GTimeZone) zone = onward_zone_find (now.zone);
  int today = onward_zone_day (zone, now.unix_time);
  g_autoptr (GArray) before =
      self->selected != 0 && self->reading->briefs != NULL ? g_array_copy (self->reading->briefs) : NULL;
  gboolean read = onward_due_reading_update (self->reading, &error);

  if (before != NULL && read)
    self->selected = onward_due_briefs_find_place (before, self->reading->briefs, self->selected);
  if (!read || !show_dues_if_concerned (self, &error))
    {
      g_message ("What is due cannot be shown: %s", error->message);
      return;
    }
  if (self->reading->change->waiting)
    show_waiting (self, today);
  if (self->reading->renewed)
    {
      g_autofree char *date = onward_dates_format_sentence (today, today);

      onward_alarm_set (self->alarm, self->reading->next);
      gtk_label_set_label (self->date, date);
      update_empty (self, self->reading->briefs->len == 0, today);
    }
  onward_due_reading_settle (self->reading);
}

static void
refresh (OnwardDuePane *self)
{
  onward_due_reading_forget (self->reading);
  update (self);
}

static gboolean
refresh_cb (gpointer data)
{
  OnwardDuePane *self = data;

  self->refresh_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static gboolean
rest_cb (gpointer data)
{
  OnwardDuePane *self = data;

  self->rest_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Once a turn of the loop, however many tables a command changed. */
static void
queue_refresh (OnwardDuePane *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

static void
changed_cb (OnwardDuePane *self, const char *table, GArray *ids)
{
  if (onward_due_reading_note (self->reading, table, ids))
    queue_refresh (self);
}

/* A section has room for other rows, or shows them otherwise. */
static void
outdated_cb (OnwardDuePane *self)
{
  onward_due_reading_forget (self->reading);
  queue_refresh (self);
}

static void
rang_cb (OnwardAlarmReason reason, gpointer data)
{
  refresh (data);
}

static void
onward_due_pane_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  if (property == PROP_COUNT)
    g_value_set_uint (value, ONWARD_DUE_PANE (object)->count);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

/* Where the user was, else the most urgent one. */
static GtkWidget *
get_entrance (OnwardDuePane *self)
{
  OnwardDueRow *row = find_selected (self);

  return row != NULL ? GTK_WIDGET (row) : get_first (self);
}

static gboolean
onward_due_pane_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *row = get_entrance (ONWARD_DUE_PANE (widget));

  if (gtk_widget_get_focus_child (widget) != NULL || direction != GTK_DIR_TAB_FORWARD || row == NULL)
    return GTK_WIDGET_CLASS (onward_due_pane_parent_class)->focus (widget, direction);
  return gtk_widget_grab_focus (row);
}

/* Whatever its rows say, they scroll: to ask them for every size would lay out all their words fifteen times. */
static void
onward_due_pane_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  OnwardDuePane *self = ONWARD_DUE_PANE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  gtk_widget_measure (self->heading, orientation, -1, minimum, NULL, NULL, NULL);
  *minimum += LEAST_HEIGHT;
  *natural = *minimum;
}

static void
onward_due_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OnwardDuePane *self = ONWARD_DUE_PANE (widget);
  int top = 0;

  if (gtk_widget_should_layout (self->heading))
    {
      gtk_widget_measure (self->heading, GTK_ORIENTATION_VERTICAL, width, &top, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->heading, &(GtkAllocation){ 0, 0, width, top }, -1);
    }
  gtk_widget_size_allocate (self->scroll, &(GtkAllocation){ 0, top, width, MAX (height - top, 0) }, -1);
}

static void
onward_due_pane_dispose (GObject *object)
{
  OnwardDuePane *self = ONWARD_DUE_PANE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_pointer (&self->alarm, onward_alarm_free);
  g_clear_pointer (&self->reading, onward_due_reading_free);
  g_clear_object (&self->store);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (onward_due_pane_parent_class)->dispose (object);
}

static void
onward_due_pane_class_init (OnwardDuePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onward_due_pane_get_property;
  object_class->dispose = onward_due_pane_dispose;
  widget_class->focus = onward_due_pane_focus;

  properties[PROP_COUNT] =
      g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ONWARD_TYPE_DUE_SECTION);
  widget_class->measure = onward_due_pane_measure;
  widget_class->size_allocate = onward_due_pane_size_allocate;
  gtk_widget_class_set_template_from_resource (widget_class, ONWARD_RESOURCE_PATH "/ui/due/onward-due-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, OnwardDuePane, heading);
  gtk_widget_class_bind_template_child (widget_class, OnwardDuePane, scroll);
  gtk_widget_class_bind_template_child (widget_class, OnwardDuePane, date);
  gtk_widget_class_bind_template_child (widget_class, OnwardDuePane, sections);
  gtk_widget_class_bind_template_child (widget_class, OnwardDuePane, overdue);
  gtk_widget_class_bind_template_child (widget_class, OnwardDuePane, today);
  gtk_widget_class_bind_template_child (widget_class, OnwardDuePane, upcoming);
  gtk_widget_class_bind_template_child (widget_class, OnwardDuePane, waiting);
}

static void
onward_due_pane_init (OnwardDuePane *self)
{
  OnwardDueSection **sections[] = { &self->overdue, &self->today, &self->upcoming, &self->waiting };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_signal_connect_object (*sections[i], "outdated", G_CALLBACK (outdated_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (*sections[i], "select", G_CALLBACK (row_select_cb), self, G_CONNECT_SWAPPED);
    }
}

/**
 * onward_due_pane_new:
 * @store: the database
 * @clock: its clock
 *
 * Returns: (transfer floating): a pane that follows both
 */
GtkWidget *
onward_due_pane_new (OnwardStore *store, OnwardClock *clock)
{
  OnwardDuePane *self = g_object_new (ONWARD_TYPE_DUE_PANE, NULL);

  self->store = g_object_ref (store);
  self->alarm = onward_alarm_new (clock, rang_cb, self);
  self->reading = onward_due_reading_new (store, DAYS_AHEAD);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->rest_source = g_idle_add_full (G_PRIORITY_LOW, rest_cb, self, NULL);
  refresh (self);
  return GTK_WIDGET (self);
}

/**
 * onward_due_pane_get_count:
 * @self: the pane
 *
 * Returns: how many follow-ups are overdue or due today; notifies as `count`
 */
guint
onward_due_pane_get_count (OnwardDuePane *self)
{
  return self->count;
}

/**
 * onward_due_pane_show_follow_up:
 * @self: the pane
 * @follow_up: a row; 0 = the one that was used last, else the most urgent one
 *
 * Moves the focus to it, when it is among what is shown.
 */
void
onward_due_pane_show_follow_up (OnwardDuePane *self, gint64 follow_up)
{
  OnwardDueSection *sections[] = { self->overdue, self->today, self->upcoming };
  GtkWidget *row = follow_up == 0 ? get_entrance (self) : NULL;

  for (guint i = 0; follow_up != 0 && i < G_N_ELEMENTS (sections) && row == NULL; i++)
    row = (GtkWidget *)onward_due_section_reveal (sections[i], follow_up);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

/**
 * onward_due_pane_set_alone:
 * @self: the pane
 * @alone: whether it is a view of its own, whose title stands in the header
 */
void
onward_due_pane_set_alone (OnwardDuePane *self, gboolean alone)
{
  OnwardDueSection *sections[] = { self->overdue, self->today, self->upcoming };

  gtk_widget_set_visible (self->heading, !alone);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    onward_due_section_set_alone (sections[i], alone);
}
