/* onward-output.c - what onward-cli prints: aligned lines for people, one JSON document for programs */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-output.h"

#include "playbook/onward-wall.h"
#include "store/onward-json-writer.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#define MOST_CELLS 8

typedef enum
{
  LINE_HEADING,
  LINE_ROW,
  LINE_NOTE,
} LineKind;

typedef struct
{
  LineKind kind;
  char *cells[MOST_CELLS];
  int n;
} Line;

struct _OnwardOutputTable
{
  GPtrArray *lines;
};

static void
free_line (Line *line)
{
  for (int i = 0; i < line->n; i++)
    g_free (line->cells[i]);
  g_free (line);
}

OnwardOutputTable *
onward_output_table_new (void)
{
  OnwardOutputTable *table = g_new0 (OnwardOutputTable, 1);

  table->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)free_line);
  return table;
}

void
onward_output_table_free (OnwardOutputTable *table)
{
  g_ptr_array_unref (table->lines);
  g_free (table);
}

/* Text from outside must not steer the terminal: line breaks and control characters become spaces. */
static char *
clean_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);
      gboolean steers = type == G_UNICODE_CONTROL || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);

      g_string_append_unichar (clean, steers || type == G_UNICODE_LINE_SEPARATOR ? ' ' : c);
    }
  return g_string_free (clean, FALSE);
}

static Line *
add_line (OnwardOutputTable *table, LineKind kind)
{
  Line *line = g_new0 (Line, 1);

  line->kind = kind;
  g_ptr_array_add (table->lines, line);
  return line;
}

static void
add_cell (Line *line, const char *text)
{
  g_return_if_fail (line->n < MOST_CELLS);
  line->cells[line->n++] = clean_text (text);
}

/**
 * onward_output_table_add_heading:
 * @table: a table
 * @heading: a line of its own, with an empty line before it
 */
void
onward_output_table_add_heading (OnwardOutputTable *table, const char *heading)
{
  add_cell (add_line (table, LINE_HEADING), heading);
}

/**
 * onward_output_table_add_row:
 * @table: a table
 * @...: cells, NULL-terminated; text from outside is welcome, "" is an empty cell
 */
void
onward_output_table_add_row (OnwardOutputTable *table, ...)
{
  Line *line = add_line (table, LINE_ROW);
  const char *cell;
  va_list cells;

  va_start (cells, table);
  while ((cell = va_arg (cells, const char *)) != NULL)
    add_cell (line, cell);
  va_end (cells);
}

/**
 * onward_output_table_add_note:
 * @table: a table
 * @note: (nullable): a line below the row, indented; NULL adds nothing
 */
void
onward_output_table_add_note (OnwardOutputTable *table, const char *note)
{
  if (note != NULL)
    add_cell (add_line (table, LINE_NOTE), note);
}

/* Columns that the text takes on a terminal. */
static int
measure_text (const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static void
print_row (const Line *line, const int *widths, const char *indent)
{
  g_autoptr (GString) text = g_string_new (indent);

  for (int i = 0; i < line->n; i++)
    {
      g_string_append (text, line->cells[i]);
      for (int width = measure_text (line->cells[i]); i + 1 < line->n && width < widths[i] + 2; width++)
        g_string_append_c (text, ' ');
    }
  g_print ("%s\n", g_strchomp (text->str));
}

/**
 * onward_output_table_print:
 * @table: a table
 *
 * Prints it with its columns aligned.
 */
void
onward_output_table_print (OnwardOutputTable *table)
{
  int widths[MOST_CELLS] = { 0 };
  gboolean indented = FALSE;

  for (guint i = 0; i < table->lines->len; i++)
    {
      const Line *line = table->lines->pdata[i];

      indented = indented || line->kind == LINE_HEADING;
      for (int j = 0; line->kind == LINE_ROW && j < line->n; j++)
        widths[j] = MAX (widths[j], measure_text (line->cells[j]));
    }
  for (guint i = 0; i < table->lines->len; i++)
    {
      const Line *line = table->lines->pdata[i];

      if (line->kind == LINE_ROW)
        print_row (line, widths, indented ? "  " : "");
      else
        g_print ("%s%s\n", line->kind == LINE_NOTE ? "      " : i > 0 ? "\n" : "", line->cells[0]);
    }
}

/**
 * onward_output_print_line:
 * @format: a line for people, without the line break
 * @...: for @format; text from outside is welcome
 */
void
onward_output_print_line (const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *clean = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  clean = clean_text (text);
  g_print ("%s\n", clean);
}

/**
 * onward_output_print_bytes:
 * @bytes: what is printed as it is, in any locale
 * @length: how many
 */
void
onward_output_print_bytes (const char *bytes, gsize length)
{
  fwrite (bytes, 1, length, stdout);
}

/**
 * onward_output_print_json:
 * @node: (transfer full): the one document
 */
void
onward_output_print_json (JsonNode *node)
{
  g_autoptr (JsonNode) owned = node;
  g_autoptr (GString) text = g_string_new (NULL);

  onward_json_append_node (text, owned, 0);
  g_string_append_c (text, '\n');
  onward_output_print_bytes (text->str, text->len);
}

/**
 * onward_output_set_text:
 * @object: an object
 * @member: a name
 * @text: (nullable): its value; NULL is JSON's null
 */
void
onward_output_set_text (JsonObject *object, const char *member, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
  else
    json_object_set_null_member (object, member);
}

/**
 * onward_output_format_day:
 * @day: days since 1970-01-01
 * @today: today
 *
 * Returns: (transfer full): the day as people write it; the year only when it is another one
 */
char *
onward_output_format_day (int day, int today)
{
  int year, month, date, this_year, unused;
  g_autoptr (GDateTime) time = NULL;

  onward_day_to_civil (day, &year, &month, &date);
  onward_day_to_civil (today, &this_year, &unused, &unused);
  time = g_date_time_new_utc (CLAMP (year, 1, 9999), month, date, 0, 0, 0);
  /* Translators: a day of this year, then one of another year; letters as in g_date_time_format() */
  return g_date_time_format (time, year == this_year ? _ ("%a %-e %b") : _ ("%a %-e %b %Y"));
}

/**
 * onward_output_format_wall:
 * @wall: a wall time
 * @today: today
 *
 * Returns: (transfer full): day and time as people write them
 */
char *
onward_output_format_wall (gint64 wall, int today)
{
  g_autofree char *day = onward_output_format_day (onward_wall_day (wall), today);
  int minutes = onward_wall_minutes (wall);

  return g_strdup_printf ("%s %02d:%02d", day, minutes / 60, minutes % 60);
}

/**
 * onward_output_join:
 * @first: (nullable): text
 * @second: (nullable): text
 *
 * Returns: (transfer full): both with a dot between, or the one that is there, or ""
 */
char *
onward_output_join (const char *first, const char *second)
{
  gboolean has_first = first != NULL && *first != '\0';
  gboolean has_second = second != NULL && *second != '\0';

  if (has_first && has_second)
    return g_strdup_printf ("%s · %s", first, second);
  return g_strdup (has_first ? first : has_second ? second : "");
}
