/* onward-rejection-draft.c - an outcome as it is being written down: who told, who was met, and the plan */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-rejection-draft.h"

#include "contacts/onward-contact-words.h"
#include "model/onward-company.h"
#include "model/onward-contact.h"
#include "model/onward-interview.h"
#include "model/onward-opportunity.h"
#include "model/onward-participant.h"
#include "store/onward-likely-outcome.h"
#include "store/onward-opportunity-people.h"
#include "store/onward-present.h"

/* As in the debrief: pressed again it says how much. */
#define MOST_RAPPORT 3

static void
free_person (OnwardRejectionPerson *person)
{
  g_free (person->name);
  g_free (person->role);
  g_free (person);
}

static void
free_step (OnwardRejectionStep *step)
{
  onward_step_free (step->step);
  g_free (step);
}

/* The words of the table, which live for ever. */
static const char *
find_tier (const char *tier)
{
  guint n;
  const OnwardChoice *tiers = onward_contact_words_get_tiers (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (tiers[i].value, tier) == 0)
      return tiers[i].value;
  return "none";
}

/* Clicked: monthly; others: quarterly (playbook.md, “Precisely”). */
static void
propose_tier (OnwardRejectionPerson *person)
{
  if (!person->tier_chosen)
    person->tier = find_tier (person->clicked ? "monthly" : "quarterly");
}

static int
read_rapport (OnwardStore *store, gint64 opportunity, gint64 contact)
{
  g_autoptr (GArray) interviews = onward_opportunities_list_interviews (store, opportunity);
  int most = 0;

  for (guint i = 0; i < interviews->len; i++)
    {
      g_autoptr (OnwardInterview) interview =
          onward_store_get_record (store, ONWARD_TYPE_INTERVIEW, g_array_index (interviews, gint64, i));
      g_autoptr (GPtrArray) people =
          interview != NULL ? onward_store_get_children (store, interview, ONWARD_TYPE_PARTICIPANT) : NULL;

      for (guint j = 0; people != NULL && j < people->len; j++)
        {
          OnwardParticipant *part = people->pdata[j];

          if (part->contact == contact && part->rapport != ONWARD_NO_NUMBER)
            most = MAX (most, (int)part->rapport);
        }
    }
  return most;
}

static void
add_person (OnwardRejectionDraft *draft, OnwardPart *part)
{
  g_autoptr (OnwardContact) contact = onward_store_get_record (draft->store, ONWARD_TYPE_CONTACT, part->contact);
  OnwardRejectionPerson *person;

  if (part->n_met == 0 || contact == NULL || contact->do_not_contact)
    return;
  person = g_new0 (OnwardRejectionPerson, 1);
  person->contact = part->contact;
  person->name = g_strdup (part->name != NULL ? part->name : "");
  person->role = g_strdup (part->role);
  person->clicked = part->clicked;
  person->rapport = part->clicked ? read_rapport (draft->store, draft->opportunity, part->contact) : 0;
  person->tier_chosen = contact->tier != NULL;
  person->tier = find_tier (contact->tier);
  propose_tier (person);
  g_ptr_array_add (draft->people, person);
}

static void
load_company (OnwardRejectionDraft *draft, gint64 id)
{
  g_autoptr (OnwardCompany) company = onward_store_get_record (draft->store, ONWARD_TYPE_COMPANY, id);

  draft->cooling_off = ONWARD_NO_DAY;
  draft->still_interested = company == NULL || company->still_interested;
  if (company == NULL || onward_day_parse (company->cooling_off_until, &draft->cooling_off))
    return;
  if (company->cooling_off_months != ONWARD_NO_NUMBER && draft->on != ONWARD_NO_DAY)
    draft->cooling_off = onward_day_add_months (draft->on, (int)CLAMP (company->cooling_off_months, 0, 1200));
}

/* Proposed is who told before, else a recruiter. */
static void
load_people (OnwardRejectionDraft *draft, OnwardOpportunity *opportunity)
{
  g_autoptr (GPtrArray) parts = onward_opportunities_list_people (draft->store, draft->opportunity);

  draft->by = opportunity->outcome_by;
  for (guint i = 0; i < parts->len; i++)
    {
      OnwardPart *part = parts->pdata[i];

      if (draft->by == 0 && opportunity->outcome_kind == NULL && g_strcmp0 (part->role, "recruiter") == 0)
        draft->by = part->contact;
      add_person (draft, part);
    }
}

/**
 * onward_rejection_draft_load:
 * @store: the store
 * @opportunity: what ended
 *
 * Main thread.
 *
 * Returns: (transfer full) (nullable): what is known about it so far, a no today when nothing is; NULL when it is gone
 */
OnwardRejectionDraft *
onward_rejection_draft_load (OnwardStore *store, gint64 opportunity)
{
  g_autoptr (OnwardOpportunity) record = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, opportunity);
  OnwardRejectionDraft *draft;

  if (record == NULL)
    return NULL;
  draft = g_new0 (OnwardRejectionDraft, 1);
  draft->store = store;
  draft->opportunity = opportunity;
  draft->kind = g_intern_string (record->outcome_kind != NULL ? record->outcome_kind
                                                              : onward_likely_outcome_find (store, opportunity));
  draft->on = onward_present_get_today (store);
  onward_day_parse (record->outcome_on, &draft->on);
  draft->reason = g_strdup (record->outcome_reason != NULL ? record->outcome_reason : "");
  draft->people = g_ptr_array_new_with_free_func ((GDestroyNotify)free_person);
  draft->steps = g_ptr_array_new_with_free_func ((GDestroyNotify)free_step);
  draft->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  load_company (draft, record->company);
  load_people (draft, record);
  return draft;
}

void
onward_rejection_draft_free (OnwardRejectionDraft *draft)
{
  g_free (draft->reason);
  g_ptr_array_unref (draft->people);
  g_ptr_array_unref (draft->steps);
  g_hash_table_unref (draft->choices);
  g_free (draft);
}

/**
 * onward_rejection_draft_asks_interest:
 * @draft: a draft
 *
 * Returns: whether it ended by the company's word, so that one may want to work there still
 */
gboolean
onward_rejection_draft_asks_interest (OnwardRejectionDraft *draft)
{
  return g_str_equal (draft->kind, "rejected") || g_str_equal (draft->kind, "cancelled");
}

/**
 * onward_rejection_draft_set_cooling_off:
 * @draft: a draft
 * @until: until when the company wants no other application; ONWARD_NO_DAY = not known
 */
void
onward_rejection_draft_set_cooling_off (OnwardRejectionDraft *draft, int until)
{
  draft->cooling_off_changed = TRUE;
  draft->cooling_off = until;
}

/**
 * onward_rejection_draft_press_clicked:
 * @person: somebody who was met
 *
 * The first press says that it clicked, the next three how much, one more that it did not. A tier that nobody has
 * chosen goes with it.
 */
void
onward_rejection_draft_press_clicked (OnwardRejectionPerson *person)
{
  if (!person->clicked)
    person->clicked = TRUE;
  else if (person->rapport < MOST_RAPPORT)
    person->rapport++;
  else
    {
      person->clicked = FALSE;
      person->rapport = 0;
    }
  person->clicked_changed = TRUE;
  propose_tier (person);
}

/**
 * onward_rejection_draft_set_tier:
 * @person: somebody who was met
 * @tier: how often to keep in touch, as of exchange.md
 */
void
onward_rejection_draft_set_tier (OnwardRejectionPerson *person, const char *tier)
{
  person->tier = find_tier (tier);
  person->tier_chosen = TRUE;
}

static void
apply_choice (OnwardRejectionDraft *draft, OnwardRejectionStep *step)
{
  gpointer value;

  step->choice = ONWARD_STEP_KEEP;
  step->day = step->step->day;
  if (!g_hash_table_lookup_extended (draft->choices, step->step->key, NULL, &value))
    return;
  step->choice = GPOINTER_TO_INT (value) == ONWARD_NO_DAY ? ONWARD_STEP_SKIP : ONWARD_STEP_MOVE;
  if (step->choice == ONWARD_STEP_MOVE)
    step->day = GPOINTER_TO_INT (value);
}

/**
 * onward_rejection_draft_choose:
 * @draft: a draft
 * @step: one of its steps
 * @choice: what is done with it
 * @day: where it is moved to; for the others it does not count
 *
 * The choice stays when the facts change and the plan is made anew.
 */
void
onward_rejection_draft_choose (OnwardRejectionDraft *draft, OnwardRejectionStep *step, OnwardStepChoice choice, int day)
{
  if (choice == ONWARD_STEP_KEEP || (choice == ONWARD_STEP_MOVE && day == step->step->day))
    g_hash_table_remove (draft->choices, step->step->key);
  else
    g_hash_table_insert (draft->choices, g_strdup (step->step->key),
                         GINT_TO_POINTER (choice == ONWARD_STEP_SKIP ? ONWARD_NO_DAY : day));
  apply_choice (draft, step);
}

/**
 * onward_rejection_draft_take_steps:
 * @draft: a draft
 * @plan: after onward_outcome_plan_preview(); its steps are taken out of it
 */
void
onward_rejection_draft_take_steps (OnwardRejectionDraft *draft, OnwardOutcomePlan *plan)
{
  g_ptr_array_set_size (draft->steps, 0);
  while (plan->steps->len > 0)
    {
      OnwardRejectionStep *step = g_new0 (OnwardRejectionStep, 1);

      step->step = g_ptr_array_steal_index (plan->steps, 0);
      apply_choice (draft, step);
      g_ptr_array_add (draft->steps, step);
    }
}

/**
 * onward_rejection_draft_build:
 * @draft: a draft
 *
 * Returns: (transfer full): what is to be done, to look at or to keep
 */
OnwardOutcomePlan *
onward_rejection_draft_build (OnwardRejectionDraft *draft)
{
  OnwardOutcomePlan *plan = onward_outcome_plan_new (draft->opportunity, draft->kind);
  char day[ONWARD_DATE_SIZE];

  plan->outcome->on = g_strdup (onward_day_format (draft->on, day));
  plan->outcome->by = g_str_equal (draft->kind, "accepted") ? 0 : draft->by; /* the user said so */
  plan->outcome->reason = g_strstrip (g_strdup (draft->reason));
  if (onward_rejection_draft_asks_interest (draft))
    {
      plan->outcome->still_interested = draft->still_interested;
      plan->asks_cooling_off = draft->cooling_off_changed;
      plan->cooling_off = draft->cooling_off;
    }
  for (guint i = 0; i < draft->people->len; i++)
    {
      OnwardRejectionPerson *person = draft->people->pdata[i];

      if (person->clicked_changed)
        onward_outcome_plan_add_clicked (plan, person->contact, person->clicked, person->rapport, person->tier);
      else
        onward_outcome_plan_add_person (plan, person->contact, person->tier);
    }
  for (guint i = 0; i < draft->steps->len; i++)
    {
      OnwardRejectionStep *step = draft->steps->pdata[i];

      if (step->choice == ONWARD_STEP_SKIP)
        onward_outcome_plan_skip (plan, step->step->key);
      else if (step->choice == ONWARD_STEP_MOVE)
        onward_outcome_plan_move (plan, step->step->key, step->day);
    }
  return plan;
}
