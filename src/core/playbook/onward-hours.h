/* onward-hours.h - when the user wants to be reminded */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "playbook/onward-wall.h"

G_BEGIN_DECLS

/**
 * OnwardHours:
 * @from: first minute of the day in which alerts may be raised (480 = 08:00)
 * @until: first minute in which they may no longer; 1440 = 24:00
 * @working_days: bit n set = ISO weekday n works (1 = Monday); 0 = every day
 *
 * When the user wants to be reminded.
 */
typedef struct
{
  int from;
  int until;
  guint working_days;
} OnwardHours;

#define ONWARD_HOURS_DEFAULT ((OnwardHours){ .from = 8 * 60, .until = 20 * 60, .working_days = 0x3e })

gboolean onward_hours_set_alert (OnwardHours *hours, const char *from, const char *until);
gint64 onward_hours_clamp (const OnwardHours *hours, gint64 wall);
int onward_hours_at (const OnwardHours *hours, int minutes);
gboolean onward_hours_works (const OnwardHours *hours, int day);
int onward_hours_working_day (const OnwardHours *hours, int day);

G_END_DECLS
