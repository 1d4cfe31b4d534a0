/* onward-alert-moments.h - when something is to be looked at: alerts, days and interviews, and what is tried again */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

G_BEGIN_DECLS

gint64 onward_alert_moments_get_alert (OnwardStore *store, const OnwardNow *now);
gint64 onward_alert_moments_get_turn (OnwardStore *store, const OnwardNow *now, gint64 after);
gboolean onward_alert_moments_has_turned (OnwardStore *store, const OnwardNow *now, gint64 since);

/**
 * OnwardRetry:
 * @at: when to try again, seconds since 1970 UTC; 0 = nothing is to be tried again
 * @wait: how long that was waited for, seconds
 */
typedef struct
{
  gint64 at;
  int wait;
} OnwardRetry;

void onward_retry_later (OnwardRetry *retry, gint64 now);
gboolean onward_retry_is_time (const OnwardRetry *retry, gint64 now);

G_END_DECLS
