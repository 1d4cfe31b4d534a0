/* onward-json-writer.c - JSON text as Onward writes it: two spaces, LF, members in the order given */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-json-writer.h"

#include "onward-connection.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* No honest document is deeper; json-glib 1.6 recurses without a limit. */
#define MOST_LEVELS 64

static void
append_line (GString *out, int depth)
{
  if (depth < 0)
    return;
  g_string_append_c (out, '\n');
  for (int i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

/**
 * onward_json_append_text:
 * @out: where to
 * @text: UTF-8
 *
 * Appends @text as a JSON string, with only those characters escaped that must be.
 */
void
onward_json_append_text (GString *out, const char *text)
{
  static const char letters[] = "btnvfr";

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      unsigned char c = (unsigned char)*p;

      if (c == '"' || c == '\\')
        g_string_append_printf (out, "\\%c", c);
      else if (c >= '\b' && c <= '\r' && c != '\v')
        g_string_append_printf (out, "\\%c", letters[c - '\b']);
      else if (c < 0x20)
        g_string_append_printf (out, "\\u%04x", c);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/* The shortest digits that read back as the same number; always recognisable as no integer. */
static void
append_double (GString *out, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  for (int precision = 15; precision <= 17; precision++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", precision);
      g_ascii_formatd (digits, sizeof digits, format, value);
      if (g_ascii_strtod (digits, NULL) == value)
        break;
    }
  g_string_append (out, digits);
  if (strpbrk (digits, ".eE") == NULL)
    g_string_append (out, ".0");
}

static void
append_value (GString *out, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    onward_json_append_text (out, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_DOUBLE)
    append_double (out, json_node_get_double (node));
  else
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
}

static void
append_object (GString *out, JsonObject *object, int depth)
{
  int inside = depth < 0 ? depth : depth + 1;
  gboolean first = TRUE;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (json_object_get_size (object) == 0)
    {
      g_string_append (out, "{}");
      return;
    }
  g_string_append_c (out, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      if (!first)
        g_string_append_c (out, ',');
      first = FALSE;
      append_line (out, inside);
      onward_json_append_text (out, name);
      g_string_append (out, depth < 0 ? ":" : ": ");
      onward_json_append_node (out, member, inside);
    }
  append_line (out, depth);
  g_string_append_c (out, '}');
}

static void
append_array (GString *out, JsonArray *array, int depth)
{
  int inside = depth < 0 ? depth : depth + 1;
  guint n = json_array_get_length (array);

  if (n == 0)
    {
      g_string_append (out, "[]");
      return;
    }
  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_line (out, inside);
      onward_json_append_node (out, json_array_get_element (array, i), inside);
    }
  append_line (out, depth);
  g_string_append_c (out, ']');
}

/**
 * onward_json_append_node:
 * @out: where to
 * @node: a value
 * @depth: how far it is indented; negative = all on one line without spaces
 *
 * Appends @node without a line break after it.
 */
void
onward_json_append_node (GString *out, JsonNode *node, int depth)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      append_object (out, json_node_get_object (node), depth);
      break;
    case JSON_NODE_ARRAY:
      append_array (out, json_node_get_array (node), depth);
      break;
    case JSON_NODE_VALUE:
      append_value (out, node);
      break;
    case JSON_NODE_NULL:
    default:
      g_string_append (out, "null");
      break;
    }
}

/**
 * onward_json_to_text:
 * @node: a value
 *
 * Returns: (transfer full): the value on one line, as it is kept in the database
 */
char *
onward_json_to_text (JsonNode *node)
{
  GString *out = g_string_new (NULL);

  onward_json_append_node (out, node, -1);
  return g_string_free (out, FALSE);
}

/**
 * onward_json_object_to_text:
 * @object: an object
 *
 * Returns: (transfer full) (nullable): the object on one line; NULL when it has no members
 */
char *
onward_json_object_to_text (JsonObject *object)
{
  GString *out;

  if (json_object_get_size (object) == 0)
    return NULL;
  out = g_string_new (NULL);
  append_object (out, object, -1);
  return g_string_free (out, FALSE);
}

static gboolean
check_depth (const char *text, gsize length, GError **error)
{
  int depth = 0;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (quoted && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        quoted = !quoted;
      else if (!quoted && (text[i] == '[' || text[i] == '{') && ++depth > MOST_LEVELS)
        {
          g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                       _ ("The JSON is nested more than %d levels deep; this is no document of Onward."), MOST_LEVELS);
          return FALSE;
        }
      else if (!quoted && (text[i] == ']' || text[i] == '}'))
        depth--;
    }
  return TRUE;
}

/**
 * onward_json_parse:
 * @text: JSON
 * @length: in bytes, -1 = up to the NUL
 * @error: return location; the message names the line
 *
 * Returns: (transfer full) (nullable): the value, or NULL with @error set
 */
JsonNode *
onward_json_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) failure = NULL;
  gsize size = length < 0 ? strlen (text) : (gsize)length;

  if (!g_utf8_validate_len (text, size, NULL))
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                   _ ("The text is not UTF-8, which JSON must be. Save it as UTF-8 and try again."));
      return NULL;
    }
  if (!check_depth (text, size, error))
    return NULL;
  if (!json_parser_load_from_data (parser, text, size, &failure))
    {
      guint line = 0, column = 0;

      /* json-glib says where in front of its own, technical message. */
      sscanf (failure->message, "<data>:%u:%u:", &line, &column);
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                   _ ("The JSON is broken at line %u, column %u. Export it again and try that file."), line, column);
      return NULL;
    }
  if (json_parser_get_root (parser) == NULL)
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID, _ ("The file is empty."));
      return NULL;
    }
  return json_parser_steal_root (parser);
}
