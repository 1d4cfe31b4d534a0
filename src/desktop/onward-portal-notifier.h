/* onward-portal-notifier.h - shows alerts through the desktop's notification portal, as a sandbox must */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-notifier.h"

G_BEGIN_DECLS

#define ONWARD_TYPE_PORTAL_NOTIFIER (onward_portal_notifier_get_type ())
G_DECLARE_FINAL_TYPE (OnwardPortalNotifier, onward_portal_notifier, ONWARD, PORTAL_NOTIFIER, OnwardNotifier)

OnwardNotifier *onward_portal_notifier_new (GApplication *application);

G_END_DECLS
