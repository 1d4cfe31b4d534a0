/* onward-introduction.c - introducer -> company or person, with the state of "may I use your name?" */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-introduction.h"

static const OnwardField fields[] = {
  { "introducer", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardIntroduction, introducer), "contacts" },
  { "company", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardIntroduction, company), "companies" },
  { "person", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardIntroduction, person), "contacts" },
  { "opportunity", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardIntroduction, opportunity), "opportunities" },
  { "recorded_on", ONWARD_FIELD_DATE, G_STRUCT_OFFSET (OnwardIntroduction, recorded_on) },
  { "permission", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardIntroduction, permission),
    "not-asked|asked|granted|refused" },
  { "permission_on", ONWARD_FIELD_DATE, G_STRUCT_OFFSET (OnwardIntroduction, permission_on) },
  { "notes", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardIntroduction, notes) },
};

static const OnwardTable table = {
  .name = "introductions",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

ONWARD_DEFINE_RECORD (OnwardIntroduction, onward_introduction, table)
