/* onward-plan.h - what the facts ask for, before it is compared with what is stored */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "playbook/onward-facts.h"

G_BEGIN_DECLS

/**
 * OnwardPlannedRow:
 * @trigger: the instant from which on a touch of the kind ends it
 * @remind_at: wall time; of a day rule only after placing
 * @due: wall time; of a day rule only after placing
 * @own_day: the day of a day rule after law 5; %ONWARD_NO_DAY for others
 * @late_days: a day rule is late at 23:59 this many days after its day
 * @late_from: ... but never before 23:59 of this day
 * @channel: the one to propose
 * @ended_at: the instant at which a touch ended it, %ONWARD_NO_INSTANT while it is open
 * @focus: whether this reconcile acts on it
 *
 * One follow-up that the facts ask for. Texts and pointers live as long as the plan and its facts.
 */
typedef struct
{
  OnwardRuleId rule;
  const char *key;
  OnwardContactFact *contact;
  OnwardOpportunityFact *opportunity;
  OnwardInterviewFact *interview;
  OnwardCompanyFact *company; /* only when it is asked instead of a person */
  gint64 trigger;
  gint64 remind_at;
  gint64 due;
  int own_day;
  int late_days;
  int late_from;
  OnwardChannel channel;
  const char *title;
  const char *why;
  gint64 ended_at;
  gboolean focus;
} OnwardPlannedRow;

typedef struct
{
  OnwardFacts *facts;
  GPtrArray *rows;    /* OnwardPlannedRow, in the order of the table, then of the key */
  GHashTable *by_key; /* key → OnwardPlannedRow */

  /*< private >*/
  GHashTable *ended;    /* key → OnwardPlannedRow: what touches have ended in earlier rounds */
  GHashTable *ended_of; /* OnwardOpportunityFact → GPtrArray: those that lead on */
  GHashTable *used;     /* OnwardTouchContactFact: unlinked touches that have ended a row of that person */
  GPtrArray *all;
  GStringChunk *texts;
} OnwardPlan;

OnwardPlan *onward_plan_new (OnwardFacts *facts);
void onward_plan_free (OnwardPlan *plan);

OnwardPlannedRow *
onward_plan_add (OnwardPlan *plan, OnwardRuleId rule, gboolean focus, const char *key_format, ...) G_GNUC_PRINTF (4, 5);
const char *onward_plan_text (OnwardPlan *plan, const char *format, ...) G_GNUC_PRINTF (2, 3);
void onward_plan_set_day (OnwardPlan *plan, OnwardPlannedRow *row, int day, int late_days);
gint64 onward_plan_morning (const OnwardPlan *plan, int day);
gint64 onward_plan_day_start (const OnwardPlan *plan, int day);
void onward_planned_row_place (OnwardPlannedRow *row, const OnwardHours *hours, int day);
void onward_plan_set_times (OnwardPlannedRow *row, gint64 remind_at, gint64 due);
const OnwardCompanyFact *onward_planned_row_get_company (const OnwardPlannedRow *row);
int onward_planned_row_compare (gconstpointer a, gconstpointer b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardPlan, onward_plan_free)

G_END_DECLS
