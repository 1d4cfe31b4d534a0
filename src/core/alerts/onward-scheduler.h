/* onward-scheduler.h - decides what to raise and when, and lets the playbook know that time has passed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-alert.h"
#include "onward-clock.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_SCHEDULER (onward_scheduler_get_type ())
G_DECLARE_FINAL_TYPE (OnwardScheduler, onward_scheduler, ONWARD, SCHEDULER, GObject)

OnwardScheduler *onward_scheduler_new (OnwardStore *store, OnwardClock *clock);
void onward_scheduler_set_raises (OnwardScheduler *self, gboolean raises);
void onward_scheduler_set_grouped (OnwardScheduler *self, gboolean grouped);
void onward_scheduler_set_discreet (OnwardScheduler *self, gboolean discreet);
void onward_scheduler_start (OnwardScheduler *self);
void onward_scheduler_raise_test (OnwardScheduler *self);
void onward_scheduler_alert_shown (OnwardScheduler *self, OnwardAlert *alert);
void onward_scheduler_alert_failed (OnwardScheduler *self, OnwardAlert *alert);
void onward_scheduler_alert_closed (OnwardScheduler *self, OnwardAlert *alert);
void onward_scheduler_retry (OnwardScheduler *self);
void onward_scheduler_finish (OnwardScheduler *self);

gboolean onward_scheduler_is_idle (OnwardScheduler *self);
gint64 onward_scheduler_get_alarm (OnwardScheduler *self);

G_END_DECLS
