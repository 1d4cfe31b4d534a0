/* onward-chip.c - a word or two with an icon, on a tint */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-chip.h"

#include <pango/pango.h>

/**
 * onward_chip_new:
 * @icon: (nullable): the name of a symbolic icon
 * @text: one to four words
 * @kind: (nullable): `today`, `overdue`, `soon`, `good` or `calm`; what it means stands in @text as well
 *
 * Returns: (transfer floating): the chip
 */
GtkWidget *
onward_chip_new (const char *icon, const char *text, const char *kind)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *label = gtk_label_new (text);

  if (icon != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon);

      gtk_image_set_pixel_size (GTK_IMAGE (image), 12);
      gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_box_append (GTK_BOX (chip), image);
    }
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (chip), label);
  gtk_widget_add_css_class (chip, "chip");
  if (kind != NULL)
    gtk_widget_add_css_class (chip, kind);
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return chip;
}
