/* onward-run-sent.c - somebody told in an announcement run */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-run-sent.h"

static const OnwardField fields[] = {
  { "contact", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardRunSent, contact), "contacts" },
  { "touch", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardRunSent, touch), "touches" },
};

static const OnwardTable table = {
  .name = "run_sent",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .parent_column = "announcement_run",
};

ONWARD_DEFINE_RECORD (OnwardRunSent, onward_run_sent, table)
