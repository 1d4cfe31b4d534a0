/* onward-card-menu.h - what can be done with an opportunity, or with several, as a menu */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GMenuModel *onward_card_menu_create (OnwardStore *store, gint64 opportunity, gboolean with_open);
GMenuModel *onward_card_menu_create_stages (OnwardStore *store, gint64 opportunity);
GMenuModel *onward_card_menu_create_several (OnwardStore *store, GArray *opportunities);
GMenuModel *onward_card_menu_create_stages_for (OnwardStore *store, GArray *opportunities);
GMenuModel *onward_card_menu_create_outcomes (GArray *opportunities);

void onward_card_menu_popup (GtkWidget *host, GtkWidget *widget, GMenuModel *menu);

G_END_DECLS
