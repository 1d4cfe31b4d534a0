/* onward-slots.c - the slots of messages: what stands in them, and what the user is asked */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-slots.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What messages.md asks of each draft; the order is that of the alphabet. */
static const OnwardSlot slots[] = {
  { "act_on", N_ ("which of it you will act on"), TRUE },
  { "agreed_time", N_ ("the day and the time that were agreed"), FALSE },
  { "applied_day", N_ ("the day you applied"), FALSE },
  { "applying", N_ ("that the role is still open"), FALSE },
  { "cancelled", N_ ("that the role was withdrawn"), FALSE },
  { "changed", N_ ("what has changed since"), TRUE },
  { "company", N_ ("the company"), FALSE },
  { "concern", N_ ("the concern they raised"), TRUE },
  { "concern_answer", N_ ("your answer to their concern: {concern}"), TRUE },
  { "contact_details", N_ ("your new address, mail and telephone"), FALSE },
  { "cooling_off", N_ ("the time they want between applications"), FALSE },
  { "expected_questions", N_ ("the questions you expect"), FALSE },
  { "first_name", N_ ("their name"), FALSE },
  { "fit", N_ ("why you are right for it"), TRUE },
  { "full_name", N_ ("their name"), FALSE },
  { "idea", N_ ("if you have one: an idea for a problem you discussed"), TRUE },
  { "informational", N_ ("that it was about advice, not a role"), FALSE },
  { "interview", N_ ("which conversation"), FALSE },
  { "interview_day", N_ ("the day of the interview"), FALSE },
  { "introduced", N_ ("whom you would like to write to"), FALSE },
  { "introducer", N_ ("who introduced you"), FALSE },
  { "job_link", N_ ("the job description, or its link"), FALSE },
  { "link", N_ ("the link"), FALSE },
  { "message", N_ ("what you want to say"), TRUE },
  { "missed_point", N_ ("what you wish you had said"), TRUE },
  { "month", N_ ("the month of the interview"), FALSE },
  { "my_address", N_ ("your address"), FALSE },
  { "my_email", N_ ("your mail address"), FALSE },
  { "my_name", N_ ("your name"), FALSE },
  { "my_phone", N_ ("your telephone number"), FALSE },
  { "new_company", N_ ("where you work now"), FALSE },
  { "new_times", N_ ("two or three times that suit you"), FALSE },
  { "new_work", N_ ("what you do now, in a sentence"), FALSE },
  { "news", N_ ("something new since you last wrote"), TRUE },
  { "over", N_ ("that the role came to its end"), FALSE },
  { "particular", N_ ("one particular thing {first_name} said"), TRUE },
  { "promise_day", N_ ("the day that was promised"), FALSE },
  { "question", N_ ("one question"), TRUE },
  { "recording", N_ ("the recording, or its link"), FALSE },
  { "recruiter", N_ ("who told you"), FALSE },
  { "roles", N_ ("the roles or levels you have in mind"), FALSE },
  { "something_of_value", N_ ("an article, an event or news they would like, or something you remember of them"),
    FALSE },
  { "still_interested", N_ ("whether you are still interested in them"), FALSE },
  { "title", N_ ("the role"), FALSE },
  { "what_came", N_ ("what came of it"), TRUE },
  { "why_line", N_ ("one line: why this role, why you"), TRUE },
};

/**
 * onward_slot_find:
 * @id: a slot as it stands in a template
 *
 * Returns: (transfer none) (nullable): the slot; NULL when nobody knows it
 */
const OnwardSlot *
onward_slot_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    if (strcmp (slots[i].id, id) == 0)
      return &slots[i];
  return NULL;
}
