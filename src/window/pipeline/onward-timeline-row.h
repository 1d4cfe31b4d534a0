/* onward-timeline-row.h - one thing that happened */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-timeline-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_TIMELINE_ROW (onward_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (OnwardTimelineRow, onward_timeline_row, ONWARD, TIMELINE_ROW, GtkWidget)

GtkWidget *onward_timeline_row_new (OnwardTimelineItem *item, int today);
void onward_timeline_row_set_today (OnwardTimelineRow *self, int today);
void onward_timeline_row_set_last (OnwardTimelineRow *self, gboolean last);

G_END_DECLS
