/* onward-reconcile.h - the difference between what is planned and what is stored */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "playbook/onward-placing.h"

G_BEGIN_DECLS

typedef enum
{
  ONWARD_CHANGE_INSERT,   /* a new row: open, or done when a touch ended it before it was stored */
  ONWARD_CHANGE_UPDATE,   /* the stored row `id`: all columns are given, as they shall be */
  ONWARD_CHANGE_UNOPENED, /* remember a day rule that history_days keeps closed; `id` is not 0 when it is known */
  ONWARD_CHANGE_FORGET,   /* forget the unopened row `id` */
} OnwardChangeKind;

/**
 * OnwardPlanChange:
 *
 * One row to be written. Texts live as long as the plan and its facts; ids are those of the facts.
 */
typedef struct
{
  OnwardChangeKind kind;
  gint64 id;
  const char *key;
  OnwardRuleId rule;
  const char *title;
  gint64 contact_id;
  gint64 opportunity_id;
  gint64 interview_id;
  gint64 company_id;
  gint64 remind_at;
  gint64 due;
  OnwardFollowUpState state;
  gint64 snoozed_until;
  gboolean moved;
  int own_day;
  gint64 done_at;
  const char *why;
  OnwardChannel channel;
} OnwardPlanChange;

/**
 * OnwardReconciliation:
 * @changes: (element-type OnwardPlanChange): what to write, in the order of the table, then of the key
 * @unopened: how many planned rows in focus history_days keeps closed, now as before
 */
typedef struct
{
  GArray *changes;
  guint unopened;
} OnwardReconciliation;

OnwardReconciliation *onward_reconcile_plan (OnwardPlan *plan, const OnwardSlots *slots);
void onward_reconciliation_free (OnwardReconciliation *reconciliation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardReconciliation, onward_reconciliation_free)

G_END_DECLS
