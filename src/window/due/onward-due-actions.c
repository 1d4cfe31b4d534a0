/* onward-due-actions.c - what the window can be asked to do about follow-ups */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-due-actions.h"

#include "contacts/onward-contact-page.h"
#include "onward-follow-up-sheet.h"
#include "onward-window.h"
#include "pipeline/onward-opportunity-page.h"

/* What the page is about, or the view whose person is shown, is what the follow-up is about to begin with. */
static void
new_follow_up_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  GtkWidget *page = onward_window_get_page (ONWARD_WINDOW (window));
  gint64 contact = 0, opportunity = 0;

  if (ONWARD_IS_OPPORTUNITY_PAGE (page))
    opportunity = onward_opportunity_page_get_id (ONWARD_OPPORTUNITY_PAGE (page));
  else if (ONWARD_IS_CONTACT_PAGE (page))
    contact = onward_contact_page_get_contact (ONWARD_CONTACT_PAGE (page));
  else if (page == NULL)
    contact = onward_window_get_shown_contact (ONWARD_WINDOW (window));
  onward_follow_up_sheet_add (window, contact, opportunity);
}

static void
follow_up_about_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  gint64 contact, opportunity;

  g_variant_get (parameter, "(xx)", &contact, &opportunity);
  onward_follow_up_sheet_add (window, contact, opportunity);
}

static void
edit_follow_up_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  onward_follow_up_sheet_edit (window, g_variant_get_int64 (parameter));
}

/**
 * onward_due_install_actions:
 * @window_class: the class of the window
 *
 * Adds `win.new-follow-up`, which begins with what is shown; `win.follow-up-about`, which is given a contact and an
 * opportunity (0 = none); and `win.edit-follow-up`, which is given one of the user's own.
 */
void
onward_due_install_actions (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.new-follow-up", NULL, new_follow_up_cb);
  gtk_widget_class_install_action (window_class, "win.follow-up-about", "(xx)", follow_up_about_cb);
  gtk_widget_class_install_action (window_class, "win.edit-follow-up", "x", edit_follow_up_cb);
}
