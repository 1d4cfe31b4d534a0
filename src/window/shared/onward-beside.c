/* onward-beside.c - something with what belongs to it at its end, or below it where there is no room beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-beside.h"

#include "onward-text-scale.h"

/* In a .ui file: an optional child of type "lead", which goes first and only when there is room, one of type "end", and
 * one without a type that takes the rest. */
struct _OnwardBeside
{
  GtkWidget parent_instance;

  GtkWidget *lead;
  GtkWidget *start;
  GtkWidget *end;
  int room;
  int spacing;
  int below_spacing;
};

enum
{
  PROP_ROOM = 1,
  PROP_SPACING,
  PROP_BELOW_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void buildable_init (GtkBuildableIface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (OnwardBeside, onward_beside, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

static gboolean
is_there (GtkWidget *child)
{
  return child != NULL && gtk_widget_should_layout (child);
}

static void
measure_width (GtkWidget *child, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  if (is_there (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
}

static int
measure_height (GtkWidget *child, int width)
{
  int least, natural = 0;

  if (is_there (child))
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, &natural, NULL, NULL);
  return natural;
}

/* Returns whether everything goes beside each other in @width, and how wide each is. */
static gboolean
divide (OnwardBeside *self, int width, int *lead, int *start, int *end)
{
  int least_lead, least, least_end, natural;
  int rest;

  measure_width (self->lead, &least_lead, lead);
  measure_width (self->start, &least, &natural);
  measure_width (self->end, &least_end, end);
  rest = width - (*lead > 0 ? *lead + self->spacing : 0) - (*end > 0 ? *end + self->spacing : 0);
  *start = rest;
  return rest >= MAX (least, MIN (natural, (int)(self->room * onward_text_scale_get (GTK_WIDGET (self)))));
}

static int
find_height (OnwardBeside *self, int width)
{
  int lead, start, end, first, second;

  if (divide (self, width, &lead, &start, &end))
    return MAX (measure_height (self->start, start),
                MAX (measure_height (self->lead, lead), measure_height (self->end, end)));
  first = measure_height (self->start, width);
  second = measure_height (self->end, width);
  return first + (first > 0 && second > 0 ? self->below_spacing : 0) + second;
}

static void
onward_beside_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  OnwardBeside *self = ONWARD_BESIDE (widget);
  int least_lead, least, least_end, lead, start, end, all;

  measure_width (self->lead, &least_lead, &lead);
  measure_width (self->start, &least, &start);
  measure_width (self->end, &least_end, &end);
  all = start + (lead > 0 ? lead + self->spacing : 0) + (end > 0 ? end + self->spacing : 0);
  least = MAX (least, least_end);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = MAX (all, least);
    }
  else
    *minimum = *natural = find_height (self, MAX (for_size >= 0 ? for_size : all, least));
}

static void
place (GtkWidget *child, int x, int y, int width, int height, int total)
{
  gboolean right_to_left = gtk_widget_get_direction (gtk_widget_get_parent (child)) == GTK_TEXT_DIR_RTL;
  GtkAllocation there = { right_to_left ? total - x - width : x, y, width, height };

  gtk_widget_size_allocate (child, &there, -1);
}

static void
onward_beside_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OnwardBeside *self = ONWARD_BESIDE (widget);
  int lead, start, end, y = 0, x = 0;
  gboolean beside = divide (self, width, &lead, &start, &end);

  if (is_there (self->lead))
    gtk_widget_set_child_visible (self->lead, beside);
  if (beside && is_there (self->lead))
    {
      place (self->lead, 0, 0, lead, height, width);
      x = lead + self->spacing;
    }
  if (is_there (self->start))
    {
      y = beside ? height : measure_height (self->start, width);
      place (self->start, x, 0, beside ? start : width, y, width);
      y += self->below_spacing;
    }
  if (!is_there (self->end))
    return;
  if (beside)
    place (self->end, width - end, 0, end, height, width);
  else
    place (self->end, 0, y, width, MAX (height - y, measure_height (self->end, width)), width);
}

static GtkSizeRequestMode
onward_beside_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
onward_beside_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (onward_beside_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DPI)
    gtk_widget_queue_resize (widget);
}

static void
onward_beside_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  OnwardBeside *self = ONWARD_BESIDE (buildable);
  GtkWidget **place = g_strcmp0 (type, "lead") == 0  ? &self->lead
                      : g_strcmp0 (type, "end") == 0 ? &self->end
                                                     : &self->start;

  if (!GTK_IS_WIDGET (child))
    {
      parent_buildable->add_child (buildable, builder, child, type);
      return;
    }
  *place = GTK_WIDGET (child);
  gtk_widget_set_parent (*place, GTK_WIDGET (self));
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = onward_beside_add_child;
}

static int *
find_number (OnwardBeside *self, guint property)
{
  return property == PROP_ROOM ? &self->room : property == PROP_SPACING ? &self->spacing : &self->below_spacing;
}

static void
onward_beside_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, *find_number (ONWARD_BESIDE (object), property));
}

static void
onward_beside_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  *find_number (ONWARD_BESIDE (object), property) = g_value_get_int (value);
  gtk_widget_queue_resize (GTK_WIDGET (object));
}

static void
onward_beside_dispose (GObject *object)
{
  OnwardBeside *self = ONWARD_BESIDE (object);

  g_clear_pointer (&self->lead, gtk_widget_unparent);
  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);
  G_OBJECT_CLASS (onward_beside_parent_class)->dispose (object);
}

static void
onward_beside_class_init (OnwardBesideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = onward_beside_get_property;
  object_class->set_property = onward_beside_set_property;
  object_class->dispose = onward_beside_dispose;
  widget_class->measure = onward_beside_measure;
  widget_class->size_allocate = onward_beside_size_allocate;
  widget_class->get_request_mode = onward_beside_get_request_mode;
  widget_class->system_setting_changed = onward_beside_system_setting_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * OnwardBeside:room:
   *
   * What the child without a type must at least have beside the others, in text-scaled pixels; less when it needs less.
   */
  properties[PROP_ROOM] = g_param_spec_int ("room", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_BELOW_SPACING] = g_param_spec_int ("below-spacing", NULL, NULL, 0, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
onward_beside_init (OnwardBeside *self)
{
}
