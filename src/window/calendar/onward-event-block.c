/* onward-event-block.c - an event on its day: a line of a month, a block of hours in a week */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-event-block.h"

#include "onward-event-popover.h"
#include "shared/onward-text.h"
#include "shared/onward-tooltip.h"

#include <glib/gi18n-lib.h>

/* px */
#define ICON_SIZE   12
#define SPACE       3
#define LEAST_WIDTH 12
#define LEAST_WORDS 24 /* less would be nothing but three dots */
#define GRIP_WIDTH  18
#define GRIP_HEIGHT 3

enum
{
  TEXT,
  TIME,
  WHERE,
  N_TEXTS
};

/* Draws its words itself: a month has two hundred of them, and as labels in boxes each was four widgets. */
struct _OnwardEventBlock
{
  GtkButton parent_instance;

  OnwardCalendarEvent *event;
  gboolean tall;
  OnwardText texts[N_TEXTS];
  GdkPaintable *icon;
};

G_DEFINE_FINAL_TYPE (OnwardEventBlock, onward_event_block, GTK_TYPE_BUTTON)

static int
measure_text (OnwardEventBlock *self, guint which, int room, int *width)
{
  int height = 0;

  *width = 0;
  if (self->texts[which].text != NULL)
    onward_text_measure (&self->texts[which], GTK_WIDGET (self), room, width, &height);
  return height;
}

static void
onward_event_block_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  OnwardEventBlock *self = ONWARD_EVENT_BLOCK (widget);
  int width;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = LEAST_WIDTH;
  else
    *minimum = *natural = self->tall ? 0 : measure_text (self, TEXT, G_MAXSHORT, &width);
}

static void
onward_event_block_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OnwardEventBlock *self = ONWARD_EVENT_BLOCK (widget);

  /* Beside others there is room for one time of the two. */
  if (!self->tall || self->event->span == NULL)
    return;
  onward_text_set (&self->texts[TIME], self->event->span);
  measure_text (self, TIME, width, &height);
  if (onward_text_is_cut_off (&self->texts[TIME]))
    onward_text_set (&self->texts[TIME], self->event->time);
}

static void
draw_icon (OnwardEventBlock *self, GtkSnapshot *snapshot, int left, int height, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)left, (float)((height - ICON_SIZE) / 2)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (self->icon), snapshot, ICON_SIZE, ICON_SIZE,
                                            (const GdkRGBA[]){ *color, *color, *color, *color }, 4);
  gtk_snapshot_restore (snapshot);
}

/* Time or icon, then the words. */
static void
draw_line (OnwardEventBlock *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  int start = 0, width = 0, line;

  if (self->event->kind != ONWARD_CALENDAR_INTERVIEW)
    {
      draw_icon (self, snapshot, onward_text_place (GTK_WIDGET (self), 0, ICON_SIZE), height, color);
      start = ICON_SIZE + SPACE;
    }
  else if (self->texts[TIME].text != NULL)
    {
      line = measure_text (self, TIME, gtk_widget_get_width (GTK_WIDGET (self)), &width);
      onward_text_draw (&self->texts[TIME], snapshot, onward_text_place (GTK_WIDGET (self), 0, width),
                        (height - line) / 2, color);
      start = width + SPACE;
    }
  if (start > 0 && start + LEAST_WORDS > gtk_widget_get_width (GTK_WIDGET (self)))
    return;
  line = measure_text (self, TEXT, gtk_widget_get_width (GTK_WIDGET (self)) - start, &width);
  onward_text_draw (&self->texts[TEXT], snapshot, onward_text_place (GTK_WIDGET (self), start, width),
                    (height - line) / 2, color);
}

static void
set_most_lines (OnwardText *text, int most)
{
  if (text->most_lines != most)
    onward_text_forget_layout (text);
  text->most_lines = most;
}

/* Words, time and place below each other, as many as there is room for. A block that is too low for two lines has time
 * and words beside each other. */
static void
draw_lines (OnwardEventBlock *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  const int room = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  int top = 0;

  for (guint which = 0; which < N_TEXTS; which++)
    {
      int width, line;

      if (self->texts[which].text == NULL)
        continue;
      set_most_lines (&self->texts[which], 1);
      line = measure_text (self, which, room, &width);
      if (top > 0 && top + line > height)
        return;
      if (which == TEXT && 2 * line > height && room > 6 * ICON_SIZE)
        {
          draw_line (self, snapshot, color);
          return;
        }
      /* The words go on below while there is room for the others too. */
      if (which == TEXT && 4 * line <= height)
        {
          set_most_lines (&self->texts[which], 2);
          line = measure_text (self, which, room, &width);
        }
      onward_text_draw (&self->texts[which], snapshot, onward_text_place (GTK_WIDGET (self), 0, width), top, color);
      top += line;
    }
}

/* Where it can be made longer, while the pointer is over it. */
static void
draw_grip (OnwardEventBlock *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GskRoundedRect grip;

  if (!self->tall || (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_PRELIGHT) == 0)
    return;
  gsk_rounded_rect_init_from_rect (&grip,
                                   &GRAPHENE_RECT_INIT ((float)(gtk_widget_get_width (widget) - GRIP_WIDTH) / 2,
                                                        (float)(gtk_widget_get_height (widget) - GRIP_HEIGHT),
                                                        GRIP_WIDTH, GRIP_HEIGHT),
                                   GRIP_HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &grip);
  gtk_snapshot_append_color (snapshot, color, &grip.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
onward_event_block_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OnwardEventBlock *self = ONWARD_EVENT_BLOCK (widget);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget),
                                                         (float)gtk_widget_get_height (widget)));
  if (self->tall)
    draw_lines (self, snapshot, &color);
  else
    draw_line (self, snapshot, &color);
  draw_grip (self, snapshot, &color);
  gtk_snapshot_pop (snapshot);
}

static void
forget_layouts (OnwardEventBlock *self)
{
  for (guint i = 0; i < N_TEXTS; i++)
    onward_text_forget_layout (&self->texts[i]);
}

static void
onward_event_block_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (onward_event_block_parent_class)->css_changed (widget, change);
  forget_layouts (ONWARD_EVENT_BLOCK (widget));
}

static void
onward_event_block_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  forget_layouts (ONWARD_EVENT_BLOCK (widget));
  GTK_WIDGET_CLASS (onward_event_block_parent_class)->direction_changed (widget, previous);
}

static void
onward_event_block_clicked (GtkButton *button)
{
  onward_event_popover_show (GTK_WIDGET (button), ONWARD_EVENT_BLOCK (button)->event);
}

static void
onward_event_block_finalize (GObject *object)
{
  OnwardEventBlock *self = ONWARD_EVENT_BLOCK (object);

  for (guint i = 0; i < N_TEXTS; i++)
    onward_text_clear (&self->texts[i]);
  g_clear_object (&self->icon);
  g_clear_pointer (&self->event, onward_calendar_event_unref);
  G_OBJECT_CLASS (onward_event_block_parent_class)->finalize (object);
}

static void
onward_event_block_class_init (OnwardEventBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = onward_event_block_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = onward_event_block_clicked;
  widget_class->measure = onward_event_block_measure;
  widget_class->size_allocate = onward_event_block_size_allocate;
  widget_class->snapshot = onward_event_block_snapshot;
  widget_class->css_changed = onward_event_block_css_changed;
  widget_class->direction_changed = onward_event_block_direction_changed;
}

static void
onward_event_block_init (OnwardEventBlock *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      self->texts[i].style = ONWARD_TEXT_CAPTION;
      self->texts[i].most_lines = 1;
    }
}

static void
set_state_classes (GtkWidget *widget, const OnwardCalendarEvent *event, gboolean tall)
{
  static const char *const kinds[] = { "interview", "promise", "promise", "promise", "followup" };
  const char *classes[7] = { "event", kinds[event->kind] };
  guint n = 2;

  if (tall)
    classes[n++] = "block";
  if (event->past)
    classes[n++] = "past";
  if (event->overdue)
    classes[n++] = "overdue";
  if (event->conflict)
    classes[n++] = "conflict";
  gtk_widget_set_css_classes (widget, classes);
}

static GdkPaintable *
find_icon (const char *name)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  return GDK_PAINTABLE (
      gtk_icon_theme_lookup_icon (theme, name, NULL, ICON_SIZE, 1, GTK_TEXT_DIR_NONE, GTK_ICON_LOOKUP_FORCE_SYMBOLIC));
}

/**
 * onward_event_block_new:
 * @event: what it shows
 * @tall: whether it takes as many lines as it is given room for
 *
 * A button that opens a popover about the event. Interviews are filled and have their time, what is owed has an icon.
 *
 * Returns: (transfer floating): the block
 */
GtkWidget *
onward_event_block_new (OnwardCalendarEvent *event, gboolean tall)
{
  OnwardEventBlock *self = g_object_new (ONWARD_TYPE_EVENT_BLOCK, NULL);

  self->tall = tall;
  if (tall)
    self->texts[TEXT].style = ONWARD_TEXT_CAPTION_HEADING;
  onward_event_block_set_event (self, event);
  return GTK_WIDGET (self);
}

/**
 * onward_event_block_set_event:
 * @self: a block
 * @event: what it shows from now on
 */
void
onward_event_block_set_event (OnwardEventBlock *self, OnwardCalendarEvent *event)
{
  g_autofree char *words = onward_calendar_event_describe (event);

  onward_calendar_event_ref (event);
  g_clear_pointer (&self->event, onward_calendar_event_unref);
  self->event = event;
  onward_text_set (&self->texts[TEXT], event->text);
  onward_text_set (&self->texts[TIME], self->tall ? event->span : event->time);
  if (self->tall)
    /* Translators: an interview during another one, in little room */
    onward_text_set (&self->texts[WHERE], event->conflict ? _ ("Conflict") : event->where);
  g_clear_object (&self->icon);
  if (event->kind != ONWARD_CALENDAR_INTERVIEW)
    self->icon = find_icon (event->icon);
  set_state_classes (GTK_WIDGET (self), event, self->tall);
  onward_tooltip_set (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * onward_event_block_get_event:
 * @self: a block
 *
 * Returns: (transfer none): what it shows
 */
OnwardCalendarEvent *
onward_event_block_get_event (OnwardEventBlock *self)
{
  return self->event;
}
