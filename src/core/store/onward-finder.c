/* onward-finder.c - the one search: people, companies, opportunities and interviews by the words somebody remembers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-finder.h"

#include "model/onward-collections.h"
#include "onward-fold.h"
#include "onward-id-order.h"
#include "onward-search-query.h"

#include <string.h>

/* So many names at most are looked at for those that begin with what was typed: two milliseconds. */
#define MOST_LOOKED_AT 500

/* A single letter begins the name of half of all people: the interviews of all of these are nobody's question. */
#define LEAST_FOR_PEOPLE 2

/* What can be found: who has the words (?1 for onward_search_query_build() of its kind), and what it is called. */
typedef struct
{
  GType (*get_type) (void);
  OnwardSearchKind kind;
  const char *find;
  const char *named;    /* who has the words in the name (?1 for ONWARD_SEARCH_OTHERS); NULL when there is no name */
  const char *name;     /* the name alone */
  const char *describe; /* title and the parts of the subtitle; NULL when the caller knows better */
} Found;

#define MATCH(table)             "SELECT rowid FROM " table " WHERE " table " MATCH ?1"
#define MATCH_IN(table, columns) "SELECT rowid FROM " table " WHERE " table " MATCH '{" columns "} : (' || ?1 || ')'"

/* Those about an opportunity or with a company that has the words in its name, and those with a person who has. */
static const char interviews_sql[] =
    "SELECT id FROM interviews WHERE opportunity IN "
    "(SELECT rowid FROM opportunity_search WHERE opportunity_search MATCH '{title company} : (' || ?1 || ')') "
    "UNION ALL SELECT id FROM interviews WHERE company IN "
    "(SELECT rowid FROM company_search WHERE company_search MATCH '{name} : (' || ?1 || ')') "
    "UNION ALL SELECT interview FROM interview_people WHERE contact IN "
    "(SELECT rowid FROM contact_search WHERE contact_search MATCH '{name company} : (' || ?1 || ')')";

static const Found kinds[] = {
  { onward_contact_get_type, ONWARD_SEARCH_CONTACTS, MATCH ("contact_search"), MATCH_IN ("contact_search", "name"),
    "SELECT name FROM contacts WHERE id = ?1",
    "SELECT c.name, c.headline, k.name FROM contacts c LEFT JOIN companies k ON k.id = c.company WHERE c.id = ?1" },
  { onward_company_get_type, ONWARD_SEARCH_OTHERS, MATCH ("company_search"), MATCH_IN ("company_search", "name"),
    "SELECT name FROM companies WHERE id = ?1", "SELECT name, industry, NULL FROM companies WHERE id = ?1" },
  { onward_opportunity_get_type, ONWARD_SEARCH_OTHERS, MATCH ("opportunity_search"),
    MATCH_IN ("opportunity_search", "title"), "SELECT title FROM opportunities WHERE id = ?1",
    "SELECT o.title, k.name, o.location FROM opportunities o LEFT JOIN companies k ON k.id = o.company "
    "WHERE o.id = ?1" },
  { onward_interview_get_type, ONWARD_SEARCH_OTHERS, interviews_sql, NULL, NULL, NULL },
};

struct _OnwardFinder
{
  OnwardStore *store;
  OnwardTokenizer *tokenizer;
  OnwardIdOrder *orders[G_N_ELEMENTS (kinds)]; /* each NULL until it is asked for, and after a change */
};

static void
forget_orders (OnwardFinder *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_clear_pointer (&self->orders[i], onward_id_order_free);
}

static void
changed_cb (OnwardStore *store, const char *table, GArray *ids, OnwardFinder *self)
{
  forget_orders (self);
}

/**
 * onward_finder_new:
 * @store: where everything is
 *
 * Main thread, as all of it.
 *
 * Returns: (transfer full): a finder, which is cheap until it is asked for many rows
 */
OnwardFinder *
onward_finder_new (OnwardStore *store)
{
  OnwardFinder *self = g_new0 (OnwardFinder, 1);
  g_autoptr (GError) error = NULL;

  self->store = g_object_ref (store);
  self->tokenizer = onward_tokenizer_new (onward_store_get_connection (store), &error);
  if (self->tokenizer == NULL)
    g_error ("%s", error->message);
  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

void
onward_finder_free (OnwardFinder *self)
{
  g_signal_handlers_disconnect_by_data (self->store, self);
  forget_orders (self);
  onward_tokenizer_free (self->tokenizer);
  g_object_unref (self->store);
  g_free (self);
}

static guint
find_kind (GType type)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (kinds) && kinds[i].get_type () != type)
    i++;
  return i;
}

static OnwardStatement *
prepare (OnwardStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  OnwardStatement *statement = onward_connection_prepare (onward_store_get_connection (store), sql, &error);

  if (statement == NULL)
    g_critical ("%s", error->message);
  return statement;
}

/* Those of @set (NULL = all) whom the question leaves; NULL when the text has no word. */
static guint64 *
ask (OnwardFinder *self, guint i, guint64 *set, const char *sql, const char *text, OnwardSearchKind kind)
{
  g_autofree char *query = onward_search_query_build (self->tokenizer, text, kind);
  g_autoptr (OnwardStatement) statement = query != NULL ? prepare (self->store, sql) : NULL;

  if (statement == NULL)
    {
      g_free (set);
      return NULL;
    }
  if (self->orders[i] == NULL)
    self->orders[i] = onward_id_order_new (self->store, kinds[i].get_type ());
  onward_statement_bind_text (statement, 1, query);
  return onward_id_order_narrow (self->orders[i], set, statement);
}

static guint64 *
find_set (OnwardFinder *self, guint i, const char *text)
{
  if (kinds[i].named == NULL && g_utf8_strlen (text, -1) < LEAST_FOR_PEOPLE)
    return NULL;
  return ask (self, i, NULL, kinds[i].find, text, kinds[i].kind);
}

static GArray *
collect (OnwardFinder *self, guint i, const guint64 *set)
{
  return set != NULL ? onward_id_order_collect (self->orders[i], set) : g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * onward_finder_find:
 * @self: a finder
 * @type: contacts, companies, opportunities or interviews
 * @text: what the user typed
 *
 * Returns: (transfer full) (element-type gint64): all rows that onward_search_query_build() asks for, in the user's
 *   order; interviews begin with the latest. A text without a word finds nothing
 */
GArray *
onward_finder_find (OnwardFinder *self, GType type, const char *text)
{
  guint i = find_kind (type);
  g_autofree guint64 *set = find_set (self, i, text);

  return collect (self, i, set);
}

static gboolean
begins (OnwardStatement *names, gint64 id, const char *beginning)
{
  g_autofree char *folded = NULL;
  const char *name;

  onward_statement_reset (names);
  onward_statement_bind_int (names, 1, id);
  name = onward_statement_step (names, NULL) ? onward_statement_get_text (names, 0) : NULL;
  /* Most are told by their first letter, and need no folding. */
  if (name == NULL || (g_ascii_isalnum (*name) && g_ascii_tolower (*name) != beginning[1]))
    return FALSE;
  folded = onward_fold_words (name);
  return g_str_has_prefix (folded, beginning);
}

/* Of those in @set who have the words in their names, those whose names begin with them; in order. */
static GArray *
find_beginning (OnwardFinder *self, guint i, const guint64 *set, const char *text)
{
  g_autofree guint64 *with_words =
      ask (self, i, onward_id_order_copy_set (self->orders[i], set), kinds[i].named, text, ONWARD_SEARCH_OTHERS);
  g_autoptr (GArray) named = collect (self, i, with_words);
  g_autoptr (OnwardStatement) names = prepare (self->store, kinds[i].name);
  g_autofree char *beginning = onward_fold_words (text);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint64));

  /* What is typed last is no whole word yet. */
  beginning[strlen (beginning) - 1] = '\0';
  for (guint j = 0; names != NULL && j < MIN (named->len, MOST_LOOKED_AT); j++)
    if (begins (names, g_array_index (named, gint64, j), beginning))
      g_array_append_val (found, g_array_index (named, gint64, j));
  return found;
}

/**
 * onward_finder_find_best:
 * @self: a finder
 * @type: contacts, companies, opportunities or interviews
 * @text: what the user typed
 *
 * Returns: (transfer full) (element-type gint64): the same as onward_finder_find(), but those whose name or title
 *   begins with @text go first; where thousands have it in their names, those of the first 500
 */
GArray *
onward_finder_find_best (OnwardFinder *self, GType type, const char *text)
{
  guint i = find_kind (type);
  g_autofree guint64 *set = find_set (self, i, text);
  g_autoptr (GArray) found = collect (self, i, set);
  g_autoptr (GArray) first = NULL;
  GArray *best;

  if (kinds[i].named == NULL || found->len < 2)
    return g_steal_pointer (&found);
  first = find_beginning (self, i, set, text);
  best = g_array_sized_new (FALSE, FALSE, sizeof (gint64), found->len);
  g_array_append_vals (best, first->data, first->len);
  for (guint j = 0, k = 0; j < found->len; j++)
    if (k < first->len && g_array_index (found, gint64, j) == g_array_index (first, gint64, k))
      k++;
    else
      g_array_append_val (best, g_array_index (found, gint64, j));
  return best;
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

/**
 * onward_finder_describe:
 * @store: a store
 * @type: contacts, companies or opportunities
 * @id: a row
 * @title: (out) (nullable) (transfer full): its name, or the role
 * @subtitle: (out) (nullable) (transfer full): what tells it from others of that name
 *
 * Returns: whether there is such a row
 */
gboolean
onward_finder_describe (OnwardStore *store, GType type, gint64 id, char **title, char **subtitle)
{
  g_autoptr (OnwardStatement) row = prepare (store, kinds[find_kind (type)].describe);

  *title = *subtitle = NULL;
  if (row == NULL)
    return FALSE;
  onward_statement_bind_int (row, 1, id);
  if (!onward_statement_step (row, NULL))
    return FALSE;
  *title = g_strdup (onward_statement_get_text (row, 0));
  *subtitle = join_subtitle (onward_statement_get_text (row, 1), onward_statement_get_text (row, 2));
  return TRUE;
}
