/* onward-known-time.h - up to which moment, and in which zone, the playbook knows that time has passed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardKnownTime:
 * @at: seconds since 1970 UTC
 * @zone: empty when it knows nothing
 */
typedef struct
{
  gint64 at;
  char zone[64];
} OnwardKnownTime;

gboolean onward_known_time_is_over (const OnwardKnownTime *self, OnwardStore *store, const OnwardNow *now);
OnwardCommandFunc onward_known_time_renew (OnwardKnownTime *self, const OnwardNow *now);
void onward_known_time_forget (OnwardKnownTime *self);

G_END_DECLS
