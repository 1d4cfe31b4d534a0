/* onward-run-sent.h - somebody told in an announcement run */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardRunSent:
 *
 * Somebody told in an announcement run. Members as in exchange.md, `run_sent` of its parent.
 */
typedef struct
{
  OnwardRecord record;
  gint64 contact;
  gint64 touch;
} OnwardRunSent;

#define ONWARD_TYPE_RUN_SENT (onward_run_sent_get_type ())
ONWARD_DECLARE_RECORD (OnwardRunSent, onward_run_sent, ONWARD_RUN_SENT)

G_END_DECLS
