/* onward-outcome-plan.h - an outcome with all that follows from it: people, tiers, and the steps of the playbook */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-opportunities.h"
#include "playbook/onward-rules.h"

G_BEGIN_DECLS

/**
 * OnwardMetChange:
 * @contact: somebody who was met
 * @asks_clicked: whether the two below are taken over
 * @clicked: whether the user got on with them
 * @rapport: how much, 1 to 5; 0 = not said
 * @tier: (nullable): how often to keep in touch; NULL leaves it
 */
typedef struct
{
  gint64 contact;
  gboolean asks_clicked;
  gboolean clicked;
  int rapport;
  char *tier;
} OnwardMetChange;

/**
 * OnwardStepChange:
 * @key: a step of the plan
 * @skip: whether it is left out
 * @day: where it is moved to; ONWARD_NO_DAY = it stays
 */
typedef struct
{
  char *key;
  gboolean skip;
  int day;
} OnwardStepChange;

/**
 * OnwardOtherChange:
 * @opportunity: another open one, from which the user withdraws
 * @tell_on: the day to say so; ONWARD_NO_DAY = nobody is told
 * @tell: whom; 0 = nobody named
 * @title: what the follow-up says
 */
typedef struct
{
  gint64 opportunity;
  int tell_on;
  gint64 tell;
  char *title;
} OnwardOtherChange;

/**
 * OnwardStep:
 * @key: the follow-up's key
 * @rule: the rule that asks for it
 * @title: what is to be done
 * @why: (nullable): the fact and the rule behind it
 * @channel: (nullable): the one proposed
 * @contact: whom it is for; 0 = nobody
 * @day: the day on which it comes up
 */
typedef struct
{
  char *key;
  OnwardRuleId rule;
  char *title;
  char *why;
  char *channel;
  gint64 contact;
  int day;
} OnwardStep;

void onward_step_free (OnwardStep *step);

/**
 * OnwardOutcomePlan:
 * @outcome: how it ended
 * @asks_cooling_off: whether @cooling_off is taken over
 * @cooling_off: until when the company wants no other application; ONWARD_NO_DAY = not known
 * @people: (element-type OnwardMetChange): who was met
 * @others: (element-type OnwardOtherChange): from what else the user withdraws
 * @changes: (element-type OnwardStepChange): what is changed about the steps
 * @steps: (out) (element-type OnwardStep): what onward_outcome_plan_preview() found, in order
 */
typedef struct
{
  OnwardOutcomeChange *outcome;
  gboolean asks_cooling_off;
  int cooling_off;
  GPtrArray *people;
  GPtrArray *others;
  GPtrArray *changes;
  GPtrArray *steps;
} OnwardOutcomePlan;

OnwardOutcomePlan *onward_outcome_plan_new (gint64 opportunity, const char *kind);
void onward_outcome_plan_free (OnwardOutcomePlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardOutcomePlan, onward_outcome_plan_free)

void onward_outcome_plan_add_person (OnwardOutcomePlan *plan, gint64 contact, const char *tier);
void onward_outcome_plan_add_clicked (OnwardOutcomePlan *plan, gint64 contact, gboolean clicked, int rapport,
                                      const char *tier);
void onward_outcome_plan_add_other (OnwardOutcomePlan *plan, gint64 opportunity, int tell_on, gint64 tell,
                                    const char *title);
void onward_outcome_plan_skip (OnwardOutcomePlan *plan, const char *key);
void onward_outcome_plan_move (OnwardOutcomePlan *plan, const char *key, int day);

gboolean onward_outcome_plan_preview (OnwardWriter *writer, gpointer outcome_plan, GError **error);
gboolean onward_outcome_plan_keep (OnwardWriter *writer, gpointer outcome_plan, GError **error);

G_END_DECLS
