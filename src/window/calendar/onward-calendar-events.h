/* onward-calendar-events.h - what stands on some days, in the order in which a day shows it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-calendar-event.h"

G_BEGIN_DECLS

/* So many late follow-ups have a place of their own; the Due pane has all. */
#define ONWARD_CALENDAR_MOST_LATE 20

GPtrArray *onward_calendar_events_get (OnwardStore *store, int from, int to);
GPtrArray *onward_calendar_events_get_page (OnwardStore *store, int from, int *to);
char *onward_calendar_events_describe_day (GPtrArray *events, int day, gboolean today);

G_END_DECLS
