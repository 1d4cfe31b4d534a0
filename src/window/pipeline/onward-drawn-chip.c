/* onward-drawn-chip.c - a chip that a widget draws itself, where widgets for it would be too dear */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-drawn-chip.h"

/* px */
#define EDGE       8
#define PADDING    2
#define ICON_SIZE  12
#define ICON_SPACE 3

/**
 * onward_drawn_chip_take:
 * @self: a chip
 * @words: (transfer full): what it says from now on; without a text there is no chip
 */
void
onward_drawn_chip_take (OnwardDrawnChip *self, OnwardChipWords words)
{
  self->words.style = ONWARD_TEXT_CAPTION;
  self->words.most_lines = 1;
  onward_text_set (&self->words, words.text);
  g_free (words.text);
  if (g_strcmp0 (self->icon_name, words.icon) != 0)
    g_clear_object (&self->icon);
  self->icon_name = words.icon;
  self->kind = words.kind;
}

/**
 * onward_drawn_chip_clear:
 * @self: a chip, which says nothing afterwards
 */
void
onward_drawn_chip_clear (OnwardDrawnChip *self)
{
  onward_text_clear (&self->words);
  g_clear_object (&self->icon);
}

/**
 * onward_drawn_chip_forget_layout:
 * @self: a chip
 *
 * To be called when the style or the direction of the widget changed.
 */
void
onward_drawn_chip_forget_layout (OnwardDrawnChip *self)
{
  onward_text_forget_layout (&self->words);
  g_clear_object (&self->icon);
}

/**
 * onward_drawn_chip_has_words:
 * @self: a chip
 *
 * Returns: whether there is one to be seen
 */
gboolean
onward_drawn_chip_has_words (const OnwardDrawnChip *self)
{
  return self->words.text != NULL && *self->words.text != '\0';
}

static int
get_icon_room (const OnwardDrawnChip *self)
{
  return self->icon_name != NULL ? ICON_SIZE + ICON_SPACE : 0;
}

/**
 * onward_drawn_chip_measure:
 * @self: a chip that has words
 * @widget: what draws it
 * @most: how wide it may be, px
 *
 * Lays it out, and says in it how large it is.
 */
void
onward_drawn_chip_measure (OnwardDrawnChip *self, GtkWidget *widget, int most)
{
  const int rest = get_icon_room (self) + 2 * EDGE;

  onward_text_measure (&self->words, widget, most - rest, &self->width, &self->height);
  self->width += rest;
  self->height += 2 * PADDING;
}

static void
draw_icon (OnwardDrawnChip *self, GtkWidget *widget, GtkSnapshot *snapshot, int left, int top, const GdkRGBA *color)
{
  if (self->icon == NULL)
    self->icon = GDK_PAINTABLE (gtk_icon_theme_lookup_icon (
        gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), self->icon_name, NULL, ICON_SIZE,
        gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_FORCE_SYMBOLIC));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)left, (float)top));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (self->icon), snapshot, ICON_SIZE, ICON_SIZE,
                                            (const GdkRGBA[]){ *color, *color, *color, *color }, 4);
  gtk_snapshot_restore (snapshot);
}

/**
 * onward_drawn_chip_draw:
 * @self: a chip that was measured
 * @widget: what draws it
 * @snapshot: where to
 * @left: its left edge
 * @top: its upper edge
 *
 * The words carry the meaning, the colour repeats it.
 */
void
onward_drawn_chip_draw (OnwardDrawnChip *self, GtkWidget *widget, GtkSnapshot *snapshot, int left, int top)
{
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float)left, (float)top, (float)self->width, (float)self->height);
  const GdkRGBA letters = onward_text_find_color (widget, "onward_chip_", self->kind);
  const GdkRGBA tint = onward_text_find_color (widget, "onward_tint_", self->kind);
  const GdkRGBA edge = onward_text_find_color (widget, "onward_chip_edge", NULL);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float)self->height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &tint, &bounds);
  gtk_snapshot_pop (snapshot);
  if (edge.alpha > 0)
    gtk_snapshot_append_border (snapshot, &outline, (const float[]){ 1, 1, 1, 1 },
                                (const GdkRGBA[]){ edge, edge, edge, edge });
  if (self->icon_name != NULL)
    draw_icon (self, widget, snapshot, mirrored ? left + self->width - EDGE - ICON_SIZE : left + EDGE,
               top + (self->height - ICON_SIZE) / 2, &letters);
  onward_text_draw (&self->words, snapshot, mirrored ? left + EDGE : left + EDGE + get_icon_room (self), top + PADDING,
                    &letters);
}
