/* onward-announcement-row.h - somebody in an announcement run: to write to, told, or left out */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-announcement-runs.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_ANNOUNCEMENT_ROW (onward_announcement_row_get_type ())
G_DECLARE_FINAL_TYPE (OnwardAnnouncementRow, onward_announcement_row, ONWARD, ANNOUNCEMENT_ROW, GtkListBoxRow)

GtkWidget *onward_announcement_row_new (void);
void onward_announcement_row_set_person (OnwardAnnouncementRow *self, const OnwardAnnounced *person, OnwardNow now);
gint64 onward_announcement_row_get_contact (OnwardAnnouncementRow *self);

G_END_DECLS
