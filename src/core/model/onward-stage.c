/* onward-stage.c - a column of the pipeline */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-stage.h"

static const OnwardField fields[] = {
  { "name", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardStage, name) },
  { "position", ONWARD_FIELD_INTEGER, G_STRUCT_OFFSET (OnwardStage, position) },
  { "kind", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardStage, kind),
    "prospect|applied|screening|interviewing|offer|closed|custom" },
};

static const OnwardTable table = {
  .name = "stages",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

ONWARD_DEFINE_RECORD (OnwardStage, onward_stage, table)
