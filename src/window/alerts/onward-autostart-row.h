/* onward-autostart-row.h - the setting by which Onward starts with the desktop, and what the desktop said to it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void onward_autostart_row_follow (AdwActionRow *row, GtkSwitch *background);

G_END_DECLS
