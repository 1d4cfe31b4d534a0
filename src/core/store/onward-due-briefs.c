/* onward-due-briefs.c - the due list in brief: when of all rows, everything of those that are shown */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-due-briefs.h"

#include "onward-follow-ups-private.h"

/* From so many rows on, reading all of them takes less. */
#define MOST_ROWS 64

#define N_URGENCIES (ONWARD_URGENCY_UPCOMING + 1)

/* The moments as SQL compares them: what comes up before the first, or was late before the second, is on the list. */
typedef struct
{
  OnwardDuePresent present;
  char end[ONWARD_WALL_SIZE];
  char late[ONWARD_WALL_SIZE];
} Limits;

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

/* As the due list, so far as moments tell. */
static int
compare_moments (const OnwardDueBrief *first, const OnwardDueBrief *second)
{
  int order = compare_numbers (first->moment, second->moment);

  return order != 0 ? order : compare_numbers (first->due, second->due);
}

static int
compare_briefs (gconstpointer a, gconstpointer b)
{
  const OnwardDueBrief *first = a;
  const OnwardDueBrief *second = b;
  int order = compare_moments (first, second);

  return order != 0 ? order : compare_numbers (first->id, second->id);
}

static gint64
read_wall (const char *text)
{
  gint64 wall;

  return onward_wall_parse (text, &wall) ? wall : ONWARD_NO_WALL;
}

static gboolean
find_limits (OnwardStore *store, int days, Limits *limits, GError **error)
{
  if (!onward_due_find_present (store, &limits->present, error))
    return FALSE;
  onward_wall_format (onward_wall_at (onward_wall_day (limits->present.wall) + days + 1, 0), limits->end);
  onward_wall_format (limits->present.first_not_late, limits->late);
  return TRUE;
}

/* Columns: id, moment, due. */
static gboolean
read_briefs (OnwardStatement *rows, const Limits *limits, GArray *briefs, GError **error)
{
  GError *failure = NULL;

  while (onward_statement_step (rows, &failure))
    {
      OnwardDueBrief brief = { .id = onward_statement_get_int (rows, 0),
                               .moment = read_wall (onward_statement_get_text (rows, 1)),
                               .due = read_wall (onward_statement_get_text (rows, 2)) };

      brief.urgency = onward_due_find_urgency (&limits->present, brief.moment, brief.due);
      g_array_append_val (briefs, brief);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* An index holds all that is asked for: no row is looked up, and they lie wherever they were written. */
static gboolean
read_coming (OnwardStore *store, const Limits *limits, GArray *briefs, GError **error)
{
  g_autoptr (OnwardStatement) rows =
      onward_connection_prepare (onward_store_get_connection (store),
                                 "SELECT id, moment, due FROM follow_ups WHERE state = 'open' AND moment < ?1", error);

  if (rows == NULL)
    return FALSE;
  onward_statement_bind_text (rows, 1, limits->end);
  return read_briefs (rows, limits, briefs, error);
}

static gboolean
read_row (OnwardStore *store, const Limits *limits, gint64 id, GArray *briefs, GError **error)
{
  g_autoptr (OnwardStatement) row =
      onward_connection_prepare (onward_store_get_connection (store),
                                 "SELECT id, moment, due FROM follow_ups WHERE id = ?1 AND state = 'open' "
                                 "AND moment IS NOT NULL AND (moment < ?2 OR due < ?3)",
                                 error);

  if (row == NULL)
    return FALSE;
  onward_statement_bind_int (row, 1, id);
  onward_statement_bind_text (row, 2, limits->end);
  onward_statement_bind_text (row, 3, limits->late);
  return read_briefs (row, limits, briefs, error);
}

/* What is late was on the list before, unless it is snoozed for longer than anybody looks ahead. */
static gboolean
read_late (OnwardStore *store, const Limits *limits, GArray *briefs, GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (
      onward_store_get_connection (store), "SELECT id FROM follow_ups WHERE state = 'open' AND due < ?1", error);
  GError *failure = NULL;

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < briefs->len; i++)
    g_hash_table_add (known, &g_array_index (briefs, OnwardDueBrief, i).id);
  onward_statement_bind_text (rows, 1, limits->late);
  while (onward_statement_step (rows, &failure))
    {
      gint64 id = onward_statement_get_int (rows, 0);

      if (!g_hash_table_contains (known, &id))
        g_array_append_val (others, id);
    }
  for (guint i = 0; failure == NULL && i < others->len; i++)
    read_row (store, limits, g_array_index (others, gint64, i), briefs, &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/**
 * onward_due_briefs_list:
 * @store: the store
 * @days: how many days after today are looked at, 0 or more
 * @error: return location
 *
 * The rows of onward_follow_ups_due(), without what only a row in sight needs. Main thread.
 *
 * Returns: (transfer full) (nullable) (element-type OnwardDueBrief): all of them by moment and due, those for which
 *   both are the same by id; NULL with @error set
 */
GArray *
onward_due_briefs_list (OnwardStore *store, int days, GError **error)
{
  g_autoptr (GArray) briefs = g_array_sized_new (FALSE, FALSE, sizeof (OnwardDueBrief), 1024);
  g_autoptr (GTimeZone) zone = NULL;
  Limits limits;

  if (!find_limits (store, days, &limits, error))
    return NULL;
  zone = limits.present.zone;
  if (!read_coming (store, &limits, briefs, error) || !read_late (store, &limits, briefs, error))
    return NULL;
  g_array_sort (briefs, compare_briefs);
  return g_steal_pointer (&briefs);
}

static void
remove_rows (GArray *briefs, GHashTable *rows)
{
  guint kept = 0;

  for (guint i = 0; i < briefs->len; i++)
    if (!g_hash_table_contains (rows, &g_array_index (briefs, OnwardDueBrief, i).id))
      g_array_index (briefs, OnwardDueBrief, kept++) = g_array_index (briefs, OnwardDueBrief, i);
  g_array_set_size (briefs, kept);
}

/**
 * onward_due_briefs_update:
 * @store: the store
 * @days: as onward_due_briefs_list()
 * @briefs: (element-type OnwardDueBrief): what that gave for the same @days, when everything stood as it does now but
 *   for what was written: today, and with nothing late that was not
 * @changed: (element-type gint64): all rows of follow_ups that were written since
 * @error: return location
 *
 * Brings the list up to date by reading what was changed. Main thread.
 *
 * Returns: whether it is what onward_due_briefs_list() would give; FALSE with @error set, or, without it, when so much
 *   was changed that this is to be asked
 */
gboolean
onward_due_briefs_update (OnwardStore *store, int days, GArray *briefs, GArray *changed, GError **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GTimeZone) zone = NULL;
  GHashTableIter iter;
  gint64 *id;
  Limits limits;

  if (changed->len > MOST_ROWS || !find_limits (store, days, &limits, error))
    return FALSE;
  zone = limits.present.zone;
  for (guint i = 0; i < changed->len; i++)
    g_hash_table_add (rows, &g_array_index (changed, gint64, i));
  remove_rows (briefs, rows);
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, (gpointer *)&id, NULL))
    if (!read_row (store, &limits, *id, briefs, error))
      return FALSE;
  g_array_sort (briefs, compare_briefs);
  return TRUE;
}

/**
 * onward_due_briefs_get_next_late:
 * @store: the store
 *
 * Main thread.
 *
 * Returns: the wall time at which the next open follow-up is late that is not yet, on whatever day it comes up;
 *   ONWARD_NO_WALL when there is none
 */
gint64
onward_due_briefs_get_next_late (OnwardStore *store)
{
  g_autoptr (OnwardStatement) row = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT due FROM follow_ups WHERE state = 'open' AND due >= ?1 ORDER BY due LIMIT 1", NULL);
  g_autoptr (GTimeZone) zone = NULL;
  Limits limits;

  if (row == NULL || !find_limits (store, 0, &limits, NULL))
    return ONWARD_NO_WALL;
  zone = limits.present.zone;
  onward_statement_bind_text (row, 1, limits.late);
  return onward_statement_step (row, NULL) ? read_wall (onward_statement_get_text (row, 0)) : ONWARD_NO_WALL;
}

/* One that may be shown. */
typedef struct
{
  const OnwardDueBrief *brief;
  OnwardRuleId rule;
  char *key;
} Candidate;

static void
clear_candidate (gpointer data)
{
  g_free (((Candidate *)data)->key);
}

/* As the due list: moment, due, row of the table of rules, key. */
static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;
  int order = compare_moments (first->brief, second->brief);

  if (order == 0)
    order = (int)first->rule - (int)second->rule;
  return order != 0 ? order : g_strcmp0 (first->key, second->key);
}

static gboolean
add_candidate (OnwardStore *store, GArray *candidates, const OnwardDueBrief *brief, GError **error)
{
  g_autoptr (OnwardStatement) row = onward_connection_prepare (onward_store_get_connection (store),
                                                               "SELECT rule, key FROM follow_ups WHERE id = ?1", error);
  Candidate candidate = { .brief = brief };
  GError *failure = NULL;

  if (row == NULL)
    return FALSE;
  onward_statement_bind_int (row, 1, brief->id);
  if (!onward_statement_step (row, &failure))
    {
      g_propagate_error (error, failure);
      return failure == NULL;
    }
  candidate.rule = onward_rule_find (onward_statement_get_text (row, 0));
  candidate.key = g_strdup (onward_statement_get_text (row, 1));
  g_array_append_val (candidates, candidate);
  return TRUE;
}

/* The first of each urgency, and whoever may be among them: of rows with the same moments the briefs do not know which
 * comes first. */
static gboolean
find_candidates (OnwardStore *store, GArray *briefs, const guint *limits, GArray *candidates, GError **error)
{
  const OnwardDueBrief *last[N_URGENCIES] = { NULL };
  guint taken[N_URGENCIES] = { 0 };

  for (guint i = 0; i < briefs->len; i++)
    {
      const OnwardDueBrief *brief = &g_array_index (briefs, OnwardDueBrief, i);
      OnwardUrgency urgency = brief->urgency;

      if (taken[urgency] >= limits[urgency] && (last[urgency] == NULL || compare_moments (brief, last[urgency]) != 0))
        continue;
      if (!add_candidate (store, candidates, brief, error))
        return FALSE;
      last[urgency] = brief;
      taken[urgency]++;
    }
  g_array_sort (candidates, compare_candidates);
  return TRUE;
}

/**
 * onward_due_briefs_load:
 * @store: the store
 * @briefs: (element-type OnwardDueBrief): a due list
 * @limits: how many are to be shown of each #OnwardUrgency
 * @error: return location
 *
 * Main thread.
 *
 * Returns: (transfer full) (nullable) (element-type OnwardDue): everything about the first of each urgency, in the
 *   order of onward_follow_ups_due(); NULL with @error set
 */
GPtrArray *
onward_due_briefs_load (OnwardStore *store, GArray *briefs, const guint *limits, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_due_free);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GTimeZone) zone = NULL;
  OnwardDuePresent present;
  guint taken[N_URGENCIES] = { 0 };

  g_array_set_clear_func (candidates, clear_candidate);
  if (!onward_due_find_present (store, &present, error))
    return NULL;
  zone = present.zone;
  if (!find_candidates (store, briefs, limits, candidates, error))
    return NULL;
  for (guint i = 0; i < candidates->len; i++)
    {
      const OnwardDueBrief *brief = g_array_index (candidates, Candidate, i).brief;

      if (taken[brief->urgency]++ < limits[brief->urgency]
          && !onward_due_load (store, &present, brief->id, list, error))
        return NULL;
    }
  return g_steal_pointer (&list);
}

static guint
find_brief (GArray *briefs, gint64 id)
{
  guint place = 0;

  while (place < briefs->len && g_array_index (briefs, OnwardDueBrief, place).id != id)
    place++;
  return place;
}

/**
 * onward_due_briefs_find_place:
 * @before: (element-type OnwardDueBrief): a due list
 * @now: (element-type OnwardDueBrief): what has become of it
 * @id: a follow-up of @before
 *
 * Returns: the follow-up that is where @id was: itself while it is there, else what came after it, else what came
 *   before it; 0 = none
 */
gint64
onward_due_briefs_find_place (GArray *before, GArray *now, gint64 id)
{
  guint place = find_brief (before, id);

  if (find_brief (now, id) < now->len)
    return id;
  for (guint i = place + 1; i < before->len; i++)
    if (find_brief (now, g_array_index (before, OnwardDueBrief, i).id) < now->len)
      return g_array_index (before, OnwardDueBrief, i).id;
  for (guint i = MIN (place, before->len); i > 0; i--)
    if (find_brief (now, g_array_index (before, OnwardDueBrief, i - 1).id) < now->len)
      return g_array_index (before, OnwardDueBrief, i - 1).id;
  return 0;
}
