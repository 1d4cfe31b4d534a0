/* onward-search-query.c - what somebody typed, as the one question that all search tables are asked */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-search-query.h"

#include "onward-phone-words.h"

#include <string.h>

/* What is pasted by accident is read so far only. */
#define MOST_TYPED 4096 /* bytes */
#define MOST_WORDS 64

/* The question while it is made. */
typedef struct
{
  OnwardTokenizer *tokenizer;
  GString *query;
  GHashTable *parts; /* those that are in it already */
} Builder;

/* The beginning of @text in whole letters, all of them valid. */
static char *
limit (const char *text)
{
  gsize size = strlen (text);

  if (size <= MOST_TYPED)
    return g_utf8_make_valid (text, -1);
  for (size = MOST_TYPED; size > 0 && ((guchar)text[size] & 0xc0) == 0x80; size--)
    ;
  return g_utf8_make_valid (text, (gssize)size);
}

/* One more thing that must be there; @part is consumed. */
static void
add_part (Builder *self, char *part)
{
  if (*part == '\0' || g_hash_table_size (self->parts) >= MOST_WORDS || g_hash_table_contains (self->parts, part))
    {
      g_free (part);
      return;
    }
  g_string_append_printf (self->query, "%s%s", self->query->len > 0 ? " AND " : "", part);
  g_hash_table_add (self->parts, part);
}

/* All words of @text, each as a beginning; the last one whole if @whole, those before it if @others_whole. */
static char *
join_words (Builder *self, const char *text, gboolean others_whole, gboolean whole)
{
  g_auto (GStrv) words = onward_tokenizer_get_words (self->tokenizer, text);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL && i < MOST_WORDS; i++)
    {
      gboolean last = words[i + 1] == NULL;

      g_string_append_printf (joined, "%s\"%s\"%s", i > 0 ? " AND " : "", words[i],
                              (last ? whole : others_whole) ? "" : "*");
    }
  return g_string_free (joined, FALSE);
}

/* Words that stand together in a mail address; all but the one that is being typed are whole. */
static void
add_address (Builder *self, const char *piece)
{
  gsize size = strlen (piece);
  g_autofree char *words = join_words (self, piece, TRUE, piece[size - 1] == '@' || piece[size - 1] == '.');

  add_part (self, *words != '\0' ? g_strdup_printf ("addresses : (%s)", words) : g_strdup (""));
}

static void
add_words (Builder *self, const char *piece)
{
  g_auto (GStrv) words = onward_tokenizer_get_words (self->tokenizer, piece);

  for (guint i = 0; words[i] != NULL; i++)
    add_part (self, g_strdup_printf ("\"%s\"*", words[i]));
}

/* Digits are words like others, or a telephone number: both are asked for. */
static void
add_number (Builder *self, const char *number)
{
  g_autofree char *words = join_words (self, number, FALSE, FALSE);
  g_autoptr (GString) ways = g_string_new (NULL);

  if (*words == '\0')
    return;
  if (onward_phone_words_append_query (ways, number))
    add_part (self, g_strdup_printf ("((%s) OR %s)", words, ways->str));
  else
    add_words (self, number);
}

/* Only digits and what people write between those of a number. */
static gboolean
is_of_number (const char *piece)
{
  for (const char *p = piece; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_digit_value (c) < 0 && g_unichar_type (c) != G_UNICODE_FORMAT
          && g_unichar_type (c) != G_UNICODE_DASH_PUNCTUATION && (c >= 0x80 || strchr ("+()/.", (char)c) == NULL))
        return FALSE;
    }
  return TRUE;
}

static void
flush_number (Builder *self, GString *number)
{
  if (number->len > 0)
    add_number (self, number->str);
  g_string_truncate (number, 0);
}

static void
add_pieces (Builder *self, char **pieces)
{
  g_autoptr (GString) number = g_string_new (NULL);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      if (is_of_number (pieces[i]))
        {
          /* A plus begins another one. */
          if (pieces[i][0] == '+')
            flush_number (self, number);
          g_string_append_printf (number, "%s%s", number->len > 0 ? " " : "", pieces[i]);
          continue;
        }
      flush_number (self, number);
      if (strchr (pieces[i], '@') != NULL)
        add_address (self, pieces[i]);
      else
        add_words (self, pieces[i]);
    }
  flush_number (self, number);
}

/* Between spaces of any script. */
static char **
split (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (const char *p = text; *p != '\0';)
    {
      const char *start;
      g_autofree char *piece = NULL;

      while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      start = p;
      while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      piece = g_strndup (start, p - start);
      if (*piece != '\0')
        g_strv_builder_add (builder, piece);
    }
  return g_strv_builder_end (builder);
}

/**
 * onward_search_query_build:
 * @tokenizer: a tokenizer
 * @text: what the user typed, whatever it is
 * @kind: whom the question is for
 *
 * All words must be there, in any order and column, each as the beginning of one. Digits together, with the signs that
 * people write between them, may also be the beginning or the last four or more of a telephone number. Of a word with
 * an @, all parts must stand in mail addresses, whole but the last. Nothing in the question is syntax but what stands
 * here. A text of more than 4 KB or 64 words is read so far.
 *
 * Returns: (transfer full) (nullable): an FTS5 query; NULL without a word
 */
char *
onward_search_query_build (OnwardTokenizer *tokenizer, const char *text, OnwardSearchKind kind)
{
  g_autofree char *typed = limit (text);
  Builder self = { tokenizer, g_string_new (NULL), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  if (kind == ONWARD_SEARCH_CONTACTS)
    {
      g_auto (GStrv) pieces = split (typed);

      add_pieces (&self, pieces);
    }
  else
    add_words (&self, typed);
  g_hash_table_unref (self.parts);
  return g_string_free (self.query, self.query->len == 0);
}

/**
 * onward_search_query_build_once:
 * @connection: a connection
 * @text: what the user typed, whatever it is
 * @kind: whom the question is for
 *
 * Returns: (transfer full) (nullable): as onward_search_query_build(), for who has no tokenizer
 */
char *
onward_search_query_build_once (OnwardConnection *connection, const char *text, OnwardSearchKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnwardTokenizer) tokenizer = onward_tokenizer_new (connection, &error);

  if (tokenizer == NULL)
    g_critical ("%s", error->message);
  return tokenizer != NULL ? onward_search_query_build (tokenizer, text, kind) : NULL;
}

/**
 * onward_search_query_get_words:
 * @tokenizer: a tokenizer
 * @text: (nullable): what the user typed
 *
 * Returns: (transfer full): the words that are looked for, as onward_tokenizer_find_prefixes() takes them
 */
char **
onward_search_query_get_words (OnwardTokenizer *tokenizer, const char *text)
{
  g_autofree char *typed = text != NULL ? limit (text) : NULL;

  return onward_tokenizer_get_words (tokenizer, typed);
}
