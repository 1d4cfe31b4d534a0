/* onward-board-table.c - the opportunities of the pipeline as a table: filtered, and in the order of a column */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-board-table.h"

#include "playbook/onward-zone.h"

/* Bound in every query: ?1 = the user's day, ?2 = now as wall time, ?3 = now, ?4 = seconds the zone is ahead of UTC
 * now, ?5 = the instant the user's day began. What a card shows is worked out in onward-card.c; what stands here says
 * the same as far as an order needs it, without loading a card a row. */
#define FROM                                                                                                           \
  "FROM opportunities o LEFT JOIN companies k ON k.id = o.company LEFT JOIN stages st ON st.id = o.stage "             \
  "LEFT JOIN searches s ON s.id = o.search "                                                                           \
  "WHERE CASE onward_shown_search () WHEN -1 THEN (s.ended_on IS NULL OR s.ended_on > ?1 "                             \
  "OR NOT EXISTS (SELECT 1 FROM searches WHERE ended_on IS NULL OR ended_on > ?1)) "                                   \
  "WHEN 0 THEN 1 ELSE o.search IS onward_shown_search () END "

#define CLOSED "(o.outcome_kind IS NOT NULL OR st.kind IS 'closed')"

#define OWED                                                                                                           \
  "EXISTS (SELECT 1 FROM follow_ups f WHERE f.opportunity = o.id AND f.state = 'open' "                                \
  "AND (substr (f.moment, 1, 10) <= ?1 OR f.due < ?2))"

#define ENTERED "(SELECT max (at_unix) FROM stage_events WHERE opportunity = o.id)"

#define ADDED "unixepoch (coalesce (o.added_on, o.applied_on)) - ?4"

#define LAST_HEARD                                                                                                     \
  "nullif (max (coalesce ((SELECT max (at_unix) FROM touches WHERE opportunity = o.id AND at_unix <= ?3), 0), "        \
  "coalesce ((SELECT max (ends_unix) FROM interviews WHERE opportunity = o.id AND ends_unix <= ?3 "                    \
  "AND coalesce (status, '') NOT IN ('cancelled', 'no-show') AND kind IS NOT 'mock'), 0), "                            \
  "coalesce (" ENTERED ", 0)), 0)"

#define IS_QUIET_KIND "(st.kind IS NOT NULL AND st.kind NOT IN ('prospect', 'applied', 'offer', 'closed'))"

/* The first instant of the day from which the days on a card count. */
#define SINCE                                                                                                          \
  "CASE WHEN " CLOSED " THEN coalesce (unixepoch (o.outcome_on) - ?4, " ENTERED ") "                                   \
  "WHEN st.kind IS NULL OR st.kind = 'prospect' THEN coalesce (" ADDED ", " ENTERED ") "                               \
  "WHEN st.kind = 'applied' THEN coalesce (unixepoch (o.applied_on) - ?4, " ENTERED ") "                               \
  "WHEN st.kind = 'offer' THEN coalesce (unixepoch (o.offer_received_on) - ?4, " ENTERED ") "                          \
  "ELSE coalesce (" LAST_HEARD ", " ADDED ") END"

/* Days are compared, not moments of a day. */
#define SPAN "(" SINCE " + ?4) / 86400"

#define FIRST_FOLLOW_UP(condition)                                                                                     \
  "(SELECT min (f.moment) FROM follow_ups f WHERE f.opportunity = o.id AND f.state = 'open'" condition ")"

#define NEXT_INTERVIEW                                                                                                 \
  "(SELECT strftime ('%Y-%m-%dT%H:%M', min (i.starts_unix) + ?4, 'unixepoch') FROM interviews i "                      \
  "WHERE i.opportunity = o.id AND i.starts_unix > ?3 AND coalesce (i.status, 'booked') = 'booked')"

#define PROMISED                                                                                                       \
  "(SELECT nullif (max (coalesce (o.promise_on, ''), coalesce (max (i.promise_on), '')), '') FROM interviews i "       \
  "WHERE i.opportunity = o.id AND i.status IS NOT 'cancelled' AND i.kind IS NOT 'mock')"

/* Late, then today, then by the moment of what comes; an interview goes before a promise, and that before what is owed
 * another day. */
#define NEXT                                                                                                           \
  "coalesce ('0' || " FIRST_FOLLOW_UP (" AND f.due < ?2") ", '1' || " FIRST_FOLLOW_UP (                                \
      " AND substr (f.moment, 1, 10) <= ?1") ", "                                                                      \
                                             "'2' || iif (o.outcome_kind IS NULL, coalesce (" NEXT_INTERVIEW           \
                                             ", iif (" PROMISED " >= ?1, " PROMISED                                    \
                                             ", NULL)), NULL), '2' || " FIRST_FOLLOW_UP ("") ")"

#define FIRST_PERSON                                                                                                   \
  "coalesce ((SELECT c.sort_key FROM opportunity_people p JOIN contacts c ON c.id = p.contact "                        \
  "WHERE p.opportunity = o.id ORDER BY p.position LIMIT 1), "                                                          \
  "(SELECT c.sort_key FROM interviews i JOIN interview_people p ON p.interview = i.id JOIN contacts c "                \
  "ON c.id = p.contact WHERE i.opportunity = o.id AND i.kind IS NOT 'mock' AND i.status IS NOT 'cancelled' "           \
  "ORDER BY p.position, c.id LIMIT 1))"

/* What is closed comes after all stages, an outcome after the other (exchange.md); without a stage it is in the
 * first. */
#define STAGE                                                                                                          \
  "iif (o.outcome_kind IS NULL, coalesce (st.position, -1), "                                                          \
  "1000000 + instr ('accepted declined rejected withdrawn no-response cancelled', o.outcome_kind))"

/* Fewer days are a later day. */
static const char *const keys[ONWARD_TABLE_N_COLUMNS] = {
  [ONWARD_TABLE_COMPANY] = "k.sort_key", [ONWARD_TABLE_ROLE] = "o.sort_key", [ONWARD_TABLE_STAGE] = STAGE,
  [ONWARD_TABLE_PEOPLE] = FIRST_PERSON,  [ONWARD_TABLE_SPAN] = "- " SPAN,    [ONWARD_TABLE_NEXT] = NEXT,
};

static const char *const conditions[ONWARD_TABLE_N_FILTERS] = {
  [ONWARD_TABLE_OPEN] = "NOT " CLOSED,
  [ONWARD_TABLE_OWED] = "NOT " CLOSED " AND " OWED,
  [ONWARD_TABLE_QUIET] = "NOT " CLOSED " AND " IS_QUIET_KIND " AND coalesce (" LAST_HEARD ", " ADDED ") < ?5",
  [ONWARD_TABLE_INTRODUCED] = "NOT " CLOSED " AND (o.introduction IS NOT NULL "
                              "OR EXISTS (SELECT 1 FROM introductions n WHERE n.opportunity = o.id))",
  [ONWARD_TABLE_CLOSED] = CLOSED,
};

static OnwardStatement *
prepare (OnwardStore *store, const char *sql)
{
  OnwardNow now = onward_store_get_now (store);
  g_autoptr (GTimeZone) zone = onward_zone_find (now.zone);
  gint64 wall = onward_zone_wall (zone, now.unix_time);
  gint64 begin = onward_zone_instant (zone, onward_wall_at (onward_wall_day (wall), 0));
  g_autoptr (GError) error = NULL;
  OnwardStatement *statement = onward_connection_prepare (onward_store_get_connection (store), sql, &error);
  char today[ONWARD_DATE_SIZE], moment[ONWARD_WALL_SIZE];

  if (statement == NULL)
    {
      g_warning ("%s", error->message);
      return NULL;
    }
  onward_statement_bind_text (statement, 1, onward_day_format (onward_wall_day (wall), today));
  onward_statement_bind_text (statement, 2, onward_wall_format (wall, moment));
  onward_statement_bind_int (statement, 3, now.unix_time);
  onward_statement_bind_int (statement, 4, onward_zone_offset (zone, now.unix_time));
  onward_statement_bind_int (statement, 5, begin);
  return statement;
}

/**
 * onward_board_table_list:
 * @store: a store
 * @filter: which of them
 * @column: by what they are put in order; among what is alike there by company, then title
 * @descending: whether the last comes first; what has nothing in that column comes last either way
 * @matches: (nullable) (element-type gint64): only these; NULL = all
 *
 * Main thread. Those of a search that has ended are left out while another one goes on, as on the board.
 *
 * Returns: (transfer full) (element-type gint64): the opportunities, in order
 */
GArray *
onward_board_table_list (OnwardStore *store, OnwardTableFilter filter, OnwardTableColumn column, gboolean descending,
                         GHashTable *matches)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *sql = g_strdup_printf (
      "SELECT o.id, %s AS key " FROM "AND %s ORDER BY key %s NULLS LAST, k.sort_key, k.name, o.sort_key, o.title, o.id",
      keys[column], conditions[filter], descending ? "DESC" : "ASC");
  g_autoptr (OnwardStatement) statement = prepare (store, sql);

  while (statement != NULL && onward_statement_step (statement, NULL))
    {
      gint64 id = onward_statement_get_int (statement, 0);

      if (matches == NULL || g_hash_table_contains (matches, &id))
        g_array_append_val (ids, id);
    }
  return ids;
}

/**
 * onward_board_table_count:
 * @store: a store
 * @counts: (out): how many opportunities each filter leaves
 */
void
onward_board_table_count (OnwardStore *store, guint counts[ONWARD_TABLE_N_FILTERS])
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (OnwardStatement) statement = NULL;

  for (guint i = 0; i < ONWARD_TABLE_N_FILTERS; i++)
    g_string_append_printf (sql, "%scount (*) FILTER (WHERE %s)", i > 0 ? ", " : "", conditions[i]);
  g_string_append (sql, " " FROM);
  statement = prepare (store, sql->str);
  if (statement != NULL && !onward_statement_step (statement, NULL))
    g_clear_pointer (&statement, onward_statement_release);
  for (guint i = 0; i < ONWARD_TABLE_N_FILTERS; i++)
    counts[i] = statement != NULL ? (guint)onward_statement_get_int (statement, (int)i) : 0;
}
