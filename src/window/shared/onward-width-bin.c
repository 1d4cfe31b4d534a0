/* onward-width-bin.c - lets a window become narrower than its content, and says how wide it is in text-scaled pixels */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-width-bin.h"

#include "onward-text-scale.h"

/* The smallest window of the design. */
#define LEAST_WIDTH 360

struct _OnwardWidthBin
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int width;        /* as allocated */
  int scaled_width; /* as last told */
  guint tick;
};

enum
{
  PROP_CHILD = 1,
  PROP_SCALED_WIDTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void buildable_init (GtkBuildableIface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (OnwardWidthBin, onward_width_bin, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

/* Told between two frames: what hears it changes the layout, which must not happen while it is being allocated. */
static gboolean
tell_width_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OnwardWidthBin *self = ONWARD_WIDTH_BIN (widget);
  int scaled_width = (int)(self->width / onward_text_scale_get (widget));

  self->tick = 0;
  if (scaled_width != self->scaled_width)
    {
      self->scaled_width = scaled_width;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALED_WIDTH]);
    }
  return G_SOURCE_REMOVE;
}

static void
onward_width_bin_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  OnwardWidthBin *self = ONWARD_WIDTH_BIN (widget);
  int least = 0;

  if (self->child == NULL)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      for_size = MAX (for_size, least);
    }
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, LEAST_WIDTH);
  *natural = MAX (*natural, *minimum);
}

static void
onward_width_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OnwardWidthBin *self = ONWARD_WIDTH_BIN (widget);
  int least_width, least_height;

  if (width != self->width)
    {
      self->width = width;
      if (self->tick == 0)
        self->tick = gtk_widget_add_tick_callback (widget, tell_width_cb, NULL, NULL);
    }
  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (self->child, width, MAX (height, least_height), baseline, NULL);
}

/* The text scale can change while the program runs. */
static void
onward_width_bin_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  OnwardWidthBin *self = ONWARD_WIDTH_BIN (widget);

  GTK_WIDGET_CLASS (onward_width_bin_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DPI && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (widget, tell_width_cb, NULL, NULL);
}

static void
onward_width_bin_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    onward_width_bin_set_child (ONWARD_WIDTH_BIN (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = onward_width_bin_add_child;
}

static void
onward_width_bin_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  OnwardWidthBin *self = ONWARD_WIDTH_BIN (object);

  switch (property)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_SCALED_WIDTH:
      g_value_set_int (value, self->scaled_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
onward_width_bin_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  if (property == PROP_CHILD)
    onward_width_bin_set_child (ONWARD_WIDTH_BIN (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
onward_width_bin_dispose (GObject *object)
{
  OnwardWidthBin *self = ONWARD_WIDTH_BIN (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (onward_width_bin_parent_class)->dispose (object);
}

static void
onward_width_bin_class_init (OnwardWidthBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = onward_width_bin_get_property;
  object_class->set_property = onward_width_bin_set_property;
  object_class->dispose = onward_width_bin_dispose;
  widget_class->measure = onward_width_bin_measure;
  widget_class->size_allocate = onward_width_bin_size_allocate;
  widget_class->system_setting_changed = onward_width_bin_system_setting_changed;

  properties[PROP_CHILD] =
      g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SCALED_WIDTH] =
      g_param_spec_int ("scaled-width", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
onward_width_bin_init (OnwardWidthBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * onward_width_bin_get_child:
 * @self: the bin
 *
 * Returns: (transfer none) (nullable): what it holds
 */
GtkWidget *
onward_width_bin_get_child (OnwardWidthBin *self)
{
  return self->child;
}

/**
 * onward_width_bin_set_child:
 * @self: the bin
 * @child: (nullable): what it holds
 */
void
onward_width_bin_set_child (OnwardWidthBin *self, GtkWidget *child)
{
  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

/**
 * onward_width_bin_get_scaled_width:
 * @self: the bin
 *
 * Returns: its width in pixels divided by the text scale; 0 before it was shown. Notifies as `scaled-width`.
 */
int
onward_width_bin_get_scaled_width (OnwardWidthBin *self)
{
  return self->scaled_width;
}
