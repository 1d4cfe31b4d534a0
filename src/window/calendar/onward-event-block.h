/* onward-event-block.h - an event on its day: a line of a month, a block of hours in a week */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-calendar-event.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONWARD_TYPE_EVENT_BLOCK (onward_event_block_get_type ())
G_DECLARE_FINAL_TYPE (OnwardEventBlock, onward_event_block, ONWARD, EVENT_BLOCK, GtkButton)

GtkWidget *onward_event_block_new (OnwardCalendarEvent *event, gboolean tall);
void onward_event_block_set_event (OnwardEventBlock *self, OnwardCalendarEvent *event);
OnwardCalendarEvent *onward_event_block_get_event (OnwardEventBlock *self);

G_END_DECLS
