/* onward-capture-actions.c - what the window can be asked to do about capture */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-capture-actions.h"

static void
new_opportunity_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
}

static void
new_interview_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
}

static void
debrief_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
}

static void
set_outcome_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
}

/**
 * onward_capture_install_actions:
 * @window_class: the class of the window
 *
 * Adds the actions; their callbacks get the #OnwardWindow. `win.new-interview` is given the opportunity (0 = ask which),
 * `win.debrief` the interview (0 = the latest without one), `win.set-outcome` the opportunity.
 */
void
onward_capture_install_actions (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.new-opportunity", NULL, new_opportunity_cb);
  gtk_widget_class_install_action (window_class, "win.new-interview", "x", new_interview_cb);
  gtk_widget_class_install_action (window_class, "win.debrief", "x", debrief_cb);
  gtk_widget_class_install_action (window_class, "win.set-outcome", "x", set_outcome_cb);
}
