/* onward-opportunity.c - one role at one company in one search; or an informational contact with no role */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-opportunity.h"

#include "onward-opportunity-person.h"

static const OnwardField fields[] = {
  { "search", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardOpportunity, search), "searches" },
  { "company", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardOpportunity, company), "companies" },
  { "title", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardOpportunity, title) },
  { "kind", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardOpportunity, kind), "role|informational" },
  { "stage", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardOpportunity, stage), "stages" },
  { "url", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardOpportunity, url) },
  { "location", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardOpportunity, location) },
  { "salary", ONWARD_FIELD_VALUE, G_STRUCT_OFFSET (OnwardOpportunity, salary) },
  { "added_on", ONWARD_FIELD_DATE, G_STRUCT_OFFSET (OnwardOpportunity, added_on) },
  { "applied_on", ONWARD_FIELD_DATE, G_STRUCT_OFFSET (OnwardOpportunity, applied_on) },
  { "source", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardOpportunity, source) },
  { "introduction", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardOpportunity, introduction), "introductions" },
  { "sibling_of", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardOpportunity, sibling_of), "opportunities" },
  { "promise.on", ONWARD_FIELD_DATE, G_STRUCT_OFFSET (OnwardOpportunity, promise_on) },
  { "promise.given_on", ONWARD_FIELD_DATE, G_STRUCT_OFFSET (OnwardOpportunity, promise_given_on) },
  { "promise.by", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardOpportunity, promise_by), "contacts" },
  { "offer.received_on", ONWARD_FIELD_DATE, G_STRUCT_OFFSET (OnwardOpportunity, offer_received_on) },
  { "offer.answer_by", ONWARD_FIELD_MOMENT, G_STRUCT_OFFSET (OnwardOpportunity, offer_answer_by) },
  { "offer.amount", ONWARD_FIELD_VALUE, G_STRUCT_OFFSET (OnwardOpportunity, offer_amount) },
  { "outcome.kind", ONWARD_FIELD_CHOICE, G_STRUCT_OFFSET (OnwardOpportunity, outcome_kind),
    "accepted|declined|rejected|withdrawn|no-response|cancelled" },
  { "outcome.on", ONWARD_FIELD_DATE, G_STRUCT_OFFSET (OnwardOpportunity, outcome_on) },
  { "outcome.by", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardOpportunity, outcome_by), "contacts" },
  { "outcome.reason", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardOpportunity, outcome_reason) },
  { "people", ONWARD_FIELD_CHILDREN, 0 },
  { "skills", ONWARD_FIELD_LIST, G_STRUCT_OFFSET (OnwardOpportunity, skills) },
  { "description", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardOpportunity, description) },
  { "notes", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardOpportunity, notes) },
  { "tags", ONWARD_FIELD_LIST, G_STRUCT_OFFSET (OnwardOpportunity, tags) },
};

static const OnwardChildren children[] = {
  { "people", onward_opportunity_person_get_type, "opportunity" },
  { NULL },
};

static const OnwardTable table = {
  .name = "opportunities",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .children = children,
  .sort_source = G_STRUCT_OFFSET (OnwardOpportunity, title),
};

ONWARD_DEFINE_RECORD (OnwardOpportunity, onward_opportunity, table)
