/* onward-rules-prepare.c - what a booked interview asks for, and one to which nobody came */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-people.h"
#include "playbook/onward-rules.h"
#include "playbook/onward-words.h"
#include "playbook/onward-zone.h"

#include <glib/gi18n-lib.h>

#define HOUR          60
#define LAST_MINUTE   (24 * HOUR - 1)
#define WAIT_FOR_THEM 20

/* Whether an interview is still ahead, and not answered by an outcome. */
static gboolean
is_ahead (const OnwardPlan *plan, const OnwardInterviewFact *interview)
{
  return interview->status == ONWARD_STATUS_BOOKED && interview->starts_at > plan->facts->now
         && (!interview->opportunity || interview->opportunity->outcome == ONWARD_OUTCOME_NONE);
}

static OnwardPlannedRow *
add_row (OnwardPlan *plan, OnwardRuleId rule, OnwardInterviewFact *interview)
{
  gboolean focus = interview->opportunity ? interview->opportunity->focus : interview->focus;
  OnwardPlannedRow *row = onward_plan_add (plan, rule, focus, "%s", interview->uuid);

  row->interview = interview;
  row->opportunity = interview->opportunity;
  return row;
}

/* So many days before the start in the morning, an hour before it at the latest. */
static void
set_times_before (OnwardPlan *plan, OnwardPlannedRow *row)
{
  gint64 start = row->interview->start_wall;
  gint64 morning = onward_plan_morning (plan, onward_wall_day (start) - plan->facts->settings.rules[row->rule].days[0]);

  onward_plan_set_times (row, MIN (morning, start - HOUR), start);
}

/**
 * onward_plan_prep_stories:
 * @plan: the plan
 * @subject: (type OnwardInterviewFact): an interview
 *
 * Before an interview, until stories are chosen for it.
 */
void
onward_plan_prep_stories (OnwardPlan *plan, gpointer subject)
{
  OnwardInterviewFact *interview = subject;
  const char *company = onward_words_company (interview->company);
  OnwardPlannedRow *row;

  if (!is_ahead (plan, interview) || interview->stories_chosen)
    return;
  row = add_row (plan, ONWARD_RULE_PREP_STORIES, interview);
  set_times_before (plan, row);
  row->title = company ? onward_plan_text (plan, _ ("Choose stories for the %s interview"), company)
                       : _ ("Choose stories for the interview");
  row->why =
      onward_plan_text (plan, _ ("Because an interview is booked for %s, and stories are best chosen days before it."),
                        onward_words_date (plan, onward_wall_day (interview->start_wall), FALSE));
}

static gboolean
is_verified (const OnwardPartFact *part)
{
  return part->name_source == ONWARD_NAME_VERIFIED || part->contact->name_source == ONWARD_NAME_VERIFIED;
}

/* How many people but the user are on @interview, and how many of their names are not verified. */
static guint
count_people (const OnwardInterviewFact *interview, guint *n_unverified)
{
  guint n = 0;

  *n_unverified = 0;
  for (guint i = 0; i < interview->parts.n; i++)
    {
      const OnwardPartFact *part = interview->parts.at[i];

      if (!part->contact || part->contact->is_user)
        continue;
      n++;
      *n_unverified += !is_verified (part);
    }
  return n;
}

static const char *
explain_prep_names (OnwardPlan *plan, const OnwardInterviewFact *interview, guint n_unverified)
{
  const char *date = onward_words_date (plan, onward_wall_day (interview->start_wall), FALSE);

  if (n_unverified == 0)
    return onward_plan_text (
        plan, _ ("Because nobody is named for the interview on %s, and names are asked for the day before."), date);
  return onward_plan_text (
      plan,
      ngettext ("Because %u name for the interview on %s is not verified, and names are asked for the day before.",
                "Because %u names for the interview on %s are not verified, and names are asked for the day before.",
                n_unverified),
      n_unverified, date);
}

static const char *
title_prep_names (OnwardPlan *plan, const OnwardContactFact *contact, const char *company)
{
  if (contact)
    return onward_plan_text (plan, _ ("Ask %s who will be there"), onward_words_person (contact));
  if (company)
    return onward_plan_text (plan, _ ("Ask who will be at the %s interview"), company);
  return _ ("Ask who will be at the interview");
}

/**
 * onward_plan_prep_names:
 * @plan: the plan
 * @subject: (type OnwardInterviewFact): an interview
 *
 * Before an interview, while nobody is on it or a name is not verified.
 */
void
onward_plan_prep_names (OnwardPlan *plan, gpointer subject)
{
  OnwardInterviewFact *interview = subject;
  const char *company;
  guint n_unverified;
  OnwardPlannedRow *row;

  if (!is_ahead (plan, interview) || (count_people (interview, &n_unverified) > 0 && n_unverified == 0))
    return;
  row = add_row (plan, ONWARD_RULE_PREP_NAMES, interview);
  row->contact = onward_people_choose (interview->opportunity, interview, ONWARD_ROLE_COORDINATOR);
  if (!row->contact)
    row->contact = onward_people_choose (interview->opportunity, interview, ONWARD_ROLE_RECRUITER);
  row->trigger = onward_plan_day_start (plan, interview->booked_on);
  row->channel = onward_rule_propose_channel (onward_rule_get (row->rule), row->contact, ONWARD_CHANNEL_NONE);
  set_times_before (plan, row);
  company = onward_words_company (interview->company);
  /* Who is named already is not asked for again: only how they are spelled. */
  row->title = n_unverified > 0 ? onward_plan_title_names (plan, row->contact, company)
                                : title_prep_names (plan, row->contact, company);
  row->why = explain_prep_names (plan, interview, n_unverified);
}

/* A start that lies ahead again, or another interview after it. Mock ones count as none. */
static gboolean
is_rescheduled (const OnwardPlan *plan, const OnwardInterviewFact *interview)
{
  const OnwardSlice *others = interview->opportunity ? &interview->opportunity->interviews : NULL;

  if (interview->starts_at > plan->facts->now)
    return TRUE;
  for (guint i = 0; others && i < others->n; i++)
    {
      const OnwardInterviewFact *other = others->at[i];

      if (other->kind != ONWARD_INTERVIEW_MOCK && other->status != ONWARD_STATUS_CANCELLED
          && other->starts_at != ONWARD_NO_INSTANT && other->starts_at > interview->starts_at)
        return TRUE;
    }
  return FALSE;
}

/* Any touch with them since the start, but for those of the kind: these end the row as done. */
static gboolean
has_talked_since (const OnwardInterviewFact *interview, const OnwardContactFact *contact)
{
  for (guint i = 0; contact && i < contact->touches.n; i++)
    {
      const OnwardTouchFact *touch = ((const OnwardTouchContactFact *)contact->touches.at[i])->touch;

      if (touch->at < interview->starts_at || (!touch->incoming && touch->kind == ONWARD_RULE_NO_SHOW))
        continue;
      if (touch->interview_id != 0
              ? touch->interview == interview
              : touch->opportunity_id == 0 || (touch->opportunity && touch->opportunity == interview->opportunity))
        return TRUE;
    }
  return FALSE;
}

/**
 * onward_plan_no_show:
 * @plan: the plan
 * @subject: (type OnwardInterviewFact): an interview
 *
 * After an interview to which nobody came, until there is another time for it or it was spoken about.
 */
void
onward_plan_no_show (OnwardPlan *plan, gpointer subject)
{
  OnwardInterviewFact *interview = subject;
  const char *company = onward_words_company (interview->company);
  OnwardContactFact *contact;
  OnwardPlannedRow *row;

  if (interview->status != ONWARD_STATUS_NO_SHOW || is_rescheduled (plan, interview)
      || (interview->opportunity && interview->opportunity->outcome != ONWARD_OUTCOME_NONE))
    return;
  contact = onward_people_choose (interview->opportunity, interview, ONWARD_ROLE_COORDINATOR);
  if (!contact)
    contact = onward_people_choose (interview->opportunity, interview, ONWARD_ROLE_RECRUITER);
  if (!contact)
    contact = onward_people_choose_any (interview);
  if (has_talked_since (interview, contact))
    return;
  row = add_row (plan, ONWARD_RULE_NO_SHOW, interview);
  row->contact = contact;
  row->trigger = interview->starts_at;
  row->channel = onward_rule_propose_channel (onward_rule_get (row->rule), contact, ONWARD_CHANNEL_NONE);
  row->remind_at = onward_hours_clamp (&plan->facts->settings.hours, interview->start_wall + WAIT_FOR_THEM);
  row->due = onward_wall_at (onward_wall_day (row->remind_at), LAST_MINUTE);
  if (contact)
    row->title = onward_plan_text (plan, _ ("Ask %s for a new time"), onward_words_person (contact));
  else
    row->title = company ? onward_plan_text (plan, _ ("Ask for a new time for the %s interview"), company)
                         : _ ("Ask for a new time for the interview");
  row->why = onward_plan_text (
      plan, _ ("Because nobody came to the interview on %s, and a new time is asked for the same day."),
      onward_words_date (plan, onward_wall_day (interview->start_wall), FALSE));
}
