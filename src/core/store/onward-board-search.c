/* onward-board-search.c - opportunities by words: their own, their company's and their people's */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-board-search.h"

#include "onward-search-words.h"

/* A single letter begins the name of half of all people: it is looked for in the opportunities only. */
#define LEAST_FOR_PEOPLE 2

static const char words_sql[] = "SELECT rowid FROM opportunity_search WHERE opportunity_search MATCH ?1";

static const char people_sql[] =
    "WITH found (contact) AS (SELECT rowid FROM contact_search WHERE contact_search MATCH '{name} : (' || ?1 || ')') "
    "SELECT p.opportunity FROM opportunity_people p WHERE p.contact IN found "
    "UNION SELECT i.opportunity FROM interview_people p JOIN interviews i ON i.id = p.interview "
    "WHERE p.contact IN found AND i.opportunity IS NOT NULL";

static void
add_found (OnwardConnection *connection, const char *sql, const char *match, GHashTable *found)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, sql, NULL);

  if (statement == NULL)
    return;
  onward_statement_bind_text (statement, 1, match);
  while (onward_statement_step (statement, NULL))
    {
      gint64 id = onward_statement_get_int (statement, 0);

      g_hash_table_add (found, g_memdup2 (&id, sizeof id));
    }
}

/**
 * onward_board_search:
 * @store: a store
 * @words: what the user typed
 *
 * Main thread. Each word is the beginning of one; all of them are in the opportunity with its company, or in the name of
 * one person who has a part in it.
 *
 * Returns: (transfer full) (element-type gint64): a set of opportunities
 */
GHashTable *
onward_board_search (OnwardStore *store, const char *words)
{
  OnwardConnection *connection = onward_store_get_connection (store);
  GHashTable *found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *match = onward_search_words_get_match (connection, words, ONWARD_SEARCH_OTHERS, NULL);

  if (match == NULL || *match == '\0')
    return found;
  add_found (connection, words_sql, match, found);
  if (g_utf8_strlen (words, -1) >= LEAST_FOR_PEOPLE)
    add_found (connection, people_sql, match, found);
  return found;
}
