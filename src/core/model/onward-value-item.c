/* onward-value-item.c - something worth sending: article, event, news, personal */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-value-item.h"

static const OnwardField fields[] = {
  { "kind", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardValueItem, kind), "article|event|news|personal" },
  { "title", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardValueItem, title) },
  { "url", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardValueItem, url) },
  { "topics", ONWARD_FIELD_LIST, G_STRUCT_OFFSET (OnwardValueItem, topics) },
  { "notes", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardValueItem, notes) },
};

static const OnwardTable table = {
  .name = "value_items",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

ONWARD_DEFINE_RECORD (OnwardValueItem, onward_value_item, table)
