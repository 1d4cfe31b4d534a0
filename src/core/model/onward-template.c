/* onward-template.c - the words of a draft, as the user changed them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-template.h"

static const OnwardField fields[] = {
  { "kind", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardTemplate, kind) },
  { "channel", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardTemplate, channel),
    "email|letter|card|linkedin|phone|meeting|other" },
  { "language", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardTemplate, language) },
  { "subject", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardTemplate, subject) },
  { "body", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardTemplate, body) },
};

static const OnwardTable table = {
  .name = "templates",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

ONWARD_DEFINE_RECORD (OnwardTemplate, onward_template, table)
