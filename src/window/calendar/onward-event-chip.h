/* onward-event-chip.h - an event in the little room of a day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-calendar-event.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *onward_event_chip_new (const OnwardCalendarEvent *event);
GtkWidget *onward_event_row_new (const OnwardCalendarEvent *event);

G_END_DECLS
