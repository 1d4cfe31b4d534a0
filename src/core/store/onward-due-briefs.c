/* onward-due-briefs.c - the due list in brief: who and when of all rows, everything of those that are shown */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-due-briefs.h"

#include "onward-follow-ups-private.h"

static void
clear_brief (gpointer data)
{
  g_free (((OnwardDueBrief *)data)->key);
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

/* As the due list: moment, due, row of the table of rules, key. */
static int
compare_briefs (gconstpointer a, gconstpointer b)
{
  const OnwardDueBrief *first = a;
  const OnwardDueBrief *second = b;
  int order = compare_numbers (first->moment, second->moment);

  if (order == 0)
    order = compare_numbers (first->due, second->due);
  if (order == 0)
    order = (int)first->rule - (int)second->rule;
  return order != 0 ? order : g_strcmp0 (first->key, second->key);
}

static gint64
read_wall (const char *text)
{
  gint64 wall;

  return onward_wall_parse (text, &wall) ? wall : ONWARD_NO_WALL;
}

static OnwardDueBrief
read_brief (OnwardStatement *row, const OnwardDuePresent *present)
{
  const char *moment = onward_statement_get_text (row, 2);
  const char *due = onward_statement_get_text (row, 3);

  return (OnwardDueBrief){
    .id = onward_statement_get_int (row, 0),
    .contact = onward_statement_get_int (row, 1),
    .moment = read_wall (moment),
    .due = read_wall (due),
    .urgency = onward_due_find_urgency (present, moment, due),
    .rule = onward_rule_find (onward_statement_get_text (row, 4)),
    .key = g_strdup (onward_statement_get_text (row, 5)),
  };
}

static OnwardStatement *
find_rows (OnwardStore *store, const OnwardDuePresent *present, int days, GError **error)
{
  char end[ONWARD_WALL_SIZE], late[ONWARD_WALL_SIZE];
  OnwardStatement *rows =
      onward_connection_prepare (onward_store_get_connection (store),
                                 "SELECT f.id, f.contact, f.moment, f.due, f.rule, f.key FROM follow_ups f "
                                 "WHERE f.moment IS NOT NULL AND f.id IN ("
                                 "  SELECT id FROM follow_ups WHERE state = 'open' AND moment < ?1 UNION "
                                 "  SELECT id FROM follow_ups WHERE state = 'open' AND due < ?2)",
                                 error);

  if (rows == NULL)
    return NULL;
  onward_wall_format (onward_wall_at (onward_wall_day (present->wall) + days + 1, 0), end);
  onward_wall_format (present->first_not_late, late);
  onward_statement_bind_text (rows, 1, end);
  onward_statement_bind_text (rows, 2, late);
  return rows;
}

/**
 * onward_due_briefs_list:
 * @store: the store
 * @days: how many days after today are looked at, 0 or more
 * @error: return location
 *
 * The rows of onward_follow_ups_due() in the same order, without what only a row in sight needs. Main thread.
 *
 * Returns: (transfer full) (nullable) (element-type OnwardDueBrief): all of them; NULL with @error set
 */
GArray *
onward_due_briefs_list (OnwardStore *store, int days, GError **error)
{
  g_autoptr (GArray) briefs = g_array_sized_new (FALSE, FALSE, sizeof (OnwardDueBrief), 256);
  g_autoptr (OnwardStatement) rows = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  OnwardDuePresent present;
  GError *failure = NULL;

  g_array_set_clear_func (briefs, clear_brief);
  if (!onward_due_find_present (store, &present, error))
    return NULL;
  zone = present.zone;
  rows = find_rows (store, &present, days, error);
  if (rows == NULL)
    return NULL;
  while (onward_statement_step (rows, &failure))
    {
      OnwardDueBrief brief = read_brief (rows, &present);

      g_array_append_val (briefs, brief);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  g_array_sort (briefs, compare_briefs);
  return g_steal_pointer (&briefs);
}

/**
 * onward_due_briefs_load:
 * @store: the store
 * @ids: (element-type gint64): rows that are to be shown
 * @error: return location
 *
 * Main thread.
 *
 * Returns: (transfer full) (nullable) (element-type OnwardDue): everything about them, in the order of the due list; NULL
 *   with @error set
 */
GPtrArray *
onward_due_briefs_load (OnwardStore *store, GArray *ids, GError **error)
{
  g_autoptr (GString) condition = g_string_new ("f.id IN (");

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (condition, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "", g_array_index (ids, gint64, i));
  g_string_append_c (condition, ')');
  return onward_follow_ups_where (store, condition->str, error);
}
