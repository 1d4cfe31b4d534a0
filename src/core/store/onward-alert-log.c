/* onward-alert-log.c - which alerts were shown last, and what the user chose */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-alert-log.h"

#include "model/onward-interview.h"

/* So many rows are kept. */
#define KEPT "200"

/* So many of the last alerts may still be displayed by a server although they ask for nothing any more. */
#define LAST "30"

void
onward_logged_alert_free (OnwardLoggedAlert *logged)
{
  g_free (logged->alert);
  g_free (logged->chosen);
  g_free (logged->title);
  g_free (logged->company_name);
  g_free (logged->kind);
  g_free (logged);
}

void
onward_alert_choice_free (gpointer data)
{
  OnwardAlertChoice *choice = data;

  g_free (choice->alert);
  g_free (choice->chosen);
  g_free (choice);
}

static OnwardLoggedAlert *
read_logged (OnwardStatement *row)
{
  OnwardLoggedAlert *logged = g_new0 (OnwardLoggedAlert, 1);

  logged->alert = g_strdup (onward_statement_get_text (row, 0));
  logged->shown_at = onward_statement_get_int (row, 1);
  logged->chosen = g_strdup (onward_statement_get_text (row, 2));
  logged->follow_up = onward_statement_get_int (row, 3);
  logged->interview = onward_statement_get_int (row, 4);
  logged->title = g_strdup (onward_statement_get_text (row, 5));
  logged->company_name = g_strdup (onward_statement_get_text (row, 6));
  logged->kind = g_strdup (onward_statement_get_text (row, 7));
  logged->round = onward_statement_is_null (row, 8) ? 0 : onward_statement_get_int (row, 8);
  logged->n_about = (guint)onward_statement_get_int (row, 9);
  return logged;
}

/**
 * onward_alert_log_get_last:
 * @store: the store
 * @most: how many at most
 *
 * Main thread. An alert about things that are all gone is left out: it has no words any more.
 *
 * Returns: (transfer full) (element-type OnwardLoggedAlert): what was shown, the last first
 */
GPtrArray *
onward_alert_log_get_last (OnwardStore *store, int most)
{
  GPtrArray *logged = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_logged_alert_free);
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT l.alert, l.shown_at, max (l.chosen), coalesce (f.id, 0), coalesce (i.id, 0), f.title,"
      " coalesce (c.name, oc.name), i.kind, i.round, count (*), max (l.id) FROM alert_log l"
      " LEFT JOIN follow_ups f ON f.uuid = l.about LEFT JOIN interviews i ON i.uuid = l.about"
      " LEFT JOIN companies c ON c.id = i.company LEFT JOIN opportunities o ON o.id = i.opportunity"
      " LEFT JOIN companies oc ON oc.id = o.company WHERE f.id IS NOT NULL OR i.id IS NOT NULL"
      " GROUP BY l.alert, l.shown_at ORDER BY max (l.id) DESC LIMIT ?1",
      NULL);

  if (rows == NULL)
    return logged;
  onward_statement_bind_int (rows, 1, most);
  while (onward_statement_step (rows, NULL))
    g_ptr_array_add (logged, read_logged (rows));
  return logged;
}

/**
 * onward_alert_log_each_displayed:
 * @store: the store
 * @each: called for each follow-up, and for each decided alert of an interview, that may still stand on the screen, in
 *   the order of their alerts
 * @data: for @each
 *
 * Main thread. So a program that starts knows what another has shown: what still asks for something, and the last few
 * that do not any more.
 */
void
onward_alert_log_each_displayed (OnwardStore *store, OnwardDisplayedAlertFunc each, gpointer data)
{
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT l.alert, f.id, 0, max (l.id) FROM alert_log l JOIN follow_ups f ON f.uuid = l.about"
      " WHERE (l.id > (SELECT max (id) FROM alert_log) - " LAST " OR (f.state = 'open' AND f.moment <= f.raised_for))"
      " AND f.id NOT IN (SELECT follow_up FROM unshown_alerts) GROUP BY f.id"
      " UNION ALL SELECT l.alert, 0, max (a.id), 0 FROM alert_log l JOIN interview_alerts a ON a.interview = l.about"
      " WHERE a.shown = 1 AND l.id > (SELECT max (id) FROM alert_log) - " LAST
      " GROUP BY l.alert, a.interview ORDER BY 1",
      NULL);

  while (rows != NULL && onward_statement_step (rows, NULL))
    each (onward_statement_get_text (rows, 0), onward_statement_get_int (rows, 1), onward_statement_get_int (rows, 2),
          data);
}

/**
 * onward_alert_log_add:
 * @writer: the writer
 * @alert: id of the alert that was shown
 * @type: %ONWARD_TYPE_INTERVIEW, else it is about a follow-up
 * @id: row of that; of an interview the row of its alert that was decided
 * @error: return location
 *
 * For a command.
 *
 * Returns: whether it was done
 */
gboolean
onward_alert_log_add (OnwardWriter *writer, const char *alert, GType type, gint64 id, GError **error)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_writer_get_connection (writer),
      type == ONWARD_TYPE_INTERVIEW ? "INSERT INTO alert_log (alert, about, shown_at)"
                                      " SELECT ?1, interview, ?3 FROM interview_alerts WHERE id = ?2"
                                    : "INSERT INTO alert_log (alert, about, shown_at)"
                                      " SELECT ?1, uuid, ?3 FROM follow_ups WHERE id = ?2",
      error);
  g_autoptr (OnwardStatement) tidy =
      onward_connection_prepare (onward_writer_get_connection (writer),
                                 "DELETE FROM alert_log WHERE id <= (SELECT max (id) FROM alert_log) - " KEPT, error);

  if (statement == NULL || tidy == NULL)
    return FALSE;
  onward_statement_bind_text (statement, 1, alert);
  onward_statement_bind_int (statement, 2, id);
  onward_statement_bind_int (statement, 3, onward_writer_get_now (writer)->unix_time);
  return onward_statement_run (statement, error) && onward_statement_run (tidy, error);
}

/**
 * onward_alert_log_choose:
 * @writer: the writer
 * @choice: (type OnwardAlertChoice): which button of which alert was pressed
 * @error: return location
 *
 * A command.
 *
 * Returns: whether it was done
 */
gboolean
onward_alert_log_choose (OnwardWriter *writer, gpointer data, GError **error)
{
  const OnwardAlertChoice *choice = data;
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_writer_get_connection (writer),
                                 "UPDATE alert_log SET chosen = ?2 WHERE alert = ?1 AND shown_at = (SELECT max "
                                 "(shown_at) FROM alert_log WHERE alert = ?1)",
                                 error);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_text (statement, 1, choice->alert);
  onward_statement_bind_text (statement, 2, choice->chosen);
  return onward_statement_run (statement, error);
}
