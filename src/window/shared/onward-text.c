/* onward-text.c - words that a widget draws itself, where a label each would be too dear */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-text.h"

/* A GtkLabel lays its words out five times before the first frame: for its least and its natural width, its height, its
 * place, and once more to draw them. Of words whose width is given, once is enough: a board of thirty cards is seen 15
 * ms earlier. Whoever draws them says them in its accessible name. */

/* Of libadwaita's `caption`, and of `card-title` in style.css. */
#define SMALL_SCALE   0.92
#define CAPTION_SCALE 0.82

/**
 * onward_text_set:
 * @self: the words
 * @text: (nullable): what they are from now on
 */
void
onward_text_set (OnwardText *self, const char *text)
{
  if (g_strcmp0 (self->text, text) == 0)
    return;
  onward_text_clear (self);
  self->text = g_strdup (text);
}

/**
 * onward_text_clear:
 * @self: the words, which are none afterwards
 */
void
onward_text_clear (OnwardText *self)
{
  onward_text_forget_layout (self);
  g_clear_pointer (&self->text, g_free);
}

/**
 * onward_text_forget_layout:
 * @self: the words
 *
 * To be called when the style or the direction of the widget changed.
 */
void
onward_text_forget_layout (OnwardText *self)
{
  g_clear_object (&self->layout);
}

/* Whether the first letter is of a script that is read from right to left. */
static gboolean
is_read_from_right (const char *text)
{
  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  switch (g_unichar_get_script (g_utf8_get_char (text)))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
      return TRUE;
    default:
      return FALSE;
    }
}

static PangoLayout *
create_layout (const OnwardText *self, GtkWidget *widget)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, self->text);
  PangoAttrList *attributes = pango_attr_list_new ();

  if (self->style == ONWARD_TEXT_HEADING || self->style == ONWARD_TEXT_CAPTION_HEADING)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (self->style == ONWARD_TEXT_SMALL)
    pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL_SCALE));
  else if (self->style == ONWARD_TEXT_CAPTION || self->style == ONWARD_TEXT_CAPTION_HEADING)
    {
      pango_attr_list_insert (attributes, pango_attr_scale_new (CAPTION_SCALE));
      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
    }
  if (self->struck)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  /* So they begin where reading begins in the window: Pango turns the alignment round for words of the other
   * direction. */
  pango_layout_set_alignment (layout, is_read_from_right (self->text) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -self->most_lines);
  return layout;
}

/**
 * onward_text_measure:
 * @self: words that are some
 * @widget: what draws them
 * @most: how wide they may be, px
 * @width: (out) (optional): how wide they are, px
 * @height: (out): how high they are, px
 *
 * Lays the words out.
 */
void
onward_text_measure (OnwardText *self, GtkWidget *widget, int most, int *width, int *height)
{
  if (self->layout == NULL)
    self->layout = create_layout (self, widget);
  pango_layout_set_width (self->layout, MAX (most, 0) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, width, height);
}

/**
 * onward_text_draw:
 * @self: words that were measured
 * @snapshot: where to
 * @left: where the widest line begins, in a script of either direction
 * @top: the upper end
 * @color: of the letters
 */
void
onward_text_draw (OnwardText *self, GtkSnapshot *snapshot, int left, int top, const GdkRGBA *color)
{
  PangoRectangle words;

  if (self->layout == NULL)
    return;
  pango_layout_get_pixel_extents (self->layout, NULL, &words);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)(left - words.x), (float)top));
  gtk_snapshot_append_layout (snapshot, self->layout, color);
  gtk_snapshot_restore (snapshot);
}

/**
 * onward_text_is_cut_off:
 * @self: the words
 *
 * Returns: whether some of them had no room
 */
gboolean
onward_text_is_cut_off (const OnwardText *self)
{
  return self->layout != NULL && pango_layout_is_ellipsized (self->layout);
}

/**
 * onward_text_place:
 * @widget: what draws
 * @start: how far from where reading begins, px
 * @width: how wide it is, px
 *
 * Returns: where the left end is of what begins there
 */
int
onward_text_place (GtkWidget *widget, int start, int width)
{
  gboolean right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  return right ? gtk_widget_get_width (widget) - start - width : start;
}

/**
 * onward_text_find_color:
 * @widget: what draws
 * @name: the beginning of the name of a colour of style.css
 * @kind: (nullable): its end
 *
 * Returns: that colour; where there is none, that of the widget's letters
 */
GdkRGBA
onward_text_find_color (GtkWidget *widget, const char *name, const char *kind)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  g_autofree char *whole = g_strconcat (name, kind, NULL);
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (style, whole, &color))
    gtk_style_context_get_color (style, &color);
  return color;
}
