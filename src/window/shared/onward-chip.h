/* onward-chip.h - a word or two with an icon, on a tint */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *onward_chip_new (const char *icon, const char *text, const char *kind);

G_END_DECLS
