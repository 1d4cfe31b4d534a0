/* onward-timeline-list.h - a timeline as a list that says what became of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-id-list.h"
#include "onward-timeline.h"

G_BEGIN_DECLS

/* A timeline has no table: touches, stages, interviews, promises and the rest stand in it together. What tells two
 * entries apart is the row and of which kind it is, so the id of an entry in the one list model is the row with the
 * kind in its low bits. As many entries are read as were asked for, 30 and 30 more (the design), in one query a kind;
 * an entry that is still there when they are read again is the same object, and says so when it changed. */
#define ONWARD_TYPE_TIMELINE_ITEM (onward_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (OnwardTimelineItem, onward_timeline_item, ONWARD, TIMELINE_ITEM, GObject)

const OnwardTimelineEntry *onward_timeline_item_get_entry (OnwardTimelineItem *self);

#define ONWARD_TYPE_TIMELINE_LIST (onward_timeline_list_get_type ())
G_DECLARE_FINAL_TYPE (OnwardTimelineList, onward_timeline_list, ONWARD, TIMELINE_LIST, GObject)

OnwardTimelineList *onward_timeline_list_new (void);
GListModel *onward_timeline_list_get_model (OnwardTimelineList *self);
gboolean onward_timeline_list_load (OnwardTimelineList *self, OnwardStore *store, GType type, gint64 id, guint most);

G_END_DECLS
