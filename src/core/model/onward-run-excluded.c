/* onward-run-excluded.c - somebody left out of an announcement run */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-run-excluded.h"

static const OnwardField fields[] = {
  { "contact", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardRunExcluded, contact), "contacts" },
};

static const OnwardTable table = {
  .name = "run_excluded",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .parent_column = "announcement_run",
  .bare = TRUE,
};

ONWARD_DEFINE_RECORD (OnwardRunExcluded, onward_run_excluded, table)
