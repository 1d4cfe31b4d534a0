/* onward-rejection-draft.h - an outcome as it is being written down: who told, who was met, and the plan */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/onward-outcome-plan.h"

G_BEGIN_DECLS

/**
 * OnwardStepChoice:
 * @ONWARD_STEP_KEEP: it comes up as planned
 * @ONWARD_STEP_MOVE: it comes up on another day
 * @ONWARD_STEP_SKIP: it is left out
 */
typedef enum
{
  ONWARD_STEP_KEEP,
  ONWARD_STEP_MOVE,
  ONWARD_STEP_SKIP,
} OnwardStepChoice;

/**
 * OnwardRejectionStep:
 * @step: what the playbook asks for
 * @choice: what is done with it
 * @day: the day on which it comes up, as planned or moved
 */
typedef struct
{
  OnwardStep *step;
  OnwardStepChoice choice;
  int day;
} OnwardRejectionStep;

/**
 * OnwardRejectionPerson:
 * @contact: somebody who was met
 * @name: what they are called
 * @role: (nullable): their part
 * @clicked: whether the user got on with them
 * @clicked_changed: whether that was said here
 * @rapport: how much, 1 to 3; 0 = not said
 * @tier: how often to keep in touch, as of exchange.md
 * @tier_chosen: whether somebody has chosen it; else it goes with @clicked
 */
typedef struct
{
  gint64 contact;
  char *name;
  char *role;
  gboolean clicked;
  gboolean clicked_changed;
  int rapport;
  const char *tier;
  gboolean tier_chosen;
} OnwardRejectionPerson;

/**
 * OnwardRejectionDraft:
 * @kind: how it ended, as of exchange.md
 * @on: the day
 * @by: who said so; 0 = nobody named
 * @cooling_off: until when the company wants no other application; ONWARD_NO_DAY = not known
 * @people: (element-type OnwardRejectionPerson): everybody met, do-not-contact people left out
 * @steps: (element-type OnwardRejectionStep): the plan, in order
 */
typedef struct
{
  OnwardStore *store;
  gint64 opportunity;
  const char *kind;
  int on;
  gint64 by;
  char *reason;
  gboolean still_interested;
  int cooling_off;
  GPtrArray *people;
  GPtrArray *steps;

  GHashTable *choices; /* key -> day; ONWARD_NO_DAY = skipped; what is not in it is kept */
  gboolean cooling_off_changed;
} OnwardRejectionDraft;

OnwardRejectionDraft *onward_rejection_draft_load (OnwardStore *store, gint64 opportunity);
void onward_rejection_draft_free (OnwardRejectionDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardRejectionDraft, onward_rejection_draft_free)

gboolean onward_rejection_draft_asks_interest (OnwardRejectionDraft *draft);
void onward_rejection_draft_set_cooling_off (OnwardRejectionDraft *draft, int until);
void onward_rejection_draft_press_clicked (OnwardRejectionPerson *person);
void onward_rejection_draft_set_tier (OnwardRejectionPerson *person, const char *tier);
void onward_rejection_draft_choose (OnwardRejectionDraft *draft, OnwardRejectionStep *step, OnwardStepChoice choice,
                                    int day);
void onward_rejection_draft_take_steps (OnwardRejectionDraft *draft, OnwardOutcomePlan *plan);
OnwardOutcomePlan *onward_rejection_draft_build (OnwardRejectionDraft *draft);

G_END_DECLS
