/* onward-pipeline-view.c - the pipeline page of the window */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-pipeline-view.h"

struct _OnwardPipelineView
{
  GtkWidget parent_instance;

  OnwardStore *store;
  gboolean narrow;
  gboolean search_mode;
};

enum
{
  PROP_NARROW = 1,
  PROP_SEARCH_MODE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (OnwardPipelineView, onward_pipeline_view, GTK_TYPE_WIDGET)

static void
onward_pipeline_view_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  OnwardPipelineView *self = ONWARD_PIPELINE_VIEW (object);

  switch (property)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_SEARCH_MODE:
      g_value_set_boolean (value, self->search_mode);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
onward_pipeline_view_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  OnwardPipelineView *self = ONWARD_PIPELINE_VIEW (object);

  switch (property)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      break;
    case PROP_SEARCH_MODE:
      self->search_mode = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
onward_pipeline_view_dispose (GObject *object)
{
  OnwardPipelineView *self = ONWARD_PIPELINE_VIEW (object);

  g_clear_object (&self->store);
  G_OBJECT_CLASS (onward_pipeline_view_parent_class)->dispose (object);
}

static void
onward_pipeline_view_class_init (OnwardPipelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = onward_pipeline_view_get_property;
  object_class->set_property = onward_pipeline_view_set_property;
  object_class->dispose = onward_pipeline_view_dispose;

  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEARCH_MODE] =
      g_param_spec_boolean ("search-mode", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
onward_pipeline_view_init (OnwardPipelineView *self)
{
}

/**
 * onward_pipeline_view_set_store:
 * @self: the view
 * @store: the database it shows
 *
 * Main thread; once, before the view is shown.
 */
void
onward_pipeline_view_set_store (OnwardPipelineView *self, OnwardStore *store)
{
  g_set_object (&self->store, store);
}
