/* onward-libnotify-notifier.h - shows alerts through the desktop's notification server */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-notifier.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_LIBNOTIFY_NOTIFIER (onward_libnotify_notifier_get_type ())
G_DECLARE_FINAL_TYPE (OnwardLibnotifyNotifier, onward_libnotify_notifier, ONWARD, LIBNOTIFY_NOTIFIER, OnwardNotifier)

OnwardNotifier *onward_libnotify_notifier_new (void);

G_END_DECLS
