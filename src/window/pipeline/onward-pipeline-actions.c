/* onward-pipeline-actions.c - what the window can be asked to do about pipeline */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-pipeline-actions.h"

static void
open_opportunity_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
}

/**
 * onward_pipeline_install_actions:
 * @window_class: the class of the window
 *
 * Adds the actions; their callbacks get the #OnwardWindow.
 */
void
onward_pipeline_install_actions (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.open-opportunity", "x", open_opportunity_cb);
}
