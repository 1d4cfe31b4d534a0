/* onward-due-pane.c - answers "what do I owe today?" */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-due-pane.h"

#include "alerts/onward-alarm.h"
#include "onward-due-section.h"
#include "playbook/onward-dates.h"
#include "playbook/onward-zone.h"
#include "store/onward-due-briefs.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define DAYS_AHEAD  7
#define N_URGENCIES 3

/* As many as fit a pane of 800 px: the window is seen with these, and has the others before anybody can scroll. */
#define FIRST_ROWS 10

/* ui.md: as wide as beside the views; as high as a few rows. */
#define LEAST_WIDTH   200
#define NATURAL_WIDTH 304
#define LEAST_HEIGHT  160

struct _OnwardDuePane
{
  GtkWidget parent_instance;

  OnwardStore *store;
  OnwardAlarm *alarm;
  guint refresh_source;
  guint rest_source; /* until all rows are made */
  guint count;       /* overdue and today */
  gint64 selected;   /* the follow-up whose row had the focus last */

  GtkWidget *heading;
  GtkWidget *scroll;
  GtkLabel *date;
  GtkBox *sections;
  AdwStatusPage *empty; /* NULL before there was nothing to do */
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

/* The tables whose rows are seen in the pane. */
static const char *const shown_tables[] = { "follow_ups", "contacts", "companies", "opportunities",
                                            "interviews", "stages",   "members",   NULL };

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
ensure_empty (OnwardDuePane *self)
{
  if (self->empty != NULL)
    return;
  self->empty = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->empty, "onward-rest-symbolic");
  gtk_widget_set_vexpand (GTK_WIDGET (self->empty), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "compact");
  gtk_box_prepend (self->sections, GTK_WIDGET (self->empty));
}

/* The words of ui.md, "Empty states". */
static void
update_empty (OnwardDuePane *self, gboolean empty, int today)
{
  g_autofree char *next = empty ? onward_follow_ups_get_next_moment (self->store) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  gint64 moment;

  if (empty)
    ensure_empty (self);
  else if (self->empty == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->empty), empty);
  if (next == NULL || !onward_wall_parse (next, &moment))
    {
      adw_status_page_set_title (self->empty, _ ("Nothing to do"));
      adw_status_page_set_description (self->empty,
                                       _ ("Follow-ups come up here when an interview is over or an answer is late."));
      return;
    }
  day = onward_dates_format_sentence (onward_wall_day (moment), today);
  title = g_strdup_printf (_ ("Nothing to do until %s"), day);
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, _ ("Rest is part of a search. Onward will tell you when it is time."));
}

/* What is seen becomes another when a moment comes, when one is late, and on another day. */
static void
set_alarm (OnwardDuePane *self, GArray *briefs, const OnwardNow *now, GTimeZone *zone)
{
  gint64 next = onward_zone_instant (zone, onward_wall_at (onward_zone_day (zone, now->unix_time) + 1, 0));
  gint64 wall = onward_zone_wall (zone, now->unix_time);

  for (guint i = 0; i < briefs->len; i++)
    {
      const OnwardDueBrief *brief = &g_array_index (briefs, OnwardDueBrief, i);
      gint64 moment, late;

      if (brief->moment == ONWARD_NO_WALL || brief->due == ONWARD_NO_WALL)
        continue;
      /* Of what is over by hours nothing is to come. */
      if (MAX (brief->moment, brief->due) < wall - ONWARD_DAY_MINUTES)
        continue;
      moment = onward_zone_instant (zone, brief->moment);
      late = onward_zone_instant (zone, brief->due) + 1;
      if (moment > now->unix_time)
        next = MIN (next, moment);
      if (late > now->unix_time)
        next = MIN (next, late);
    }
  onward_alarm_set (self->alarm, next);
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
static GArray *
choose_shown (OnwardDuePane *self, GArray *briefs)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint taken[N_URGENCIES] = { 0 };

  for (guint i = 0; i < briefs->len; i++)
    {
      const OnwardDueBrief *brief = &g_array_index (briefs, OnwardDueBrief, i);

      if (taken[brief->urgency]++ < onward_due_section_get_limit (get_section (self, brief->urgency)))
        g_array_append_val (ids, brief->id);
    }
  return ids;
}

static gboolean
show_dues (OnwardDuePane *self, GArray *briefs, GError **error)
{
  guint totals[N_URGENCIES];
  GPtrArray *shown[N_URGENCIES];
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) dues = NULL;

  for (guint i = 0; i < N_URGENCIES; i++)
    totals[i] = count_urgency (briefs, i);
  set_count (self, totals[ONWARD_URGENCY_OVERDUE] + totals[ONWARD_URGENCY_TODAY]);
  share_room (self, totals);
  ids = choose_shown (self, briefs);
  dues = onward_due_briefs_load (self->store, ids, error);
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

static void
refresh (OnwardDuePane *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) briefs = onward_due_briefs_list (self->store, DAYS_AHEAD, &error);
  g_autoptr (GPtrArray) waiting = onward_waiting_list (self->store);
  OnwardNow now = onward_store_get_now (self->store);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (now.zone);
  int today = zone != NULL ? onward_zone_day (zone, now.unix_time) : 0;
  g_autofree char *date = onward_dates_format_sentence (today, today);

  if (briefs == NULL || zone == NULL || !show_dues (self, briefs, &error))
    {
      g_message ("What is due cannot be shown: %s", error != NULL ? error->message : now.zone);
      return;
    }
  set_alarm (self, briefs, &now, zone);
  gtk_label_set_label (self->date, date);
  update_empty (self, briefs->len == 0, today);
  onward_due_section_set_waiting (self->waiting, waiting, today);
  update_selection (self);
}

static gboolean
refresh_cb (gpointer data)
{
  OnwardDuePane *self = data;

  self->refresh_source = 0;
  refresh (self);
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
  if (g_strv_contains (shown_tables, table))
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

static gboolean
onward_due_pane_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *row = get_first (ONWARD_DUE_PANE (widget));

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
      g_signal_connect_object (*sections[i], "outdated", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
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
 * @follow_up: a row; 0 = the most urgent one
 *
 * Moves the focus to it, when it is among what is shown.
 */
void
onward_due_pane_show_follow_up (OnwardDuePane *self, gint64 follow_up)
{
  OnwardDueSection *sections[] = { self->overdue, self->today, self->upcoming };
  GtkWidget *row = follow_up == 0 ? get_first (self) : NULL;

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
