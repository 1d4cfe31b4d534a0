/* onward-interview-alerts.h - which interviews the user is to be reminded of, and when */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/* At most so long before, in minutes: four weeks. */
#define ONWARD_INTERVIEW_ALERT_LONGEST (28 * 24 * 60)

/**
 * OnwardInterviewAlert:
 * @id: its row, 0 for one that is not decided yet
 * @interview: row of the interview
 * @minutes: how long before the start
 * @starts_at: seconds since 1970 UTC
 * @kind: (nullable): of the interview (exchange.md)
 * @round: its number, 0 for none
 * @company_name: (nullable): where
 * @opportunity_title: (nullable): the role
 * @location: (nullable): the place
 */
typedef struct
{
  gint64 id;
  gint64 interview;
  int minutes;
  gint64 starts_at;
  char *kind;
  gint64 round;
  char *company_name;
  char *opportunity_title;
  char *location;
} OnwardInterviewAlert;

void onward_interview_alert_free (OnwardInterviewAlert *alert);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardInterviewAlert, onward_interview_alert_free)

GArray *onward_interview_alerts_get_minutes (OnwardStore *store);
gboolean onward_interview_alerts_set_minutes (OnwardWriter *writer, gpointer minutes, GError **error);

gint64 onward_interview_alerts_get_next_moment (OnwardStore *store, gint64 now);
GPtrArray *onward_interview_alerts_get_next (OnwardStore *store, gint64 now, int most);
GPtrArray *onward_interview_alerts_get_unshown (OnwardStore *store, gint64 now);
gboolean onward_interview_alerts_is_current (OnwardStore *store, gint64 id, gint64 now);

gboolean onward_interview_alerts_decide (OnwardWriter *writer, gint64 quiet_until, guint *n_decided, GError **error);
gboolean onward_interview_alerts_set_shown (OnwardWriter *writer, gint64 id, GError **error);

G_END_DECLS
