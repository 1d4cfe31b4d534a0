/* onward-contacts-actions.c - what the window can be asked to do about contacts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contacts-actions.h"

#include "model/onward-contact.h"
#include "onward-contact-page.h"
#include "onward-contacts-view.h"
#include "onward-person-sheet.h"
#include "onward-window-private.h"

/* From a page that covers a view one comes back to it; else the person stands beside the list. The desktop's search and
 * alerts of before may name somebody who is gone by now. */
static void
open_contact_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OnwardWindow *window = ONWARD_WINDOW (widget);
  gint64 contact = g_variant_get_int64 (parameter);

  if (!onward_store_has_record (onward_window_get_store (window), ONWARD_TYPE_CONTACT, contact))
    return;
  if (onward_window_get_page (window) != NULL)
    {
      onward_contact_page_push (window, contact);
      return;
    }
  onward_window_show_view (window, "contacts");
  onward_contacts_view_open (window->contacts, contact);
}

static void
new_person_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  onward_person_sheet_add (widget);
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
