/* onward-turned-label.c - a word that reads from top to bottom */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-turned-label.h"

/* GtkLabel has no angle. */
struct _OnwardTurnedLabel
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (OnwardTurnedLabel, onward_turned_label, GTK_TYPE_WIDGET)

static void
onward_turned_label_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  OnwardTurnedLabel *self = ONWARD_TURNED_LABEL (widget);

  gtk_widget_measure (self->label,
                      orientation == GTK_ORIENTATION_HORIZONTAL ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                      -1, minimum, natural, NULL, NULL);
}

static void
onward_turned_label_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OnwardTurnedLabel *self = ONWARD_TURNED_LABEL (widget);
  GskTransform *transform =
      gsk_transform_rotate (gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float)width, 0)), 90);

  gtk_widget_allocate (self->label, height, width, -1, transform);
}

static void
onward_turned_label_dispose (GObject *object)
{
  g_clear_pointer (&ONWARD_TURNED_LABEL (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (onward_turned_label_parent_class)->dispose (object);
}

static void
onward_turned_label_class_init (OnwardTurnedLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onward_turned_label_dispose;
  widget_class->measure = onward_turned_label_measure;
  widget_class->size_allocate = onward_turned_label_size_allocate;
}

static void
onward_turned_label_init (OnwardTurnedLabel *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_add_css_class (self->label, "heading");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * onward_turned_label_set_label:
 * @self: the label
 * @label: its word
 */
void
onward_turned_label_set_label (OnwardTurnedLabel *self, const char *label)
{
  gtk_label_set_label (GTK_LABEL (self->label), label);
}
