/* onward-extents.c - has GTK 4.10 and later tell the accessibility bus where a widget is in its window */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>
#include <math.h>

/*
 * drive.py preloads this. Component.GetExtents adds up the bounds of a widget and of all around it, each of them in the
 * coordinates of its parent, since GTK 4.10. Those begin inside the parent's border and padding, and bounds are outside
 * of one's own: so the borders and paddings of all around it are left out of the place of a widget, each is rounded
 * beside, and a page of a stack is added twice (GTK 4.18.6: gtkatspicomponent.c, gtk_widget_accessible_get_bounds and
 * gtk_stack_page_accessible_get_bounds). How wide a padding is, nothing on the bus tells, so a client cannot add it.
 * Here the sum of them is the place in the window, and size and place are those inside a widget's border and padding, as
 * in GTK 4.8. What is out of sight has none: GTK 4.18 would tell the last ones, and that it has no name.
 */

typedef gboolean (*GetBounds) (GtkAccessible *accessible, int *x, int *y, int *width, int *height);

static GQuark get_bounds_quark (void);
G_DEFINE_QUARK (get_bounds, get_bounds)

/* Where the inside of a widget begins, in its window. */
static void
find_corner (GtkWidget *widget, GtkWidget *root, int *x, int *y)
{
  graphene_rect_t outer;
  graphene_point_t inner;

  *x = *y = 0;
  if (widget != root && gtk_widget_compute_bounds (root, root, &outer)
      && gtk_widget_compute_point (widget, root, &GRAPHENE_POINT_INIT (0, 0), &inner))
    {
      *x = (int)floorf (inner.x - outer.origin.x);
      *y = (int)floorf (inner.y - outer.origin.y);
    }
}

/* A window is as large as its frame, which is as far outside of it as GTK says. */
static gboolean
get_window_bounds (GtkWidget *window, int *x, int *y, int *width, int *height)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (window, window, &bounds))
    return FALSE;
  *x = (int)floorf (bounds.origin.x);
  *y = (int)floorf (bounds.origin.y);
  *width = (int)ceilf (bounds.size.width);
  *height = (int)ceilf (bounds.size.height);
  return TRUE;
}

static gboolean
get_widget_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  GtkWidget *widget = GTK_WIDGET (accessible);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  int left, top;

  *x = *y = *width = *height = 0;
  if (!gtk_widget_get_mapped (widget) || root == NULL)
    return FALSE;
  if (widget == root)
    return get_window_bounds (widget, x, y, width, height);
  *width = gtk_widget_get_width (widget);
  *height = gtk_widget_get_height (widget);
  find_corner (widget, root, x, y);
  find_corner (gtk_widget_get_parent (widget), root, &left, &top);
  *x -= left;
  *y -= top;
  return TRUE;
}

/* A page of a stack, which is no widget, is as large as the widget that says where it is. */
static gboolean
get_page_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  GetBounds get_bounds = (GetBounds)g_type_get_qdata (G_OBJECT_TYPE (accessible), get_bounds_quark ());
  gboolean known = get_bounds (accessible, x, y, width, height);

  *x = *y = 0;
  return known;
}

static void
replace_bounds_cb (gpointer data, gpointer iface)
{
  GType type = ((GTypeInterface *)iface)->g_instance_type;
  GtkAccessibleInterface *accessible = iface;

  if (G_TYPE_FROM_INTERFACE (iface) != GTK_TYPE_ACCESSIBLE)
    return;
  if (g_type_is_a (type, GTK_TYPE_WIDGET))
    accessible->get_bounds = get_widget_bounds;
  else
    {
      g_type_set_qdata (type, get_bounds_quark (), accessible->get_bounds);
      accessible->get_bounds = get_page_bounds;
    }
}

__attribute__ ((constructor)) static void
watch_interfaces (void)
{
  g_type_add_interface_check (NULL, replace_bounds_cb);
}
