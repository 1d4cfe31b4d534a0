/* onward-date-text.c - dates as foreign files write them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-date-text.h"

#include <string.h>

#define N_PARTS 3

/* A number, or the name of a month. */
typedef struct
{
  guint number;
  guint n_digits;
} Part;

/* The files name months in English whatever the language of the desktop. */
static const char *const month_names[] = { "january", "february", "march",     "april",   "may",      "june",
                                           "july",    "august",   "september", "october", "november", "december" };

/* "Mar", "March", and "Sept" on the way. */
static guint
find_month (const char *word, gsize length)
{
  for (guint i = 0; length >= 3 && i < G_N_ELEMENTS (month_names); i++)
    if (length <= strlen (month_names[i]) && g_ascii_strncasecmp (word, month_names[i], length) == 0)
      return i + 1;
  return 0;
}

static gboolean
read_part (const char **text, Part *part)
{
  const char *start = *text;

  *part = (Part){ 0, 0 };
  for (; g_ascii_isdigit (**text); (*text)++)
    {
      if (++part->n_digits > 4)
        return FALSE;
      part->number = part->number * 10 + g_ascii_digit_value (**text);
    }
  if (part->n_digits > 0)
    return TRUE;

  while (g_ascii_isalpha (**text))
    (*text)++;
  part->number = find_month (start, *text - start);
  return part->number > 0;
}

/* Three parts, what stands after the first of them, and at most a time of day behind. */
static gboolean
split (const char *text, Part parts[N_PARTS], char *separator)
{
  while (*text == ' ')
    text++;
  for (guint i = 0; i < N_PARTS; i++)
    {
      if (!read_part (&text, &parts[i]))
        return FALSE;
      if (i == 0)
        *separator = *text;
      if (i < N_PARTS - 1)
        {
          gsize n = strspn (text, " -/.,");

          if (n == 0)
            return FALSE;
          text += n;
        }
    }
  if (*text != '\0' && strchr (" ,T", *text) == NULL)
    return FALSE;
  text += strspn (text, " ");
  return *text == '\0' || strchr (text, ':') != NULL;
}

static gboolean
is_slash_date (const Part parts[N_PARTS], char separator)
{
  return parts[0].n_digits > 0 && parts[0].n_digits <= 2 && parts[1].n_digits > 0 && parts[2].n_digits > 0
         && separator != '.';
}

/**
 * onward_date_text_find_order:
 * @text: a date as it stands in the file
 *
 * LinkedIn writes the month first, a spreadsheet that saves the file again writes what its country
 * does. One date with a day after the twelfth gives the whole file away.
 *
 * Returns: the order that @text proves
 */
OnwardDateOrder
onward_date_text_find_order (const char *text)
{
  Part parts[N_PARTS];
  char separator;

  g_return_val_if_fail (text != NULL, ONWARD_DATE_ORDER_EITHER);

  if (!split (text, parts, &separator) || !is_slash_date (parts, separator))
    return ONWARD_DATE_ORDER_EITHER;
  if (parts[0].number > 12 && parts[1].number <= 12)
    return ONWARD_DATE_ORDER_DAY_FIRST;
  if (parts[0].number <= 12 && parts[1].number > 12)
    return ONWARD_DATE_ORDER_MONTH_FIRST;
  return ONWARD_DATE_ORDER_EITHER;
}

/**
 * onward_date_text_read:
 * @text: a date as it stands in the file: `12 Mar 2024`, `7-Feb-22`, `Mar 12, 2024`, `03/15/2024`,
 *   `15.03.2024`, `2024-03-15`; a time of day after it is passed over
 * @order: how the file orders `03/04/2024`; month first unless it says day first
 * @date: (out caller-allocates): the date
 *
 * A year of two digits is in this century: what is imported began after 2000.
 *
 * Returns: %FALSE if it is no date, or a day that does not exist
 */
gboolean
onward_date_text_read (const char *text, OnwardDateOrder order, GDate *date)
{
  Part parts[N_PARTS];
  char separator;
  guint day = 0;
  guint month = 1;
  guint year = 2;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  if (!split (text, parts, &separator))
    return FALSE;
  if (parts[0].n_digits == 4)
    {
      day = 2;
      year = 0;
    }
  else if (parts[0].n_digits == 0 || (is_slash_date (parts, separator) && order != ONWARD_DATE_ORDER_DAY_FIRST))
    {
      day = 1;
      month = 0;
    }
  /* A month's name stands where the month does, and nowhere else. */
  if (parts[day].n_digits == 0 || parts[day].n_digits > 2 || parts[month].n_digits > 2)
    return FALSE;
  if (parts[year].n_digits != 2 && parts[year].n_digits != 4)
    return FALSE;

  guint full_year = parts[year].number + (parts[year].n_digits == 2 ? 2000 : 0);
  if (full_year < 1900 || !g_date_valid_dmy (parts[day].number, parts[month].number, full_year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, parts[day].number, parts[month].number, full_year);
  return TRUE;
}
