/* onward-search-words.c - finds people, companies and opportunities by the words somebody remembers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-search-words.h"

#include "model/onward-collections.h"

/* One kind of thing that can be found: id, title and the parts of the subtitle, in the order that the user sees. */
static const struct
{
  GType (*get_type) (void);
  OnwardSearchKind kind;
  const char *sql;
} kinds[] = {
  { onward_contact_get_type, ONWARD_SEARCH_CONTACTS,
    "SELECT c.id, c.name, c.headline, k.name FROM contact_search s JOIN contacts c ON c.id = s.rowid "
    "LEFT JOIN companies k ON k.id = c.company "
    "WHERE contact_search MATCH ?1 ORDER BY c.sort_key, c.name, c.id LIMIT ?2" },
  { onward_company_get_type, ONWARD_SEARCH_OTHERS,
    "SELECT c.id, c.name, c.industry, NULL FROM company_search s JOIN companies c ON c.id = s.rowid "
    "WHERE company_search MATCH ?1 ORDER BY c.sort_key, c.name, c.id LIMIT ?2" },
  { onward_opportunity_get_type, ONWARD_SEARCH_OTHERS,
    "SELECT o.id, o.title, k.name, o.location FROM opportunity_search s JOIN opportunities o ON o.id = s.rowid "
    "LEFT JOIN companies k ON k.id = o.company "
    "WHERE opportunity_search MATCH ?1 ORDER BY o.title, k.sort_key, k.name, o.id LIMIT ?2" },
};

void
onward_found_free (OnwardFound *found)
{
  g_free (found->title);
  g_free (found->subtitle);
  g_free (found);
}

/**
 * onward_search_words_get_match:
 * @connection: a connection
 * @text: what the user typed
 * @kind: whom the question is for
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what to MATCH; "" when there is no word in @text; NULL with @error set
 */
char *
onward_search_words_get_match (OnwardConnection *connection, const char *text, OnwardSearchKind kind, GError **error)
{
  g_autoptr (OnwardTokenizer) tokenizer = onward_tokenizer_new (connection, error);
  char *query;

  if (tokenizer == NULL)
    return NULL;
  query = onward_search_query_build (tokenizer, text, kind);
  return query != NULL ? query : g_strdup ("");
}

static char *
join_subtitle (const char *first, const char *second)
{
  gboolean has_first = first != NULL && *first != '\0';
  gboolean has_second = second != NULL && *second != '\0';

  if (has_first && has_second)
    return g_strdup_printf ("%s · %s", first, second);
  return g_strdup (has_first ? first : has_second ? second : NULL);
}

static gboolean
add_found (GPtrArray *list, OnwardConnection *connection, guint kind, const char *text, guint most, GError **error)
{
  g_autofree char *match = onward_search_words_get_match (connection, text, kinds[kind].kind, error);
  g_autoptr (OnwardStatement) rows =
      match != NULL ? onward_connection_prepare (connection, kinds[kind].sql, error) : NULL;
  GError *failure = NULL;

  if (rows == NULL)
    return FALSE;
  if (*match == '\0')
    return TRUE;
  onward_statement_bind_text (rows, 1, match);
  onward_statement_bind_int (rows, 2, most > 0 ? (gint64)most : -1);
  while (onward_statement_step (rows, &failure))
    {
      OnwardFound *found = g_new0 (OnwardFound, 1);

      found->type = kinds[kind].get_type ();
      found->id = onward_statement_get_int (rows, 0);
      found->title = g_strdup (onward_statement_get_text (rows, 1));
      found->subtitle = join_subtitle (onward_statement_get_text (rows, 2), onward_statement_get_text (rows, 3));
      g_ptr_array_add (list, found);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/**
 * onward_search_words_find:
 * @store: the store
 * @text: what the user typed
 * @most: how many of each kind at most, 0 for all
 * @error: return location
 *
 * Contacts, then companies, then opportunities that onward_search_query_build() asks for. A text without a word finds
 * nothing. Main thread.
 *
 * Returns: (transfer full) (nullable) (element-type OnwardFound): by name; NULL with @error set
 */
GPtrArray *
onward_search_words_find (OnwardStore *store, const char *text, guint most, GError **error)
{
  OnwardConnection *connection = onward_store_get_connection (store);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_found_free);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!add_found (list, connection, i, text, most, error))
      return NULL;
  return g_steal_pointer (&list);
}
