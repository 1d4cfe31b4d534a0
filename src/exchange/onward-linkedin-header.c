/* onward-linkedin-header.c - where the table begins in LinkedIn's Connections.csv */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-linkedin-header.h"

#include "onward-cell-text.h"
#include "onward-csv.h"

#include <string.h>

static const char *const column_names[ONWARD_LINKEDIN_N_COLUMNS] = {
  [ONWARD_LINKEDIN_FIRST_NAME] = "first name",
  [ONWARD_LINKEDIN_LAST_NAME] = "last name",
  [ONWARD_LINKEDIN_URL] = "url",
  [ONWARD_LINKEDIN_EMAIL] = "email address",
  [ONWARD_LINKEDIN_COMPANY] = "company",
  [ONWARD_LINKEDIN_POSITION] = "position",
  [ONWARD_LINKEDIN_CONNECTED_ON] = "connected on",
};

static int
find_column (const char *cell)
{
  for (int i = 0; i < ONWARD_LINKEDIN_N_COLUMNS; i++)
    if (g_ascii_strcasecmp (cell, column_names[i]) == 0)
      return i;
  return -1;
}

/* Other address books have names, companies and mail too: the day of the connection is LinkedIn's own, and
 * so is an address of a profile beside company and position. */
static gboolean
is_connections_header (const int columns[ONWARD_LINKEDIN_N_COLUMNS])
{
  if (columns[ONWARD_LINKEDIN_FIRST_NAME] < 0 || columns[ONWARD_LINKEDIN_LAST_NAME] < 0)
    return FALSE;
  return columns[ONWARD_LINKEDIN_CONNECTED_ON] >= 0
         || (columns[ONWARD_LINKEDIN_URL] >= 0 && columns[ONWARD_LINKEDIN_COMPANY] >= 0
             && columns[ONWARD_LINKEDIN_POSITION] >= 0);
}

static gboolean
read_header (const char *line, gsize length, OnwardLinkedinHeader *header)
{
  char delimiter = onward_csv_find_delimiter (line, length);
  g_autoptr (OnwardCsvReader) reader = onward_csv_reader_new (line, length, delimiter, 1);
  g_autoptr (GString) cell = g_string_new (NULL);

  for (guint i = 0; i < ONWARD_LINKEDIN_N_COLUMNS; i++)
    header->columns[i] = -1;
  if (!onward_csv_reader_next (reader, NULL))
    return FALSE;

  header->delimiter = delimiter;
  header->n_cells = onward_csv_reader_get_n_cells (reader);
  for (guint i = 0; i < header->n_cells; i++)
    {
      onward_cell_text_clean (onward_csv_reader_get_cell (reader, i), cell);
      int column = find_column (cell->str);
      if (column >= 0 && header->columns[column] < 0)
        header->columns[column] = (int)i;
    }
  return is_connections_header (header->columns);
}

static gboolean
mentions (const char *line, gsize length, const char *words)
{
  gsize n = strlen (words);

  for (gsize i = 0; i + n <= length; i++)
    if (g_ascii_tolower (line[i]) == words[0] && g_ascii_strncasecmp (line + i, words, n) == 0)
      return TRUE;
  return FALSE;
}

/**
 * onward_linkedin_header_find:
 * @text: UTF-8 text without a zero byte
 * @length: its bytes
 * @header: (out caller-allocates) (optional): the header that was found
 *
 * Looks for the first line that names the columns, in any order and case, other columns between them,
 * with comma, semicolon or tab. What stands above it is LinkedIn's explanation, of any length: it is
 * passed over line by line, so that a stray quotation mark in it cannot hide the table.
 *
 * Returns: %FALSE if no line is such a header
 */
gboolean
onward_linkedin_header_find (const char *text, gsize length, OnwardLinkedinHeader *header)
{
  OnwardLinkedinHeader found = { 0 };
  const char *end = text + length;
  guint number = 1;

  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *line = text; line < end; number++)
    {
      gsize line_length = 0;

      while (line + line_length < end && line[line_length] != '\n' && line[line_length] != '\r')
        line_length++;
      const char *next = line + line_length;
      if (next < end)
        next += next + 1 < end && next[0] == '\r' && next[1] == '\n' ? 2 : 1;

      if (mentions (line, line_length, column_names[ONWARD_LINKEDIN_FIRST_NAME])
          && mentions (line, line_length, column_names[ONWARD_LINKEDIN_LAST_NAME])
          && read_header (line, line_length, &found))
        {
          found.rows = next - text;
          found.line = number + 1;
          if (header != NULL)
            *header = found;
          return TRUE;
        }
      line = next;
    }
  return FALSE;
}
