/* onward-accessible.c - names for screen readers where the toolkit has none */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-accessible.h"

#include <adwaita.h>

/* Since GTK 4.10 a button is called by the label in it before it is called by the name it was given. */
static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

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
  set_name (widget, label);
  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_first_child (widget) != NULL)
    set_name (gtk_widget_get_first_child (widget), label);
}

/**
 * onward_accessible_set_description:
 * @widget: a widget
 * @description: what a screen reader says after its name
 *
 * Since GTK 4.10 a row of libadwaita is described by its subtitle before it is described by the words it was given.
 */
void
onward_accessible_set_description (GtkWidget *widget, const char *description)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
selected_cb (GtkDropDown *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  GtkStringObject *selected = gtk_drop_down_get_selected_item (drop_down);
  const char *label = g_object_get_data (G_OBJECT (drop_down), "accessible-label");
  g_autofree char *name =
      selected != NULL ? g_strdup_printf ("%s, %s", label, gtk_string_object_get_string (selected)) : g_strdup (label);

  set_name (GTK_WIDGET (drop_down), name);
  if (button != NULL)
    set_name (button, name);
}

/**
 * onward_accessible_set_choice_label:
 * @drop_down: a drop-down of strings
 * @label: what a screen reader calls it
 *
 * The focus is on the button inside it, which is called by the label and by what is chosen. So is the drop-down: since
 * GTK 4.10 the button has no name of its own.
 */
void
onward_accessible_set_choice_label (GtkDropDown *drop_down, const char *label)
{
  g_object_set_data_full (G_OBJECT (drop_down), "accessible-label", g_strdup (label), g_free);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (selected_cb), NULL);
  selected_cb (drop_down);
}

/* An item of a menu is called by a label that is hidden from screen readers: nobody who cannot see knows which is
 * which. */
static void
name_menu_item (GObject *item)
{
  g_autofree char *text = NULL;

  g_object_get (item, "text", &text, NULL);
  set_name (GTK_WIDGET (item), text != NULL ? text : "");
}

static gboolean
takes_name_from_label (GObject *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget)
         || GTK_IS_DROP_DOWN (widget) || ADW_IS_PREFERENCES_ROW (widget);
}

static GtkWidget *
find_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_is_visible (child) ? find_text (child) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The button in a menu button is called what that is called, which has no name when the words in it have. */
static gboolean
is_named_by_none (GtkWidget *button)
{
  GtkWidget *parent = gtk_widget_get_parent (button);

  return GTK_IS_MENU_BUTTON (parent) && gtk_menu_button_get_child (GTK_MENU_BUTTON (parent)) != NULL
         && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* What has a label in it that was not made for it is called by its type in GTK 4.8. */
static void
name_by_content (GtkWidget *button)
{
  GtkWidget *label;

  if (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY)
      && !is_named_by_none (button))
    return;
  label = find_text (button);
  if (label != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
}

static gboolean
map_cb (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  static GType menu_item;
  GObject *widget = g_value_get_object (values);

  if (menu_item == 0)
    menu_item = g_type_from_name ("GtkModelButton");
  if (menu_item != 0 && G_OBJECT_TYPE (widget) == menu_item)
    name_menu_item (widget);
  else if (takes_name_from_label (widget)
           && gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  else if (GTK_IS_BUTTON (widget))
    name_by_content (GTK_WIDGET (widget));
  return G_SOURCE_CONTINUE;
}

/**
 * onward_accessible_keep_names:
 *
 * From now on the items of menus are called by their words, buttons by what they were named or else by the words in them,
 * and rows of libadwaita by the names they were given, which GTK hides since 4.10. Once, at the start.
 */
void
onward_accessible_keep_names (void)
{
  gpointer type = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, map_cb, NULL, NULL);
  g_type_class_unref (type);
}
