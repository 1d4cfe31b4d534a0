/* onward-week-grid-drawing.c - the lines of a week, its hours, the present, and where something would land */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-week-grid-private.h"

#define EDGE    ONWARD_WEEK_EDGE
#define N_HOURS ONWARD_WEEK_HOURS

static gboolean
is_mirrored (OnwardWeekGrid *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Where words of that width begin in an area, so far from its edge. */
static int
find_left (OnwardWeekGrid *self, const GdkRectangle *area, int width, int edge)
{
  return is_mirrored (self) ? area->x + area->width - edge - width : area->x + edge;
}

static GdkRGBA
get_color (OnwardWeekGrid *self, const char *name, float alpha)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (style, name, &color))
    gtk_style_context_get_color (style, &color);
  color.alpha *= alpha;
  return color;
}

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *color, int x, int y, int width, int height)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, (float)height));
}

static void
draw_lines (OnwardWeekGrid *self, GtkSnapshot *snapshot)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const GdkRGBA line = get_color (self, "window_fg_color", 0.12f);
  const int left = is_mirrored (self) ? 0 : self->gutter;

  for (int i = 0; i < N_HOURS; i++)
    fill (snapshot, &line, left, i * self->hour, width - self->gutter, 1);
  for (int i = 0; i < ONWARD_WEEK_DAYS; i++)
    {
      int x, column;

      onward_week_grid_get_column (self, width, i, &x, &column);
      fill (snapshot, &line, is_mirrored (self) ? x + column - 1 : x, 0, 1, N_HOURS * self->hour);
    }
}

/* They stay in sight when the days go by sideways. */
static void
draw_hours (OnwardWeekGrid *self, GtkSnapshot *snapshot)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const GdkRGBA words = get_color (self, "onward_dim", 1);
  const GdkRGBA ground = get_color (self, "window_bg_color", 1);
  const int left = is_mirrored (self) ? width - self->gutter - self->aside : self->aside;

  if (self->aside > 0)
    fill (snapshot, &ground, left, 0, self->gutter, N_HOURS * self->hour);
  for (int i = 0; i < N_HOURS; i++)
    {
      int text_width, height;

      onward_text_measure (&self->hours[i], GTK_WIDGET (self), G_MAXSHORT, &text_width, &height);
      onward_text_draw (&self->hours[i], snapshot,
                        is_mirrored (self) ? left + EDGE : left + self->gutter - EDGE - text_width,
                        i * self->hour + EDGE / 2, &words);
    }
}

/* An hour that the clock leaves out is no time, and one that comes twice is two. */
static void
draw_changes (OnwardWeekGrid *self, GtkSnapshot *snapshot)
{
  const GdkRGBA ground = get_color (self, "window_fg_color", 0.08f);
  const GdkRGBA words = get_color (self, "onward_dim", 1);

  for (int i = 0; i < ONWARD_WEEK_DAYS; i++)
    {
      OnwardClockChange *change = &self->changes[i];
      GdkRectangle area;
      int width, height;

      if (change->kind == 0)
        continue;
      onward_week_grid_get_area (self, self->first + i, change->from, change->to, &area);
      fill (snapshot, &ground, area.x, area.y, area.width, area.height);
      onward_text_measure (&change->words, GTK_WIDGET (self), area.width - EDGE, &width, &height);
      onward_text_draw (&change->words, snapshot, find_left (self, &area, width, EDGE / 2),
                        area.y + (area.height - height) / 2, &words);
    }
}

static void
draw_today (OnwardWeekGrid *self, GtkSnapshot *snapshot)
{
  const GdkRGBA tint = get_color (self, "accent_bg_color", 0.04f);
  int x, column;

  if (self->today < self->first || self->today >= self->first + ONWARD_WEEK_DAYS)
    return;
  onward_week_grid_get_column (self, gtk_widget_get_width (GTK_WIDGET (self)), self->today - self->first, &x, &column);
  fill (snapshot, &tint, x, 0, column, N_HOURS * self->hour);
}

static void
draw_now (OnwardWeekGrid *self, GtkSnapshot *snapshot)
{
  const GdkRGBA color = get_color (self, "accent_color", 1);
  int day = onward_wall_day (self->now) - self->first;
  int y = onward_wall_minutes (self->now) * self->hour / 60;
  int x, column;
  GskRoundedRect dot;

  if (day < 0 || day >= ONWARD_WEEK_DAYS)
    return;
  onward_week_grid_get_column (self, gtk_widget_get_width (GTK_WIDGET (self)), day, &x, &column);
  fill (snapshot, &color, x, y - 1, column, 2);
  gsk_rounded_rect_init_from_rect (
      &dot, &GRAPHENE_RECT_INIT ((float)(is_mirrored (self) ? x + column - 4 : x - 4), (float)(y - 4), 8, 8), 4);
  gtk_snapshot_push_rounded_clip (snapshot, &dot);
  gtk_snapshot_append_color (snapshot, &color, &dot.bounds);
  gtk_snapshot_pop (snapshot);
}

/* Where it would land: an edge all round and the time in words. */
static void
draw_mark (OnwardWeekGrid *self, GtkSnapshot *snapshot)
{
  const GdkRGBA below = get_color (self, "view_bg_color", 0.9f);
  const GdkRGBA ground = get_color (self, "accent_bg_color", 0.22f);
  const GdkRGBA edge = get_color (self, "accent_color", 1);
  const GdkRGBA words = get_color (self, "window_fg_color", 1);
  GdkRectangle area;
  GskRoundedRect outline;
  int width, height;

  if (self->mark_day == ONWARD_NO_DAY)
    return;
  onward_week_grid_get_area (self, self->mark_day, self->mark_from, self->mark_to, &area);
  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT ((float)area.x, (float)area.y, (float)area.width, (float)area.height), 5);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &below, &outline.bounds);
  gtk_snapshot_append_color (snapshot, &ground, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (const float[]){ 2, 2, 2, 2 },
                              (const GdkRGBA[]){ edge, edge, edge, edge });
  onward_text_measure (&self->mark_words, GTK_WIDGET (self), area.width - 2 * EDGE, &width, &height);
  onward_text_draw (&self->mark_words, snapshot, find_left (self, &area, width, EDGE), area.y + 3, &words);
}

/**
 * onward_week_grid_draw_ground: (skip)
 * @self: the hours
 * @snapshot: where to
 *
 * Draws what lies below the interviews.
 */
void
onward_week_grid_draw_ground (OnwardWeekGrid *self, GtkSnapshot *snapshot)
{
  draw_today (self, snapshot);
  draw_lines (self, snapshot);
  draw_changes (self, snapshot);
}

/**
 * onward_week_grid_draw_marks: (skip)
 * @self: the hours
 * @snapshot: where to
 *
 * Draws what lies over the interviews.
 */
void
onward_week_grid_draw_marks (OnwardWeekGrid *self, GtkSnapshot *snapshot)
{
  draw_now (self, snapshot);
  draw_mark (self, snapshot);
  draw_hours (self, snapshot);
}
