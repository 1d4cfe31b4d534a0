/* onward-people.c - to whom a follow-up goes: "Who" of playbook.md */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-people.h"

#include <string.h>

/* The best of one level so far. */
typedef struct
{
  const OnwardOpportunityFact *opportunity;
  OnwardContactFact *contact;
  gint64 met_at;
} Choice;

/**
 * onward_people_may_write_to:
 * @contact: (nullable): a contact
 *
 * Returns: whether a follow-up may go to them: never to the user, nor to who is not to be contacted.
 */
gboolean
onward_people_may_write_to (const OnwardContactFact *contact)
{
  return contact && !contact->is_user && !contact->do_not_contact;
}

static gboolean
has_met (const OnwardPartFact *part)
{
  return part->interview && part->interview->held && !part->absent && part->interview->kind != ONWARD_INTERVIEW_MOCK;
}

/* When the user last met @contact in @opportunity. */
static gint64
find_last_meeting (const OnwardOpportunityFact *opportunity, const OnwardContactFact *contact)
{
  gint64 met_at = ONWARD_NO_INSTANT;

  for (guint i = 0; opportunity && i < contact->parts.n; i++)
    {
      const OnwardPartFact *part = contact->parts.at[i];

      if (has_met (part) && part->interview->opportunity == opportunity)
        met_at = MAX (met_at, part->interview->end);
    }
  return met_at;
}

static void
consider (Choice *choice, OnwardContactFact *contact)
{
  gint64 met_at;

  if (!onward_people_may_write_to (contact))
    return;
  met_at = find_last_meeting (choice->opportunity, contact);
  if (choice->contact && met_at <= choice->met_at
      && (met_at < choice->met_at || strcmp (contact->uuid, choice->contact->uuid) >= 0))
    return;
  choice->contact = contact;
  choice->met_at = met_at;
}

static void
consider_interview (Choice *choice, const OnwardInterviewFact *interview, OnwardRole role)
{
  for (guint i = 0; i < interview->parts.n; i++)
    {
      const OnwardPartFact *part = interview->parts.at[i];

      if (part->role == role)
        consider (choice, part->contact);
    }
}

/* One turns to an interviewer only when they were there. */
static void
consider_attendees (Choice *choice, const OnwardInterviewFact *interview, OnwardRole role)
{
  for (guint i = 0; i < interview->parts.n; i++)
    {
      const OnwardPartFact *part = interview->parts.at[i];

      if (part->role == role && has_met (part))
        consider (choice, part->contact);
    }
}

static void
consider_opportunity (Choice *choice, const OnwardOpportunityFact *opportunity, OnwardRole role)
{
  for (guint i = 0; i < opportunity->people.n; i++)
    {
      const OnwardPersonFact *person = opportunity->people.at[i];

      if (person->role == role)
        consider (choice, person->contact);
    }
}

static void
consider_other_interviews (Choice *choice, const OnwardOpportunityFact *opportunity,
                           const OnwardInterviewFact *interview, OnwardRole role)
{
  for (guint i = 0; i < opportunity->interviews.n; i++)
    {
      const OnwardInterviewFact *other = opportunity->interviews.at[i];

      if (other == interview || other->kind == ONWARD_INTERVIEW_MOCK)
        continue;
      if (role == ONWARD_ROLE_INTERVIEWER)
        consider_attendees (choice, other, role);
      else
        consider_interview (choice, other, role);
    }
}

static void
consider_other_opportunities (Choice *choice, const OnwardCompanyFact *company,
                              const OnwardOpportunityFact *opportunity, OnwardRole role)
{
  for (guint i = 0; i < company->opportunities.n; i++)
    if (company->opportunities.at[i] != opportunity)
      consider_opportunity (choice, company->opportunities.at[i], role);
}

static void
consider_company (Choice *choice, const OnwardCompanyFact *company, OnwardRole role)
{
  for (guint i = 0; i < company->contacts.n; i++)
    {
      OnwardContactFact *contact = company->contacts.at[i];

      if (contact->roles & (1u << role))
        consider (choice, contact);
    }
}

/**
 * onward_people_choose:
 * @opportunity: (nullable): what the follow-up is about
 * @interview: (nullable): the interview it is about, if any
 * @role: the role that is asked for
 *
 * Takes the first level that has somebody: that interview's people, the opportunity's, those of its other
 * interviews, and for insider and hr those of the company. Several on a level: the one met last in this
 * opportunity, then the smallest id.
 *
 * Returns: (transfer none) (nullable): the contact; never the user, nor who is not to be contacted.
 */
OnwardContactFact *
onward_people_choose (const OnwardOpportunityFact *opportunity, const OnwardInterviewFact *interview, OnwardRole role)
{
  Choice choice = { .opportunity = opportunity };
  const OnwardCompanyFact *company = opportunity ? opportunity->company : interview ? interview->company : NULL;

  if (interview)
    consider_interview (&choice, interview, role);
  if (!choice.contact && opportunity)
    consider_opportunity (&choice, opportunity, role);
  if (!choice.contact && opportunity)
    consider_other_interviews (&choice, opportunity, interview, role);
  if (!company || (role != ONWARD_ROLE_INSIDER && role != ONWARD_ROLE_HR))
    return choice.contact;
  if (!choice.contact)
    consider_other_opportunities (&choice, company, opportunity, role);
  if (!choice.contact)
    consider_company (&choice, company, role);
  return choice.contact;
}

/**
 * onward_people_choose_speaker:
 * @opportunity: what the follow-up is about
 * @interview: (nullable): the interview it is about, if any
 * @first: (nullable): who gave the promise or the answer
 *
 * Returns: (transfer none) (nullable): @first when they may be written to, else the recruiter, else the hiring manager.
 */
OnwardContactFact *
onward_people_choose_speaker (const OnwardOpportunityFact *opportunity, const OnwardInterviewFact *interview,
                              OnwardContactFact *first)
{
  OnwardContactFact *contact = onward_people_may_write_to (first) ? first : NULL;

  if (!contact)
    contact = onward_people_choose (opportunity, interview, ONWARD_ROLE_RECRUITER);
  return contact ? contact : onward_people_choose (opportunity, interview, ONWARD_ROLE_HIRING_MANAGER);
}

/**
 * onward_people_choose_any:
 * @interview: a linked interview
 *
 * Returns: (transfer none) (nullable): of everybody on it, whatever their role, the one met last in its opportunity,
 *   then the smallest id; never the user, nor who is not to be contacted.
 */
OnwardContactFact *
onward_people_choose_any (const OnwardInterviewFact *interview)
{
  Choice choice = { .opportunity = interview->opportunity };

  for (guint i = 0; i < interview->parts.n; i++)
    consider (&choice, ((const OnwardPartFact *)interview->parts.at[i])->contact);
  return choice.contact;
}

static gboolean
is_interviewer (const OnwardPartFact *part)
{
  return part->role == ONWARD_ROLE_INTERVIEWER || part->role == ONWARD_ROLE_HIRING_MANAGER;
}

static gboolean
stands_in (const OnwardPartFact *part)
{
  return part->role == ONWARD_ROLE_RECRUITER || part->role == ONWARD_ROLE_HR || part->role == ONWARD_ROLE_INSIDER;
}

/* Adds everyone on @interview that @matches, once, and returns whether there was anybody but the user. */
static gboolean
add_attendees (const OnwardInterviewFact *interview, gboolean (*matches) (const OnwardPartFact *), GPtrArray *people)
{
  gboolean any = FALSE;

  for (guint i = 0; i < interview->parts.n; i++)
    {
      const OnwardPartFact *part = interview->parts.at[i];

      if (part->absent || !part->contact || part->contact->is_user || !matches (part))
        continue;
      any = TRUE;
      if (!part->contact->do_not_contact && !g_ptr_array_find (people, part->contact, NULL))
        g_ptr_array_add (people, part->contact);
    }
  return any;
}

/**
 * onward_people_interviewers:
 * @interview: a linked interview
 *
 * Interviewers and hiring managers who attended it; when there are none of these, before anybody is left
 * out as not to be contacted, every recruiter, hr and insider who did.
 *
 * Returns: (transfer full) (element-type OnwardContactFact): those who may be written to.
 */
GPtrArray *
onward_people_interviewers (const OnwardInterviewFact *interview)
{
  GPtrArray *people = g_ptr_array_new ();

  if (!add_attendees (interview, is_interviewer, people))
    add_attendees (interview, stands_in, people);
  return people;
}

/**
 * onward_people_has_open_opportunity:
 * @contact: a linked contact
 *
 * Returns: whether they are among the people of an open opportunity, or of one of its interviews that is
 *   neither cancelled nor mock.
 */
gboolean
onward_people_has_open_opportunity (const OnwardContactFact *contact)
{
  for (guint i = 0; i < contact->people.n; i++)
    {
      const OnwardPersonFact *person = contact->people.at[i];

      if (person->opportunity && person->opportunity->open)
        return TRUE;
    }
  for (guint i = 0; i < contact->parts.n; i++)
    {
      const OnwardInterviewFact *interview = ((const OnwardPartFact *)contact->parts.at[i])->interview;

      if (interview && interview->status != ONWARD_STATUS_CANCELLED && interview->kind != ONWARD_INTERVIEW_MOCK
          && interview->opportunity && interview->opportunity->open)
        return TRUE;
    }
  return FALSE;
}

/* How well it went: clicked alone is worth three. */
static int
rate (const OnwardPartFact *part)
{
  return part->rapport >= 1 ? part->rapport : part->clicked ? 3 : 0;
}

static int
find_rapport (const OnwardInterviewFact *interview, const OnwardContactFact *contact)
{
  int best = 0;

  for (guint i = 0; i < interview->parts.n; i++)
    {
      const OnwardPartFact *part = interview->parts.at[i];

      if (part->contact == contact && !part->absent && (is_interviewer (part) || stands_in (part)))
        best = MAX (best, rate (part));
    }
  return best;
}

/**
 * onward_people_choose_closest:
 * @opportunity: a linked opportunity
 *
 * Returns: (transfer none) (nullable): the interviewer who clicked most in one of its interviews that were held: by the
 *   highest rapport, then the one met last, then the smallest id; %NULL when nobody did.
 */
OnwardContactFact *
onward_people_choose_closest (const OnwardOpportunityFact *opportunity)
{
  Choice choice = { .opportunity = opportunity };
  int best = 1;

  for (guint i = 0; i < opportunity->interviews.n; i++)
    {
      const OnwardInterviewFact *interview = opportunity->interviews.at[i];
      g_autoptr (GPtrArray) people = NULL;

      if (!interview->held || interview->kind == ONWARD_INTERVIEW_MOCK)
        continue;
      people = onward_people_interviewers (interview);
      for (guint n = 0; n < people->len; n++)
        {
          int rapport = find_rapport (interview, people->pdata[n]);

          if (rapport < best)
            continue;
          if (rapport > best)
            choice.contact = NULL;
          best = rapport;
          consider (&choice, people->pdata[n]);
        }
    }
  return choice.contact;
}
