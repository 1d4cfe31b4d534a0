/* onward-opportunities.h - what the user does to opportunities: commands for the writer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-companies.h"
#include "onward-stages.h"

G_BEGIN_DECLS

/**
 * OnwardNewOpportunity:
 * @company: its name; matched to a known one or made
 * @title: (nullable): the role
 * @kind: (nullable): `role` or `informational`; NULL = role
 * @stage: 0 = the first stage
 * @url: (nullable): the posting
 * @location: (nullable):
 * @applied_on: (nullable): YYYY-MM-DD
 * @sibling_of: another role there that it comes from; 0 = none
 * @id: (out): the new opportunity
 */
typedef struct
{
  char *company;
  char *title;
  char *kind;
  gint64 stage;
  char *url;
  char *location;
  char *applied_on;
  gint64 sibling_of;
  gint64 id;
} OnwardNewOpportunity;

void onward_new_opportunity_free (OnwardNewOpportunity *opportunity);
gboolean onward_opportunities_add (OnwardWriter *writer, gpointer new_opportunity, GError **error);

/**
 * OnwardOpportunityEdit:
 * @opportunity: whose fact it is
 * @field: `company` or a field of exchange.md: `title`, `url`, `location`, `salary`, `added_on`, `applied_on`,
 *   `source`, `description`, `notes`, `skills`, `tags`, `promise.on`, `promise.given_on`; `promise.by`, `introduction`
 *   and `sibling_of` take the number of a row
 * @value: (nullable): what it becomes, as typed; NULL or the empty text takes it away
 */
typedef struct
{
  gint64 opportunity;
  char *field;
  char *value;
} OnwardOpportunityEdit;

OnwardOpportunityEdit *onward_opportunity_edit_new (gint64 opportunity, const char *field, const char *value);
void onward_opportunity_edit_free (OnwardOpportunityEdit *edit);
gboolean onward_opportunities_edit (OnwardWriter *writer, gpointer edit, GError **error);

/**
 * OnwardMove:
 * @opportunity: the card
 * @stage: where it goes
 * @place: TRUE when the user chose the place within the stage
 * @after: the card it then stands below; 0 = at the top
 */
typedef struct
{
  gint64 opportunity;
  gint64 stage;
  gboolean place;
  gint64 after;
} OnwardMove;

gboolean onward_opportunities_move (OnwardWriter *writer, gpointer move, GError **error);

/**
 * OnwardOutcomeChange:
 * @opportunity: what ended
 * @kind: (nullable): an outcome of exchange.md; NULL takes the outcome back
 * @on: (nullable): YYYY-MM-DD; NULL = today
 * @by: the contact who said so; 0 = nobody named
 * @reason: (nullable):
 * @still_interested: whether the user would still like to work there; -1 = not asked
 */
typedef struct
{
  gint64 opportunity;
  char *kind;
  char *on;
  gint64 by;
  char *reason;
  int still_interested;
} OnwardOutcomeChange;

void onward_outcome_change_free (OnwardOutcomeChange *change);
gboolean onward_opportunities_set_outcome (OnwardWriter *writer, gpointer outcome_change, GError **error);

G_END_DECLS
