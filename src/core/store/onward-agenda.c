/* onward-agenda.c - interviews and follow-ups day by day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-agenda.h"

#include "onward-present.h"
#include "playbook/onward-zone.h"

#include <glib/gi18n-lib.h>

void
onward_agenda_entry_free (OnwardAgendaEntry *entry)
{
  g_clear_pointer (&entry->due, onward_due_free);
  g_free (entry->kind);
  g_free (entry->status);
  g_free (entry->zone);
  g_free (entry->opportunity_title);
  g_free (entry->company_name);
  g_free (entry->people);
  g_free (entry);
}

static OnwardAgendaEntry *
read_interview (OnwardStatement *row, GTimeZone *zone, gint64 now)
{
  OnwardAgendaEntry *entry = g_new0 (OnwardAgendaEntry, 1);

  entry->interview = onward_statement_get_int (row, 0);
  entry->starts_at = onward_statement_get_int (row, 1);
  entry->ends_at = onward_statement_get_int (row, 2);
  entry->start = onward_zone_wall (zone, entry->starts_at);
  entry->end = onward_zone_wall (zone, entry->ends_at);
  entry->ended = entry->ends_at <= now;
  entry->kind = g_strdup (onward_statement_get_text (row, 3));
  entry->status = g_strdup (onward_statement_get_text (row, 4));
  entry->zone = g_strdup (onward_statement_get_text (row, 5));
  entry->opportunity = onward_statement_get_int (row, 6);
  entry->opportunity_title = g_strdup (onward_statement_get_text (row, 7));
  entry->company_name = g_strdup (onward_statement_get_text (row, 8));
  entry->people = g_strdup (onward_statement_get_text (row, 9));
  entry->round = onward_statement_get_int (row, 10);
  return entry;
}

/* A cancelled interview takes no time, so it is not in the agenda. */
static gboolean
add_interviews (GPtrArray *list, OnwardStore *store, GTimeZone *zone, int from, int to, GError **error)
{
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT i.id, i.starts_unix, i.ends_unix, i.kind, i.status, i.zone, i.opportunity, o.title, k.name, "
      "       (SELECT group_concat (name, ', ') FROM (SELECT c.name FROM interview_people p "
      "          JOIN contacts c ON c.id = p.contact WHERE p.interview = i.id ORDER BY p.position)), i.round "
      "FROM interviews i "
      "LEFT JOIN opportunities o ON o.id = i.opportunity "
      "LEFT JOIN companies k ON k.id = coalesce (o.company, i.company) "
      "WHERE i.starts_unix >= ?1 AND i.starts_unix < ?2 AND i.status IS NOT 'cancelled'",
      error);
  gint64 now = onward_store_get_now (store).unix_time;
  GError *failure = NULL;

  if (rows == NULL)
    return FALSE;
  onward_statement_bind_int (rows, 1, onward_zone_instant (zone, onward_wall_at (from, 0)));
  onward_statement_bind_int (rows, 2, onward_zone_instant (zone, onward_wall_at (to + 1, 0)));
  while (onward_statement_step (rows, &failure))
    g_ptr_array_add (list, read_interview (rows, zone, now));
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
add_follow_ups (GPtrArray *list, OnwardStore *store, GTimeZone *zone, int from, int to, GError **error)
{
  g_autoptr (GPtrArray) due = onward_follow_ups_between (store, from, to, error);

  if (due == NULL)
    return FALSE;
  g_ptr_array_set_free_func (due, NULL);
  for (guint i = 0; i < due->len; i++)
    {
      OnwardAgendaEntry *entry = g_new0 (OnwardAgendaEntry, 1);

      entry->due = due->pdata[i];
      onward_wall_parse (entry->due->moment, &entry->start);
      entry->end = entry->start;
      entry->starts_at = entry->ends_at = onward_zone_instant (zone, entry->start);
      entry->opportunity = entry->due->opportunity;
      entry->opportunity_title = g_strdup (entry->due->opportunity_title);
      entry->company_name = g_strdup (entry->due->company_name);
      g_ptr_array_add (list, entry);
    }
  return TRUE;
}

/* By time; an interview stands before what is owed at the same minute. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const OnwardAgendaEntry *first = *(OnwardAgendaEntry *const *)a;
  const OnwardAgendaEntry *second = *(OnwardAgendaEntry *const *)b;

  if (first->starts_at != second->starts_at)
    return first->starts_at < second->starts_at ? -1 : 1;
  if (first->interview == 0 || second->interview == 0)
    return (first->interview == 0) - (second->interview == 0);
  return first->interview < second->interview ? -1 : first->interview > second->interview;
}

/**
 * onward_agenda_get:
 * @store: the store
 * @from: the first day, days since 1970-01-01
 * @to: the last day
 * @error: return location
 *
 * Interviews that start on these days in the user's zone, without cancelled ones, and the open follow-ups whose moment
 * is on them. Main thread.
 *
 * Returns: (transfer full) (nullable) (element-type OnwardAgendaEntry): by time, follow-ups of one moment in the order
 *   of the due list; NULL with @error set
 */
GPtrArray *
onward_agenda_get (OnwardStore *store, int from, int to, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_agenda_entry_free);
  OnwardNow now = onward_store_get_now (store);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (now.zone);

  if (zone == NULL)
    zone = g_time_zone_new_utc ();
  if (!add_interviews (list, store, zone, from, to, error) || !add_follow_ups (list, store, zone, from, to, error))
    return NULL;
  g_ptr_array_sort (list, compare_entries);
  return g_steal_pointer (&list);
}

/**
 * onward_agenda_find_next:
 * @store: the store
 * @after: a day, days since 1970-01-01
 *
 * Main thread.
 *
 * Returns: the first later day with an interview or an open follow-up; %ONWARD_NO_DAY when there is none
 */
int
onward_agenda_find_next (OnwardStore *store, int after)
{
  g_autoptr (GTimeZone) zone = onward_present_get_zone (store);
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT (SELECT starts_unix FROM interviews WHERE starts_unix >= ?1 AND status IS NOT 'cancelled' "
      "        ORDER BY starts_unix LIMIT 1), "
      "       (SELECT moment FROM follow_ups WHERE state = 'open' AND moment >= ?2 ORDER BY moment LIMIT 1)",
      NULL);
  char start[ONWARD_WALL_SIZE];
  int next = ONWARD_NO_DAY;
  gint64 moment;

  if (statement == NULL)
    return ONWARD_NO_DAY;
  onward_statement_bind_int (statement, 1, onward_zone_instant (zone, onward_wall_at (after + 1, 0)));
  onward_statement_bind_text (statement, 2, onward_wall_format (onward_wall_at (after + 1, 0), start));
  if (!onward_statement_step (statement, NULL))
    return ONWARD_NO_DAY;
  if (!onward_statement_is_null (statement, 0))
    next = onward_zone_day (zone, onward_statement_get_int (statement, 0));
  if (onward_wall_parse (onward_statement_get_text (statement, 1), &moment))
    next = next == ONWARD_NO_DAY ? onward_wall_day (moment) : MIN (next, onward_wall_day (moment));
  return next;
}
