/* onward-placing.h - on which day a day rule stands: laws 2 and 8 of playbook.md */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "playbook/onward-plan.h"

G_BEGIN_DECLS

/**
 * OnwardSlots:
 * @is_taken: whether an open day rule that is not in focus stands on @day for @contact
 * @count_filled: how many open rows that are not in focus count for `keep_in_touch_per_day` on @day
 * @data: passed to both
 *
 * The days that stored rows outside the focus hold, those that history_days kept closed included. Moved,
 * done, skipped and cancelled rows hold none.
 */
typedef struct
{
  gboolean (*is_taken) (gint64 contact, int day, gpointer data);
  int (*count_filled) (int day, gpointer data);
  gpointer data;
} OnwardSlots;

void onward_placing_apply (OnwardPlan *plan, const OnwardSlots *slots);

G_END_DECLS
