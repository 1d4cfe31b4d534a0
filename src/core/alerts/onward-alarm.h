/* onward-alarm.h - wakes the main loop at a moment of the clock, also when the clock is set or the machine slept */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-clock.h"

G_BEGIN_DECLS

/**
 * OnwardAlarmReason:
 * @ONWARD_ALARM_RANG: the moment has come
 * @ONWARD_ALARM_CLOCK_SET: somebody set the system's clock
 * @ONWARD_ALARM_LOOK: nothing special; a look now and then finds what no timer told
 */
typedef enum
{
  ONWARD_ALARM_RANG,
  ONWARD_ALARM_CLOCK_SET,
  ONWARD_ALARM_LOOK,
} OnwardAlarmReason;

typedef struct _OnwardAlarm OnwardAlarm;

typedef void (*OnwardAlarmFunc) (OnwardAlarmReason reason, gpointer data);

OnwardAlarm *onward_alarm_new (OnwardClock *clock, OnwardAlarmFunc rang, gpointer data);
void onward_alarm_free (OnwardAlarm *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardAlarm, onward_alarm_free)

gint64 onward_alarm_get (OnwardAlarm *self);
void onward_alarm_set (OnwardAlarm *self, gint64 unix_time);

G_END_DECLS
