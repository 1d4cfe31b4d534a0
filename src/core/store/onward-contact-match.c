/* onward-contact-match.c - why a person was found: the words in what the list shows, or where else they stand */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-match.h"

#include "onward-json-writer.h"

#include <string.h>

/* A line of a list begins at most so many characters before the word that was found. */
#define MOST_BEFORE 24

/* Of a longer text only this much is looked through for what a row says: a row is drawn in a part of a millisecond. */
#define MOST_LOOKED_AT 65536

/* Whether @text has a word that is not shown yet; then where it begins. */
static gboolean
has_word (OnwardTokenizer *tokenizer, const char *const *words, guint64 shown, const char *text, int *start)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autoptr (GArray) ranges = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (i >= 64 || (shown & G_GUINT64_CONSTANT (1) << i) == 0)
      g_ptr_array_add (missing, (gpointer)words[i]);
  g_ptr_array_add (missing, NULL);
  ranges = onward_tokenizer_find_prefixes (tokenizer, text, (const char *const *)missing->pdata, NULL);
  if (ranges->len > 0)
    *start = g_array_index (ranges, int, 0);
  return ranges->len > 0;
}

/* The line around byte @start of @text: from a beginning of a word a little before it to the end of the paragraph. */
static char *
cut (const char *text, int start)
{
  const char *begin = text + start;
  const char *word = begin;
  const char *end = strpbrk (text + start, "\r\n");
  g_autofree char *line = NULL;

  for (int i = 0; i < MOST_BEFORE && begin > text; i++)
    {
      const char *previous = g_utf8_prev_char (begin);

      if (*previous == '\n' || *previous == '\r')
        {
          word = begin;
          break;
        }
      if (g_unichar_isspace (g_utf8_get_char (previous)) || previous == text)
        word = previous == text ? text : begin;
      begin = previous;
    }
  line = end != NULL ? g_strndup (word, end - word) : g_strdup (word);
  if (word == text || word[-1] == '\n' || word[-1] == '\r')
    return g_steal_pointer (&line);
  return g_strconcat ("…", line, NULL);
}

static gboolean
find_in_text (OnwardTokenizer *tokenizer, const char *const *words, guint64 shown, const char *text, char **found)
{
  g_autofree char *beginning = NULL;
  int start;

  if (text == NULL)
    return FALSE;
  if (strlen (text) > MOST_LOOKED_AT)
    text = beginning = g_utf8_make_valid (text, MOST_LOOKED_AT);
  if (!has_word (tokenizer, words, shown, text, &start))
    return FALSE;
  *found = cut (text, start);
  return TRUE;
}

static gboolean
find_in_hooks (OnwardTokenizer *tokenizer, const char *const *words, guint64 shown, const char *hooks, char **found)
{
  g_auto (GStrv) texts = onward_json_get_texts (hooks);

  for (guint i = 0; texts[i] != NULL; i++)
    if (find_in_text (tokenizer, words, shown, texts[i], found))
      return TRUE;
  return FALSE;
}

/* Addresses are objects with a label and a value. */
static gboolean
find_in_addresses (OnwardTokenizer *tokenizer, const char *const *words, guint64 shown, const char *emails,
                   char **found)
{
  g_autoptr (JsonNode) node = emails != NULL ? onward_json_parse (emails, -1, NULL) : NULL;
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *value;
      int start;

      if (!JSON_NODE_HOLDS_OBJECT (element))
        continue;
      value = json_object_get_string_member_with_default (json_node_get_object (element), "value", NULL);
      if (value == NULL || !has_word (tokenizer, words, shown, value, &start))
        continue;
      *found = g_strdup (value);
      return TRUE;
    }
  return FALSE;
}

/**
 * onward_contact_match_find:
 * @tokenizer: a tokenizer
 * @words: (array zero-terminated=1): what was searched, from onward_tokenizer_get_words()
 * @shown: which of the words stand in what the list shows anyway, as onward_tokenizer_find_prefixes() says
 * @contact: a person that the search found
 * @text: (out) (transfer full): the line with one of the other words
 *
 * Returns: where that line is from; %ONWARD_CONTACT_MATCH_NONE when there is no other word, or nothing has it any more
 */
OnwardContactMatchKind
onward_contact_match_find (OnwardTokenizer *tokenizer, const char *const *words, guint64 shown, OnwardContact *contact,
                           char **text)
{
  guint n = g_strv_length ((char **)words);

  *text = NULL;
  if (n <= 64 && (n == 64 ? ~shown : ~shown & ((G_GUINT64_CONSTANT (1) << n) - 1)) == 0)
    return ONWARD_CONTACT_MATCH_NONE;
  if (find_in_hooks (tokenizer, words, shown, contact->hooks, text))
    return ONWARD_CONTACT_MATCH_HOOK;
  if (find_in_text (tokenizer, words, shown, contact->notes, text))
    return ONWARD_CONTACT_MATCH_NOTE;
  if (find_in_text (tokenizer, words, shown, contact->how_met, text))
    return ONWARD_CONTACT_MATCH_HOW_MET;
  if (find_in_addresses (tokenizer, words, shown, contact->emails, text))
    return ONWARD_CONTACT_MATCH_ADDRESS;
  return ONWARD_CONTACT_MATCH_NONE;
}
