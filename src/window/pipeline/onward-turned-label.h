/* onward-turned-label.h - a word that reads from top to bottom */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_TURNED_LABEL (onward_turned_label_get_type ())
G_DECLARE_FINAL_TYPE (OnwardTurnedLabel, onward_turned_label, ONWARD, TURNED_LABEL, GtkWidget)

void onward_turned_label_set_label (OnwardTurnedLabel *self, const char *label);

G_END_DECLS
