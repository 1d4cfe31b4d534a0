/* onward-alerts.c - which follow-ups are to be raised, and which were */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-alerts.h"

#include "model/onward-follow-up.h"
#include "model/onward-interview.h"
#include "onward-alert-log.h"
#include "onward-interview-alerts.h"
#include "playbook/onward-zone.h"

#include <string.h>

/* As the index follow_ups_to_raise has it. */
#define TO_RAISE "state = 'open' AND (raised_for IS NULL OR raised_for < moment)"

/* The last wall time that has come: while the clock repeats an hour, all of it has. */
static gboolean
format_last_moment (const OnwardNow *now, char last[ONWARD_WALL_SIZE])
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (now->zone);
  gint64 wall;

  if (zone == NULL)
    return FALSE;
  wall = onward_zone_wall (zone, now->unix_time);
  while (onward_zone_instant (zone, wall + 1) <= now->unix_time)
    wall++;
  onward_wall_format (wall, last);
  return TRUE;
}

/**
 * onward_alerts_get_next_moment:
 * @store: the store
 *
 * Main thread.
 *
 * Returns: (transfer full) (nullable): the wall time of the next alert, which may have passed; NULL when none is
 *   planned
 */
char *
onward_alerts_get_next_moment (OnwardStore *store)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT moment FROM follow_ups WHERE moment IS NOT NULL AND " TO_RAISE " ORDER BY moment LIMIT 1", NULL);

  if (statement == NULL || !onward_statement_step (statement, NULL))
    return NULL;
  return g_strdup (onward_statement_get_text (statement, 0));
}

/**
 * onward_alerts_get_next_turn:
 * @store: the store
 * @after: seconds since 1970 UTC
 *
 * What is to be prepared for an interview is over when it begins, and what is owed for it is asked for when it ends.
 * Main thread.
 *
 * Returns: when the next interview after @after begins or ends, seconds since 1970 UTC; %G_MAXINT64 when there is none
 */
gint64
onward_alerts_get_next_turn (OnwardStore *store, gint64 after)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT min (turn) FROM (SELECT * FROM (SELECT ends_unix AS turn FROM interviews WHERE ends_unix > ?1"
      " ORDER BY ends_unix LIMIT 1) UNION ALL SELECT * FROM (SELECT starts_unix FROM interviews WHERE starts_unix > ?1"
      " ORDER BY starts_unix LIMIT 1))",
      NULL);

  if (statement == NULL)
    return G_MAXINT64;
  onward_statement_bind_int (statement, 1, after);
  if (!onward_statement_step (statement, NULL) || onward_statement_is_null (statement, 0))
    return G_MAXINT64;
  return onward_statement_get_int (statement, 0);
}

/**
 * onward_alerts_get_next:
 * @store: the store
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardDue): the next few follow-ups of which an alert is to come, the next
 *   first
 */
GPtrArray *
onward_alerts_get_next (OnwardStore *store)
{
  GPtrArray *dues = onward_follow_ups_where (
      store, "f.id IN (SELECT id FROM follow_ups WHERE moment IS NOT NULL AND " TO_RAISE " ORDER BY moment LIMIT 5)",
      NULL);

  return dues != NULL ? dues : g_ptr_array_new_with_free_func ((GDestroyNotify)onward_due_free);
}

/**
 * onward_alerts_get_unshown:
 * @store: the store
 * @error: return location
 *
 * Main thread.
 *
 * Returns: (transfer full) (nullable) (element-type OnwardDue): the follow-ups that were raised and not shown yet, and
 *   are still as they were then, in the order of the due list; NULL with @error set
 */
GPtrArray *
onward_alerts_get_unshown (OnwardStore *store, GError **error)
{
  return onward_follow_ups_where (store,
                                  "f.state = 'open' AND f.moment <= f.raised_for "
                                  "AND f.id IN (SELECT follow_up FROM unshown_alerts)",
                                  error);
}

/**
 * onward_alerts_is_current:
 * @store: the store
 * @follow_up: a row that was raised
 *
 * Main thread.
 *
 * Returns: whether it is still open, and was not put off since
 */
gboolean
onward_alerts_is_current (OnwardStore *store, gint64 follow_up)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT 1 FROM follow_ups WHERE id = ?1 AND state = 'open' AND moment <= raised_for", NULL);

  if (statement == NULL)
    return TRUE;
  onward_statement_bind_int (statement, 1, follow_up);
  return onward_statement_step (statement, NULL);
}

static GArray *
find (OnwardWriter *writer, const char *sql, const char *last, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (onward_writer_get_connection (writer), sql, error);

  if (rows == NULL)
    return NULL;
  if (last != NULL)
    onward_statement_bind_text (rows, 1, last);
  return onward_statement_read_ids (rows, ids, error) ? g_steal_pointer (&ids) : NULL;
}

static gboolean
change_unshown (OnwardWriter *writer, const char *sql, gint64 follow_up, GError **error)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (onward_writer_get_connection (writer), sql, error);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, follow_up);
  return onward_statement_run (statement, error);
}

static gboolean
raise_row (OnwardWriter *writer, gint64 id, GError **error)
{
  g_autoptr (OnwardFollowUp) follow_up = onward_writer_load (writer, ONWARD_TYPE_FOLLOW_UP, id, error);
  const char *moment;

  if (follow_up == NULL)
    return FALSE;
  moment = follow_up->remind_at;
  if (follow_up->snoozed_until != NULL && strcmp (follow_up->snoozed_until, moment) > 0)
    moment = follow_up->snoozed_until;
  onward_set_text (&follow_up->raised_for, moment);
  return onward_writer_update (writer, follow_up, error)
         && change_unshown (writer,
                            "INSERT INTO unshown_alerts (follow_up) VALUES (?1) ON CONFLICT (follow_up) DO NOTHING", id,
                            error);
}

/**
 * onward_alerts_decide:
 * @writer: the writer
 * @decision: (type OnwardAlertDecision): what is known, and what was decided
 * @error: return location
 *
 * A command: every open follow-up and every interview whose moment has come is raised, which is stored here and now, so
 * that neither a crash nor a second look raises it again. Until onward_alerts_set_shown() onward_alerts_get_unshown()
 * and onward_interview_alerts_get_unshown() name it.
 *
 * Returns: whether it was done
 */
gboolean
onward_alerts_decide (OnwardWriter *writer, gpointer data, GError **error)
{
  OnwardAlertDecision *decision = data;
  char last[ONWARD_WALL_SIZE];
  g_autoptr (GArray) ids = NULL;

  decision->n_decided = 0;
  if (!format_last_moment (onward_writer_get_now (writer), last))
    return TRUE;
  ids = find (writer, "SELECT id FROM follow_ups WHERE moment <= ?1 AND " TO_RAISE, last, error);
  if (ids == NULL || !onward_interview_alerts_decide (writer, decision->quiet_until, &decision->n_decided, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!raise_row (writer, g_array_index (ids, gint64, i), error))
      return FALSE;
  decision->n_decided += ids->len;
  return TRUE;
}

/**
 * onward_shown_alert_new:
 * @alert: its id
 * @follow_ups: (element-type gint64): what it was about
 * @interviews: (element-type gint64): rows of decided alerts of interviews
 *
 * Returns: (transfer full): what onward_alerts_set_shown() is given
 */
OnwardShownAlert *
onward_shown_alert_new (const char *alert, GArray *follow_ups, GArray *interviews)
{
  OnwardShownAlert *shown = g_new0 (OnwardShownAlert, 1);

  shown->alert = g_strdup (alert);
  shown->follow_ups = g_array_ref (follow_ups);
  shown->interviews = g_array_ref (interviews);
  return shown;
}

void
onward_shown_alert_free (gpointer data)
{
  OnwardShownAlert *shown = data;

  g_free (shown->alert);
  g_array_unref (shown->follow_ups);
  g_array_unref (shown->interviews);
  g_free (shown);
}

static gboolean
set_one_shown (OnwardWriter *writer, const OnwardShownAlert *shown, GError **error)
{
  for (guint i = 0; i < shown->follow_ups->len; i++)
    {
      gint64 id = g_array_index (shown->follow_ups, gint64, i);

      if (!change_unshown (writer, "DELETE FROM unshown_alerts WHERE follow_up = ?1", id, error)
          || !onward_alert_log_add (writer, shown->alert, ONWARD_TYPE_FOLLOW_UP, id, error))
        return FALSE;
    }
  for (guint i = 0; i < shown->interviews->len; i++)
    {
      gint64 id = g_array_index (shown->interviews, gint64, i);

      if (!onward_interview_alerts_set_shown (writer, id, error)
          || !onward_alert_log_add (writer, shown->alert, ONWARD_TYPE_INTERVIEW, id, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * onward_alerts_set_shown:
 * @writer: the writer
 * @alerts: (type GPtrArray) (element-type OnwardShownAlert): what was shown
 * @error: return location
 *
 * A command: these need not be shown again.
 *
 * Returns: whether it was done
 */
gboolean
onward_alerts_set_shown (OnwardWriter *writer, gpointer alerts, GError **error)
{
  GPtrArray *shown = alerts;

  for (guint i = 0; i < shown->len; i++)
    if (!set_one_shown (writer, shown->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* Should it be open again, it is raised: it never was shown. */
static gboolean
leave_unraised (OnwardWriter *writer, gint64 id, GError **error)
{
  g_autoptr (OnwardFollowUp) follow_up = onward_writer_load (writer, ONWARD_TYPE_FOLLOW_UP, id, error);

  if (follow_up == NULL)
    return FALSE;
  onward_set_text (&follow_up->raised_for, NULL);
  return onward_writer_update (writer, follow_up, error)
         && change_unshown (writer, "DELETE FROM unshown_alerts WHERE follow_up = ?1", id, error);
}

/**
 * onward_alerts_tidy:
 * @writer: the writer
 * @unused: nothing
 * @error: return location
 *
 * A command for the start, when there is no Undo yet: what was raised, was shown by nobody, and then ended or was put
 * off, is not waited for any more.
 *
 * Returns: whether it was done
 */
gboolean
onward_alerts_tidy (OnwardWriter *writer, gpointer unused, GError **error)
{
  g_autoptr (GArray) ids = find (writer,
                                 "SELECT id FROM follow_ups WHERE id IN (SELECT follow_up FROM unshown_alerts)"
                                 " AND NOT (state = 'open' AND moment <= raised_for)",
                                 NULL, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!leave_unraised (writer, g_array_index (ids, gint64, i), error))
      return FALSE;
  return ids != NULL;
}
