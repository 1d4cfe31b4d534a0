/* onward-fold.c - text without accents, of any script, for the search tables */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-fold.h"

#include <string.h>

/* As many code points has the longest canonical decomposition. */
#define MOST_PARTS G_UNICHAR_MAX_DECOMPOSITION_LENGTH

/* Letters that Unicode does not take apart, and that people without them on their keyboard write so. */
static const struct
{
  gunichar letter;
  const char *plain;
} strokes[] = {
  { 0x00c6, "ae" }, { 0x00d0, "d" }, { 0x00d8, "o" },  { 0x00de, "th" }, { 0x00df, "ss" }, { 0x00e6, "ae" },
  { 0x00f0, "d" },  { 0x00f8, "o" }, { 0x00fe, "th" }, { 0x0110, "d" },  { 0x0111, "d" },  { 0x0126, "h" },
  { 0x0127, "h" },  { 0x0131, "i" }, { 0x0141, "l" },  { 0x0142, "l" },  { 0x0152, "oe" }, { 0x0153, "oe" },
  { 0x0166, "t" },  { 0x0167, "t" }, { 0x1e9e, "ss" },
};

/* onward_phone_words() keeps these for itself. */
#define FIRST_KEPT 0xe000
#define LAST_KEPT  0xe003

#define TATWEEL 0x0640

/* Where each byte of the folded text comes from, when somebody wants to know. */
typedef struct
{
  GString *text;
  GArray *offsets;
} Folded;

/* An accent, a Hebrew or Arabic point, a tone, the line that only makes a word longer; not what makes another letter
 * (virama, nukta, the marks of kana). */
static gboolean
is_accent (gunichar c)
{
  return g_unichar_combining_class (c) >= 10 || c == TATWEEL;
}

/* Chinese and Japanese write no spaces: each ideograph is a word, so that any part of a name is found. */
static gboolean
is_ideograph (gunichar c)
{
  return c >= 0x2e80 && g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

static void
append (Folded *folded, const char *bytes, int length, int offset)
{
  g_string_append_len (folded->text, bytes, length);
  for (int i = 0; folded->offsets != NULL && i < length; i++)
    g_array_append_val (folded->offsets, offset);
}

static void
append_letter (Folded *folded, gunichar c, int offset)
{
  char bytes[6];

  for (guint i = 0; i < G_N_ELEMENTS (strokes); i++)
    if (strokes[i].letter == c)
      {
        append (folded, strokes[i].plain, (int)strlen (strokes[i].plain), offset);
        return;
      }
  append (folded, bytes, g_unichar_to_utf8 (c, bytes), offset);
}

static void
fold_letter (Folded *folded, gunichar c, int offset)
{
  gunichar parts[MOST_PARTS];
  gsize n = g_unichar_fully_decompose (c, FALSE, parts, MOST_PARTS);

  if (is_accent (c) || (c >= FIRST_KEPT && c <= LAST_KEPT))
    return;
  if (is_ideograph (c))
    {
      append (folded, " ", 1, offset);
      append_letter (folded, parts[0], offset);
      append (folded, " ", 1, offset + (int)g_unichar_to_utf8 (c, NULL));
      return;
    }
  for (gsize i = 1; i < n; i++)
    if (!is_accent (parts[i]))
      {
        append_letter (folded, c, offset);
        return;
      }
  append_letter (folded, parts[0], offset);
}

/**
 * onward_fold_text:
 * @text: UTF-8
 * @offsets: (out) (optional) (transfer full) (element-type gint): for each byte of the result, and for its end, the
 *   byte of @text where the letter begins that it comes from
 *
 * SQLite's own tokenizer knows the accents of Latin letters only, and takes many marks of other scripts for spaces.
 * This drops them before it sees the text: from what is stored by the triggers of schema 1, from what is typed by
 * #OnwardTokenizer. Case is left to the tokenizer.
 *
 * Returns: (transfer full): the text without accents
 */
char *
onward_fold_text (const char *text, GArray **offsets)
{
  Folded folded = { g_string_new (NULL), offsets != NULL ? g_array_new (FALSE, FALSE, sizeof (int)) : NULL };
  const char *end = text + strlen (text);
  int last = (int)(end - text);

  for (const char *p = text; p < end;)
    {
      gunichar c = g_utf8_get_char_validated (p, end - p);

      if ((guchar)*p < 0x80 || c >= (gunichar)-2)
        {
          /* What is not UTF-8 is passed on as it is: the file may be damaged. */
          append (&folded, p, 1, (int)(p - text));
          p++;
          continue;
        }
      fold_letter (&folded, c, (int)(p - text));
      p = g_utf8_next_char (p);
    }
  if (offsets != NULL)
    {
      g_array_append_val (folded.offsets, last);
      *offsets = folded.offsets;
    }
  return g_string_free (folded.text, FALSE);
}

static gboolean
is_ascii (const char *text)
{
  while (*text != '\0' && (guchar)*text < 0x80)
    text++;
  return *text == '\0';
}

static void
fold_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *)sqlite3_value_text (values[0]);

  if (text == NULL || is_ascii (text))
    sqlite3_result_value (context, values[0]);
  else
    sqlite3_result_text (context, onward_fold_text (text, NULL), -1, g_free);
}

/**
 * onward_fold_install:
 * @handle: a connection
 *
 * Gives the connection the function `onward_fold (text)`, which the triggers of the search tables call.
 *
 * Returns: an SQLite result code
 */
int
onward_fold_install (sqlite3 *handle)
{
  return sqlite3_create_function (handle, "onward_fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                                  fold_cb, NULL, NULL);
}

/**
 * onward_fold_words:
 * @text: any text
 *
 * Returns: (transfer full): its words without accents and in lower case, each between single spaces, the first and the
 *   last too: so that one text is found in another as whole words
 */
char *
onward_fold_words (const char *text)
{
  g_autofree char *folded = onward_fold_text (text, NULL);
  g_autofree char *lower = g_utf8_strdown (folded, -1);
  GString *words = g_string_new (" ");

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (words, c);
      else if (words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  if (words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');
  return g_string_free (words, FALSE);
}
