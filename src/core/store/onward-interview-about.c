/* onward-interview-about.c - an interview that is about another opportunity than was thought */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-interview-about.h"

#include "model/onward-feedback.h"
#include "model/onward-follow-up.h"
#include "model/onward-touch.h"

static GPtrArray *
load (OnwardWriter *writer, GType type, OnwardInterview *interview, GError **error)
{
  return onward_rows_load_where (onward_writer_get_connection (writer), type, "WHERE interview = ?",
                                 interview->record.id, error);
}

static gboolean
take_touches (OnwardWriter *writer, OnwardInterview *interview, gint64 before, GError **error)
{
  g_autoptr (GPtrArray) touches = load (writer, ONWARD_TYPE_TOUCH, interview, error);

  for (guint i = 0; touches != NULL && i < touches->len; i++)
    {
      OnwardTouch *touch = touches->pdata[i];

      if (touch->opportunity != before)
        continue;
      touch->opportunity = interview->opportunity;
      if (!onward_writer_update (writer, touch, error))
        return FALSE;
    }
  return touches != NULL;
}

static gboolean
take_feedback (OnwardWriter *writer, OnwardInterview *interview, gint64 before, GError **error)
{
  g_autoptr (GPtrArray) feedbacks = load (writer, ONWARD_TYPE_FEEDBACK, interview, error);

  for (guint i = 0; feedbacks != NULL && i < feedbacks->len; i++)
    {
      OnwardFeedback *feedback = feedbacks->pdata[i];

      if (feedback->opportunity != before)
        continue;
      feedback->opportunity = interview->opportunity;
      if (!onward_writer_update (writer, feedback, error))
        return FALSE;
    }
  return feedbacks != NULL;
}

/* The open ones are planned anew by the playbook; what was done or skipped is only told where it belongs. */
static gboolean
take_follow_ups (OnwardWriter *writer, OnwardInterview *interview, gint64 before, GError **error)
{
  g_autoptr (GPtrArray) follow_ups = load (writer, ONWARD_TYPE_FOLLOW_UP, interview, error);

  for (guint i = 0; follow_ups != NULL && i < follow_ups->len; i++)
    {
      OnwardFollowUp *follow_up = follow_ups->pdata[i];

      if (follow_up->opportunity != before)
        continue;
      follow_up->opportunity = interview->opportunity;
      if (!onward_writer_update (writer, follow_up, error))
        return FALSE;
    }
  return follow_ups != NULL;
}

/**
 * onward_interview_take_along:
 * @writer: the writer, in a command
 * @interview: an interview, as it is stored now
 * @before: the opportunity that it was about until now; 0 = none
 * @error: return location
 *
 * Messages, feedback and follow-ups about the interview go where it goes, unless they were about something else already.
 *
 * Returns: whether they have
 */
gboolean
onward_interview_take_along (OnwardWriter *writer, OnwardInterview *interview, gint64 before, GError **error)
{
  if (interview->opportunity == before)
    return TRUE;
  return take_touches (writer, interview, before, error) && take_feedback (writer, interview, before, error)
         && take_follow_ups (writer, interview, before, error);
}
