/* onward-touch.c - one contact made: channel, direction, date, text */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-touch.h"

#include "onward-touch-contact.h"

static const OnwardField fields[] = {
  { "contacts", ONWARD_FIELD_CHILDREN, 0 },
  { "opportunity", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardTouch, opportunity), "opportunities" },
  { "interview", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardTouch, interview), "interviews" },
  { "at", ONWARD_FIELD_INSTANT, G_STRUCT_OFFSET (OnwardTouch, at) },
  { "direction", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardTouch, direction), "out|in" },
  { "channel", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardTouch, channel),
    "email|letter|card|linkedin|phone|meeting|other" },
  { "kind", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardTouch, kind) },
  { "subject", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardTouch, subject) },
  { "body", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardTouch, body) },
  { "value_item", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardTouch, value_item), "value_items" },
};

static const OnwardChildren children[] = {
  { "contacts", onward_touch_contact_get_type, "touch" },
  { NULL },
};

static const OnwardTable table = {
  .name = "touches",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .children = children,
};

ONWARD_DEFINE_RECORD (OnwardTouch, onward_touch, table)
