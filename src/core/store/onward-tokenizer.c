/* onward-tokenizer.c - words as the search tables see them, and queries that are never more than words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-tokenizer.h"

#include "onward-fold.h"

#include <string.h>

/* So many words of a search are told apart when it is said which of them a text has. */
#define MOST_TOLD_WORDS 64

struct _OnwardTokenizer
{
  fts5_tokenizer methods;
  Fts5Tokenizer *tokenizer;
};

/* One call through SQLite's C callback. */
typedef struct
{
  GArray *offsets; /* from the folded text to the caller's */
  OnwardTokenFunc function;
  gpointer data;
} Walk;

typedef struct
{
  const char *const *words;
  GArray *ranges;
  guint64 found;
} PrefixSearch;

static fts5_api *
find_fts5 (sqlite3 *handle)
{
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, "SELECT fts5 (?1)", -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  return api;
}

static int
token_cb (void *data, int flags, const char *word, int size, int start, int end)
{
  Walk *walk = data;

  start = g_array_index (walk->offsets, int, start);
  end = g_array_index (walk->offsets, int, end);
  return walk->function (word, size, start, end, walk->data) ? SQLITE_OK : SQLITE_DONE;
}

static gboolean
add_word_cb (const char *word, int size, int start, int end, gpointer data)
{
  g_autofree char *copy = g_strndup (word, size);

  g_strv_builder_add (data, copy);
  return TRUE;
}

static gboolean
add_prefix_cb (const char *word, int size, int start, int end, gpointer data)
{
  PrefixSearch *search = data;
  gboolean matches = FALSE;

  for (guint i = 0; search->words[i] != NULL; i++)
    {
      gsize length = strlen (search->words[i]);

      if (length > (gsize)size || memcmp (word, search->words[i], length) != 0)
        continue;
      matches = TRUE;
      if (i < MOST_TOLD_WORDS)
        search->found |= G_GUINT64_CONSTANT (1) << i;
    }
  if (matches)
    {
      int range[2] = { start, end };

      g_array_append_vals (search->ranges, range, 2);
    }
  return TRUE;
}

/**
 * onward_tokenizer_new:
 * @connection: any connection; lent until the tokenizer is freed
 * @error: return location
 *
 * The tokenizer of the search tables itself (schema 1: onward_fold() and unicode61), so that a word typed and a word
 * stored can never be cut or folded in two ways. For use on the connection's thread.
 *
 * Returns: (transfer full) (nullable): a tokenizer, or NULL with @error set
 */
OnwardTokenizer *
onward_tokenizer_new (OnwardConnection *connection, GError **error)
{
  static const char *arguments[] = { "remove_diacritics", "2" };
  fts5_api *api = find_fts5 (onward_connection_get_handle (connection));
  g_autofree OnwardTokenizer *self = g_new0 (OnwardTokenizer, 1);
  void *context = NULL;

  if (api == NULL || api->xFindTokenizer (api, "unicode61", &context, &self->methods) != SQLITE_OK
      || self->methods.xCreate (context, arguments, G_N_ELEMENTS (arguments), &self->tokenizer) != SQLITE_OK)
    {
      g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FAILED,
                           "This SQLite has no full-text search (FTS5). Install one that has it.");
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * onward_tokenizer_free:
 * @self: (transfer full): a tokenizer
 */
void
onward_tokenizer_free (OnwardTokenizer *self)
{
  self->methods.xDelete (self->tokenizer);
  g_free (self);
}

/**
 * onward_tokenizer_each:
 * @self: a tokenizer
 * @text: (nullable): any text
 * @function: called with each word in order until it returns FALSE
 * @data: for @function
 */
void
onward_tokenizer_each (OnwardTokenizer *self, const char *text, OnwardTokenFunc function, gpointer data)
{
  g_autoptr (GArray) offsets = NULL;
  g_autofree char *folded = text != NULL ? onward_fold_text (text, &offsets) : NULL;
  Walk walk = { offsets, function, data };

  if (folded != NULL)
    self->methods.xTokenize (self->tokenizer, &walk, FTS5_TOKENIZE_QUERY, folded, (int)strlen (folded), token_cb);
}

/**
 * onward_tokenizer_get_words:
 * @self: a tokenizer
 * @text: (nullable): what the user typed
 *
 * Returns: (transfer full): its words without case and accents, NULL-terminated; none when nothing in it is a word
 */
char **
onward_tokenizer_get_words (OnwardTokenizer *self, const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  onward_tokenizer_each (self, text, add_word_cb, builder);
  return g_strv_builder_end (builder);
}

/**
 * onward_tokenizer_find_prefixes:
 * @self: a tokenizer
 * @text: (nullable): what is shown
 * @words: (array zero-terminated=1): what was searched, from onward_tokenizer_get_words()
 * @found: (out) (optional): bit i is set when the i-th of @words (of the first 64) begins a word of @text
 *
 * Returns: (transfer full) (element-type gint): start and end in bytes, in turn, of each word of @text that begins with
 *   one of @words
 */
GArray *
onward_tokenizer_find_prefixes (OnwardTokenizer *self, const char *text, const char *const *words, guint64 *found)
{
  PrefixSearch search = { words, g_array_new (FALSE, FALSE, sizeof (int)), 0 };

  onward_tokenizer_each (self, text, add_prefix_cb, &search);
  if (found != NULL)
    *found = search.found;
  return search.ranges;
}
