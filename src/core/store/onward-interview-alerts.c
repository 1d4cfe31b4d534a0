/* onward-interview-alerts.c - which interviews the user is to be reminded of, and when */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-interview-alerts.h"

/* So many minutes before the start, unless the user said otherwise: settings.interview_alerts. */
#define MEMBER "interview_alerts"
#define LEADS                                                                                                          \
  "leads AS (SELECT DISTINCT value AS minutes FROM json_each (coalesce ((SELECT iif (json_valid (value), value, NULL)" \
  " FROM members WHERE part = 'settings' AND member = '" MEMBER "'), '[1440,60]'))"                                    \
  " WHERE type = 'integer' AND value BETWEEN 0 AND 40320)"

/* Which interviews still ask for one, and have none yet for these minutes and this start. */
#define BOOKED "coalesce (i.status, 'booked') = 'booked'"
#define UNDECIDED                                                                                                      \
  "NOT EXISTS (SELECT 1 FROM interview_alerts a WHERE a.interview = i.uuid AND a.minutes = leads.minutes"              \
  " AND a.starts_unix = i.starts_unix)"

/* The moment of an alert has come, and the interview is not over. The plus signs: only few interviews end later. */
#define COME "i.ends_unix > ?1 AND +i.starts_unix <= ?1 + leads.minutes * 60 AND " BOOKED " AND " UNDECIDED

#define DETAILS                                                                                                        \
  ", i.starts_unix, i.kind, i.round, coalesce (c.name, oc.name), o.title, i.location FROM interviews i"                \
  " LEFT JOIN companies c ON c.id = i.company LEFT JOIN opportunities o ON o.id = i.opportunity"                       \
  " LEFT JOIN companies oc ON oc.id = o.company"

/* So many rows are remembered: by their number and not by their age, since the clock may be wrong for a while. */
#define REMEMBERED "4000"

void
onward_interview_alert_free (OnwardInterviewAlert *alert)
{
  g_free (alert->kind);
  g_free (alert->company_name);
  g_free (alert->opportunity_title);
  g_free (alert->location);
  g_free (alert);
}

static gint64
read_moment (OnwardStore *store, const char *sql, gint64 now)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (onward_store_get_connection (store), sql, NULL);

  if (statement == NULL)
    return G_MAXINT64;
  onward_statement_bind_int (statement, 1, now);
  if (!onward_statement_step (statement, NULL) || onward_statement_is_null (statement, 0))
    return G_MAXINT64;
  return onward_statement_get_int (statement, 0);
}

/**
 * onward_interview_alerts_get_next_moment:
 * @store: the store
 * @now: seconds since 1970 UTC
 *
 * Main thread.
 *
 * Returns: when the next alert of an interview is to be decided, seconds since 1970 UTC, which may have passed;
 *   %G_MAXINT64 when there is none
 */
gint64
onward_interview_alerts_get_next_moment (OnwardStore *store, gint64 now)
{
  gint64 come = read_moment (store,
                             "WITH " LEADS " SELECT max (i.starts_unix - leads.minutes * 60) FROM leads, interviews i"
                             " WHERE " COME,
                             now);

  if (come != G_MAXINT64)
    return come;
  return read_moment (store,
                      "WITH " LEADS " SELECT min ((SELECT i.starts_unix FROM interviews i"
                      " WHERE i.starts_unix > ?1 + leads.minutes * 60 AND " BOOKED " AND " UNDECIDED
                      " ORDER BY i.starts_unix LIMIT 1) - leads.minutes * 60) FROM leads",
                      now);
}

static OnwardInterviewAlert *
read_alert (OnwardStatement *row)
{
  OnwardInterviewAlert *alert = g_new0 (OnwardInterviewAlert, 1);

  alert->id = onward_statement_get_int (row, 0);
  alert->interview = onward_statement_get_int (row, 1);
  alert->minutes = (int)onward_statement_get_int (row, 2);
  alert->starts_at = onward_statement_get_int (row, 3);
  alert->kind = g_strdup (onward_statement_get_text (row, 4));
  alert->round = onward_statement_is_null (row, 5) ? 0 : onward_statement_get_int (row, 5);
  alert->company_name = g_strdup (onward_statement_get_text (row, 6));
  alert->opportunity_title = g_strdup (onward_statement_get_text (row, 7));
  alert->location = g_strdup (onward_statement_get_text (row, 8));
  return alert;
}

static GPtrArray *
read_alerts (OnwardStore *store, const char *sql, gint64 now, int most)
{
  GPtrArray *alerts = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_interview_alert_free);
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (onward_store_get_connection (store), sql, NULL);

  if (rows == NULL)
    return alerts;
  onward_statement_bind_int (rows, 1, now);
  onward_statement_bind_int (rows, 2, most);
  while (onward_statement_step (rows, NULL))
    g_ptr_array_add (alerts, read_alert (rows));
  return alerts;
}

/**
 * onward_interview_alerts_get_next:
 * @store: the store
 * @now: seconds since 1970 UTC
 * @most: how many at most
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardInterviewAlert): those to come, the next first
 */
GPtrArray *
onward_interview_alerts_get_next (OnwardStore *store, gint64 now, int most)
{
  return read_alerts (store,
                      "WITH " LEADS " SELECT 0, i.id, leads.minutes" DETAILS " JOIN leads"
                      " WHERE i.starts_unix > ?1 + leads.minutes * 60 AND " BOOKED " AND " UNDECIDED
                      " ORDER BY i.starts_unix - leads.minutes * 60 LIMIT ?2",
                      now, most);
}

/**
 * onward_interview_alerts_get_unshown:
 * @store: the store
 * @now: seconds since 1970 UTC
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardInterviewAlert): those that were decided and not shown yet, of
 *   interviews that are as they were then and not over
 */
GPtrArray *
onward_interview_alerts_get_unshown (OnwardStore *store, gint64 now)
{
  return read_alerts (store,
                      "SELECT a.id, i.id, a.minutes" DETAILS " JOIN interview_alerts a ON a.interview = i.uuid"
                      " WHERE a.shown = 0 AND a.starts_unix = i.starts_unix AND i.ends_unix > ?1 AND " BOOKED
                      " ORDER BY i.starts_unix, a.id LIMIT ?2",
                      now, G_MAXINT);
}

/**
 * onward_interview_alerts_is_current:
 * @store: the store
 * @id: an alert that was decided
 * @now: seconds since 1970 UTC
 *
 * Main thread.
 *
 * Returns: whether its interview is still to come or going on, as it was then
 */
gboolean
onward_interview_alerts_is_current (OnwardStore *store, gint64 id, gint64 now)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_store_get_connection (store),
                                 "SELECT 1 FROM interview_alerts a JOIN interviews i ON i.uuid = a.interview"
                                 " WHERE a.id = ?2 AND a.starts_unix = i.starts_unix AND i.ends_unix > ?1 AND " BOOKED,
                                 NULL);

  if (statement == NULL)
    return TRUE;
  onward_statement_bind_int (statement, 1, now);
  onward_statement_bind_int (statement, 2, id);
  return onward_statement_step (statement, NULL);
}

static gboolean
run (OnwardWriter *writer, const char *sql, gint64 now, gint64 other, GError **error)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (onward_writer_get_connection (writer), sql, error);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, now);
  onward_statement_bind_int (statement, 2, other);
  return onward_statement_run (statement, error);
}

static gboolean
count_come (OnwardWriter *writer, guint *n, GError **error)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_writer_get_connection (writer),
                                 "WITH " LEADS " SELECT count (*) FROM leads, interviews i WHERE " COME, error);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, onward_writer_get_now (writer)->unix_time);
  *n = onward_statement_step (statement, error) ? (guint)onward_statement_get_int (statement, 0) : 0;
  return TRUE;
}

/**
 * onward_interview_alerts_decide:
 * @writer: the writer
 * @quiet_until: what came before this moment was looked for then and was not there; seconds since 1970 UTC. So the user
 *   has just entered it, and knows; it is not to be shown.
 * @n_decided: (out): how many there were
 * @error: return location
 *
 * For a command. Of several of one interview only the latest is to be shown.
 *
 * Returns: whether it was done
 */
gboolean
onward_interview_alerts_decide (OnwardWriter *writer, gint64 quiet_until, guint *n_decided, GError **error)
{
  gint64 now = onward_writer_get_now (writer)->unix_time;

  if (!count_come (writer, n_decided, error))
    return FALSE;
  if (*n_decided == 0)
    return TRUE;
  return run (writer,
              "WITH " LEADS " INSERT INTO interview_alerts (interview, minutes, starts_unix, shown)"
              " SELECT i.uuid, leads.minutes, i.starts_unix, i.starts_unix - leads.minutes * 60 <= ?2"
              " OR leads.minutes > min (leads.minutes) OVER (PARTITION BY i.id)"
              " FROM leads, interviews i WHERE " COME,
              now, quiet_until, error)
         && run (writer,
                 "DELETE FROM interview_alerts WHERE id <= (SELECT max (id) FROM interview_alerts) - " REMEMBERED
                 " AND ?1 >= ?2",
                 0, 0, error);
}

/**
 * onward_interview_alerts_set_shown:
 * @writer: the writer
 * @id: an alert that was decided
 * @error: return location
 *
 * For a command: it need not be shown again.
 *
 * Returns: whether it was done
 */
gboolean
onward_interview_alerts_set_shown (OnwardWriter *writer, gint64 id, GError **error)
{
  return run (writer, "UPDATE interview_alerts SET shown = ?1 WHERE id = ?2", 1, id, error);
}

/**
 * onward_interview_alerts_get_minutes:
 * @store: the store
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type int): how long before the start of an interview alerts are raised, the longest
 *   first; none when the user wants none
 */
GArray *
onward_interview_alerts_get_minutes (OnwardStore *store)
{
  GArray *minutes = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (
      onward_store_get_connection (store), "WITH " LEADS " SELECT minutes FROM leads ORDER BY minutes DESC", NULL);

  while (rows != NULL && onward_statement_step (rows, NULL))
    {
      int value = (int)onward_statement_get_int (rows, 0);

      g_array_append_val (minutes, value);
    }
  return minutes;
}

/**
 * onward_interview_alerts_set_minutes:
 * @writer: the writer
 * @minutes: (type GArray) (element-type int): 0 to %ONWARD_INTERVIEW_ALERT_LONGEST each
 * @error: return location
 *
 * A command.
 *
 * Returns: whether it was done
 */
gboolean
onward_interview_alerts_set_minutes (OnwardWriter *writer, gpointer minutes, GError **error)
{
  GArray *values = minutes;
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < values->len; i++)
    g_string_append_printf (json, "%s%d", i > 0 ? "," : "", g_array_index (values, int, i));
  g_string_append_c (json, ']');
  return onward_writer_set_member (writer, "settings", MEMBER, json->str, error);
}
