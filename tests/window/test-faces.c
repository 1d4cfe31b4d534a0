/* test-faces.c - the small faces of a card look like the large ones of libadwaita */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shared/onward-faces.h"

#include <adwaita.h>

#define LIMIT (10 * G_USEC_PER_SEC)

/* The colours of a widget between its edge and its letters, from top to bottom. */
static void
read_colors (GtkWidget *widget, guint32 colors[3])
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  const int size = 24;
  g_autofree guint32 *pixels = NULL;
  int width;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget), size));
  width = gdk_texture_get_width (texture);
  pixels = g_new (guint32, width * gdk_texture_get_height (texture));
  gdk_texture_download (texture, (guchar *)pixels, width * 4);
  for (int i = 0; i < 3; i++)
    colors[i] = pixels[(3 + i * 9) * width + 12];
}

static gboolean
is_near (guint32 a, guint32 b)
{
  for (int shift = 0; shift < 32; shift += 8)
    if (ABS ((int)(a >> shift & 0xff) - (int)(b >> shift & 0xff)) > 24)
      return FALSE;
  return TRUE;
}

static void
show (GtkWidget *window, GtkWidget *child)
{
  gint64 end = g_get_monotonic_time () + LIMIT;

  gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (child, GTK_ALIGN_CENTER);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (child) == 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_color (void)
{
  static const char *const names[] = { "Ines Caldeira", "Çağla Öztürk", "李小龍", "amara okafor", "X" };
  GtkWidget *window = gtk_window_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *one[] = { names[i], NULL };
      GtkWidget *faces = onward_faces_new ();
      guint32 ours[3], theirs[3];

      onward_faces_set_names (ONWARD_FACES (faces), one);
      show (window, faces);
      read_colors (faces, ours);
      show (window, adw_avatar_new (24, names[i], TRUE));
      read_colors (gtk_window_get_child (GTK_WINDOW (window)), theirs);
      g_assert_true (is_near (ours[0], theirs[0]));
      g_assert_true (is_near (ours[2], theirs[2]));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_room (void)
{
  static const char *const names[] = { "Amara", "Jonas", "Ines", NULL };
  GtkWidget *faces = g_object_ref_sink (onward_faces_new ());
  int minimum, natural;

  onward_faces_set_names (ONWARD_FACES (faces), names);
  gtk_widget_measure (faces, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 3 * 24 - 2 * 2);
  g_assert_true (gtk_widget_get_visible (faces));
  onward_faces_set_names (ONWARD_FACES (faces), names + 3);
  g_assert_false (gtk_widget_get_visible (faces));
  g_assert_finalize_object (faces);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/faces/a-person-has-one-colour-everywhere", test_color);
  g_test_add_func ("/faces/three-overlap-and-nobody-takes-no-room", test_room);
  return g_test_run ();
}
