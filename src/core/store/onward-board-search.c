/* onward-board-search.c - opportunities by words, also of their company and people, and by what they are */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-board-search.h"

#include "onward-search-query.h"

/* A single letter begins the name of half of all people: it is looked for in the opportunities only. */
#define LEAST_FOR_PEOPLE 2

static const char words_sql[] = "SELECT rowid FROM opportunity_search WHERE opportunity_search MATCH ?1";

static const char people_sql[] =
    "WITH found (contact) AS (SELECT rowid FROM contact_search WHERE contact_search MATCH '{name} : (' || ?1 || ')') "
    "SELECT p.opportunity FROM opportunity_people p WHERE p.contact IN found "
    "UNION SELECT i.opportunity FROM interview_people p JOIN interviews i ON i.id = p.interview "
    "WHERE p.contact IN found AND i.opportunity IS NOT NULL";

static const char filter_sql[] =
    "SELECT id FROM opportunities WHERE (?1 IS NULL OR stage = ?1) AND (?2 IS NULL OR coalesce (outcome_kind, 'none') "
    "= "
    "?2) AND (?3 IS NULL OR company = ?3) AND (?4 IS NULL OR EXISTS (SELECT 1 FROM json_each (iif (json_valid (tags), "
    "tags, '[]')) WHERE lower (onward_fold (value)) = lower (onward_fold (?4))))";

static void
add_rows (OnwardStatement *statement, GHashTable *found)
{
  while (statement != NULL && onward_statement_step (statement, NULL))
    {
      gint64 id = onward_statement_get_int (statement, 0);

      g_hash_table_add (found, g_memdup2 (&id, sizeof id));
    }
}

static void
add_found (OnwardConnection *connection, const char *sql, const char *match, GHashTable *found)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, sql, NULL);

  if (statement != NULL)
    onward_statement_bind_text (statement, 1, match);
  add_rows (statement, found);
}

static GHashTable *
create_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * onward_board_search:
 * @store: a store
 * @words: what the user typed
 *
 * Main thread. Each word is the beginning of one; all of them are in the opportunity with its company, or in the name
 * of one person who has a part in it.
 *
 * Returns: (transfer full) (element-type gint64): a set of opportunities
 */
GHashTable *
onward_board_search (OnwardStore *store, const char *words)
{
  OnwardConnection *connection = onward_store_get_connection (store);
  GHashTable *found = create_set ();
  g_autofree char *match = onward_search_query_build_once (connection, words, ONWARD_SEARCH_OTHERS);

  if (match == NULL)
    return found;
  add_found (connection, words_sql, match, found);
  if (g_utf8_strlen (words, -1) >= LEAST_FOR_PEOPLE)
    add_found (connection, people_sql, match, found);
  return found;
}

static GHashTable *
filter_only (OnwardStore *store, const OnwardBoardFilter *filter)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_store_get_connection (store), filter_sql, NULL);
  GHashTable *found = create_set ();

  if (statement == NULL)
    return found;
  onward_statement_bind_id (statement, 1, filter->stage);
  onward_statement_bind_text (statement, 2, filter->outcome);
  onward_statement_bind_id (statement, 3, filter->company);
  onward_statement_bind_text (statement, 4, filter->tag);
  add_rows (statement, found);
  return found;
}

static gboolean
is_missing_cb (gpointer id, gpointer value, gpointer others)
{
  return !g_hash_table_contains (others, id);
}

/**
 * onward_board_search_filtered:
 * @store: a store
 * @filter: which to leave
 *
 * Main thread. The words are those of onward_board_search(); all that the filter names must be so.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): a set of opportunities; NULL = all of them
 */
GHashTable *
onward_board_search_filtered (OnwardStore *store, const OnwardBoardFilter *filter)
{
  gboolean filters = filter->stage != 0 || filter->outcome != NULL || filter->company != 0 || filter->tag != NULL;
  GHashTable *found = filter->text != NULL ? onward_board_search (store, filter->text) : NULL;
  g_autoptr (GHashTable) left = filters ? filter_only (store, filter) : NULL;

  if (found == NULL)
    return g_steal_pointer (&left);
  if (left != NULL)
    g_hash_table_foreach_remove (found, is_missing_cb, left);
  return found;
}
