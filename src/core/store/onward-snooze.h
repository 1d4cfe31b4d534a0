/* onward-snooze.h - until when a follow-up can be put off */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardSnooze:
 * @ONWARD_SNOOZE_TONIGHT: today at 18:00
 * @ONWARD_SNOOZE_TOMORROW: tomorrow
 * @ONWARD_SNOOZE_NEXT_WEEK: the first working day of the next week
 */
typedef enum
{
  ONWARD_SNOOZE_TONIGHT,
  ONWARD_SNOOZE_TOMORROW,
  ONWARD_SNOOZE_NEXT_WEEK,
} OnwardSnooze;

char *onward_snooze_get_until (OnwardStore *store, OnwardSnooze snooze);
char *onward_snooze_get_morning (OnwardStore *store, int day);

G_END_DECLS
