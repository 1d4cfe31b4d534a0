/* onward-calendar-actions.c - what the window can be asked to do about calendar */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-calendar-actions.h"

#include "model/onward-interview.h"
#include "onward-window.h"

/* An interview is read on the page of its opportunity; one without an opportunity, by its preparation. */
static void
open_interview_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr (OnwardInterview) interview =
      onward_store_get_record (onward_window_get_store (ONWARD_WINDOW (widget)), ONWARD_TYPE_INTERVIEW, id);

  if (interview == NULL)
    return;
  if (interview->opportunity != 0)
    gtk_widget_activate_action (widget, "win.open-opportunity", "x", interview->opportunity);
  else
    gtk_widget_activate_action (widget, "win.prepare", "x", id);
}

/**
 * onward_calendar_install_actions:
 * @window_class: the class of the window
 *
 * Adds the actions; their callbacks get the #OnwardWindow.
 */
void
onward_calendar_install_actions (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.open-interview", "x", open_interview_cb);
}
