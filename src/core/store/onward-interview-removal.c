/* onward-interview-removal.c - takes an interview away: a command for the writer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/onward-feedback.h"
#include "model/onward-follow-up.h"
#include "model/onward-interview.h"
#include "model/onward-touch.h"
#include "onward-interviews.h"

#define OF_INTERVIEW "WHERE interview = ?"

static GPtrArray *
load (OnwardWriter *writer, GType type, OnwardInterview *interview, GError **error)
{
  return onward_rows_load_where (onward_writer_get_connection (writer), type, OF_INTERVIEW, interview->record.id,
                                 error);
}

/* What was written stays, about the opportunity. */
static gboolean
release_touches (OnwardWriter *writer, OnwardInterview *interview, GError **error)
{
  g_autoptr (GPtrArray) touches = load (writer, ONWARD_TYPE_TOUCH, interview, error);

  for (guint i = 0; touches != NULL && i < touches->len; i++)
    {
      OnwardTouch *touch = touches->pdata[i];

      touch->interview = 0;
      if (touch->opportunity == 0)
        touch->opportunity = interview->opportunity;
      if (!onward_writer_update (writer, touch, error))
        return FALSE;
    }
  return touches != NULL;
}

static gboolean
release_feedback (OnwardWriter *writer, OnwardInterview *interview, GError **error)
{
  g_autoptr (GPtrArray) feedbacks = load (writer, ONWARD_TYPE_FEEDBACK, interview, error);

  for (guint i = 0; feedbacks != NULL && i < feedbacks->len; i++)
    {
      OnwardFeedback *feedback = feedbacks->pdata[i];

      feedback->interview = 0;
      if (feedback->opportunity == 0)
        feedback->opportunity = interview->opportunity;
      if (!onward_writer_update (writer, feedback, error))
        return FALSE;
    }
  return feedbacks != NULL;
}

/* The playbook cancels what nothing asks for any more; what was done and what the user planned stays. */
static gboolean
release_follow_ups (OnwardWriter *writer, OnwardInterview *interview, GError **error)
{
  g_autoptr (GPtrArray) follow_ups = load (writer, ONWARD_TYPE_FOLLOW_UP, interview, error);

  for (guint i = 0; follow_ups != NULL && i < follow_ups->len; i++)
    {
      OnwardFollowUp *follow_up = follow_ups->pdata[i];

      follow_up->interview = 0;
      if (!onward_writer_update (writer, follow_up, error))
        return FALSE;
    }
  return follow_ups != NULL;
}

/**
 * onward_interviews_remove:
 * @writer: the writer
 * @interview: (type gint64*): an interview
 * @error: return location
 *
 * A command. Messages and feedback about it stay, without it; its people stay as contacts; what it asked for is
 * cancelled by the playbook.
 *
 * Returns: whether it is gone
 */
gboolean
onward_interviews_remove (OnwardWriter *writer, gpointer interview, GError **error)
{
  gint64 id = *(gint64 *)interview;
  g_autoptr (OnwardInterview) record = onward_writer_load (writer, ONWARD_TYPE_INTERVIEW, id, error);

  return record != NULL && release_touches (writer, record, error) && release_feedback (writer, record, error)
         && release_follow_ups (writer, record, error)
         && onward_writer_delete (writer, ONWARD_TYPE_INTERVIEW, id, error);
}
