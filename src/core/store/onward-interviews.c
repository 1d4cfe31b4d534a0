/* onward-interviews.c - meetings, their booking and their end: commands for the writer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-interviews.h"

#include "model/onward-interview.h"
#include "model/onward-opportunity.h"
#include "model/onward-stage.h"
#include "onward-companies.h"
#include "onward-interview-about.h"
#include "onward-interview-people.h"
#include "onward-opportunities.h"
#include "playbook/onward-wall.h"

#include <glib/gi18n-lib.h>

OnwardInterviewEdit *
onward_interview_edit_new (void)
{
  OnwardInterviewEdit *edit = g_new0 (OnwardInterviewEdit, 1);

  edit->people = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_person_edit_free);
  return edit;
}

void
onward_interview_edit_free (OnwardInterviewEdit *edit)
{
  g_free (edit->company_name);
  g_free (edit->kind);
  g_free (edit->starts_at);
  g_free (edit->ends_at);
  g_free (edit->zone);
  g_free (edit->location);
  g_free (edit->join_url);
  g_free (edit->status);
  g_ptr_array_unref (edit->people);
  g_free (edit);
}

static gboolean
check_times (OnwardInterviewEdit *edit, GError **error)
{
  gint64 start, end;

  if (!onward_instant_parse (edit->starts_at, &start)
      || (edit->ends_at != NULL && !onward_instant_parse (edit->ends_at, &end)))
    {
      g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                           _ ("The interview has no day and time. Give it both."));
      return FALSE;
    }
  if (edit->ends_at != NULL && end <= start)
    {
      g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                           _ ("The interview would end before it starts. Give it a later end."));
      return FALSE;
    }
  return TRUE;
}

static gint64
find_next_round (OnwardConnection *connection, gint64 opportunity)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      connection,
      "SELECT coalesce (max (round), count (*)) + 1 FROM interviews "
      "WHERE opportunity = ? AND kind IS NOT 'mock' AND kind IS NOT 'informational' AND status IS NOT 'cancelled'",
      NULL);

  if (opportunity == 0 || statement == NULL)
    return 1;
  onward_statement_bind_int (statement, 1, opportunity);
  return onward_statement_step (statement, NULL) ? onward_statement_get_int (statement, 0) : 1;
}

/* Where it is: of the opportunity, else what was typed. */
static gboolean
fill_company (OnwardWriter *writer, OnwardInterview *interview, OnwardInterviewEdit *edit, GError **error)
{
  if (edit->opportunity != 0)
    {
      if (interview->opportunity != edit->opportunity)
        interview->company = 0;
      return TRUE;
    }
  interview->company = edit->company;
  if (edit->company == 0 && edit->company_name != NULL && *edit->company_name != '\0')
    {
      interview->company = onward_companies_find_or_add (writer, edit->company_name, error);
      return interview->company != 0;
    }
  return TRUE;
}

static void
fill_interview (OnwardWriter *writer, OnwardInterview *interview, OnwardInterviewEdit *edit)
{
  g_autofree char *today = onward_writer_format_today (writer);

  interview->opportunity = edit->opportunity;
  onward_set_text (&interview->kind, edit->kind);
  onward_set_text (&interview->starts_at, edit->starts_at);
  onward_set_text (&interview->ends_at, edit->ends_at);
  onward_set_text (&interview->zone, edit->zone);
  onward_set_text (&interview->location, edit->location);
  onward_set_text (&interview->join_url, edit->join_url);
  if (edit->round > 0)
    interview->round = edit->round;
  else if (interview->record.id == 0)
    interview->round = find_next_round (onward_writer_get_connection (writer), edit->opportunity);
  if (edit->status != NULL)
    onward_set_text (&interview->status, edit->status);
  else if (interview->status == NULL)
    onward_set_text (&interview->status, "booked");
  if (interview->booked_on == NULL)
    onward_set_text (&interview->booked_on, today);
}

static gboolean
move_opportunity (OnwardWriter *writer, OnwardInterviewEdit *edit, GError **error)
{
  OnwardMove move = { .opportunity = edit->opportunity, .stage = edit->stage };

  return edit->opportunity == 0 || edit->stage == 0 || onward_opportunities_move (writer, &move, error);
}

/**
 * onward_interviews_save:
 * @writer: the writer
 * @interview_edit: an OnwardInterviewEdit
 * @error: return location
 *
 * Adds an interview, or changes the one that is there, makes contacts of the names that nobody had, and moves the
 * opportunity when that is wanted. When it is about another opportunity than before, what was written and done about it
 * goes there too.
 *
 * Returns: whether it is stored; its row is in the struct
 */
gboolean
onward_interviews_save (OnwardWriter *writer, gpointer interview_edit, GError **error)
{
  OnwardInterviewEdit *edit = interview_edit;
  g_autoptr (OnwardInterview) interview = NULL;
  gint64 before;

  if (!check_times (edit, error))
    return FALSE;
  interview = edit->id != 0 ? onward_writer_load (writer, ONWARD_TYPE_INTERVIEW, edit->id, error)
                            : g_object_new (ONWARD_TYPE_INTERVIEW, NULL);
  if (interview == NULL || !fill_company (writer, interview, edit, error))
    return FALSE;
  before = interview->opportunity;
  fill_interview (writer, interview, edit);
  if (!(edit->id != 0 ? onward_writer_update (writer, interview, error)
                      : onward_writer_insert (writer, interview, error)))
    return FALSE;
  edit->id = interview->record.id;
  return onward_interview_take_along (writer, interview, before, error)
         && onward_interview_people_store (writer, interview, edit->people, FALSE, error)
         && move_opportunity (writer, edit, error);
}

/**
 * onward_interviews_set_status:
 * @writer: the writer
 * @status_change: an OnwardInterviewStatusChange
 * @error: return location
 *
 * Returns: whether it is stored
 */
gboolean
onward_interviews_set_status (OnwardWriter *writer, gpointer status_change, GError **error)
{
  OnwardInterviewStatusChange *change = status_change;
  g_autoptr (OnwardInterview) interview = onward_writer_load (writer, ONWARD_TYPE_INTERVIEW, change->interview, error);

  if (interview == NULL)
    return FALSE;
  onward_set_text (&interview->status, change->status);
  return onward_writer_update (writer, interview, error);
}

/**
 * onward_interviews_find_undebriefed:
 * @store: a store
 *
 * Returns: the latest interview that has ended and has no debrief; 0 when there is none
 */
gint64
onward_interviews_find_undebriefed (OnwardStore *store)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT id FROM interviews WHERE ends_unix <= ? AND coalesce (status, 'booked') IN ('booked', 'held') "
      "AND debrief_written_at IS NULL AND debrief_let_go = 0 ORDER BY ends_unix DESC, id DESC LIMIT 1",
      NULL);

  if (statement == NULL)
    return 0;
  onward_statement_bind_int (statement, 1, onward_store_get_now (store).unix_time);
  return onward_statement_step (statement, NULL) ? onward_statement_get_int (statement, 0) : 0;
}

/**
 * onward_interviews_find_debrief_follow_up:
 * @store: a store
 * @interview: an interview
 *
 * Main thread.
 *
 * Returns: the follow-up, open or not, that asks for its debrief; 0 when there is none
 */
gint64
onward_interviews_find_debrief_follow_up (OnwardStore *store, gint64 interview)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT id FROM follow_ups WHERE interview = ? AND rule = 'debrief' ORDER BY id LIMIT 1", NULL);

  if (statement == NULL)
    return 0;
  onward_statement_bind_int (statement, 1, interview);
  return onward_statement_step (statement, NULL) ? onward_statement_get_int (statement, 0) : 0;
}

/**
 * onward_interviews_is_complete:
 * @store: a store
 * @interview: an interview
 *
 * Returns: whether everybody on it is matched with a contact
 */
gboolean
onward_interviews_is_complete (OnwardStore *store, gint64 interview)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT 1 FROM interview_people WHERE interview = ? AND contact IS NULL LIMIT 1", NULL);

  if (statement == NULL)
    return TRUE;
  onward_statement_bind_int (statement, 1, interview);
  return !onward_statement_step (statement, NULL);
}

/**
 * onward_interviews_propose_round:
 * @store: a store
 * @opportunity: what an interview is about; 0 = nothing
 *
 * Main thread.
 *
 * Returns: which round the next interview would be, from 1
 */
gint64
onward_interviews_propose_round (OnwardStore *store, gint64 opportunity)
{
  return find_next_round (onward_store_get_connection (store), opportunity);
}

/**
 * onward_interviews_propose_stage:
 * @store: a store
 * @opportunity: what an interview is about; 0 = nothing
 *
 * Main thread.
 *
 * Returns: the first stage of interviews, when the opportunity still stands in one before it; 0 when it stays
 */
gint64
onward_interviews_propose_stage (OnwardStore *store, gint64 opportunity)
{
  g_autoptr (OnwardOpportunity) record = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, opportunity);
  g_autoptr (GPtrArray) stages = onward_stages_list (store);
  gboolean before = FALSE;

  if (record == NULL || record->outcome_kind != NULL || g_strcmp0 (record->kind, "informational") == 0)
    return 0;
  for (guint i = 0; i < stages->len; i++)
    {
      OnwardStage *stage = stages->pdata[i];

      if (g_strcmp0 (stage->kind, "interviewing") == 0)
        return before ? stage->record.id : 0;
      before = before || (stage->record.id == record->stage && g_strcmp0 (stage->kind, "closed") != 0);
    }
  return 0;
}

/**
 * onward_interviews_find_conflicts:
 * @store: a store
 * @from: seconds since 1970 UTC
 * @to: seconds since 1970 UTC
 * @except: an interview that is passed over; 0 = none
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type gint64): the interviews, not cancelled, that lie wholly or partly in that time
 */
GArray *
onward_interviews_find_conflicts (OnwardStore *store, gint64 from, gint64 to, gint64 except)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  /* None lasts longer than a day, so that the index on the start serves. */
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT id FROM interviews WHERE starts_unix > ?1 - 86400 AND starts_unix < ?2 AND ends_unix > ?1 AND id <> ?3 "
      "AND coalesce (status, 'booked') IN ('booked', 'held') ORDER BY starts_unix, id",
      NULL);

  if (statement == NULL)
    return ids;
  onward_statement_bind_int (statement, 1, from);
  onward_statement_bind_int (statement, 2, to);
  onward_statement_bind_int (statement, 3, except);
  onward_statement_read_ids (statement, ids, NULL);
  return ids;
}
