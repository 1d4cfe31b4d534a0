/* onward-feedback.c - up to three strengths and three improvements, with source and scope */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-feedback.h"

static const OnwardField fields[] = {
  { "contact", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardFeedback, contact), "contacts" },
  { "source", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardFeedback, source), "interviewer|insider|recruiter|reviewer" },
  { "opportunity", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardFeedback, opportunity), "opportunities" },
  { "interview", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardFeedback, interview), "interviews" },
  { "received_on", ONWARD_FIELD_DATE, G_STRUCT_OFFSET (OnwardFeedback, received_on) },
  { "scope", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardFeedback, scope), "company|team|role" },
  { "usefulness", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardFeedback, usefulness), "generic|specific|actionable" },
  { "strengths", ONWARD_FIELD_LIST, G_STRUCT_OFFSET (OnwardFeedback, strengths) },
  { "improvements", ONWARD_FIELD_LIST, G_STRUCT_OFFSET (OnwardFeedback, improvements) },
  { "themes", ONWARD_FIELD_LIST, G_STRUCT_OFFSET (OnwardFeedback, themes) },
  { "channel", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardFeedback, channel),
    "email|letter|card|linkedin|phone|meeting|other" },
  { "confidence", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardFeedback, confidence), "low|medium|high" },
  { "text", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardFeedback, text) },
};

static const OnwardTable table = {
  .name = "feedback",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

ONWARD_DEFINE_RECORD (OnwardFeedback, onward_feedback, table)
