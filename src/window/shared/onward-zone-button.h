/* onward-zone-button.h - a time zone, found by what is typed of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_ZONE_BUTTON (onward_zone_button_get_type ())
G_DECLARE_FINAL_TYPE (OnwardZoneButton, onward_zone_button, ONWARD, ZONE_BUTTON, GtkWidget)

void onward_zone_button_set_zone (OnwardZoneButton *self, const char *zone);
const char *onward_zone_button_get_zone (OnwardZoneButton *self);
void onward_zone_button_set_instant (OnwardZoneButton *self, gint64 instant);

G_END_DECLS
