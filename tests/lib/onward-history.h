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

/**
 * OnwardHistoryTest:
 * @name: what is shown
 * @prelude: (nullable): lines that every history begins with, and shrinking leaves alone
 * @n_histories: how many
 * @n_steps: how long each is
 * @check: called after every step
 */
typedef struct
{
  const char *name;
  const char *prelude;
  guint n_histories;
  guint n_steps;
  OnwardHistoryCheck check;
} OnwardHistoryTest;

void onward_history_run (const OnwardHistoryTest *test);
guint onward_history_count (guint normal);
