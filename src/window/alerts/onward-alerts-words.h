/* onward-alerts-words.h - whether alerts reach the user, and when they come and came, in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "alerts/onward-alert-status.h"
#include "store/onward-alert-log.h"

G_BEGIN_DECLS

/**
 * OnwardAlertsState:
 * @kind: class of the notice: `good`, `look`, or `plain`
 * @icon: its icon
 * @heading: what is
 * @caption: what that means, and what the service answered
 */
typedef struct
{
  const char *kind;
  const char *icon;
  char *heading;
  char *caption;
} OnwardAlertsState;

OnwardAlertsState *onward_alerts_words_get_state (const OnwardAlertStatus *status, gboolean raises, gboolean background,
                                                  OnwardStore *store);
void onward_alerts_state_free (OnwardAlertsState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardAlertsState, onward_alerts_state_free)

char *onward_alerts_words_get_problem (const OnwardAlertStatus *status);
char *onward_alerts_words_get_moment (gint64 instant, const OnwardNow *now);
char *onward_alerts_words_get_title (const OnwardLoggedAlert *logged);
char *onward_alerts_words_get_choice (const OnwardLoggedAlert *logged);

G_END_DECLS
