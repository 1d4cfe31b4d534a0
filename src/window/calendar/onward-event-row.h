/* onward-event-row.h - an event in a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-calendar-event.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *onward_event_row_new (OnwardCalendarEvent *event);
OnwardCalendarEvent *onward_event_row_get_event (GtkWidget *row);

G_END_DECLS
