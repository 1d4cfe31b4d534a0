/* onward-help-window.h - the user's guide, in a few paragraphs */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_help_window_present (GtkWindow *parent);

G_END_DECLS
