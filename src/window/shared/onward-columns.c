/* onward-columns.c - a page as a main column with an aside, or as one column where the window is narrow */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-columns.h"

#include "onward-text-scale.h"

/* In text-scaled pixels: below this a page is one column, and its margin small. */
#define TWO_FROM 900
#define ASIDE    340
/* In pixels: what is not text does not grow with it. */
#define SPACING       24
#define MARGIN        24
#define NARROW_MARGIN 12

/* In a .ui file: children of type "main", "aside" and "last" (below the main column; in one column below the aside),
 * and any number without a type, which stand above them over the whole width. */
struct _OnwardColumns
{
  GtkWidget parent_instance;

  GPtrArray *head;
  GtkWidget *main;
  GtkWidget *aside;
  GtkWidget *last;
  int most;
};

enum
{
  PROP_MOST = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Where things go in a width. */
typedef struct
{
  gboolean two;
  int left; /* of the page, with its margin */
  int margin;
  int width; /* of all columns */
  int main;  /* the width of the main column; in one column of all */
  int aside;
} Layout;

static void buildable_init (GtkBuildableIface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (OnwardColumns, onward_columns, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

static gboolean
is_there (GtkWidget *child)
{
  return child != NULL && gtk_widget_should_layout (child);
}

static int
measure_least_width (GtkWidget *child)
{
  int least = 0;

  if (is_there (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

static int
measure_height (GtkWidget *child, int width)
{
  int least, natural = 0;

  if (is_there (child))
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, &natural, NULL, NULL);
  return natural;
}

/* The page is as wide as its narrowest layout at least. */
static int
find_least_width (OnwardColumns *self)
{
  int least =
      MAX (measure_least_width (self->main), MAX (measure_least_width (self->aside), measure_least_width (self->last)));

  for (guint i = 0; i < self->head->len; i++)
    least = MAX (least, measure_least_width (self->head->pdata[i]));
  return least + 2 * NARROW_MARGIN;
}

static Layout
find_layout (OnwardColumns *self, int width)
{
  double scale = onward_text_scale_get (GTK_WIDGET (self));
  int page = MIN (width, (int)(self->most * scale));
  gboolean narrow = width < (int)(TWO_FROM * scale);
  Layout layout = { !narrow, 0, 0, 0, 0, 0 };

  layout.aside = MAX ((int)(ASIDE * scale), measure_least_width (self->aside));
  layout.main = page - 2 * MARGIN - SPACING - layout.aside;
  if (layout.main < MAX (measure_least_width (self->main), measure_least_width (self->last)) || !is_there (self->aside))
    layout.two = FALSE;
  layout.margin = narrow ? NARROW_MARGIN : MARGIN;
  layout.width = page - 2 * layout.margin;
  layout.left = (width - page) / 2 + layout.margin;
  if (!layout.two)
    layout.main = layout.aside = layout.width;
  return layout;
}

/* What is above @child and there puts a space between them. */
static int
stack (GtkWidget *child, int width, int above)
{
  return is_there (child) ? above + (above > 0 ? SPACING : 0) + measure_height (child, width) : above;
}

static int
find_height (OnwardColumns *self, int width)
{
  Layout layout = find_layout (self, width);
  int head = 0, height, beside;

  for (guint i = 0; i < self->head->len; i++)
    head = stack (self->head->pdata[i], layout.width, head);
  height = stack (self->main, layout.main, head);
  beside = stack (self->aside, layout.aside, layout.two ? head : height);
  height = stack (self->last, layout.main, layout.two ? height : beside);
  return layout.margin + MAX (height, beside) + MARGIN;
}

static void
onward_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  OnwardColumns *self = ONWARD_COLUMNS (widget);
  int least = find_least_width (self);
  int most = MAX (least, (int)(self->most * onward_text_scale_get (widget)));

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = most;
    }
  else
    *minimum = *natural = find_height (self, MAX (for_size >= 0 ? for_size : most, least));
}

/* Returns where the next one begins. */
static int
place (GtkWidget *child, int x, int y, int width)
{
  GtkAllocation there = { x, y, width, 0 };

  if (!is_there (child))
    return y;
  there.height = measure_height (child, width);
  gtk_widget_size_allocate (child, &there, -1);
  return y + there.height + SPACING;
}

static void
onward_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OnwardColumns *self = ONWARD_COLUMNS (widget);
  Layout layout = find_layout (self, width);
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int aside_x = layout.left + layout.width - layout.aside;
  int y = layout.margin;
  int aside_y;

  for (guint i = 0; i < self->head->len; i++)
    y = place (self->head->pdata[i], layout.left, y, layout.width);
  aside_y = y;
  y = place (self->main, right_to_left ? layout.left + layout.width - layout.main : layout.left, y, layout.main);
  if (layout.two)
    place (self->aside, right_to_left ? layout.left : aside_x, aside_y, layout.aside);
  else
    y = place (self->aside, layout.left, y, layout.aside);
  place (self->last, right_to_left ? layout.left + layout.width - layout.main : layout.left, y, layout.main);
}

static GtkSizeRequestMode
onward_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Tab goes down one column and then the other, instead of from one to the other by what is higher. */
static gboolean
onward_columns_focus (GtkWidget *widget, GtkDirectionType direction)
{
  OnwardColumns *self = ONWARD_COLUMNS (widget);
  gboolean two = find_layout (self, gtk_widget_get_width (widget)).two;
  GtkWidget *order[] = { self->main, two ? self->last : self->aside, two ? self->aside : self->last };
  g_autoptr (GPtrArray) all = g_ptr_array_copy (self->head, NULL, NULL);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  int step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;
  int i = -1;
  guint at;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (onward_columns_parent_class)->focus (widget, direction);
  for (guint j = 0; j < G_N_ELEMENTS (order); j++)
    if (order[j] != NULL)
      g_ptr_array_add (all, order[j]);
  if (focus != NULL && g_ptr_array_find (all, focus, &at))
    i = (int)at;
  else
    i = step > 0 ? 0 : (int)all->len - 1;
  for (; i >= 0 && i < (int)all->len; i += step)
    if (gtk_widget_get_mapped (all->pdata[i]) && gtk_widget_child_focus (all->pdata[i], direction))
      return TRUE;
  return FALSE;
}

static void
onward_columns_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (onward_columns_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DPI)
    gtk_widget_queue_resize (widget);
}

static void
onward_columns_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  OnwardColumns *self = ONWARD_COLUMNS (buildable);

  if (!GTK_IS_WIDGET (child))
    {
      parent_buildable->add_child (buildable, builder, child, type);
      return;
    }
  if (g_strcmp0 (type, "main") == 0)
    self->main = GTK_WIDGET (child);
  else if (g_strcmp0 (type, "aside") == 0)
    self->aside = GTK_WIDGET (child);
  else if (g_strcmp0 (type, "last") == 0)
    self->last = GTK_WIDGET (child);
  else
    g_ptr_array_add (self->head, child);
  gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (self));
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = onward_columns_add_child;
}

static void
onward_columns_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, ONWARD_COLUMNS (object)->most);
}

static void
onward_columns_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  ONWARD_COLUMNS (object)->most = g_value_get_int (value);
  gtk_widget_queue_resize (GTK_WIDGET (object));
}

static void
onward_columns_dispose (GObject *object)
{
  OnwardColumns *self = ONWARD_COLUMNS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->main = self->aside = self->last = NULL;
  g_ptr_array_set_size (self->head, 0);
  G_OBJECT_CLASS (onward_columns_parent_class)->dispose (object);
}

static void
onward_columns_finalize (GObject *object)
{
  g_ptr_array_unref (ONWARD_COLUMNS (object)->head);
  G_OBJECT_CLASS (onward_columns_parent_class)->finalize (object);
}

static void
onward_columns_class_init (OnwardColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onward_columns_get_property;
  object_class->set_property = onward_columns_set_property;
  object_class->dispose = onward_columns_dispose;
  object_class->finalize = onward_columns_finalize;
  widget_class->measure = onward_columns_measure;
  widget_class->size_allocate = onward_columns_size_allocate;
  widget_class->get_request_mode = onward_columns_get_request_mode;
  widget_class->focus = onward_columns_focus;
  widget_class->system_setting_changed = onward_columns_system_setting_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * OnwardColumns:most:
   *
   * How wide the page becomes, with its margins, in text-scaled pixels.
   */
  properties[PROP_MOST] = g_param_spec_int ("most", NULL, NULL, 0, G_MAXINT, 1080,
                                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
onward_columns_init (OnwardColumns *self)
{
  self->head = g_ptr_array_new ();
}
