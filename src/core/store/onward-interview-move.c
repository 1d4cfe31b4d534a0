/* onward-interview-move.c - an interview at another time, or of another length: a command for the writer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-interview-move.h"

#include "model/onward-interview.h"
#include "playbook/onward-zone.h"

#include <glib/gi18n-lib.h>

#define USUAL_SECONDS 3600 /* of an interview that has no end (playbook.md, "Time") */

/* As the clock shows it in the zone in which the interview was agreed. */
static void
set_instant (char **member, GTimeZone *zone, gint64 instant)
{
  char buffer[ONWARD_INSTANT_SIZE];

  onward_set_text (member, onward_instant_format (instant, onward_zone_offset (zone, instant), buffer));
}

static gboolean
is_over (const char *status)
{
  return g_strcmp0 (status, "held") == 0 || g_strcmp0 (status, "no-show") == 0;
}

/**
 * onward_interviews_move:
 * @writer: the writer
 * @interview_move: an OnwardInterviewMove
 * @error: return location
 *
 * The zone stays the one in which it was agreed, and an end that was left out stays left out as long as an hour is
 * meant. What was over and now lies ahead is booked again.
 *
 * Returns: whether it is stored
 */
gboolean
onward_interviews_move (OnwardWriter *writer, gpointer interview_move, GError **error)
{
  OnwardInterviewMove *move = interview_move;
  const OnwardNow *now = onward_writer_get_now (writer);
  g_autoptr (OnwardInterview) interview = NULL;
  g_autoptr (GTimeZone) zone = NULL;

  if (move->ends_at <= move->starts_at)
    {
      g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                           _ ("The interview would end before it starts. Give it a later end."));
      return FALSE;
    }
  interview = onward_writer_load (writer, ONWARD_TYPE_INTERVIEW, move->interview, error);
  if (interview == NULL)
    return FALSE;
  zone = onward_zone_find (interview->zone != NULL ? interview->zone : now->zone);
  set_instant (&interview->starts_at, zone, move->starts_at);
  if (interview->ends_at != NULL || move->ends_at - move->starts_at != USUAL_SECONDS)
    set_instant (&interview->ends_at, zone, move->ends_at);
  if (is_over (interview->status) && interview->debrief_written_at == NULL && move->ends_at > now->unix_time)
    onward_set_text (&interview->status, "booked");
  return onward_writer_update (writer, interview, error);
}
