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

/* A cancelled interview takes no time, so it is not in the agenda. What began within @before seconds before the first
 * day and reaches into it is in it as well. */
static gboolean
add_interviews (GPtrArray *list, OnwardStore *store, GTimeZone *zone, int from, int to, gint64 before, GError **error)
{
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT i.id, i.starts_unix, i.ends_unix, i.kind, i.status, i.zone, i.opportunity, o.title, k.name, "
      "       (SELECT group_concat (name, ', ') FROM (SELECT c.name FROM interview_people p "
      "          JOIN contacts c ON c.id = p.contact WHERE p.interview = i.id ORDER BY p.position)), i.round "
      "FROM interviews i "
      "LEFT JOIN opportunities o ON o.id = i.opportunity "
      "LEFT JOIN companies k ON k.id = coalesce (o.company, i.company) "
      "WHERE i.starts_unix >= ?1 - ?3 AND i.starts_unix < ?2 AND (i.starts_unix >= ?1 OR i.ends_unix > ?1) "
      "AND i.status IS NOT 'cancelled'",
      error);
  gint64 now = onward_store_get_now (store).unix_time;
  GError *failure = NULL;

  if (rows == NULL)
    return FALSE;
  onward_statement_bind_int (rows, 1, onward_zone_instant (zone, onward_wall_at (from, 0)));
  onward_statement_bind_int (rows, 2, onward_zone_instant (zone, onward_wall_at (to + 1, 0)));
  onward_statement_bind_int (rows, 3, before);
  while (onward_statement_step (rows, &failure))
    g_ptr_array_add (list, read_interview (rows, zone, now));
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static void
add_follow_ups (GPtrArray *list, GPtrArray *due, GTimeZone *zone)
{
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
  g_autoptr (GTimeZone) zone = onward_present_get_zone (store);
  g_autoptr (GPtrArray) due = NULL;

  if (!add_interviews (list, store, zone, from, to, 0, error)
      || (due = onward_follow_ups_between (store, from, to, error)) == NULL)
    return NULL;
  add_follow_ups (list, due, zone);
  g_ptr_array_sort (list, compare_entries);
  return g_steal_pointer (&list);
}

/* What is owed now stands on today, at the time it comes up today, or first when it came up before. */
static void
move_to_today (OnwardAgendaEntry *entry, GTimeZone *zone, int today)
{
  if (onward_wall_day (entry->start) == today)
    return;
  entry->start = entry->end = onward_wall_at (today, 0);
  entry->starts_at = entry->ends_at = onward_zone_instant (zone, entry->start);
}

static void
remove_owed (GPtrArray *due)
{
  for (guint i = due->len; i > 0; i--)
    if (((OnwardDue *)due->pdata[i - 1])->urgency != ONWARD_URGENCY_UPCOMING)
      g_ptr_array_remove_index (due, i - 1);
}

/**
 * onward_agenda_get_owed:
 * @store: the store
 * @from: the first day, days since 1970-01-01
 * @to: the last day
 * @error: return location
 *
 * As onward_agenda_get (), but all that is owed by now stands on today, whatever day it was planned for; when today is
 * on none of these days it is as planned. Main thread.
 *
 * Returns: (transfer full) (nullable) (element-type OnwardAgendaEntry): by time; NULL with @error set
 */
GPtrArray *
onward_agenda_get_owed (OnwardStore *store, int from, int to, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_agenda_entry_free);
  g_autoptr (GTimeZone) zone = onward_present_get_zone (store);
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GPtrArray) owed = NULL;
  int today = onward_present_get_today (store);
  guint first;

  if (today < from || today > to)
    return onward_agenda_get (store, from, to, error);
  if (!add_interviews (list, store, zone, from, to, 0, error)
      || (due = onward_follow_ups_between (store, from, to, error)) == NULL
      || (owed = onward_follow_ups_due (store, 0, error)) == NULL)
    return NULL;
  remove_owed (due);
  add_follow_ups (list, due, zone);
  first = list->len;
  add_follow_ups (list, owed, zone);
  for (guint i = first; i < list->len; i++)
    move_to_today (list->pdata[i], zone, today);
  g_ptr_array_sort (list, compare_entries);
  return g_steal_pointer (&list);
}

/* The first wall time that SQL lets pass is two hours early, for the days on which the clock changes; what is late is
 * seen row by row. */
static GPtrArray *
find_coming (OnwardStore *store, GTimeZone *zone, int from, int to, GError **error)
{
  gint64 now = onward_zone_wall (zone, onward_store_get_now (store).unix_time);
  char start[ONWARD_WALL_SIZE], end[ONWARD_WALL_SIZE], late[ONWARD_WALL_SIZE];
  g_autofree char *condition =
      g_strdup_printf ("f.state = 'open' AND f.moment >= '%s' AND f.moment < '%s' AND f.due >= '%s'",
                       onward_wall_format (onward_wall_at (from, 0), start),
                       onward_wall_format (onward_wall_at (to + 1, 0), end), onward_wall_format (now - 120, late));
  GPtrArray *due = onward_follow_ups_where (store, condition, error);

  for (guint i = due != NULL ? due->len : 0; i > 0; i--)
    if (((OnwardDue *)due->pdata[i - 1])->urgency == ONWARD_URGENCY_OVERDUE)
      g_ptr_array_remove_index (due, i - 1);
  return due;
}

/**
 * onward_agenda_get_coming:
 * @store: the store
 * @from: the first day, days since 1970-01-01
 * @to: the last day
 * @error: return location
 *
 * As onward_agenda_get (), with the interviews that began the day before and reach into these days, and without the
 * follow-ups that are late. Main thread.
 *
 * Returns: (transfer full) (nullable) (element-type OnwardAgendaEntry): by time; NULL with @error set
 */
GPtrArray *
onward_agenda_get_coming (OnwardStore *store, int from, int to, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_agenda_entry_free);
  g_autoptr (GTimeZone) zone = onward_present_get_zone (store);
  g_autoptr (GPtrArray) due = NULL;

  if (!add_interviews (list, store, zone, from, to, ONWARD_DAY_MINUTES * 60, error)
      || (due = find_coming (store, zone, from, to, error)) == NULL)
    return NULL;
  add_follow_ups (list, due, zone);
  g_ptr_array_sort (list, compare_entries);
  return g_steal_pointer (&list);
}

/* The first wall time that has not passed, as an instant: in autumn an hour comes twice. */
static char *
find_first_not_late (OnwardStore *store, GTimeZone *zone, char buffer[ONWARD_WALL_SIZE])
{
  gint64 now = onward_store_get_now (store).unix_time;
  gint64 wall = onward_zone_wall (zone, now);

  while (onward_zone_instant (zone, wall) < now)
    wall++;
  while (onward_zone_instant (zone, wall - 1) >= now)
    wall--;
  return onward_wall_format (wall, buffer);
}

/**
 * onward_agenda_get_late:
 * @store: the store
 * @most: how many are listed
 * @n: (out): how many there are
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardDue): the first follow-ups that are late, in the order of the due list
 */
GPtrArray *
onward_agenda_get_late (OnwardStore *store, guint most, guint *n)
{
  g_autoptr (GTimeZone) zone = onward_present_get_zone (store);
  char late[ONWARD_WALL_SIZE];
  g_autofree char *rows = g_strdup_printf ("follow_ups WHERE state = 'open' AND moment IS NOT NULL AND due < '%s'",
                                           find_first_not_late (store, zone, late));
  g_autofree char *count = NULL;
  g_autofree char *condition = NULL;
  GPtrArray *due;

  count = g_strdup_printf ("SELECT count(*) FROM %s", rows);
  condition = g_strdup_printf ("f.id IN (SELECT id FROM %s ORDER BY moment, due LIMIT %u)", rows, most);
  *n = (guint)onward_connection_read_int (onward_store_get_connection (store), count, 0);
  due = *n > 0 ? onward_follow_ups_where (store, condition, NULL) : NULL;
  return due != NULL ? due : g_ptr_array_new_with_free_func ((GDestroyNotify)onward_due_free);
}

/**
 * onward_agenda_get_shape:
 * @store: the store
 *
 * What nobody changes: which day is today, in which zone, which interview ended last, how much is late. Main thread.
 *
 * Returns: a number that is another one when any of these is
 */
guint
onward_agenda_get_shape (OnwardStore *store)
{
  OnwardConnection *connection = onward_store_get_connection (store);
  g_autoptr (GTimeZone) zone = onward_present_get_zone (store);
  char late[ONWARD_WALL_SIZE];
  g_autofree char *ended =
      g_strdup_printf ("SELECT max (ends_unix) FROM interviews WHERE ends_unix <= %" G_GINT64_FORMAT,
                       onward_store_get_now (store).unix_time);
  g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM follow_ups WHERE state = 'open' AND due < '%s'",
                                            find_first_not_late (store, zone, late));
  guint shape = (guint)onward_present_get_today (store) * 31 + g_str_hash (onward_store_get_now (store).zone);

  shape = shape * 31 + (guint)onward_connection_read_int (connection, ended, 0);
  return shape * 31 + (guint)onward_connection_read_int (connection, count, 0);
}

static int
read_day (OnwardConnection *connection, const char *sql)
{
  gint64 value = onward_connection_read_int (connection, sql, G_MININT64);

  return value == G_MININT64 ? ONWARD_NO_DAY : (int)value;
}

/**
 * onward_agenda_find_end:
 * @store: the store
 * @from: the first day, days since 1970-01-01
 * @n: how many entries are wanted
 *
 * For lists that show a page at a time. Main thread.
 *
 * Returns: the day on which the @n th interview or the @n th open follow-up from @from on is, whichever is earlier;
 *   %ONWARD_NO_DAY when there are fewer of both
 */
int
onward_agenda_find_end (OnwardStore *store, int from, guint n)
{
  OnwardConnection *connection = onward_store_get_connection (store);
  g_autoptr (GTimeZone) zone = onward_present_get_zone (store);
  char start[ONWARD_WALL_SIZE];
  g_autofree char *interviews =
      g_strdup_printf ("SELECT starts_unix FROM interviews WHERE starts_unix >= %" G_GINT64_FORMAT
                       " ORDER BY starts_unix LIMIT 1 OFFSET %u",
                       onward_zone_instant (zone, onward_wall_at (from, 0)), n - 1);
  g_autofree char *follow_ups =
      g_strdup_printf ("SELECT unixepoch (moment) / 86400 FROM follow_ups WHERE state = 'open' AND moment >= '%s' "
                       "ORDER BY moment LIMIT 1 OFFSET %u",
                       onward_wall_format (onward_wall_at (from, 0), start), n - 1);
  gint64 instant = onward_connection_read_int (connection, interviews, G_MININT64);
  int first = instant != G_MININT64 ? onward_zone_day (zone, instant) : ONWARD_NO_DAY;
  int second = read_day (connection, follow_ups);

  if (first == ONWARD_NO_DAY || second == ONWARD_NO_DAY)
    return MAX (first, second);
  return MIN (first, second);
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
