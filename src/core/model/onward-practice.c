/* onward-practice.c - something to practise, from an improvement */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-practice.h"

static const OnwardField fields[] = {
  { "text", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardPractice, text) },
  { "feedback", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardPractice, feedback), "feedback" },
  { "done_on", ONWARD_FIELD_DATE, G_STRUCT_OFFSET (OnwardPractice, done_on) },
};

static const OnwardTable table = {
  .name = "practice",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

ONWARD_DEFINE_RECORD (OnwardPractice, onward_practice, table)
