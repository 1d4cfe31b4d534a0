/* onward-alerts-page.h - whether alerts reach the user, what comes next, what came last, and how they come */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-window.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_ALERTS_PAGE (onward_alerts_page_get_type ())
G_DECLARE_FINAL_TYPE (OnwardAlertsPage, onward_alerts_page, ONWARD, ALERTS_PAGE, GtkWidget)

void onward_alerts_install_actions (GtkWidgetClass *window_class);

G_END_DECLS
