/* onward-facts-link.c - joins the rows of the facts, and works out what every rule asks about them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-facts.h"
#include "playbook/onward-promise.h"
#include "playbook/onward-zone.h"

#include <string.h>

#define HOUR_SECONDS 3600

#define EACH(rows, Type, row) (Type *row = (Type *)(rows)->data; row < (Type *)(rows)->data + (rows)->len; row++)

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *)a, second = *(const gint64 *)b;

  return first < second ? -1 : first > second;
}

/* Every struct that is found by id begins with it. */
static void
sort_by_id (GArray *rows)
{
  guint size = g_array_get_element_size (rows);

  for (guint i = 1; i < rows->len; i++)
    if (compare_ids (rows->data + (gsize)(i - 1) * size, rows->data + (gsize)i * size) > 0)
      {
        g_array_sort (rows, compare_ids);
        return;
      }
}

/* Touches in the order in which they happened; a tie goes to the smallest id. */
static int
compare_touches (gconstpointer a, gconstpointer b)
{
  const OnwardTouchFact *first = ((const OnwardTouchContactFact *)a)->touch;
  const OnwardTouchFact *second = ((const OnwardTouchContactFact *)b)->touch;

  if (first && second && first->at != second->at)
    return first->at < second->at ? -1 : 1;
  return first && second ? strcmp (first->uuid, second->uuid) : (first != NULL) - (second != NULL);
}

/*
 * Gives every owner the slice of its rows: @owner_at is the offset of the pointer to the owner in a row,
 * @slice_at that of the slice in an owner. Rows keep their order.
 */
static void
group (OnwardFacts *facts, GArray *rows, gsize owner_at, GArray *owners, gsize slice_at)
{
  guint row_size = g_array_get_element_size (rows), owner_size = g_array_get_element_size (owners);
  gpointer *block, *next;

  if (rows->len == 0)
    return;
  next = block = g_new (gpointer, rows->len);
  g_ptr_array_add (facts->blocks, block);
  for (guint i = 0; i < rows->len; i++)
    {
      char *owner = G_STRUCT_MEMBER (char *, rows->data + (gsize)i * row_size, owner_at);

      if (owner)
        ((OnwardSlice *)(owner + slice_at))->n++;
    }
  for (guint i = 0; i < owners->len; i++)
    {
      OnwardSlice *slice = (OnwardSlice *)(owners->data + (gsize)i * owner_size + slice_at);

      slice->at = next;
      next += slice->n;
      slice->n = 0;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      char *row = rows->data + (gsize)i * row_size;
      char *owner = G_STRUCT_MEMBER (char *, row, owner_at);
      OnwardSlice *slice = owner ? (OnwardSlice *)(owner + slice_at) : NULL;

      if (slice)
        slice->at[slice->n++] = row;
    }
}

#define GROUP(facts, rows, Row, owner, owners, Owner, slice)                                                           \
  group (facts, (facts)->rows, G_STRUCT_OFFSET (Row, owner), (facts)->owners, G_STRUCT_OFFSET (Owner, slice))

static void
link_people (OnwardFacts *facts)
{
  for
    EACH (facts->contacts, OnwardContactFact, contact)
  contact->company = onward_facts_find (facts->companies, contact->company_id);
  for
    EACH (facts->people, OnwardPersonFact, person)
    {
      person->opportunity = onward_facts_find (facts->opportunities, person->opportunity_id);
      person->contact = onward_facts_find (facts->contacts, person->contact_id);
    }
  for
    EACH (facts->parts, OnwardPartFact, part)
    {
      part->interview = onward_facts_find (facts->interviews, part->interview_id);
      part->contact = onward_facts_find (facts->contacts, part->contact_id);
    }
  GROUP (facts, contacts, OnwardContactFact, company, companies, OnwardCompanyFact, contacts);
  GROUP (facts, people, OnwardPersonFact, opportunity, opportunities, OnwardOpportunityFact, people);
  GROUP (facts, people, OnwardPersonFact, contact, contacts, OnwardContactFact, people);
  GROUP (facts, parts, OnwardPartFact, interview, interviews, OnwardInterviewFact, parts);
  GROUP (facts, parts, OnwardPartFact, contact, contacts, OnwardContactFact, parts);
}

static void
link_opportunities (OnwardFacts *facts)
{
  for
    EACH (facts->opportunities, OnwardOpportunityFact, opportunity)
    {
      opportunity->company = onward_facts_find (facts->companies, opportunity->company_id);
      opportunity->search = onward_facts_find (facts->searches, opportunity->search_id);
      opportunity->sibling_of = onward_facts_find (facts->opportunities, opportunity->sibling_of_id);
      opportunity->outcome_by = onward_facts_find (facts->contacts, opportunity->outcome_by_id);
      opportunity->promise.by = onward_facts_find (facts->contacts, opportunity->promise.by_id);
    }
  GROUP (facts, opportunities, OnwardOpportunityFact, sibling_of, opportunities, OnwardOpportunityFact, siblings);
  for
    EACH (facts->stages, OnwardStageFact, stage)
  stage->opportunity = onward_facts_find (facts->opportunities, stage->opportunity_id);
  for
    EACH (facts->runs, OnwardRunFact, run)
  run->opportunity = onward_facts_find (facts->opportunities, run->opportunity_id);
  GROUP (facts, opportunities, OnwardOpportunityFact, company, companies, OnwardCompanyFact, opportunities);
  GROUP (facts, stages, OnwardStageFact, opportunity, opportunities, OnwardOpportunityFact, stages);
  GROUP (facts, runs, OnwardRunFact, opportunity, opportunities, OnwardOpportunityFact, runs);
}

/* An interview without a start never begins nor ends. */
static void
time_interview (OnwardFacts *facts, OnwardInterviewFact *interview)
{
  interview->end = interview->start_wall = interview->end_wall = ONWARD_NO_WALL;
  if (interview->starts_at == ONWARD_NO_INSTANT)
    return;
  interview->end = interview->ends_at == ONWARD_NO_INSTANT ? interview->starts_at + HOUR_SECONDS : interview->ends_at;
  interview->start_wall = onward_zone_wall (facts->zone, interview->starts_at);
  interview->end_wall = onward_zone_wall (facts->zone, interview->end);
  interview->ended = interview->end <= facts->now && interview->status != ONWARD_STATUS_CANCELLED;
  interview->held = interview->ended && interview->status != ONWARD_STATUS_NO_SHOW;
}

static void
link_interviews (OnwardFacts *facts)
{
  for
    EACH (facts->interviews, OnwardInterviewFact, interview)
    {
      interview->opportunity = onward_facts_find (facts->opportunities, interview->opportunity_id);
      interview->company = onward_facts_find (facts->companies, interview->company_id);
      if (interview->opportunity && interview->opportunity->company)
        interview->company = interview->opportunity->company;
      interview->promise.by = onward_facts_find (facts->contacts, interview->promise.by_id);
      time_interview (facts, interview);
    }
  GROUP (facts, interviews, OnwardInterviewFact, opportunity, opportunities, OnwardOpportunityFact, interviews);
}

static void
link_touches (OnwardFacts *facts)
{
  for
    EACH (facts->touches, OnwardTouchFact, touch)
    {
      touch->interview = onward_facts_find (facts->interviews, touch->interview_id);
      touch->opportunity = onward_facts_find (facts->opportunities, touch->opportunity_id);
      if (!touch->opportunity && touch->interview)
        touch->opportunity = touch->interview->opportunity;
    }
  for
    EACH (facts->touch_contacts, OnwardTouchContactFact, link)
    {
      link->touch = onward_facts_find (facts->touches, link->touch_id);
      link->contact = link->touch ? onward_facts_find (facts->contacts, link->contact_id) : NULL;
      if (link->contact)
        link->contact->last_touch_at = MAX (link->contact->last_touch_at, link->touch->at);
    }
  g_array_sort (facts->touch_contacts, compare_touches);
  GROUP (facts, touch_contacts, OnwardTouchContactFact, touch, touches, OnwardTouchFact, contacts);
  GROUP (facts, touch_contacts, OnwardTouchContactFact, contact, contacts, OnwardContactFact, touches);
}

static void
link_introductions (OnwardFacts *facts)
{
  for
    EACH (facts->introductions, OnwardIntroductionFact, introduction)
    {
      introduction->introducer = onward_facts_find (facts->contacts, introduction->introducer_id);
      introduction->person = onward_facts_find (facts->contacts, introduction->person_id);
      introduction->company = onward_facts_find (facts->companies, introduction->company_id);
      introduction->opportunity = onward_facts_find (facts->opportunities, introduction->opportunity_id);
    }
  for
    EACH (facts->opportunities, OnwardOpportunityFact, opportunity)
    {
      OnwardIntroductionFact *introduction = onward_facts_find (facts->introductions, opportunity->introduction_id);

      opportunity->introduction = introduction;
      if (introduction && introduction->opportunity_id == 0
          && (!introduction->opportunity || strcmp (opportunity->uuid, introduction->opportunity->uuid) < 0))
        introduction->opportunity = opportunity;
    }
  GROUP (facts, introductions, OnwardIntroductionFact, introducer, contacts, OnwardContactFact, introductions);
  GROUP (facts, opportunities, OnwardOpportunityFact, introduction, introductions, OnwardIntroductionFact,
         opportunities);
}

/* Silence is broken by what comes about the opportunity, or about nothing in particular from somebody among its
 * people. */
static void
note_incoming (OnwardFacts *facts)
{
  for
    EACH (facts->touches, OnwardTouchFact, touch)
  if (touch->incoming && touch->opportunity)
    touch->opportunity->last_incoming_at = MAX (touch->opportunity->last_incoming_at, touch->at);
  for
    EACH (facts->people, OnwardPersonFact, person)
    {
      for (guint i = 0; person->opportunity && person->contact && i < person->contact->touches.n; i++)
        {
          const OnwardTouchFact *touch = ((OnwardTouchContactFact *)person->contact->touches.at[i])->touch;

          if (touch && touch->incoming && touch->opportunity_id == 0 && touch->interview_id == 0)
            person->opportunity->last_incoming_at = MAX (person->opportunity->last_incoming_at, touch->at);
        }
    }
}

static void
link_rest (OnwardFacts *facts)
{
  for
    EACH (facts->feedback, OnwardFeedbackFact, feedback)
    {
      feedback->contact = onward_facts_find (facts->contacts, feedback->contact_id);
      feedback->interview = onward_facts_find (facts->interviews, feedback->interview_id);
      feedback->opportunity = onward_facts_find (facts->opportunities, feedback->opportunity_id);
      if (!feedback->opportunity && feedback->interview)
        feedback->opportunity = feedback->interview->opportunity;
    }
  for
    EACH (facts->stored, OnwardStoredFact, row)
    {
      row->contact = onward_facts_find (facts->contacts, row->contact_id);
      row->opportunity = onward_facts_find (facts->opportunities, row->opportunity_id);
      row->interview = onward_facts_find (facts->interviews, row->interview_id);
      g_hash_table_insert (facts->stored_by_key, (gpointer)row->key, row);
    }
  for
    EACH (facts->unopened, OnwardUnopenedFact, row)
  g_hash_table_insert (facts->unopened_by_key, (gpointer)row->key, row);
  GROUP (facts, feedback, OnwardFeedbackFact, opportunity, opportunities, OnwardOpportunityFact, feedback);
  GROUP (facts, stored, OnwardStoredFact, contact, contacts, OnwardContactFact, stored);
  GROUP (facts, stored, OnwardStoredFact, opportunity, opportunities, OnwardOpportunityFact, stored);
  GROUP (facts, stored, OnwardStoredFact, interview, interviews, OnwardInterviewFact, stored);
}

static gboolean
is_later (const OnwardInterviewFact *interview, const OnwardInterviewFact *than)
{
  if (!than || interview->end != than->end)
    return !than || interview->end > than->end;
  return strcmp (interview->uuid, than->uuid) > 0;
}

/* What the interviews of an opportunity say about it. Mock ones count as none. */
static void
judge_interviews (OnwardOpportunityFact *opportunity)
{
  for (guint i = 0; i < opportunity->interviews.n; i++)
    {
      OnwardInterviewFact *interview = opportunity->interviews.at[i];
      gboolean informational = interview->kind == ONWARD_INTERVIEW_INFORMATIONAL;

      if (interview->kind == ONWARD_INTERVIEW_MOCK || interview->status == ONWARD_STATUS_CANCELLED
          || interview->starts_at == ONWARD_NO_INSTANT)
        continue;
      opportunity->has_interview |= !informational;
      opportunity->has_informational |= informational;
      opportunity->has_later_booked |= !interview->ended && interview->status != ONWARD_STATUS_NO_SHOW;
      if (interview->ended && !informational && is_later (interview, opportunity->latest))
        opportunity->latest = interview;
    }
}

static void
judge_opportunity (OnwardFacts *facts, OnwardOpportunityFact *opportunity)
{
  OnwardSearchFact *search = opportunity->search;

  opportunity->search_over = search && search->ended_on != ONWARD_NO_DAY && search->ended_on <= facts->today;
  opportunity->open = opportunity->outcome == ONWARD_OUTCOME_NONE && opportunity->stage != ONWARD_STAGE_CLOSED
                      && !opportunity->search_over;
  judge_interviews (opportunity);
  opportunity->in_force = onward_promise_in_force (opportunity);
}

/**
 * onward_facts_link:
 * @facts: facts whose rows are all there
 *
 * Turns the ids into pointers and lists, in both directions, and works out what many rules ask for.
 * Call it once; no row may be added after it.
 */
void
onward_facts_link (OnwardFacts *facts)
{
  GArray *with_id[] = { facts->companies,     facts->contacts,   facts->searches,
                        facts->opportunities, facts->interviews, facts->touches,
                        facts->introductions, facts->feedback,   facts->stored };

  facts->now_wall = onward_zone_wall (facts->zone, facts->now);
  facts->today = onward_wall_day (facts->now_wall);
  for (guint i = 0; i < G_N_ELEMENTS (with_id); i++)
    sort_by_id (with_id[i]);
  link_people (facts);
  link_opportunities (facts);
  link_interviews (facts);
  link_touches (facts);
  note_incoming (facts);
  link_introductions (facts);
  link_rest (facts);
  for
    EACH (facts->opportunities, OnwardOpportunityFact, opportunity)
  judge_opportunity (facts, opportunity);
}

/**
 * onward_facts_find:
 * @rows: one of the arrays of linked facts whose rows have ids
 * @id: the database's key; 0 finds nothing
 *
 * Returns: (transfer none) (nullable): the row.
 */
gpointer
onward_facts_find (GArray *rows, gint64 id)
{
  guint size = g_array_get_element_size (rows), low = 0, high = rows->len;
  gint64 guess = high > 0 ? id - *(gint64 *)rows->data : -1;

  /* Ids without gaps are the rule when everything is read. */
  if (guess >= 0 && guess < high && id != 0 && *(gint64 *)(rows->data + (gsize)guess * size) == id)
    return rows->data + (gsize)guess * size;
  while (id != 0 && low < high)
    {
      guint middle = low + (high - low) / 2;
      gint64 found = *(gint64 *)(rows->data + (gsize)middle * size);

      if (found == id)
        return rows->data + (gsize)middle * size;
      if (found < id)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}
