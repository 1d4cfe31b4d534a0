/* onward-interview.c - a meeting */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-interview.h"

#include "onward-participant.h"

static const OnwardField fields[] = {
  { "opportunity", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardInterview, opportunity), "opportunities" },
  { "company", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardInterview, company), "companies" },
  { "kind", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardInterview, kind),
    "phone|video|onsite|panel|final|informational|mock" },
  { "round", ONWARD_FIELD_INTEGER, G_STRUCT_OFFSET (OnwardInterview, round) },
  { "starts_at", ONWARD_FIELD_INSTANT, G_STRUCT_OFFSET (OnwardInterview, starts_at) },
  { "ends_at", ONWARD_FIELD_INSTANT, G_STRUCT_OFFSET (OnwardInterview, ends_at) },
  { "zone", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardInterview, zone) },
  { "location", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardInterview, location) },
  { "join_url", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardInterview, join_url) },
  { "ics_uid", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardInterview, ics_uid) },
  { "ics_sequence", ONWARD_FIELD_INTEGER, G_STRUCT_OFFSET (OnwardInterview, ics_sequence) },
  { "status", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardInterview, status), "booked|held|cancelled|no-show" },
  { "booked_on", ONWARD_FIELD_DATE, G_STRUCT_OFFSET (OnwardInterview, booked_on) },
  { "people", ONWARD_FIELD_CHILDREN, 0 },
  { "promise.on", ONWARD_FIELD_DATE, G_STRUCT_OFFSET (OnwardInterview, promise_on) },
  { "promise.given_on", ONWARD_FIELD_DATE, G_STRUCT_OFFSET (OnwardInterview, promise_given_on) },
  { "promise.by", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardInterview, promise_by), "contacts" },
  { "questions", ONWARD_FIELD_LIST, G_STRUCT_OFFSET (OnwardInterview, questions), "text answer rating" },
  { "stories", ONWARD_FIELD_LIST, G_STRUCT_OFFSET (OnwardInterview, stories) },
  { "debrief.well", ONWARD_FIELD_LIST, G_STRUCT_OFFSET (OnwardInterview, debrief_well) },
  { "debrief.differently", ONWARD_FIELD_LIST, G_STRUCT_OFFSET (OnwardInterview, debrief_differently) },
  { "debrief.by_the_book", ONWARD_FIELD_BOOLEAN, G_STRUCT_OFFSET (OnwardInterview, debrief_by_the_book) },
  { "debrief.let_go", ONWARD_FIELD_BOOLEAN, G_STRUCT_OFFSET (OnwardInterview, debrief_let_go) },
  { "debrief.let_go_of", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardInterview, debrief_let_go_of) },
  { "debrief.written_at", ONWARD_FIELD_INSTANT, G_STRUCT_OFFSET (OnwardInterview, debrief_written_at) },
};

static const OnwardChildren children[] = {
  { "people", onward_participant_get_type, "interview" },
  { NULL },
};

static const OnwardTable table = {
  .name = "interviews",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .children = children,
};

ONWARD_DEFINE_RECORD (OnwardInterview, onward_interview, table)
