/* onward-contacts-actions.c - what the window can be asked to do about contacts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contacts-actions.h"

static void
open_contact_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
}

static void
new_person_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
}

/**
 * onward_contacts_install_actions:
 * @window_class: the class of the window
 *
 * Adds the actions; their callbacks get the #OnwardWindow.
 */
void
onward_contacts_install_actions (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.open-contact", "x", open_contact_cb);
  gtk_widget_class_install_action (window_class, "win.new-person", NULL, new_person_cb);
}
