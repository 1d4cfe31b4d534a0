/* onward-rules-thanks.c - what feedback and introductions ask for: thanks for both, and leave to use a name */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "playbook/onward-people.h"
#include "playbook/onward-rules.h"
#include "playbook/onward-words.h"
#include "playbook/onward-zone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
set_day_after (OnwardPlan *plan, OnwardPlannedRow *row, int day)
{
  const OnwardSettings *settings = &plan->facts->settings;

  row->trigger = onward_plan_day_start (plan, day);
  onward_plan_set_day (plan, row, onward_hours_working_day (&settings->hours, day + settings->rules[row->rule].days[0]),
                       0);
}

/* By the way it came, unless they prefer another. */
static OnwardChannel
choose_answer (const OnwardFeedbackFact *feedback)
{
  return feedback->contact->preferred != ONWARD_CHANNEL_NONE ? feedback->contact->preferred : feedback->channel;
}

/**
 * onward_plan_thank_for_feedback:
 * @plan: the plan
 * @subject: (type OnwardFeedbackFact): feedback
 *
 * After feedback of a person.
 */
void
onward_plan_thank_for_feedback (OnwardPlan *plan, gpointer subject)
{
  OnwardFeedbackFact *feedback = subject;
  OnwardPlannedRow *row;

  if (feedback->received_on == ONWARD_NO_DAY || !onward_people_may_write_to (feedback->contact))
    return;
  row = onward_plan_add (plan, ONWARD_RULE_THANK_FOR_FEEDBACK, feedback->focus, "%s", feedback->uuid);
  row->contact = feedback->contact;
  row->opportunity = feedback->opportunity;
  row->interview = feedback->interview;
  row->channel = choose_answer (feedback);
  set_day_after (plan, row, feedback->received_on);
  row->title = onward_plan_text (plan, _ ("Thank %s for the feedback"), onward_words_person (row->contact));
  row->why =
      onward_plan_text (plan, _ ("Because %s gave you feedback on %s, and thanks go out on the next working day."),
                        onward_words_person (row->contact), onward_words_date (plan, feedback->received_on, FALSE));
}

/* The earlier of two days, of which either may be none. */
static int
find_earlier (int a, int b)
{
  if (a == ONWARD_NO_DAY || b == ONWARD_NO_DAY)
    return a == ONWARD_NO_DAY ? b : a;
  return MIN (a, b);
}

/* When an opportunity was there first, in any way. */
static int
find_trace (const OnwardPlan *plan, const OnwardOpportunityFact *opportunity)
{
  int day = find_earlier (opportunity->added_on, opportunity->applied_on);

  for (guint i = 0; i < opportunity->stages.n; i++)
    {
      gint64 at = ((const OnwardStageFact *)opportunity->stages.at[i])->at;

      if (at != ONWARD_NO_INSTANT)
        day = find_earlier (day, onward_zone_day (plan->facts->zone, at));
    }
  return day;
}

static gboolean
counts (const OnwardInterviewFact *interview)
{
  return interview && interview->kind != ONWARD_INTERVIEW_MOCK && interview->status != ONWARD_STATUS_CANCELLED
         && interview->starts_at != ONWARD_NO_INSTANT;
}

/* The first touch or interview with @person on or after @since. */
static int
find_meeting (const OnwardPlan *plan, const OnwardContactFact *person, int since)
{
  int day = ONWARD_NO_DAY;

  for (guint i = 0; person && i < person->touches.n && day == ONWARD_NO_DAY; i++)
    {
      int at = onward_zone_day (plan->facts->zone, ((OnwardTouchContactFact *)person->touches.at[i])->touch->at);

      day = at >= since ? at : ONWARD_NO_DAY;
    }
  for (guint i = 0; person && i < person->parts.n; i++)
    {
      const OnwardInterviewFact *interview = ((const OnwardPartFact *)person->parts.at[i])->interview;

      if (counts (interview) && onward_wall_day (interview->start_wall) >= since)
        day = find_earlier (day, onward_wall_day (interview->start_wall));
    }
  return day;
}

/* The day on which an introduction led to an opportunity, or to a contact made. */
static int
find_first_result (const OnwardPlan *plan, const OnwardIntroductionFact *introduction)
{
  int day = find_meeting (plan, introduction->person, introduction->recorded_on);

  if (introduction->opportunity)
    day = find_earlier (day, find_trace (plan, introduction->opportunity));
  for (guint i = 0; i < introduction->opportunities.n; i++)
    day = find_earlier (day, find_trace (plan, introduction->opportunities.at[i]));
  return day;
}

static void
consider_interview (const OnwardInterviewFact **first, const OnwardInterviewFact *interview)
{
  if (!counts (interview))
    return;
  if (!*first || interview->starts_at < (*first)->starts_at
      || (interview->starts_at == (*first)->starts_at && strcmp (interview->uuid, (*first)->uuid) < 0))
    *first = interview;
}

static void
consider_interviews (const OnwardInterviewFact **first, const OnwardOpportunityFact *opportunity)
{
  for (guint i = 0; opportunity && i < opportunity->interviews.n; i++)
    consider_interview (first, opportunity->interviews.at[i]);
}

/* The day on which it led to an interview: the first one was booked then, or took place. */
static int
find_first_interview (const OnwardIntroductionFact *introduction)
{
  const OnwardInterviewFact *first = NULL;

  consider_interviews (&first, introduction->opportunity);
  for (guint i = 0; i < introduction->opportunities.n; i++)
    consider_interviews (&first, introduction->opportunities.at[i]);
  for (guint i = 0; introduction->person && i < introduction->person->parts.n; i++)
    consider_interview (&first, ((const OnwardPartFact *)introduction->person->parts.at[i])->interview);
  if (!first)
    return ONWARD_NO_DAY;
  return first->booked_on != ONWARD_NO_DAY ? first->booked_on : onward_wall_day (first->start_wall);
}

static OnwardPlannedRow *
add_thanks (OnwardPlan *plan, OnwardIntroductionFact *introduction, const char *part, int day)
{
  OnwardPlannedRow *row =
      onward_plan_add (plan, ONWARD_RULE_THANK_INTRODUCER, introduction->focus, "%s:%s", introduction->uuid, part);

  row->contact = introduction->introducer;
  row->opportunity = introduction->opportunity;
  row->channel = onward_rule_propose_channel (onward_rule_get (row->rule), row->contact, ONWARD_CHANNEL_NONE);
  set_day_after (plan, row, day);
  row->title = onward_plan_text (plan, _ ("Thank %s for the introduction"), onward_words_person (row->contact));
  return row;
}

/**
 * onward_plan_thank_introducer:
 * @plan: the plan
 * @subject: (type OnwardIntroductionFact): an introduction
 *
 * When an introduction has led to a contact or an opportunity, and again when to an interview.
 */
void
onward_plan_thank_introducer (OnwardPlan *plan, gpointer subject)
{
  OnwardIntroductionFact *introduction = subject;
  int made = ONWARD_NO_DAY, interview = ONWARD_NO_DAY;
  OnwardPlannedRow *row;

  if (!onward_people_may_write_to (introduction->introducer))
    return;
  made = find_first_result (plan, introduction);
  interview = find_first_interview (introduction);
  if (made != ONWARD_NO_DAY)
    {
      row = add_thanks (plan, introduction, "1", made);
      row->why = onward_plan_text (
          plan, _ ("Because what %s introduced you to began on %s, and thanks go out on the next working day."),
          onward_words_person (row->contact), onward_words_date (plan, made, FALSE));
    }
  if (interview != ONWARD_NO_DAY)
    {
      row = add_thanks (plan, introduction, "2", interview);
      row->why = onward_plan_text (
          plan,
          _ ("Because the introduction of %s led to an interview on %s, and thanks follow each step it leads to."),
          onward_words_person (row->contact), onward_words_date (plan, interview, FALSE));
    }
}

/**
 * onward_plan_ask_permission:
 * @plan: the plan
 * @subject: (type OnwardIntroductionFact): an introduction
 *
 * While nobody has asked the introducer whether their name may be used with a person.
 */
void
onward_plan_ask_permission (OnwardPlan *plan, gpointer subject)
{
  OnwardIntroductionFact *introduction = subject;
  OnwardPlannedRow *row;

  if (!introduction->person || introduction->permission != ONWARD_PERMISSION_NOT_ASKED
      || introduction->recorded_on == ONWARD_NO_DAY || !onward_people_may_write_to (introduction->introducer))
    return;
  row = onward_plan_add (plan, ONWARD_RULE_ASK_PERMISSION, introduction->focus, "%s", introduction->uuid);
  row->contact = introduction->introducer;
  row->opportunity = introduction->opportunity;
  row->channel = onward_rule_propose_channel (onward_rule_get (row->rule), row->contact, ONWARD_CHANNEL_NONE);
  set_day_after (plan, row, introduction->recorded_on);
  row->title = onward_plan_text (plan, _ ("Ask %s whether you may use their name"), onward_words_person (row->contact));
  row->why = onward_plan_text (plan, _ ("Because %s named %s on %s, and a name is used only with permission."),
                               onward_words_person (row->contact), onward_words_person (introduction->person),
                               onward_words_date (plan, introduction->recorded_on, FALSE));
}
