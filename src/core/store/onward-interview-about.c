/* onward-interview-about.c - an interview that is about another opportunity than was thought */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-interview-about.h"

#include "model/onward-feedback.h"
#include "model/onward-follow-up.h"
#include "model/onward-touch.h"

static gint64 *
get_opportunity (gpointer record)
{
  if (G_OBJECT_TYPE (record) == ONWARD_TYPE_TOUCH)
    return &((OnwardTouch *)record)->opportunity;
  if (G_OBJECT_TYPE (record) == ONWARD_TYPE_FEEDBACK)
    return &((OnwardFeedback *)record)->opportunity;
  return &((OnwardFollowUp *)record)->opportunity;
}

static gboolean
take (OnwardWriter *writer, GType type, OnwardInterview *interview, gint64 before, GError **error)
{
  g_autoptr (GPtrArray) records = onward_rows_load_where (onward_writer_get_connection (writer), type,
                                                          "WHERE interview = ?", interview->record.id, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      gint64 *opportunity = get_opportunity (records->pdata[i]);

      if (*opportunity != before)
        continue;
      *opportunity = interview->opportunity;
      if (!onward_writer_update (writer, records->pdata[i], error))
        return FALSE;
    }
  return records != NULL;
}

/**
 * onward_interview_take_along:
 * @writer: the writer, in a command
 * @interview: an interview, as it is stored now
 * @before: the opportunity that it was about until now; 0 = none
 * @error: return location
 *
 * Messages, feedback and follow-ups about the interview go where it goes, unless they were about something else
 * already. Of these the open follow-ups are planned anew by the playbook; what was done or skipped is only told where
 * it belongs.
 *
 * Returns: whether they have
 */
gboolean
onward_interview_take_along (OnwardWriter *writer, OnwardInterview *interview, gint64 before, GError **error)
{
  if (interview->opportunity == before)
    return TRUE;
  return take (writer, ONWARD_TYPE_TOUCH, interview, before, error)
         && take (writer, ONWARD_TYPE_FEEDBACK, interview, before, error)
         && take (writer, ONWARD_TYPE_FOLLOW_UP, interview, before, error);
}
