/* onward-finder.c - the one search: people, companies, opportunities and interviews by the words somebody remembers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-finder.h"

#include "model/onward-collections.h"
#include "onward-fold.h"
#include "onward-id-order.h"
#include "onward-search-query.h"

#include <string.h>

/* So many names at most are looked at for those that begin with what was typed: a millisecond or two. */
#define MOST_LOOKED_AT 2000

/* A single letter begins the name of half of all people: the interviews of all of these are nobody's question. */
#define LEAST_FOR_PEOPLE 2

/* What can be found: who has the words (?1 for onward_search_query_build() of its kind), and what it is called. */
typedef struct
{
  GType (*get_type) (void);
  OnwardSearchKind kind;
  const char *find;
  const char *describe; /* title and the parts of the subtitle; NULL when the caller knows better */
} Found;

static const Found kinds[] = {
  { onward_contact_get_type, ONWARD_SEARCH_CONTACTS, "SELECT rowid FROM contact_search WHERE contact_search MATCH ?1",
    "SELECT c.name, c.headline, k.name FROM contacts c LEFT JOIN companies k ON k.id = c.company WHERE c.id = ?1" },
  { onward_company_get_type, ONWARD_SEARCH_OTHERS, "SELECT rowid FROM company_search WHERE company_search MATCH ?1",
    "SELECT name, industry, NULL FROM companies WHERE id = ?1" },
  { onward_opportunity_get_type, ONWARD_SEARCH_OTHERS,
    "SELECT rowid FROM opportunity_search WHERE opportunity_search MATCH ?1",
    "SELECT o.title, k.name, o.location FROM opportunities o LEFT JOIN companies k ON k.id = o.company WHERE o.id = "
    "?1" },
  /* Those about an opportunity or with a company that has the words in its name, and those with a person who has. */
  { onward_interview_get_type, ONWARD_SEARCH_OTHERS,
    "SELECT id FROM interviews WHERE opportunity IN "
    "(SELECT rowid FROM opportunity_search WHERE opportunity_search MATCH '{title company} : (' || ?1 || ')') "
    "UNION ALL SELECT id FROM interviews WHERE company IN "
    "(SELECT rowid FROM company_search WHERE company_search MATCH '{name} : (' || ?1 || ')') "
    "UNION ALL SELECT interview FROM interview_people WHERE contact IN "
    "(SELECT rowid FROM contact_search WHERE contact_search MATCH '{name company} : (' || ?1 || ')')",
    NULL },
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

/**
 * onward_finder_find:
 * @self: a finder
 * @type: contacts, companies, opportunities or interviews
 * @text: what the user typed
 *
 * Returns: (transfer full) (element-type gint64): all rows that onward_search_query_build() asks for, in the user's order;
 *   interviews begin with the latest. A text without a word finds nothing
 */
GArray *
onward_finder_find (OnwardFinder *self, GType type, const char *text)
{
  guint i = find_kind (type);
  g_autofree char *query = onward_search_query_build (self->tokenizer, text, kinds[i].kind);
  g_autofree guint64 *set = NULL;
  g_autoptr (OnwardStatement) statement = NULL;

  if (query == NULL || (type == ONWARD_TYPE_INTERVIEW && g_utf8_strlen (text, -1) < LEAST_FOR_PEOPLE))
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  if (self->orders[i] == NULL)
    self->orders[i] = onward_id_order_new (self->store, type);
  statement = prepare (self->store, kinds[i].find);
  if (statement != NULL)
    onward_statement_bind_text (statement, 1, query);
  set = onward_id_order_narrow (self->orders[i], NULL, statement);
  return onward_id_order_collect (self->orders[i], set);
}

static gboolean
begins (OnwardStatement *names, gint64 id, const char *beginning)
{
  g_autofree char *folded = NULL;

  onward_statement_reset (names);
  onward_statement_bind_int (names, 1, id);
  if (!onward_statement_step (names, NULL) || onward_statement_get_text (names, 0) == NULL)
    return FALSE;
  folded = onward_fold_words (onward_statement_get_text (names, 0));
  return g_str_has_prefix (folded, beginning);
}

/**
 * onward_finder_find_best:
 * @self: a finder
 * @type: contacts, companies, opportunities or interviews
 * @text: what the user typed
 *
 * Returns: (transfer full) (element-type gint64): the same as onward_finder_find(), but those whose name or title begins
 *   with @text go first; in a result of thousands those of the first 2,000
 */
GArray *
onward_finder_find_best (OnwardFinder *self, GType type, const char *text)
{
  g_autoptr (GArray) found = onward_finder_find (self, type, text);
  const char *describe = kinds[find_kind (type)].describe;
  g_autoptr (OnwardStatement) names = describe != NULL && found->len > 1 ? prepare (self->store, describe) : NULL;
  g_autofree char *beginning = onward_fold_words (text);
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray *best;
  guint looked_at = MIN (found->len, MOST_LOOKED_AT), n = 0;

  if (names == NULL)
    return g_steal_pointer (&found);
  /* What is typed last is no whole word yet. */
  beginning[MAX (strlen (beginning), 1) - 1] = '\0';
  best = g_array_copy (found);
  for (guint i = 0; i < looked_at; i++)
    {
      gint64 id = g_array_index (found, gint64, i);

      if (begins (names, id, beginning))
        g_array_index (best, gint64, n++) = id;
      else
        g_array_append_val (others, id);
    }
  if (others->len > 0)
    memcpy (best->data + n * sizeof (gint64), others->data, others->len * sizeof (gint64));
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
