/* onward-csv.c - comma-separated values, row by row */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-csv.h"

#include "onward-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _OnwardCsvReader
{
  const char *next;
  const char *end;
  char delimiter;
  guint next_line;

  /* The row last read: its cells, each with a zero behind it, and where each begins. */
  guint line;
  GString *text;
  GArray *offsets;
};

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

static void
skip_line_end (OnwardCsvReader *self)
{
  if (*self->next == '\r' && self->next + 1 < self->end && self->next[1] == '\n')
    self->next++;
  self->next++;
  self->next_line++;
}

/* A line break inside quotation marks stays as it is written. */
static void
count_line_ends (OnwardCsvReader *self, const char *from, const char *to)
{
  for (const char *at = from; at < to; at++)
    if (*at == '\n' || (*at == '\r' && !(at + 1 < self->end && at[1] == '\n')))
      self->next_line++;
}

static gboolean
read_quoted (OnwardCsvReader *self, GError **error)
{
  guint opened_in = self->next_line;

  self->next++;
  for (;;)
    {
      const char *quote = memchr (self->next, '"', self->end - self->next);

      if (quote == NULL)
        {
          g_set_error (error, ONWARD_EXCHANGE_ERROR, ONWARD_EXCHANGE_ERROR_BROKEN,
                       _ ("The quotation mark opened in line %u is never closed: the file is cut off or damaged."),
                       opened_in);
          return FALSE;
        }
      count_line_ends (self, self->next, quote);
      g_string_append_len (self->text, self->next, quote - self->next);
      self->next = quote + 1;
      if (self->next == self->end || *self->next != '"')
        return TRUE;
      g_string_append_c (self->text, '"');
      self->next++;
    }
}

/* What follows a closing quotation mark is text too: programs that forget to double one write it so. */
static void
read_plain (OnwardCsvReader *self)
{
  const char *from = self->next;

  while (self->next < self->end && *self->next != self->delimiter && !is_line_end (*self->next))
    self->next++;
  g_string_append_len (self->text, from, self->next - from);
}

static gboolean
read_cell (OnwardCsvReader *self, GError **error)
{
  guint offset = (guint)self->text->len;

  if (self->offsets->len == ONWARD_CSV_MAX_CELLS)
    {
      g_set_error (error, ONWARD_EXCHANGE_ERROR, ONWARD_EXCHANGE_ERROR_BROKEN,
                   _ ("Line %u has more than %d cells: this is not a table."), self->line, ONWARD_CSV_MAX_CELLS);
      return FALSE;
    }
  g_array_append_val (self->offsets, offset);
  if (self->next < self->end && *self->next == '"' && !read_quoted (self, error))
    return FALSE;
  read_plain (self);
  g_string_append_c (self->text, '\0');
  return TRUE;
}

/**
 * onward_csv_find_delimiter:
 * @text: UTF-8 text that begins with a row
 * @length: its bytes
 *
 * Returns: comma, semicolon or tab: whichever the first row has most of outside quotation marks; the
 *   comma when none wins
 */
char
onward_csv_find_delimiter (const char *text, gsize length)
{
  static const char candidates[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  g_return_val_if_fail (text != NULL, ',');

  for (gsize i = 0; i < length && (quoted || !is_line_end (text[i])); i++)
    {
      if (text[i] == '"')
        quoted = !quoted;
      for (guint c = 0; c < G_N_ELEMENTS (candidates); c++)
        counts[c] += !quoted && text[i] == candidates[c];
    }
  for (guint c = 1; c < G_N_ELEMENTS (candidates); c++)
    if (counts[c] > counts[best])
      best = c;
  return candidates[best];
}

/**
 * onward_csv_reader_new:
 * @text: UTF-8 text without a zero byte; not copied, it must outlive the reader
 * @length: its bytes, less than 4 GiB
 * @delimiter: what stands between two cells
 * @first_line: the number of the line with which @text begins, from 1
 *
 * Reads rows as RFC 4180 describes them, and as spreadsheets write them: LF, CR LF or CR ends a row, also
 * mixed; rows may differ in length; a quotation mark inside a cell that does not begin with one is text.
 *
 * Returns: (transfer full): a reader before its first row
 */
OnwardCsvReader *
onward_csv_reader_new (const char *text, gsize length, char delimiter, guint first_line)
{
  OnwardCsvReader *self;

  g_return_val_if_fail (text != NULL && length < G_MAXUINT32, NULL);

  self = g_new0 (OnwardCsvReader, 1);
  self->next = text;
  self->end = text + length;
  self->delimiter = delimiter;
  self->next_line = first_line;
  self->text = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * onward_csv_reader_free:
 * @self: (transfer full): a reader
 *
 * Frees the reader and its row, not the text it read.
 */
void
onward_csv_reader_free (OnwardCsvReader *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->text, TRUE);
  g_array_unref (self->offsets);
  g_free (self);
}

/**
 * onward_csv_reader_next:
 * @self: a reader
 * @error: return location of %ONWARD_EXCHANGE_ERROR_BROKEN
 *
 * Goes to the next row; lines without a character are no rows. After an error there is no next row.
 *
 * Returns: %FALSE at the end (@error unset), or when a quotation mark is never closed (@error set)
 */
gboolean
onward_csv_reader_next (OnwardCsvReader *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  while (self->next < self->end && is_line_end (*self->next))
    skip_line_end (self);
  g_string_truncate (self->text, 0);
  g_array_set_size (self->offsets, 0);
  if (self->next == self->end)
    return FALSE;

  self->line = self->next_line;
  for (;;)
    {
      if (!read_cell (self, error))
        {
          g_array_set_size (self->offsets, 0);
          self->next = self->end;
          return FALSE;
        }
      if (self->next == self->end || *self->next != self->delimiter)
        break;
      self->next++;
    }
  if (self->next < self->end)
    skip_line_end (self);
  return TRUE;
}

/**
 * onward_csv_reader_get_line:
 * @self: a reader on a row
 *
 * Returns: the number of the line on which the row begins
 */
guint
onward_csv_reader_get_line (OnwardCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

/**
 * onward_csv_reader_get_n_cells:
 * @self: a reader
 *
 * Returns: how many cells the row has; 0 before the first row and after the last
 */
guint
onward_csv_reader_get_n_cells (OnwardCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->offsets->len;
}

/**
 * onward_csv_reader_get_cell:
 * @self: a reader
 * @index: the number of a column, from 0
 *
 * Returns: the text of the cell, without its quotation marks, until the next row is read; "" where the
 *   row is too short
 */
const char *
onward_csv_reader_get_cell (OnwardCsvReader *self, guint index)
{
  g_return_val_if_fail (self != NULL, "");

  return index < self->offsets->len ? self->text->str + g_array_index (self->offsets, guint, index) : "";
}
