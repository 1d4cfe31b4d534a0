/* onward-week-grid.c - the hours of seven days, with the interviews in them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-week-grid-private.h"

#include "playbook/onward-dates.h"
#include "playbook/onward-zone.h"
#include "store/onward-present.h"

#include <glib/gi18n-lib.h>

/* px */
#define USUAL_HOUR   54  /* the design; more of large text */
#define LINES        3.2 /* of text that an hour has room for */
#define LEAST_COLUMN 84
#define EDGE         ONWARD_WEEK_EDGE
#define BETWEEN      2

#define N_HOURS ONWARD_WEEK_HOURS

G_DEFINE_FINAL_TYPE (OnwardWeekGrid, onward_week_grid, GTK_TYPE_WIDGET)

static void
measure_hours (OnwardWeekGrid *self)
{
  int height = 0;

  if (self->hour != 0)
    return;
  for (int i = 0; i < N_HOURS; i++)
    {
      g_autofree char *words = onward_dates_format_hour (i);
      int width;

      self->hours[i].style = ONWARD_TEXT_CAPTION;
      self->hours[i].most_lines = 1;
      onward_text_set (&self->hours[i], words);
      onward_text_measure (&self->hours[i], GTK_WIDGET (self), G_MAXSHORT, &width, &height);
      self->gutter = MAX (self->gutter, width + 2 * EDGE);
    }
  self->hour = MAX (USUAL_HOUR, (int)(height * LINES));
}

static gboolean
is_mirrored (OnwardWeekGrid *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
onward_week_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  OnwardWeekGrid *self = ONWARD_WEEK_GRID (widget);

  measure_hours (self);
  *minimum = *natural =
      orientation == GTK_ORIENTATION_VERTICAL ? N_HOURS * self->hour : onward_week_grid_get_least_width (self);
}

/* Those beside each other share the day's width. */
static void
onward_week_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OnwardWeekGrid *self = ONWARD_WEEK_GRID (widget);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const OnwardWeekPart *part = &g_array_index (self->parts, OnwardWeekPart, i);
      GtkAllocation area;
      int room, lane;

      onward_week_grid_get_area (self, self->first + part->day, part->from, part->to, &area);
      room = area.width / (int)part->n_lanes;
      lane = is_mirrored (self) ? (int)(part->n_lanes - 1 - part->lane) : (int)part->lane;
      area.x += lane * room;
      area.width = MAX (room - BETWEEN, 1);
      area.height = MAX (area.height - BETWEEN, 1);
      /* A block says how little room it can do with; more of them beside each other than that fits lie over each
       * other. */
      gtk_widget_measure (self->blocks->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &lane, NULL, NULL, NULL);
      area.width = MAX (area.width, lane);
      gtk_widget_measure (self->blocks->pdata[i], GTK_ORIENTATION_VERTICAL, -1, &lane, NULL, NULL, NULL);
      area.height = MAX (area.height, lane);
      gtk_widget_size_allocate (self->blocks->pdata[i], &area, -1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
onward_week_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OnwardWeekGrid *self = ONWARD_WEEK_GRID (widget);

  onward_week_grid_draw_ground (self, snapshot);
  GTK_WIDGET_CLASS (onward_week_grid_parent_class)->snapshot (widget, snapshot);
  onward_week_grid_draw_marks (self, snapshot);
}

static void
forget_layouts (OnwardWeekGrid *self)
{
  for (int i = 0; i < N_HOURS; i++)
    onward_text_forget_layout (&self->hours[i]);
  for (int i = 0; i < ONWARD_WEEK_DAYS; i++)
    onward_text_forget_layout (&self->changes[i].words);
  onward_text_forget_layout (&self->mark_words);
}

static void
onward_week_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (onward_week_grid_parent_class)->css_changed (widget, change);
  forget_layouts (ONWARD_WEEK_GRID (widget));
}

static void
onward_week_grid_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (onward_week_grid_parent_class)->system_setting_changed (widget, setting);
  forget_layouts (ONWARD_WEEK_GRID (widget));
  ONWARD_WEEK_GRID (widget)->hour = 0;
  gtk_widget_queue_resize (widget);
}

static void
onward_week_grid_dispose (GObject *object)
{
  OnwardWeekGrid *self = ONWARD_WEEK_GRID (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_week_grid_parent_class)->dispose (object);
}

static void
onward_week_grid_finalize (GObject *object)
{
  OnwardWeekGrid *self = ONWARD_WEEK_GRID (object);

  for (int i = 0; i < N_HOURS; i++)
    onward_text_clear (&self->hours[i]);
  for (int i = 0; i < ONWARD_WEEK_DAYS; i++)
    onward_text_clear (&self->changes[i].words);
  onward_text_clear (&self->mark_words);
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->parts);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  G_OBJECT_CLASS (onward_week_grid_parent_class)->finalize (object);
}

static void
onward_week_grid_class_init (OnwardWeekGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_week_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = onward_week_grid_finalize;
  widget_class->measure = onward_week_grid_measure;
  widget_class->size_allocate = onward_week_grid_size_allocate;
  widget_class->snapshot = onward_week_grid_snapshot;
  widget_class->css_changed = onward_week_grid_css_changed;
  widget_class->system_setting_changed = onward_week_grid_system_setting_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
onward_week_grid_init (OnwardWeekGrid *self)
{
  self->mark_day = ONWARD_NO_DAY;
  self->blocks = g_ptr_array_new ();
  self->parts = g_array_new (FALSE, FALSE, sizeof (OnwardWeekPart));
  self->mark_words.style = ONWARD_TEXT_CAPTION_HEADING;
  self->mark_words.most_lines = 2;
  for (int i = 0; i < ONWARD_WEEK_DAYS; i++)
    {
      self->changes[i].words.style = ONWARD_TEXT_CAPTION;
      self->changes[i].words.most_lines = 2;
    }
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static void
find_changes (OnwardWeekGrid *self, GTimeZone *zone)
{
  for (int i = 0; i < ONWARD_WEEK_DAYS; i++)
    {
      OnwardClockChange *change = &self->changes[i];

      change->kind = onward_week_find_change (zone, self->first + i, &change->from, &change->to);
      if (change->kind != 0)
        onward_text_set (&change->words, change->kind > 0 ? _ ("No such time today") : _ ("Comes twice today"));
    }
}

static void
add_blocks (OnwardWeekGrid *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    gtk_widget_unparent (self->blocks->pdata[i]);
  g_ptr_array_set_size (self->blocks, 0);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const OnwardWeekPart *part = &g_array_index (self->parts, OnwardWeekPart, i);
      GtkWidget *block = onward_event_block_new (self->events->pdata[part->event], TRUE);

      gtk_widget_set_parent (block, GTK_WIDGET (self));
      g_ptr_array_add (self->blocks, block);
    }
}

/**
 * onward_week_grid_show:
 * @self: the hours
 * @store: the database
 * @events: (element-type OnwardCalendarEvent): those of the week
 * @first: its first day, days since 1970-01-01
 * @today: the user's day
 */
void
onward_week_grid_show (OnwardWeekGrid *self, OnwardStore *store, GPtrArray *events, int first, int today)
{
  g_autoptr (GTimeZone) zone = onward_present_get_zone (store);

  g_set_object (&self->store, store);
  self->first = first;
  self->today = today;
  self->mark_day = ONWARD_NO_DAY;
  g_ptr_array_ref (events);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  self->events = events;
  g_array_unref (self->parts);
  self->parts = onward_week_layout (events, first, ONWARD_WEEK_DAYS);
  find_changes (self, zone);
  add_blocks (self);
  onward_week_grid_update_now (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * onward_week_grid_update_now:
 * @self: the hours, which were shown
 *
 * Puts the line of the present where it belongs.
 */
void
onward_week_grid_update_now (OnwardWeekGrid *self)
{
  g_autoptr (GTimeZone) zone = onward_present_get_zone (self->store);

  self->now = onward_zone_wall (zone, onward_store_get_now (self->store).unix_time);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * onward_week_grid_get_hour:
 * @self: the hours
 *
 * Returns: how high one is, px
 */
int
onward_week_grid_get_hour (OnwardWeekGrid *self)
{
  measure_hours (self);
  return self->hour;
}

/**
 * onward_week_grid_get_gutter:
 * @self: the hours
 *
 * Returns: how much room their names take beside the days, px
 */
int
onward_week_grid_get_gutter (OnwardWeekGrid *self)
{
  measure_hours (self);
  return self->gutter;
}

/**
 * onward_week_grid_get_least_width:
 * @self: the hours
 *
 * Returns: below this a week cannot be read, px
 */
int
onward_week_grid_get_least_width (OnwardWeekGrid *self)
{
  return onward_week_grid_get_gutter (self) + ONWARD_WEEK_DAYS * LEAST_COLUMN;
}

/**
 * onward_week_grid_get_column:
 * @self: the hours
 * @width: how wide they and what stands above them are, px
 * @day: which of the days, from 0
 * @left: (out): where its column begins, px
 * @column_width: (out): how wide it is, px
 */
void
onward_week_grid_get_column (OnwardWeekGrid *self, int width, int day, int *left, int *column_width)
{
  int gutter = onward_week_grid_get_gutter (self);
  int room = MAX (width - gutter, ONWARD_WEEK_DAYS);
  int start = room * day / ONWARD_WEEK_DAYS;

  *column_width = room * (day + 1) / ONWARD_WEEK_DAYS - start;
  *left = is_mirrored (self) ? width - gutter - start - *column_width : gutter + start;
}

/**
 * onward_week_grid_get_spot:
 * @self: the hours
 * @x: px
 * @y: px
 *
 * Returns: the day and the time there; the nearest ones of a place that is outside
 */
OnwardWeekSpot
onward_week_grid_get_spot (OnwardWeekGrid *self, double x, double y)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double across = is_mirrored (self) ? width - self->gutter - x : x - self->gutter;
  int day = (int)(across * ONWARD_WEEK_DAYS / MAX (width - self->gutter, 1));

  return (OnwardWeekSpot){ self->first + (across < 0 ? 0 : MIN (day, ONWARD_WEEK_DAYS - 1)),
                           CLAMP (y * 60 / MAX (self->hour, 1), 0, N_HOURS * 60) };
}

/**
 * onward_week_grid_get_area:
 * @self: the hours
 * @day: days since 1970-01-01
 * @from: minute of the day
 * @to: minute of the day
 * @area: (out): where that time of the day is
 */
void
onward_week_grid_get_area (OnwardWeekGrid *self, int day, int from, int to, GdkRectangle *area)
{
  int x, column;

  onward_week_grid_get_column (self, gtk_widget_get_width (GTK_WIDGET (self)), day - self->first, &x, &column);
  area->x = is_mirrored (self) ? x + EDGE : x + BETWEEN;
  area->width = column - EDGE - BETWEEN;
  area->y = from * self->hour / 60 + 1;
  area->height = (to - from) * self->hour / 60 - 1;
}

/**
 * onward_week_grid_get_block:
 * @self: the hours
 * @day: days since 1970-01-01
 * @position: which of the day's interviews, from 0
 *
 * Returns: (transfer none) (nullable): it
 */
OnwardEventBlock *
onward_week_grid_get_block (OnwardWeekGrid *self, int day, guint position)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (g_array_index (self->parts, OnwardWeekPart, i).day == day - self->first && position-- == 0)
      return self->blocks->pdata[i];
  return NULL;
}

/**
 * onward_week_grid_get_part:
 * @self: the hours
 * @block: one of its blocks
 *
 * Returns: (transfer none) (nullable): where it stands
 */
const OnwardWeekPart *
onward_week_grid_get_part (OnwardWeekGrid *self, OnwardEventBlock *block)
{
  guint position;

  return g_ptr_array_find (self->blocks, block, &position) ? &g_array_index (self->parts, OnwardWeekPart, position)
                                                           : NULL;
}

/**
 * onward_week_grid_set_mark:
 * @self: the hours
 * @day: days since 1970-01-01
 * @from: minute of the day
 * @to: minute of the day
 * @words: what the mark says
 *
 * Shows where something would land, or what would be made.
 */
void
onward_week_grid_set_mark (OnwardWeekGrid *self, int day, int from, int to, const char *words)
{
  self->mark_day = day;
  self->mark_from = from;
  self->mark_to = to;
  onward_text_set (&self->mark_words, words);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * onward_week_grid_clear_mark:
 * @self: the hours
 */
void
onward_week_grid_clear_mark (OnwardWeekGrid *self)
{
  self->mark_day = ONWARD_NO_DAY;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * onward_week_grid_set_aside:
 * @self: the hours
 * @aside: how far the days have gone by sideways, from where reading begins; px
 *
 * The names of the hours stay in sight.
 */
void
onward_week_grid_set_aside (OnwardWeekGrid *self, int aside)
{
  self->aside = aside;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
