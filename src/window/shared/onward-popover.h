/* onward-popover.h - a popover that is there for one question */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPopover *onward_popover_show (GtkWidget *widget, GtkWidget *child);

G_END_DECLS
