/* onward-opportunity-person.h - a contact's part in an opportunity */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardOpportunityPerson:
 *
 * A contact's part in an opportunity. Members as in exchange.md, `opportunity_people` of its parent.
 */
typedef struct
{
  OnwardRecord record;
  gint64 contact;
  char *role;
} OnwardOpportunityPerson;

#define ONWARD_TYPE_OPPORTUNITY_PERSON (onward_opportunity_person_get_type ())
ONWARD_DECLARE_RECORD (OnwardOpportunityPerson, onward_opportunity_person, ONWARD_OPPORTUNITY_PERSON)

G_END_DECLS
