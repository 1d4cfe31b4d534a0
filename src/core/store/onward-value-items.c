/* onward-value-items.c - what is worth sending, to whom, and what they were sent already */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-value-items.h"

#include "onward-fold.h"
#include "onward-lists.h"

#include <string.h>

/* A topic that meets something remembered of a person counts for more than one that meets their company. */
#define WEIGHT_REMEMBERED 4
#define WEIGHT_OTHER      1

/* An item that fits. */
typedef struct
{
  gint64 id;
  guint score;
} Fit;

static char *
read_words (OnwardStore *store, gint64 contact, const char *sql)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (onward_store_get_connection (store), sql, NULL);
  const char *text = NULL;

  if (statement != NULL)
    {
      onward_statement_bind_int (statement, 1, contact);
      if (onward_statement_step (statement, NULL))
        text = onward_statement_get_text (statement, 0);
    }
  return onward_fold_words (text != NULL ? text : "");
}

static guint
score_topics (const char *topics, const char *remembered, const char *other)
{
  g_auto (GStrv) list = onward_json_get_texts (topics);
  guint score = 0;

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *topic = onward_fold_words (list[i]);

      if (strcmp (topic, " ") == 0)
        continue;
      if (strstr (remembered, topic) != NULL)
        score += WEIGHT_REMEMBERED;
      else if (strstr (other, topic) != NULL)
        score += WEIGHT_OTHER;
    }
  return score;
}

/* The best first; of two as good the newer. */
static int
compare_fits (gconstpointer a, gconstpointer b)
{
  const Fit *first = a;
  const Fit *second = b;

  if (first->score != second->score)
    return first->score < second->score ? 1 : -1;
  return first->id < second->id ? 1 : first->id > second->id ? -1 : 0;
}

static GArray *
find_fits (OnwardStore *store, gint64 contact, const char *remembered, const char *other)
{
  /* Offered is what a message to them was marked with, or what stands in one: its link, or without a link its title. */
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT v.id, v.topics FROM value_items v WHERE NOT EXISTS (SELECT 1 FROM touch_contacts y"
      " JOIN touches t ON t.id = y.touch WHERE y.contact = ?1 AND t.direction IS NOT 'in'"
      " AND (t.value_item = v.id OR (v.url <> '' AND instr (t.body, v.url) > 0)"
      " OR (coalesce (v.url, '') = '' AND v.title <> '' AND instr (t.body, v.title) > 0)))",
      NULL);
  GArray *fits = g_array_new (FALSE, FALSE, sizeof (Fit));

  if (rows == NULL)
    return fits;
  onward_statement_bind_int (rows, 1, contact);
  while (onward_statement_step (rows, NULL))
    {
      Fit fit = { onward_statement_get_int (rows, 0), 0 };

      fit.score = score_topics (onward_statement_get_text (rows, 1), remembered, other);
      if (fit.score > 0)
        g_array_append_val (fits, fit);
    }
  g_array_sort (fits, compare_fits);
  return fits;
}

/**
 * onward_value_items_suggest:
 * @store: the store
 * @contact: a row of contacts
 * @most: how many at most
 *
 * Main thread. An item fits when one of its topics stands, as whole words in any accent or case, in the hooks, tags,
 * memorable sayings or notes of the person, or, which counts for less, in their headline, roles, positions, company or
 * its industry. What they were sent already is left out.
 *
 * Returns: (transfer full) (element-type gint64): rows of value_items, the best first
 */
GArray *
onward_value_items_suggest (OnwardStore *store, gint64 contact, guint most)
{
  g_autofree char *remembered = read_words (
      store, contact,
      "SELECT words FROM (SELECT coalesce (hooks, '') || ' ' || coalesce (tags, '') || ' ' || coalesce (notes, '')"
      " || ' ' || coalesce (how_met, '') || ' ' || coalesce ((SELECT group_concat (p.memorable, ' ')"
      " FROM interview_people p WHERE p.contact = c.id), '') AS words FROM contacts c WHERE c.id = ?1)");
  g_autofree char *other = read_words (
      store, contact,
      "SELECT coalesce (c.headline, '') || ' ' || coalesce (c.roles, '') || ' ' || coalesce (c.positions, '') || ' '"
      " || coalesce (k.name, '') || ' ' || coalesce (k.industry, '') || ' ' || coalesce (k.tags, '')"
      " FROM contacts c LEFT JOIN companies k ON k.id = c.company WHERE c.id = ?1");
  g_autoptr (GArray) fits = find_fits (store, contact, remembered, other);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < fits->len && i < most; i++)
    g_array_append_val (ids, g_array_index (fits, Fit, i).id);
  return ids;
}

/**
 * onward_value_items_was_offered:
 * @store: the store
 * @contact: a row of contacts
 * @words: a link, or something remembered of them
 *
 * Main thread.
 *
 * Returns: whether a message to them has it already
 */
gboolean
onward_value_items_was_offered (OnwardStore *store, gint64 contact, const char *words)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT 1 FROM touch_contacts y JOIN touches t ON t.id = y.touch LEFT JOIN value_items v ON v.id = t.value_item"
      " WHERE y.contact = ?1 AND t.direction IS NOT 'in' AND (instr (t.body, ?2) > 0 OR v.url = ?2) LIMIT 1",
      NULL);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, contact);
  onward_statement_bind_text (statement, 2, words);
  return onward_statement_step (statement, NULL);
}

/**
 * onward_value_items_find_in:
 * @store: the store
 * @text: a message
 *
 * Main thread.
 *
 * Returns: the item that the message sends: one whose link stands in it, else one whose title does; 0 for none
 */
gint64
onward_value_items_find_in (OnwardStore *store, const char *text)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_store_get_connection (store),
                                 "SELECT id FROM value_items WHERE (url <> '' AND instr (?1, url) > 0)"
                                 " OR (title <> '' AND instr (?1, title) > 0)"
                                 " ORDER BY coalesce (url <> '' AND instr (?1, url) > 0, 0) DESC, id DESC LIMIT 1",
                                 NULL);

  if (statement == NULL)
    return 0;
  onward_statement_bind_text (statement, 1, text);
  return onward_statement_step (statement, NULL) ? onward_statement_get_int (statement, 0) : 0;
}

/**
 * onward_value_items_find_repeated_link:
 * @store: the store
 * @contact: a row of contacts
 * @text: a message to them
 *
 * Main thread. Never the same link twice to one person (messages.md).
 *
 * Returns: (transfer full) (nullable): a link in @text that they were sent before
 */
char *
onward_value_items_find_repeated_link (OnwardStore *store, gint64 contact, const char *text)
{
  g_autoptr (GRegex) links = g_regex_new ("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (links, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *link = g_match_info_fetch (match, 0);

      if (onward_value_items_was_offered (store, contact, link))
        return g_steal_pointer (&link);
    }
  return NULL;
}
