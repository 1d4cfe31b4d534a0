/* onward-composer-actions.h - what the window can be asked to do about messages */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_composer_install_actions (GtkWidgetClass *window_class);
gboolean onward_composer_can_write (const char *rule, gint64 contact);

G_END_DECLS
