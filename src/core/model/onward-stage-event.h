/* onward-stage-event.h - an opportunity entering a stage; append-only */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardStageEvent:
 *
 * An opportunity entering a stage; append-only. Members as in exchange.md, `stage_events`.
 */
typedef struct
{
  OnwardRecord record;
  gint64 opportunity;
  gint64 stage;
  char *at;
} OnwardStageEvent;

#define ONWARD_TYPE_STAGE_EVENT (onward_stage_event_get_type ())
ONWARD_DECLARE_RECORD (OnwardStageEvent, onward_stage_event, ONWARD_STAGE_EVENT)

G_END_DECLS
