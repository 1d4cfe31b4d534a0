/* onward-announcement-group.h - those of an announcement run who are close by the same: a heading and their rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-announcement-runs.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_ANNOUNCEMENT_GROUP (onward_announcement_group_get_type ())
G_DECLARE_FINAL_TYPE (OnwardAnnouncementGroup, onward_announcement_group, ONWARD, ANNOUNCEMENT_GROUP, GtkBox)

GtkWidget *onward_announcement_group_new (OnwardAnnounceGroup group);
void onward_announcement_group_set_people (OnwardAnnouncementGroup *self, GPtrArray *people, OnwardNow now);

G_END_DECLS
