/* onward-lines.c - what a row says, a few lines one below the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-lines.h"

#define N_LINES       3
#define MOST_LINES    2 /* that one of them takes */
#define SPACE         3 /* px */
#define LEAST_WIDTH   60
#define NATURAL_WIDTH 240
#define WIDEST        10000 /* px; none of them goes on below at that */
#define STRUCK        0.55f /* how much of the colour is left */

/* For rows of which a window has many; they say the same in their accessible names. What stands below the lines is a
 * child of theirs: a vertical box would be asked how narrow it can be for its height, and lay out ten times to find
 * out. */
struct _OnwardLines
{
  GtkWidget parent_instance;

  OnwardText texts[N_LINES];
  char *colors[N_LINES]; /* names of style.css; NULL = that of the widget */
  int tops[N_LINES];
  int widths[N_LINES];
  int heights[N_LINES];
  gboolean struck;
  GtkWidget *below; /* or NULL */
};

G_DEFINE_FINAL_TYPE (OnwardLines, onward_lines, GTK_TYPE_WIDGET)

static int
arrange (OnwardLines *self, int width)
{
  int height = 0;

  for (guint i = 0; i < N_LINES; i++)
    {
      if (self->texts[i].text == NULL)
        continue;
      onward_text_measure (&self->texts[i], GTK_WIDGET (self), width, &self->widths[i], &self->heights[i]);
      self->tops[i] = height > 0 ? height + SPACE : 0;
      height = self->tops[i] + self->heights[i];
    }
  return height;
}

static int
get_below_height (OnwardLines *self, int width)
{
  int height = 0;

  if (self->below == NULL || !gtk_widget_should_layout (self->below))
    return 0;
  gtk_widget_measure (self->below, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height + SPACE;
}

static void
onward_lines_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    {
      /* Of no width in particular: the least that they are ever high. A box takes it for the least at the width they
       * get. */
      *minimum = arrange (ONWARD_LINES (widget), for_size < 0 ? WIDEST : for_size)
                 + get_below_height (ONWARD_LINES (widget), for_size);
      *natural = *minimum;
    }
}

static GtkSizeRequestMode
onward_lines_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
onward_lines_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OnwardLines *self = ONWARD_LINES (widget);
  int top = arrange (self, width) + SPACE;
  int below = get_below_height (self, width);

  if (below > 0)
    gtk_widget_size_allocate (self->below, &(GtkAllocation){ 0, top, width, below - SPACE }, -1);
}

static GdkRGBA
get_color (OnwardLines *self, guint line)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color;

  if (self->colors[line] == NULL || !gtk_style_context_lookup_color (style, self->colors[line], &color))
    gtk_style_context_get_color (style, &color);
  if (self->struck)
    color.alpha *= STRUCK;
  return color;
}

static void
onward_lines_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OnwardLines *self = ONWARD_LINES (widget);

  arrange (self, gtk_widget_get_width (widget)); /* again, after a style that changed no size */
  for (guint i = 0; i < N_LINES; i++)
    if (self->texts[i].text != NULL)
      {
        const GdkRGBA color = get_color (self, i);

        onward_text_draw (&self->texts[i], snapshot, onward_text_place (widget, 0, self->widths[i]), self->tops[i],
                          &color);
      }
  GTK_WIDGET_CLASS (onward_lines_parent_class)->snapshot (widget, snapshot);
}

static void
forget_layouts (OnwardLines *self)
{
  for (guint i = 0; i < N_LINES; i++)
    onward_text_forget_layout (&self->texts[i]);
}

static void
onward_lines_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (onward_lines_parent_class)->css_changed (widget, change);
  forget_layouts (ONWARD_LINES (widget));
}

static void
onward_lines_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  forget_layouts (ONWARD_LINES (widget));
  GTK_WIDGET_CLASS (onward_lines_parent_class)->direction_changed (widget, previous);
}

static gboolean
onward_lines_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  OnwardLines *self = ONWARD_LINES (widget);

  for (guint i = 0; i < N_LINES && !keyboard; i++)
    if (onward_text_is_cut_off (&self->texts[i]) && y >= self->tops[i] && y < self->tops[i] + self->heights[i])
      {
        gtk_tooltip_set_text (tooltip, self->texts[i].text);
        return TRUE;
      }
  return FALSE;
}

static void
onward_lines_dispose (GObject *object)
{
  g_clear_pointer (&ONWARD_LINES (object)->below, gtk_widget_unparent);
  G_OBJECT_CLASS (onward_lines_parent_class)->dispose (object);
}

static void
onward_lines_finalize (GObject *object)
{
  OnwardLines *self = ONWARD_LINES (object);

  for (guint i = 0; i < N_LINES; i++)
    {
      onward_text_clear (&self->texts[i]);
      g_free (self->colors[i]);
    }
  G_OBJECT_CLASS (onward_lines_parent_class)->finalize (object);
}

static void
onward_lines_class_init (OnwardLinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_lines_dispose;
  G_OBJECT_CLASS (klass)->finalize = onward_lines_finalize;
  widget_class->measure = onward_lines_measure;
  widget_class->get_request_mode = onward_lines_get_request_mode;
  widget_class->size_allocate = onward_lines_size_allocate;
  widget_class->snapshot = onward_lines_snapshot;
  widget_class->css_changed = onward_lines_css_changed;
  widget_class->direction_changed = onward_lines_direction_changed;
  widget_class->query_tooltip = onward_lines_query_tooltip;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
onward_lines_init (OnwardLines *self)
{
  for (guint i = 0; i < N_LINES; i++)
    self->texts[i].most_lines = MOST_LINES;
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * onward_lines_new:
 *
 * Returns: (transfer floating): lines that say nothing yet
 */
GtkWidget *
onward_lines_new (void)
{
  return g_object_new (ONWARD_TYPE_LINES, NULL);
}

/**
 * onward_lines_set:
 * @self: the lines
 * @line: which; 0 to 2
 * @style: how it looks
 * @text: (nullable): what it says; it goes on below when it is long; NULL = this line is not there
 * @color: (nullable): the name of a colour of style.css; NULL = as other text
 */
void
onward_lines_set (OnwardLines *self, guint line, OnwardTextStyle style, const char *text, const char *color)
{
  g_return_if_fail (line < N_LINES);

  if (self->texts[line].style == style && g_strcmp0 (self->texts[line].text, text) == 0
      && g_strcmp0 (self->colors[line], color) == 0)
    return;
  if (self->texts[line].style != style)
    onward_text_forget_layout (&self->texts[line]);
  self->texts[line].style = style;
  onward_text_set (&self->texts[line], text);
  g_free (self->colors[line]);
  self->colors[line] = g_strdup (color);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * onward_lines_set_struck:
 * @self: the lines
 * @struck: whether they are pale and have a line through them
 */
void
onward_lines_set_struck (OnwardLines *self, gboolean struck)
{
  if (self->struck == struck)
    return;
  self->struck = struck;
  forget_layouts (self);
  for (guint i = 0; i < N_LINES; i++)
    self->texts[i].struck = struck;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * onward_lines_set_below:
 * @self: lines with nothing below them
 * @below: (transfer floating): what stands below, as wide as they are
 */
void
onward_lines_set_below (OnwardLines *self, GtkWidget *below)
{
  g_return_if_fail (self->below == NULL);

  self->below = below;
  gtk_widget_set_parent (below, GTK_WIDGET (self));
}
