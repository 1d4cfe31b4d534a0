/* onward-trouble-window.h - what is shown when the data cannot be opened */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *onward_trouble_window_new (GtkApplication *application, const char *message);

G_END_DECLS
