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

static void
selected_cb (GtkDropDown *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  GtkStringObject *selected = gtk_drop_down_get_selected_item (drop_down);
  const char *label = g_object_get_data (G_OBJECT (drop_down), "accessible-label");
  g_autofree char *name =
      selected != NULL ? g_strdup_printf ("%s, %s", label, gtk_string_object_get_string (selected)) : g_strdup (label);

  if (button != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * onward_accessible_set_choice_label:
 * @drop_down: a drop-down of strings
 * @label: what a screen reader calls it
 *
 * The focus is on the button inside it, which is called by the label and by what is chosen.
 */
void
onward_accessible_set_choice_label (GtkDropDown *drop_down, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (drop_down), "accessible-label", g_strdup (label), g_free);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (selected_cb), NULL);
  selected_cb (drop_down);
}
