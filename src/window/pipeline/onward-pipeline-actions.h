/* onward-pipeline-actions.h - what the window can be asked to do about pipeline */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_pipeline_install_actions (GtkWidgetClass *window_class);

G_END_DECLS
