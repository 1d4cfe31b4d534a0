/* onward-phone-words.c - telephone numbers as words that are found by their beginning or their end */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-phone-words.h"

#include <string.h>

/* Each word begins with a letter of the private use area, which onward_fold_text() drops from all other text: so digits
 * in a note are no number, and a number is found by no other word. */
#define WHOLE    "\xee\x80\x80" /* U+E000: with the code of the country */
#define NATIONAL "\xee\x80\x81" /* U+E001: without it, and without the zeros in front */
#define UNKNOWN  "\xee\x80\x82" /* U+E002: the same, where the number does not say its country */
#define REVERSED "\xee\x80\x83" /* U+E003: from the last digit to the first */

#define MOST_DIGITS 40

/* Fewer than these at the end of a number are an accident. */
#define LEAST_LAST_DIGITS 4

/* A number of North America that is written with its country but without a plus. */
#define NORTH_AMERICAN_DIGITS 11

/**
 * Number:
 * @digits: as written, those that belong to it
 * @whole: with the code of its country; "" when it does not say one
 * @national: without it, and without zeros in front
 */
typedef struct
{
  char digits[MOST_DIGITS + 1];
  const char *whole;
  const char *national;
} Number;

/* The codes of one and two digits; all others have three (ITU-T E.164, list of assigned country codes). */
static gsize
get_country_size (const char *digits)
{
  static const char two[] = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 "
                            "64 65 66 81 82 84 86 90 91 92 93 94 95 98 ";
  char code[] = { digits[0], digits[0] != '\0' ? digits[1] : '\0', ' ', '\0' };

  if (digits[0] == '1' || digits[0] == '7')
    return 1;
  return digits[0] != '\0' && digits[1] != '\0' && strstr (two, code) != NULL ? 2 : 3;
}

static gboolean
ends_number (gunichar c)
{
  return g_unichar_isalpha (c) || c == '#' || c == ',' || c == ';';
}

/* "+49 (0)30 …": the zero is dialled inside the country only. */
static gboolean
is_trunk_zero (const char *p)
{
  return g_str_has_prefix (p, "(0)");
}

/* Returns whether a plus stood before the digits. */
static gboolean
read_digits (const char *text, char *digits)
{
  gboolean plus = FALSE;
  gsize n = 0;

  memset (digits, 0, MOST_DIGITS + 1);
  for (const char *p = text; *p != '\0' && n < MOST_DIGITS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = g_unichar_digit_value (c);

      if (digit >= 0)
        digits[n++] = (char)('0' + digit);
      else if (n > 0 && ends_number (c))
        break;
      else if (n == 0 && (c == '+' || c == 0xff0b))
        plus = TRUE;
      else if (n > 0 && (plus || strncmp (digits, "00", 2) == 0) && is_trunk_zero (p))
        p += strlen ("(0");
    }
  return plus;
}

static const char *
skip_zeros (const char *digits)
{
  return digits + strspn (digits, "0");
}

static void
read_number (Number *self, const char *text)
{
  gboolean plus = read_digits (text, self->digits);
  gsize n = strlen (self->digits);

  self->whole = "";
  if (plus)
    self->whole = self->digits;
  else if (g_str_has_prefix (self->digits, "00"))
    self->whole = self->digits + 2;
  else if (n == NORTH_AMERICAN_DIGITS && self->digits[0] == '1')
    self->whole = self->digits;
  if (*self->whole != '\0')
    self->national = skip_zeros (self->whole + MIN (strlen (self->whole), get_country_size (self->whole)));
  else
    self->national = skip_zeros (self->digits);
}

static void
append_word (GString *words, const char *kind, const char *digits)
{
  if (*digits != '\0')
    g_string_append_printf (words, "%s%s%s", words->len > 0 ? " " : "", kind, digits);
}

/**
 * onward_phone_words:
 * @number: a telephone number, however it is written; what follows it (an extension) is left out
 *
 * Returns: (transfer full): the words by which the search finds it, each after its kind; "" without a digit
 */
char *
onward_phone_words (const char *number)
{
  GString *words = g_string_new (NULL);
  Number read;

  if (!g_utf8_validate (number, -1, NULL))
    return g_string_free (words, FALSE);
  read_number (&read, number);
  append_word (words, WHOLE, read.whole);
  append_word (words, NATIONAL, read.national);
  if (*read.whole == '\0')
    append_word (words, UNKNOWN, read.national);
  append_word (words, REVERSED, g_strreverse (read.digits));
  return g_string_free (words, FALSE);
}

static void
append_prefix (GString *query, const char *kind, const char *digits)
{
  if (*digits != '\0')
    g_string_append_printf (query, "%s\"%s%s\"*", query->len > 0 ? " OR " : "", kind, digits);
}

/**
 * onward_phone_words_append_query:
 * @query: what is asked of the people
 * @typed: digits and what is written between them, as far as they were typed
 *
 * The beginning of a number with or without its country (`+49 30`, `0049 30`, `030`, `49 30`), or its last digits, four
 * at least. A number that does not say its country may be of any.
 *
 * Returns: whether there was something to append; alternatives, without brackets around them
 */
gboolean
onward_phone_words_append_query (GString *query, const char *typed)
{
  g_autoptr (GString) ways = g_string_new (NULL);
  Number read;

  read_number (&read, typed);
  append_prefix (ways, WHOLE, read.whole);
  if (*read.whole != '\0')
    append_prefix (ways, UNKNOWN, read.national);
  else
    {
      append_prefix (ways, NATIONAL, read.national);
      if (read.digits[0] != '0')
        append_prefix (ways, WHOLE, read.digits);
    }
  if (strlen (read.digits) >= LEAST_LAST_DIGITS && read.whole != read.digits)
    append_prefix (ways, REVERSED, g_strreverse (read.digits));
  g_string_append (query, ways->str);
  return ways->len > 0;
}

static void
words_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *)sqlite3_value_text (values[0]);

  if (text == NULL)
    sqlite3_result_null (context);
  else
    sqlite3_result_text (context, onward_phone_words (text), -1, g_free);
}

/**
 * onward_phone_words_install:
 * @handle: a connection
 *
 * Gives the connection the function `onward_phone_words (number)`, which the triggers of the search tables call.
 *
 * Returns: an SQLite result code
 */
int
onward_phone_words_install (sqlite3 *handle)
{
  return sqlite3_create_function (handle, "onward_phone_words", 1,
                                  SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, words_cb, NULL, NULL);
}
