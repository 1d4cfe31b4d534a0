/* onward-stage.h - a column of the pipeline */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardStage:
 *
 * A column of the pipeline. Members as in exchange.md, `stages`.
 */
typedef struct
{
  OnwardRecord record;
  char *name;
  gint64 position;
  char *kind;
} OnwardStage;

#define ONWARD_TYPE_STAGE (onward_stage_get_type ())
ONWARD_DECLARE_RECORD (OnwardStage, onward_stage, ONWARD_STAGE)

G_END_DECLS
