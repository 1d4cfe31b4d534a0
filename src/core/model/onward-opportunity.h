/* onward-opportunity.h - one role at one company in one search; or an informational contact with no role */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardOpportunity:
 *
 * One role at one company in one search; or an informational contact with no role. Members as in exchange.md,
 * `opportunities`.
 */
typedef struct
{
  OnwardRecord record;
  gint64 search;
  gint64 company;
  char *title;
  char *kind;
  gint64 stage;
  char *url;
  char *location;
  char *salary;
  char *added_on;
  char *applied_on;
  char *source;
  gint64 introduction;
  gint64 sibling_of;
  char *promise_on;
  char *promise_given_on;
  gint64 promise_by;
  char *offer_received_on;
  char *offer_answer_by;
  char *offer_amount;
  char *outcome_kind;
  char *outcome_on;
  gint64 outcome_by;
  char *outcome_reason;
  char *skills;
  char *description;
  char *notes;
  char *tags;
} OnwardOpportunity;

#define ONWARD_TYPE_OPPORTUNITY (onward_opportunity_get_type ())
ONWARD_DECLARE_RECORD (OnwardOpportunity, onward_opportunity, ONWARD_OPPORTUNITY)

G_END_DECLS
