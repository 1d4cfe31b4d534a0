/* onward-waiting.h - who has promised an answer, and by when */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/**
 * OnwardWaiting:
 * @opportunity: the row
 * @title: (nullable): the role
 * @company_name: (nullable): where
 * @on: the promised day, days since 1970-01-01
 */
typedef struct
{
  gint64 opportunity;
  char *title;
  char *company_name;
  int on;
} OnwardWaiting;

void onward_waiting_free (OnwardWaiting *waiting);
GPtrArray *onward_waiting_list (OnwardStore *store);

G_END_DECLS
