/* onward-clock.h - what time it is, and where: the real clock, or one that a test or an option set */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_CLOCK (onward_clock_get_type ())
G_DECLARE_FINAL_TYPE (OnwardClock, onward_clock, ONWARD, CLOCK, GObject)

OnwardClock *onward_clock_new (void);
OnwardClock *onward_clock_new_at (const char *wall, const char *zone, gboolean runs, GError **error);

OnwardNow onward_clock_get_now (gpointer clock);
gint64 onward_clock_get_microseconds (OnwardClock *self);
gboolean onward_clock_is_real (OnwardClock *self);
gboolean onward_clock_follows_session (OnwardClock *self);
gboolean onward_clock_runs (OnwardClock *self);
char *onward_clock_find_session_zone (void);
void onward_clock_set_now (OnwardClock *self, gint64 unix_time);
void onward_clock_set_zone (OnwardClock *self, const char *zone);
void onward_clock_pass (OnwardClock *self, gint64 seconds);

G_END_DECLS
