/* onward-faces.c - the people of a card, small and round, one beside the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-faces.h"

#include <math.h>

/* The design: 24 px on cards. They overlap a little, with the card between them. */
#define SIZE    24
#define OVERLAP 2
#define RING    1

#define LETTER_SIZE 9.6 /* px */
#define MOST        8
#define MOST_WIDTH  17 /* px, of the letters of one */

/* Looks like a row of AdwAvatar, which is four widgets each: three of them took as long to build as all the rest of a
 * card. The colours are those of libadwaita, chosen as it chooses them, so that a person has one colour everywhere. */
struct _OnwardFaces
{
  GtkWidget parent_instance;

  char **names;
  PangoLayout *layouts[MOST];
  guint n;
};

static const struct
{
  const char *top, *bottom, *letters;
} colors[] = {
  { "#83b6ec", "#337fdc", "#cfe1f5" }, { "#7ad9f1", "#0f9ac8", "#caeaf2" }, { "#8de6b1", "#29ae74", "#cef8d8" },
  { "#b5e98a", "#6ab85b", "#e6f9d7" }, { "#f8e359", "#d29d09", "#f9f4e1" }, { "#ffcb62", "#d68400", "#ffead1" },
  { "#ffa95a", "#ed5b00", "#ffe5c5" }, { "#f78773", "#e62d42", "#f8d2ce" }, { "#e973ab", "#e33b6a", "#fac7de" },
  { "#cb78d4", "#9945b5", "#e7c2e8" }, { "#9e91e8", "#7a59ca", "#d5d2f5" }, { "#e3cf9c", "#b08952", "#f2eade" },
  { "#be916d", "#785336", "#e5d6ca" }, { "#c0bfbc", "#6e6d71", "#d8d7d3" },
};

G_DEFINE_FINAL_TYPE (OnwardFaces, onward_faces, GTK_TYPE_WIDGET)

/* The first letter of the first word and of the last. */
static char *
get_initials (const char *name)
{
  g_autofree char *upper = g_utf8_strup (name, -1);
  g_autofree char *composed = g_utf8_normalize (g_strstrip (upper), -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *initials = g_string_new (NULL);
  const char *last = composed != NULL ? strrchr (composed, ' ') : NULL;

  if (composed != NULL && *composed != '\0')
    g_string_append_unichar (initials, g_utf8_get_char (composed));
  if (last != NULL && last[1] != '\0')
    g_string_append_unichar (initials, g_utf8_get_char (last + 1));
  return g_string_free (initials, FALSE);
}

static void
clear_layouts (OnwardFaces *self)
{
  for (guint i = 0; i < MOST; i++)
    g_clear_object (&self->layouts[i]);
}

/* Letters keep their size at large text, as the faces do. */
static PangoLayout *
ensure_layout (OnwardFaces *self, guint i)
{
  g_autofree char *initials = NULL;
  PangoFontDescription *font;
  int width;

  if (self->layouts[i] != NULL)
    return self->layouts[i];
  initials = get_initials (self->names[i]);
  self->layouts[i] = gtk_widget_create_pango_layout (GTK_WIDGET (self), initials);
  font = pango_font_description_copy (
      pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self))));
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, LETTER_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (self->layouts[i], font);
  pango_layout_get_pixel_size (self->layouts[i], &width, NULL);
  if (width > MOST_WIDTH)
    {
      pango_font_description_set_absolute_size (font, LETTER_SIZE * PANGO_SCALE * MOST_WIDTH / width);
      pango_layout_set_font_description (self->layouts[i], font);
    }
  pango_font_description_free (font);
  return self->layouts[i];
}

static int
get_place (OnwardFaces *self, guint i)
{
  gboolean right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return (int)(right ? self->n - 1 - i : i) * (SIZE - OVERLAP);
}

/* How much of a pixel is within so far of the middle; @middle, @x and @y in pixels. */
static double
get_coverage (double radius, double middle, int x, int y)
{
  return CLAMP (radius + 0.5 - hypot (x + 0.5 - middle, y + 0.5 - middle), 0, 1);
}

static guint32
get_pixel (const GdkRGBA *ring, double in_ring, const GdkRGBA *face, double in_face)
{
  double ring_part = in_ring * ring->alpha * (1 - in_face);
  guint red = (guint)(255 * (ring->red * ring_part + face->red * in_face) + 0.5);
  guint green = (guint)(255 * (ring->green * ring_part + face->green * in_face) + 0.5);
  guint blue = (guint)(255 * (ring->blue * ring_part + face->blue * in_face) + 0.5);
  guint alpha = (guint)(255 * (ring_part + in_face) + 0.5);

  return alpha << 24 | red << 16 | green << 8 | blue;
}

/* A disc that is lighter above, with a ring. Pixel by pixel: a gradient takes cairo forty times as long. */
static GdkTexture *
create_disc (guint color, int scale, const GdkRGBA *ring)
{
  const int pixels = (SIZE + 2 * RING) * scale;
  const double middle = pixels / 2.0;
  guint32 *data = g_new (guint32, pixels * pixels);
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, sizeof *data * (gsize)(pixels * pixels));
  GdkRGBA top, bottom;

  gdk_rgba_parse (&top, colors[color].top);
  gdk_rgba_parse (&bottom, colors[color].bottom);
  for (int y = 0; y < pixels; y++)
    {
      float part = CLAMP (((float)y + 0.5f - (float)(RING * scale)) / (float)(SIZE * scale), 0, 1);
      GdkRGBA face = { top.red + (bottom.red - top.red) * part, top.green + (bottom.green - top.green) * part,
                       top.blue + (bottom.blue - top.blue) * part, 1 };

      for (int x = 0; x < pixels; x++)
        data[y * pixels + x] = get_pixel (ring, get_coverage (middle, middle, x, y), &face,
                                          get_coverage (middle - RING * scale, middle, x, y));
    }
  return gdk_memory_texture_new (pixels, pixels, GDK_MEMORY_DEFAULT, bytes, sizeof *data * (gsize)pixels);
}

/* One a colour for all faces: to clip each ring and each face to a circle was a fifth of what the first frame took. */
static GdkTexture *
get_disc (guint color, int scale, const GdkRGBA *ring)
{
  static struct
  {
    GdkTexture *texture;
    int scale;
    GdkRGBA ring;
  } discs[G_N_ELEMENTS (colors)];

  if (discs[color].texture == NULL || discs[color].scale != scale || !gdk_rgba_equal (&discs[color].ring, ring))
    {
      g_clear_object (&discs[color].texture);
      discs[color].texture = create_disc (color, scale, ring);
      discs[color].scale = scale;
      discs[color].ring = *ring;
    }
  return discs[color].texture;
}

static void
draw_face (OnwardFaces *self, GtkSnapshot *snapshot, guint i, float y, const GdkRGBA *ring)
{
  const guint color = g_str_hash (self->names[i]) % G_N_ELEMENTS (colors);
  const float x = (float)get_place (self, i);
  PangoLayout *layout = ensure_layout (self, i);
  GdkRGBA letters;
  int width, height;

  gtk_snapshot_append_texture (snapshot, get_disc (color, gtk_widget_get_scale_factor (GTK_WIDGET (self)), ring),
                               &GRAPHENE_RECT_INIT (x - RING, y - RING, SIZE + 2 * RING, SIZE + 2 * RING));
  gdk_rgba_parse (&letters, colors[color].letters);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (x + (SIZE - (float)width) / 2, y + (SIZE - (float)height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &letters);
  gtk_snapshot_restore (snapshot);
}

/* The last lies below: each has a ring of the card around it. */
static void
onward_faces_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OnwardFaces *self = ONWARD_FACES (widget);
  const int y = (gtk_widget_get_height (widget) - SIZE) / 2;
  GdkRGBA card;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "card_bg_color", &card))
    gdk_rgba_parse (&card, "transparent");
  for (guint i = 0; i < self->n; i++)
    draw_face (self, snapshot, i, (float)y, &card);
}

static void
onward_faces_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  const int n = (int)ONWARD_FACES (widget)->n;

  *minimum = orientation == GTK_ORIENTATION_VERTICAL || n == 0 ? SIZE : n * SIZE - (n - 1) * OVERLAP;
  *natural = *minimum;
}

static gboolean
onward_faces_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  OnwardFaces *self = ONWARD_FACES (widget);

  for (guint i = 0; i < self->n && !keyboard; i++)
    if (x >= get_place (self, i) && x < get_place (self, i) + SIZE)
      {
        gtk_tooltip_set_text (tooltip, self->names[i]);
        return TRUE;
      }
  return FALSE;
}

static void
onward_faces_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (onward_faces_parent_class)->css_changed (widget, change);
  clear_layouts (ONWARD_FACES (widget));
}

static void
onward_faces_finalize (GObject *object)
{
  OnwardFaces *self = ONWARD_FACES (object);

  clear_layouts (self);
  g_strfreev (self->names);
  G_OBJECT_CLASS (onward_faces_parent_class)->finalize (object);
}

static void
onward_faces_class_init (OnwardFacesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = onward_faces_finalize;
  widget_class->snapshot = onward_faces_snapshot;
  widget_class->measure = onward_faces_measure;
  widget_class->query_tooltip = onward_faces_query_tooltip;
  widget_class->css_changed = onward_faces_css_changed;
  /* Who they are stands in the name of the card. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
onward_faces_init (OnwardFaces *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * onward_faces_new:
 *
 * Returns: (transfer floating): nobody yet
 */
GtkWidget *
onward_faces_new (void)
{
  return g_object_new (ONWARD_TYPE_FACES, NULL);
}

/**
 * onward_faces_set_names:
 * @self: the faces
 * @names: (array zero-terminated): whom it shows, at most eight
 */
void
onward_faces_set_names (OnwardFaces *self, const char *const *names)
{
  guint n = self->n;

  clear_layouts (self);
  g_strfreev (self->names);
  self->names = g_strdupv ((char **)names);
  self->n = MIN (g_strv_length (self->names), MOST);
  gtk_widget_set_visible (GTK_WIDGET (self), self->n > 0);
  if (self->n != n)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
