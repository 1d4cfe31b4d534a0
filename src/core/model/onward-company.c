/* onward-company.c - an employer or agency */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-company.h"

static const OnwardField fields[] = {
  { "name", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardCompany, name) },
  { "website", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardCompany, website) },
  { "industry", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardCompany, industry) },
  { "notes", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardCompany, notes) },
  { "still_interested", ONWARD_FIELD_BOOLEAN_TRUE, G_STRUCT_OFFSET (OnwardCompany, still_interested) },
  { "cooling_off.months", ONWARD_FIELD_INTEGER, G_STRUCT_OFFSET (OnwardCompany, cooling_off_months) },
  { "cooling_off.until", ONWARD_FIELD_DATE, G_STRUCT_OFFSET (OnwardCompany, cooling_off_until) },
  { "cooling_off.source", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardCompany, cooling_off_source) },
  { "tags", ONWARD_FIELD_LIST, G_STRUCT_OFFSET (OnwardCompany, tags) },
};

static const OnwardTable table = {
  .name = "companies",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .sort_source = G_STRUCT_OFFSET (OnwardCompany, name),
};

ONWARD_DEFINE_RECORD (OnwardCompany, onward_company, table)
