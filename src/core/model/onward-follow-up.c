/* onward-follow-up.c - something owed to somebody: when to remind, when it is late, and the rule that asked for it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-follow-up.h"

static const OnwardField fields[] = {
  { "key", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardFollowUp, key) },
  { "rule", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardFollowUp, rule) },
  { "title", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardFollowUp, title) },
  { "contact", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardFollowUp, contact), "contacts" },
  { "opportunity", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardFollowUp, opportunity), "opportunities" },
  { "interview", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardFollowUp, interview), "interviews" },
  { "company", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardFollowUp, company), "companies" },
  { "remind_at", ONWARD_FIELD_WALL, G_STRUCT_OFFSET (OnwardFollowUp, remind_at) },
  { "due", ONWARD_FIELD_WALL, G_STRUCT_OFFSET (OnwardFollowUp, due) },
  { "state", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardFollowUp, state), "open|done|skipped|cancelled" },
  { "snoozed_until", ONWARD_FIELD_WALL, G_STRUCT_OFFSET (OnwardFollowUp, snoozed_until) },
  { "moved_by_user", ONWARD_FIELD_BOOLEAN, G_STRUCT_OFFSET (OnwardFollowUp, moved_by_user) },
  { "own_day", ONWARD_FIELD_DATE, G_STRUCT_OFFSET (OnwardFollowUp, own_day) },
  { "done_at", ONWARD_FIELD_INSTANT, G_STRUCT_OFFSET (OnwardFollowUp, done_at) },
  { "raised_for", ONWARD_FIELD_WALL, G_STRUCT_OFFSET (OnwardFollowUp, raised_for) },
  { "why", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardFollowUp, why) },
  { "channel", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardFollowUp, channel),
    "email|letter|card|linkedin|phone|meeting|other" },
};

static const OnwardTable table = {
  .name = "follow_ups",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

ONWARD_DEFINE_RECORD (OnwardFollowUp, onward_follow_up, table)
