/* onward-opportunity-person.c - a contact's part in an opportunity */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-opportunity-person.h"

static const OnwardField fields[] = {
  { "contact", ONWARD_FIELD_REFERENCE, G_STRUCT_OFFSET (OnwardOpportunityPerson, contact), "contacts" },
  { "role", ONWARD_FIELD_TEXT, G_STRUCT_OFFSET (OnwardOpportunityPerson, role) },
};

static const OnwardTable table = {
  .name = "opportunity_people",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .parent_column = "opportunity",
};

ONWARD_DEFINE_RECORD (OnwardOpportunityPerson, onward_opportunity_person, table)
