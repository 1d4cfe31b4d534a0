/* onward-due.h - what is due when, in which order, and when another message is one too many */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "playbook/onward-settings.h"

G_BEGIN_DECLS

typedef enum
{
  ONWARD_URGENCY_OVERDUE,
  ONWARD_URGENCY_TODAY,
  ONWARD_URGENCY_UPCOMING,
} OnwardUrgency;

/**
 * OnwardPressure:
 * @messages: outgoing touches in the 30 days before the reminder with no answer since; 0 = no pressure
 * @since: the instant of the first of these
 */
typedef struct
{
  guint messages;
  gint64 since;
} OnwardPressure;

/* A touch as far as pressure is concerned. */
typedef struct
{
  gint64 at; /* instant */
  gboolean incoming;
} OnwardTouchMoment;

gint64 onward_due_moment (gint64 remind_at, gint64 snoozed_until);
OnwardUrgency onward_due_urgency (gint64 remind_at, gint64 snoozed_until, gint64 due, gint64 now);
OnwardPressure
onward_due_pressure (const OnwardTouchMoment *touches, guint n_touches, gint64 remind_at, GTimeZone *zone);

G_END_DECLS
