/* onward-names.c - which people a typed name may mean */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-names.h"

#include "onward-companies.h"
#include "onward-search-query.h"

/* More people of one name than this are not asked about. */
#define MOST_NAMESAKES 20

void
onward_namesake_free (OnwardNamesake *namesake)
{
  g_free (namesake->name);
  g_free (namesake->company);
  g_free (namesake->headline);
  g_free (namesake);
}

static OnwardNamesake *
read_namesake (OnwardStatement *statement)
{
  OnwardNamesake *namesake = g_new0 (OnwardNamesake, 1);

  namesake->contact = onward_statement_get_int (statement, 0);
  namesake->name = g_strdup (onward_statement_get_text (statement, 1));
  namesake->company = g_strdup (onward_statement_get_text (statement, 2));
  namesake->headline = g_strdup (onward_statement_get_text (statement, 3));
  namesake->near = onward_statement_get_int (statement, 4) != 0;
  return namesake;
}

/**
 * onward_names_find:
 * @store: a store
 * @name: what the user typed
 * @company: the company it is about; 0 = none
 *
 * The people whose name is the one typed, but for case, spaces and accents: those of the company when there are any,
 * else everybody of that name. None is a new name; several are a question for the user. Main thread.
 *
 * Returns: (transfer full) (element-type OnwardNamesake): them
 */
GPtrArray *
onward_names_find (OnwardStore *store, const char *name, gint64 company)
{
  OnwardConnection *connection = onward_store_get_connection (store);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_namesake_free);
  g_autoptr (GPtrArray) near = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_namesake_free);
  g_autofree char *match = onward_search_query_build_once (connection, name, ONWARD_SEARCH_OTHERS);
  g_autofree char *wanted = onward_name_fold_accents (name);
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      connection,
      "SELECT c.id, c.name, co.name, c.headline, c.company IS ?2 OR c.id IN ("
      "SELECT p.contact FROM interview_people p JOIN interviews i ON i.id = p.interview "
      "JOIN opportunities o ON o.id = i.opportunity WHERE o.company = ?2 "
      "UNION SELECT p.contact FROM opportunity_people p JOIN opportunities o ON o.id = p.opportunity "
      "WHERE o.company = ?2) FROM contact_search s JOIN contacts c ON c.id = s.rowid "
      "LEFT JOIN companies co ON co.id = c.company WHERE contact_search MATCH '{name} : (' || ?1 || ')' ORDER BY c.id",
      NULL);

  if (statement == NULL || match == NULL)
    return g_steal_pointer (&found);
  onward_statement_bind_text (statement, 1, match);
  onward_statement_bind_id (statement, 2, company);
  while (found->len < MOST_NAMESAKES && onward_statement_step (statement, NULL))
    {
      g_autofree char *stored = onward_name_fold_accents (onward_statement_get_text (statement, 1));

      if (!g_str_equal (stored, wanted))
        continue;
      g_ptr_array_add (found, read_namesake (statement));
      if (company != 0 && onward_statement_get_int (statement, 4) != 0)
        g_ptr_array_add (near, read_namesake (statement));
    }
  return near->len > 0 ? g_steal_pointer (&near) : g_steal_pointer (&found);
}
