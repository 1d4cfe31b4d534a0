/* onward-announcement-page.h - telling everyone about a new job: who is left, who is told, one message each */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-window.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_ANNOUNCEMENT_PAGE (onward_announcement_page_get_type ())
G_DECLARE_FINAL_TYPE (OnwardAnnouncementPage, onward_announcement_page, ONWARD, ANNOUNCEMENT_PAGE, AdwBin)

void onward_announcement_page_push (OnwardWindow *window, gint64 opportunity);
void onward_announcement_install_actions (GtkWidgetClass *window_class);

G_END_DECLS
