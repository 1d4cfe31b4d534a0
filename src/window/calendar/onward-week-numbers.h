/* onward-week-numbers.h - whether the calendar counts the weeks of the year */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean onward_week_numbers_get_shown (void);
void onward_week_numbers_set_shown (gboolean shown);

G_END_DECLS
