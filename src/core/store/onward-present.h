/* onward-present.h - the user's zone and day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

GTimeZone *onward_present_get_zone (OnwardStore *store);
int onward_present_get_today (OnwardStore *store);
int onward_present_get_day (OnwardStore *store, gint64 instant);

G_END_DECLS
