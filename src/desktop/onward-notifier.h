/* onward-notifier.h - shows alerts through the desktop's notification server */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "alerts/onward-alert.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_NOTIFIER (onward_notifier_get_type ())
G_DECLARE_FINAL_TYPE (OnwardNotifier, onward_notifier, ONWARD, NOTIFIER, GObject)

OnwardNotifier *onward_notifier_new (void);
void onward_notifier_show (OnwardNotifier *self, OnwardAlert *alert);
void onward_notifier_withdraw (OnwardNotifier *self, OnwardAlert *alert);

G_END_DECLS
