/* onward-calendar-actions.c - what the window can be asked to do about calendar */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-calendar-actions.h"

static void
open_interview_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
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
