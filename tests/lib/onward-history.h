/* onward-history.h - job searches made up at random, and the smallest one that breaks a law */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lib/onward-world.h"

/**
 * OnwardHistoryCheck:
 * @past: the world before the step
 * @before: the world after the step, before it was reconciled
 * @after: the same after reconciling
 * @step: the step
 *
 * Returns: (transfer full) (nullable): which law is broken and how, %NULL when none is
 */
typedef char *(*OnwardHistoryCheck) (OnwardWorld *past, OnwardWorld *before, OnwardWorld *after, const char *step);

GPtrArray *onward_history_begin (GRand *rand);
char *onward_history_next_step (GRand *rand, OnwardWorld *world);
gboolean onward_history_apply (OnwardWorld *world, const char *step);
void onward_history_check_all (const char *name, guint n_histories, guint n_steps, OnwardHistoryCheck check);
guint onward_history_count (guint normal);
