/* onward-follow-ups.c - what is owed, in the order in which it counts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-follow-ups-private.h"

#include "model/onward-contact.h"
#include "playbook/onward-zone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is asked about; the columns are read by read_due(). */
#define SELECT_DUE                                                                                                     \
  "SELECT f.id, f.key, f.rule, f.title, f.why, f.channel, f.remind_at, f.due, f.snoozed_until, f.moment, "             \
  "       f.contact, f.opportunity, f.interview, f.company, c.name, k.name, o.title, i.kind, i.round "                 \
  "FROM follow_ups f "                                                                                                 \
  "LEFT JOIN contacts c ON c.id = f.contact "                                                                          \
  "LEFT JOIN opportunities o ON o.id = f.opportunity "                                                                 \
  "LEFT JOIN interviews i ON i.id = f.interview "                                                                      \
  "LEFT JOIN companies k ON k.id = coalesce (f.company, o.company, i.company, c.company) "

void
onward_due_free (OnwardDue *due)
{
  g_free (due->key);
  g_free (due->rule);
  g_free (due->title);
  g_free (due->why);
  g_free (due->channel);
  g_free (due->remind_at);
  g_free (due->due);
  g_free (due->snoozed_until);
  g_free (due->moment);
  g_free (due->contact_name);
  g_free (due->company_name);
  g_free (due->opportunity_title);
  g_free (due->interview_kind);
  g_free (due);
}

/**
 * onward_urgency_get_name:
 * @urgency: how a follow-up stands
 *
 * Returns: (transfer none): the word of the exchange format
 */
const char *
onward_urgency_get_name (OnwardUrgency urgency)
{
  static const char *const names[] = { "overdue", "today", "upcoming" };

  return names[urgency];
}

/* Wall times are compared as instants, so that a repeated hour counts once and one that the spring leaves out is over
 * when it would have begun: the first wall time that has not passed is at most such an hour away from what the clock
 * shows. */
gboolean
onward_due_find_present (OnwardStore *store, OnwardDuePresent *present, GError **error)
{
  OnwardNow now = onward_store_get_now (store);

  present->zone = g_time_zone_new_identifier (now.zone);
  if (present->zone == NULL)
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                   _ ("“%s” is no time zone that this computer knows. Give one such as Europe/Amsterdam."), now.zone);
      return FALSE;
    }
  present->wall = onward_zone_wall (present->zone, now.unix_time);
  present->first_not_late = present->wall;
  while (onward_zone_instant (present->zone, present->first_not_late) < now.unix_time)
    present->first_not_late++;
  while (onward_zone_instant (present->zone, present->first_not_late - 1) >= now.unix_time)
    present->first_not_late--;
  return TRUE;
}

/* ONWARD_NO_WALL is what cannot be read. */
OnwardUrgency
onward_due_find_urgency (const OnwardDuePresent *present, gint64 moment, gint64 late)
{
  if (moment == ONWARD_NO_WALL || late == ONWARD_NO_WALL)
    return ONWARD_URGENCY_TODAY;
  if (late < present->first_not_late)
    return ONWARD_URGENCY_OVERDUE;
  return onward_due_urgency (moment, ONWARD_NO_WALL, late, MIN (late, present->wall));
}

static OnwardDue *
read_due (OnwardStatement *row)
{
  OnwardDue *due = g_new0 (OnwardDue, 1);

  due->id = onward_statement_get_int (row, 0);
  due->key = g_strdup (onward_statement_get_text (row, 1));
  due->rule = g_strdup (onward_statement_get_text (row, 2));
  due->title = g_strdup (onward_statement_get_text (row, 3));
  due->why = g_strdup (onward_statement_get_text (row, 4));
  due->channel = g_strdup (onward_statement_get_text (row, 5));
  due->remind_at = g_strdup (onward_statement_get_text (row, 6));
  due->due = g_strdup (onward_statement_get_text (row, 7));
  due->snoozed_until = g_strdup (onward_statement_get_text (row, 8));
  due->moment = g_strdup (onward_statement_get_text (row, 9));
  due->contact = onward_statement_get_int (row, 10);
  due->opportunity = onward_statement_get_int (row, 11);
  due->interview = onward_statement_get_int (row, 12);
  due->company = onward_statement_get_int (row, 13);
  due->contact_name = g_strdup (onward_statement_get_text (row, 14));
  due->company_name = g_strdup (onward_statement_get_text (row, 15));
  due->opportunity_title = g_strdup (onward_statement_get_text (row, 16));
  due->interview_kind = g_strdup (onward_statement_get_text (row, 17));
  due->interview_round = onward_statement_get_int (row, 18);
  return due;
}

/* max(remind_at, snoozed_until), due, row of the table of rules, key (exchange.md, `due`). */
static int
compare_due (gconstpointer a, gconstpointer b)
{
  const OnwardDue *first = *(OnwardDue *const *)a;
  const OnwardDue *second = *(OnwardDue *const *)b;
  int order = strcmp (first->moment, second->moment);

  if (order == 0)
    order = g_strcmp0 (first->due, second->due);
  if (order == 0)
    order = (int)onward_rule_find (first->rule) - (int)onward_rule_find (second->rule);
  return order != 0 ? order : g_strcmp0 (first->key, second->key);
}

static gint64
read_wall (const char *text)
{
  gint64 wall;

  return onward_wall_parse (text, &wall) ? wall : ONWARD_NO_WALL;
}

static gboolean
read_rows (const OnwardDuePresent *present, OnwardStatement *rows, GPtrArray *list, GError **error)
{
  GError *failure = NULL;

  while (onward_statement_step (rows, &failure))
    {
      OnwardDue *due = read_due (rows);

      due->urgency = onward_due_find_urgency (present, read_wall (due->moment), read_wall (due->due));
      g_ptr_array_add (list, due);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static GPtrArray *
collect_due (const OnwardDuePresent *present, OnwardStatement *rows, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_due_free);

  if (!read_rows (present, rows, list, error))
    return NULL;
  g_ptr_array_sort (list, compare_due);
  return g_steal_pointer (&list);
}

/* Adds a follow-up to a list, if it is there. */
gboolean
onward_due_load (OnwardStore *store, const OnwardDuePresent *present, gint64 id, GPtrArray *list, GError **error)
{
  g_autoptr (OnwardStatement) rows =
      onward_connection_prepare (onward_store_get_connection (store), SELECT_DUE "WHERE f.id = ?1", error);

  if (rows == NULL)
    return FALSE;
  onward_statement_bind_int (rows, 1, id);
  return read_rows (present, rows, list, error);
}

static GPtrArray *
find_due (OnwardStore *store, const OnwardDuePresent *present, const char *sql, const char *first, const char *second,
          GError **error)
{
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (onward_store_get_connection (store), sql, error);

  if (rows == NULL)
    return NULL;
  onward_statement_bind_text (rows, 1, first);
  onward_statement_bind_text (rows, 2, second);
  return collect_due (present, rows, error);
}

/**
 * onward_follow_ups_due:
 * @store: the store
 * @days: how many days after today are looked at, 0 or more
 * @error: return location
 *
 * The due list of exchange.md: open follow-ups whose moment comes up to the end of that day, and all overdue ones.
 * Main thread.
 *
 * Returns: (transfer full) (nullable) (element-type OnwardDue): in order; NULL with @error set
 */
GPtrArray *
onward_follow_ups_due (OnwardStore *store, int days, GError **error)
{
  OnwardDuePresent present;
  g_autoptr (GTimeZone) zone = NULL;
  char end[ONWARD_WALL_SIZE], late[ONWARD_WALL_SIZE];

  if (!onward_due_find_present (store, &present, error))
    return NULL;
  zone = present.zone;
  onward_wall_format (onward_wall_at (onward_wall_day (present.wall) + days + 1, 0), end);
  onward_wall_format (present.first_not_late, late);
  return find_due (store, &present,
                   SELECT_DUE "WHERE f.moment IS NOT NULL AND f.id IN ("
                              "  SELECT id FROM follow_ups WHERE state = 'open' AND moment < ?1 UNION "
                              "  SELECT id FROM follow_ups WHERE state = 'open' AND due < ?2)",
                   end, late, error);
}

/**
 * onward_follow_ups_between:
 * @store: the store
 * @from: the first day, days since 1970-01-01
 * @to: the last day
 * @error: return location
 *
 * Main thread.
 *
 * Returns: (transfer full) (nullable) (element-type OnwardDue): the open follow-ups whose moment is on these days, in
 *   the order of the due list; NULL with @error set
 */
GPtrArray *
onward_follow_ups_between (OnwardStore *store, int from, int to, GError **error)
{
  OnwardDuePresent present;
  g_autoptr (GTimeZone) zone = NULL;
  char start[ONWARD_WALL_SIZE], end[ONWARD_WALL_SIZE];

  if (!onward_due_find_present (store, &present, error))
    return NULL;
  zone = present.zone;
  onward_wall_format (onward_wall_at (from, 0), start);
  onward_wall_format (onward_wall_at (to + 1, 0), end);
  return find_due (store, &present, SELECT_DUE "WHERE f.state = 'open' AND f.moment >= ?1 AND f.moment < ?2", start,
                   end, error);
}

/**
 * onward_follow_ups_about:
 * @store: the store
 * @type: ONWARD_TYPE_CONTACT or ONWARD_TYPE_OPPORTUNITY
 * @id: a row of that class
 * @error: return location
 *
 * Main thread.
 *
 * Returns: (transfer full) (nullable) (element-type OnwardDue): what is owed to that person or about that opportunity,
 *   in the order of the due list; NULL with @error set
 */
GPtrArray *
onward_follow_ups_about (OnwardStore *store, GType type, gint64 id, GError **error)
{
  const char *sql = type == ONWARD_TYPE_CONTACT
                        ? SELECT_DUE "WHERE f.state = 'open' AND f.moment IS NOT NULL AND f.contact = ?1"
                        : SELECT_DUE "WHERE f.state = 'open' AND f.moment IS NOT NULL AND f.opportunity = ?1";
  g_autoptr (OnwardStatement) rows = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  OnwardDuePresent present;

  if (!onward_due_find_present (store, &present, error))
    return NULL;
  zone = present.zone;
  rows = onward_connection_prepare (onward_store_get_connection (store), sql, error);
  if (rows == NULL)
    return NULL;
  onward_statement_bind_int (rows, 1, id);
  return collect_due (&present, rows, error);
}

/**
 * onward_follow_ups_where:
 * @store: the store
 * @condition: SQL about a row `f` of follow_ups, without parameters; for the files of this folder only
 * @error: return location
 *
 * Main thread.
 *
 * Returns: (transfer full) (nullable) (element-type OnwardDue): these follow-ups in the order of the due list; NULL
 *   with @error set
 */
GPtrArray *
onward_follow_ups_where (OnwardStore *store, const char *condition, GError **error)
{
  g_autofree char *sql = g_strconcat (SELECT_DUE "WHERE ", condition, NULL);
  OnwardDuePresent present;
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (OnwardStatement) rows = NULL;

  if (!onward_due_find_present (store, &present, error))
    return NULL;
  zone = present.zone;
  rows = onward_connection_prepare (onward_store_get_connection (store), sql, error);
  return rows != NULL ? collect_due (&present, rows, error) : NULL;
}

static GArray *
load_touches (OnwardStore *store, gint64 contact)
{
  g_autoptr (OnwardStatement) rows =
      onward_connection_prepare (onward_store_get_connection (store),
                                 "SELECT DISTINCT t.id, t.at_unix, t.direction IS 'in' FROM touch_contacts p "
                                 "JOIN touches t ON t.id = p.touch WHERE p.contact = ? AND t.at_unix IS NOT NULL",
                                 NULL);
  GArray *touches = g_array_new (FALSE, FALSE, sizeof (OnwardTouchMoment));

  if (rows == NULL)
    return touches;
  onward_statement_bind_int (rows, 1, contact);
  while (onward_statement_step (rows, NULL))
    {
      OnwardTouchMoment touch = { onward_statement_get_int (rows, 1), onward_statement_get_int (rows, 2) != 0 };

      g_array_append_val (touches, touch);
    }
  return touches;
}

/**
 * onward_due_describe_pressure:
 * @store: the store
 * @due: a follow-up
 *
 * Law 6 of playbook.md. Reads all touches with the person, which is why the list does not: ask for what is shown.
 *
 * Returns: (transfer full) (nullable): why another message would press this person; NULL when it would not
 */
char *
onward_due_describe_pressure (OnwardStore *store, const OnwardDue *due)
{
  OnwardNow now = onward_store_get_now (store);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (now.zone);
  g_autoptr (GArray) touches = NULL;
  OnwardPressure pressure;
  gint64 remind_at;

  if (due->contact == 0 || zone == NULL || !onward_wall_parse (due->remind_at, &remind_at))
    return NULL;
  touches = load_touches (store, due->contact);
  pressure = onward_due_pressure ((const OnwardTouchMoment *)(void *)touches->data, touches->len, remind_at, zone);
  if (pressure.messages == 0)
    return NULL;
  return g_strdup_printf (ngettext ("Your last message in 30 days has no answer yet.",
                                    "Your last %u messages in 30 days have no answer yet.", pressure.messages),
                          pressure.messages);
}

/**
 * onward_follow_ups_get_next_moment:
 * @store: the store
 *
 * Returns: (transfer full) (nullable): the earliest moment of an open follow-up; NULL when nothing is planned
 */
char *
onward_follow_ups_get_next_moment (OnwardStore *store)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT moment FROM follow_ups WHERE state = 'open' AND moment IS NOT NULL ORDER BY moment LIMIT 1", NULL);

  if (statement == NULL || !onward_statement_step (statement, NULL))
    return NULL;
  return g_strdup (onward_statement_get_text (statement, 0));
}

/**
 * onward_follow_ups_find:
 * @store: the store
 * @key: a whole key
 * @error: return location
 *
 * Returns: the row of the follow-up, in whatever state; 0 with @error set when there is none
 */
gint64
onward_follow_ups_find (OnwardStore *store, const char *key, GError **error)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_store_get_connection (store), "SELECT id FROM follow_ups WHERE key = ?", error);

  if (statement == NULL)
    return 0;
  onward_statement_bind_text (statement, 1, key);
  if (onward_statement_step (statement, error))
    return onward_statement_get_int (statement, 0);
  if (error == NULL || *error == NULL)
    g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_NOT_FOUND,
                 _ ("There is no follow-up with the key “%s”. A key stands below each entry of “onward-cli due”."),
                 key);
  return 0;
}
