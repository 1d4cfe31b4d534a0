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

/**
 * onward_contact_match_find_in_text:
 * @tokenizer: a tokenizer
 * @words: (array zero-terminated=1): what was searched
 * @shown: which of the words are shown anyway
 * @text: (nullable): where to look
 * @found: (out) (transfer full): the line of @text with one of the other words, when there is one
 *
 * Returns: whether there is one
 */
gboolean
onward_contact_match_find_in_text (OnwardTokenizer *tokenizer, const char *const *words, guint64 shown,
                                   const char *text, char **found)
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
find_in_list (OnwardTokenizer *tokenizer, const char *const *words, guint64 shown, const char *list, char **found)
{
  g_auto (GStrv) texts = onward_json_get_texts (list);

  for (guint i = 0; texts[i] != NULL; i++)
    if (onward_contact_match_find_in_text (tokenizer, words, shown, texts[i], found))
      return TRUE;
  return FALSE;
}

typedef gboolean (*TestFunc) (gpointer data, const char *value);

/* What a list of objects says: the first that @test takes, its members one after the other. */
static gboolean
find_in_objects (const char *list, const char *first, const char *second, TestFunc test, gpointer data, char **found)
{
  g_autoptr (JsonNode) node = list != NULL ? onward_json_parse (list, -1, NULL) : NULL;
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      const char *value = object != NULL ? json_object_get_string_member_with_default (object, first, NULL) : NULL;
      const char *more =
          object != NULL && second != NULL ? json_object_get_string_member_with_default (object, second, NULL) : NULL;
      g_autofree char *both =
          value != NULL && more != NULL ? g_strjoin (", ", value, more, NULL) : g_strdup (value != NULL ? value : more);

      if (both == NULL || !test (data, both))
        continue;
      *found = g_steal_pointer (&both);
      return TRUE;
    }
  return FALSE;
}

typedef struct
{
  OnwardTokenizer *tokenizer;
  const char *const *words;
  guint64 shown;
} Wanted;

static gboolean
has_wanted_cb (gpointer data, const char *value)
{
  const Wanted *wanted = data;
  int start;

  return has_word (wanted->tokenizer, wanted->words, wanted->shown, value, &start);
}

static void
append_digits (GString *digits, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      g_string_append_printf (digits, "%d", g_unichar_digit_value (g_utf8_get_char (p)));
}

static gboolean
has_digits_cb (gpointer data, const char *value)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  append_digits (digits, value);
  return strstr (digits->str, data) != NULL;
}

/* The digits that were typed, whatever stood between them; the zeros in front may not be in the number. */
static gboolean
find_in_phones (const char *const *words, const char *phones, char **found)
{
  g_autoptr (GString) typed = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (strspn (words[i], "0123456789") == strlen (words[i]))
      append_digits (typed, words[i]);
  g_string_erase (typed, 0, (gssize)strspn (typed->str, "0"));
  return typed->len > 0 && find_in_objects (phones, "value", NULL, has_digits_cb, typed->str, found);
}

static OnwardContactMatchKind
find_in_channels (OnwardTokenizer *tokenizer, const char *const *words, guint64 shown, OnwardContact *contact,
                  char **text)
{
  Wanted wanted = { tokenizer, words, shown };

  if (find_in_objects (contact->emails, "value", NULL, has_wanted_cb, &wanted, text))
    return ONWARD_CONTACT_MATCH_ADDRESS;
  if (find_in_phones (words, contact->phones, text))
    return ONWARD_CONTACT_MATCH_PHONE;
  if (find_in_objects (contact->positions, "company", "title", has_wanted_cb, &wanted, text))
    return ONWARD_CONTACT_MATCH_POSITION;
  if (find_in_list (tokenizer, words, shown, contact->tags, text))
    return ONWARD_CONTACT_MATCH_TAG;
  if (onward_contact_match_find_in_text (tokenizer, words, shown, contact->pronunciation, text))
    return ONWARD_CONTACT_MATCH_PRONUNCIATION;
  if (onward_contact_match_find_in_text (tokenizer, words, shown, contact->address, text))
    return ONWARD_CONTACT_MATCH_HOME;
  return ONWARD_CONTACT_MATCH_NONE;
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
  if (find_in_list (tokenizer, words, shown, contact->hooks, text))
    return ONWARD_CONTACT_MATCH_HOOK;
  if (onward_contact_match_find_in_text (tokenizer, words, shown, contact->notes, text))
    return ONWARD_CONTACT_MATCH_NOTE;
  if (onward_contact_match_find_in_text (tokenizer, words, shown, contact->how_met, text))
    return ONWARD_CONTACT_MATCH_HOW_MET;
  return find_in_channels (tokenizer, words, shown, contact, text);
}
