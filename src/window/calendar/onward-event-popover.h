/* onward-event-popover.h - what an event is, and what can be done with it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-calendar-event.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void onward_event_popover_show (GtkWidget *widget, OnwardCalendarEvent *event);

G_END_DECLS
