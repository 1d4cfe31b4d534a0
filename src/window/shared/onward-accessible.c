/* onward-accessible.c - names for screen readers where the toolkit has none */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-accessible.h"

/**
 * onward_accessible_set_label:
 * @widget: a widget
 * @label: what a screen reader calls it
 *
 * The focus of a menu button is on the button inside it, which is called by its own words: both get the name.
 */
void
onward_accessible_set_label (GtkWidget *widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_first_child (widget) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (widget)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    label, -1);
}
