/* onward-timeline-view.h - what happened about an opportunity or with a person */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_TIMELINE_VIEW (onward_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (OnwardTimelineView, onward_timeline_view, ONWARD, TIMELINE_VIEW, GtkWidget)

void onward_timeline_view_show (OnwardTimelineView *self, OnwardStore *store, GType type, gint64 id);
gboolean onward_timeline_view_is_empty (OnwardTimelineView *self);

G_END_DECLS
