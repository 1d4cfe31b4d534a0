/* onward-search.c - one job search from start to accepted offer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-search.h"

static const OnwardField fields[] = {
  { "name", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardSearch, name) },
  { "started_on", ONWARD_FIELD_DATE, G_STRUCT_OFFSET (OnwardSearch, started_on) },
  { "ended_on", ONWARD_FIELD_DATE, G_STRUCT_OFFSET (OnwardSearch, ended_on) },
};

static const OnwardTable table = {
  .name = "searches",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

ONWARD_DEFINE_RECORD (OnwardSearch, onward_search, table)
