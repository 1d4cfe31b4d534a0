/* onward-stage-event.c - an opportunity entering a stage; append-only */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-stage-event.h"

static const OnwardField fields[] = {
  { "opportunity", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardStageEvent, opportunity), "opportunities" },
  { "stage", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardStageEvent, stage), "stages" },
  { "at", ONWARD_FIELD_INSTANT, G_STRUCT_OFFSET (OnwardStageEvent, at) },
};

static const OnwardTable table = {
  .name = "stage_events",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

ONWARD_DEFINE_RECORD (OnwardStageEvent, onward_stage_event, table)
