/* onward-run-excluded.h - somebody left out of an announcement run */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardRunExcluded:
 *
 * Somebody left out of an announcement run. Members as in exchange.md, `run_excluded` of its parent.
 */
typedef struct
{
  OnwardRecord record;
  gint64 contact;
} OnwardRunExcluded;

#define ONWARD_TYPE_RUN_EXCLUDED (onward_run_excluded_get_type ())
ONWARD_DECLARE_RECORD (OnwardRunExcluded, onward_run_excluded, ONWARD_RUN_EXCLUDED)

G_END_DECLS
