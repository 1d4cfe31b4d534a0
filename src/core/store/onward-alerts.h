/* onward-alerts.h - which follow-ups are to be raised, and which were */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-follow-ups.h"

G_BEGIN_DECLS

char *onward_alerts_get_next_moment (OnwardStore *store);
gint64 onward_alerts_get_next_turn (OnwardStore *store, gint64 after);
GPtrArray *onward_alerts_get_next (OnwardStore *store);
GPtrArray *onward_alerts_get_unshown (OnwardStore *store, GError **error);
gboolean onward_alerts_is_current (OnwardStore *store, gint64 follow_up);

/**
 * OnwardAlertDecision:
 * @quiet_until: see onward_interview_alerts_decide(); 0 when nobody has looked before
 * @n_decided: set to how many follow-ups and interviews there were
 */
typedef struct
{
  gint64 quiet_until;
  guint n_decided;
} OnwardAlertDecision;

gboolean onward_alerts_decide (OnwardWriter *writer, gpointer decision, GError **error);

/**
 * OnwardShownAlert:
 * @alert: its id
 * @follow_ups: (element-type gint64): what it was about
 * @interviews: (element-type gint64): the rows of decided alerts of interviews that it was about
 */
typedef struct
{
  char *alert;
  GArray *follow_ups;
  GArray *interviews;
} OnwardShownAlert;

OnwardShownAlert *onward_shown_alert_new (const char *alert, GArray *follow_ups, GArray *interviews);
void onward_shown_alert_free (gpointer shown);
gboolean onward_alerts_set_shown (OnwardWriter *writer, gpointer alerts, GError **error);
gboolean onward_alerts_tidy (OnwardWriter *writer, gpointer unused, GError **error);

G_END_DECLS
