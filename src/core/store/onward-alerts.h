/* onward-alerts.h - which follow-ups are to be raised, and which were */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-follow-ups.h"

G_BEGIN_DECLS

char *onward_alerts_get_next_moment (OnwardStore *store);
gint64 onward_alerts_get_next_turn (OnwardStore *store, gint64 after);
GPtrArray *onward_alerts_get_unshown (OnwardStore *store, GError **error);
gboolean onward_alerts_is_current (OnwardStore *store, gint64 follow_up);

gboolean onward_alerts_decide (OnwardWriter *writer, gpointer n_raised, GError **error);
gboolean onward_alerts_forget (OnwardWriter *writer, gpointer follow_ups, GError **error);

G_END_DECLS
