/* onward-typed.c - what the user typed becomes a field of a record, or a sentence that says why not */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-typed.h"

#include "onward-json-writer.h"
#include "onward-lists.h"
#include "onward-store.h"
#include "playbook/onward-wall.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (GError **error, const char *format, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *message = g_strjoinv (text, parts);

  g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
set_number (gint64 *number, const char *text, GError **error)
{
  *number = ONWARD_NO_NUMBER;
  if (text == NULL || g_ascii_string_to_signed (text, 10, 0, 1200, number, NULL))
    return TRUE;
  return refuse (error, _ ("“%s” is not a number of months. Write one from 0 to 1200."), text);
}

static gboolean
set_reference (gint64 *reference, const char *text, GError **error)
{
  *reference = 0;
  return text == NULL || g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, reference, error);
}

/* Words between commas, each once. */
static char *
build_list (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ",", -1);
  g_autofree char *list = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *longer = *g_strstrip (words[i]) != '\0' ? onward_json_add_text (list, words[i]) : g_strdup (list);

      g_free (list);
      list = longer;
    }
  return g_steal_pointer (&list);
}

/* A text or a number; what is typed is a text. */
static char *
build_value (const char *text)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);

  return text != NULL ? json_to_string (node, FALSE) : NULL;
}

static gboolean
set_text (gpointer record, const OnwardField *field, const char *text, GError **error)
{
  g_autofree char *json = NULL;
  int day;

  if (field->type == ONWARD_FIELD_DATE && text != NULL && !onward_day_parse (text, &day))
    return refuse (error, _ ("“%s” is not a date. Write it as YYYY-MM-DD."), text);
  if (field->type == ONWARD_FIELD_LIST)
    text = json = build_list (text);
  else if (field->type == ONWARD_FIELD_VALUE)
    text = json = build_value (text);
  onward_set_text (ONWARD_FIELD_PTR (record, field), text);
  return TRUE;
}

/**
 * onward_typed_set:
 * @record: a record
 * @path: one of its members, of a type that can be typed: text, date, choice, whole number, yes or no (`true`,
 *   `false`), list of words (with commas between them), or the row of something else
 * @text: (nullable): what was typed; NULL, or nothing but spaces, empties it
 * @error: return location
 *
 * Returns: whether it is set; else one sentence says what is wrong with it
 */
gboolean
onward_typed_set (gpointer record, const char *path, const char *text, GError **error)
{
  const OnwardField *field = onward_table_find_field (onward_record_get_table (record), path);
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  const char *value = *stripped != '\0' ? stripped : NULL;

  g_return_val_if_fail (field != NULL, FALSE);
  switch (field->type)
    {
    case ONWARD_FIELD_BOOLEAN:
    case ONWARD_FIELD_BOOLEAN_TRUE:
      *ONWARD_FIELD_BOOL (record, field) = g_strcmp0 (value, "true") == 0;
      return TRUE;
    case ONWARD_FIELD_INTEGER:
      return set_number (ONWARD_FIELD_INT64 (record, field), value, error);
    case ONWARD_FIELD_REFERENCE:
      return set_reference (ONWARD_FIELD_INT64 (record, field), value, error);
    default:
      return set_text (record, field, value, error);
    }
}

static char *
get_list (const char *json)
{
  g_auto (GStrv) words = onward_json_get_texts (json);

  return words[0] != NULL ? g_strjoinv (", ", words) : NULL;
}

static char *
get_value (const char *json)
{
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;

  if (node == NULL)
    return g_strdup (json);
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_dup_string (node)
             : json_to_string (node, FALSE);
}

/**
 * onward_typed_get:
 * @record: a record
 * @path: one of its members that onward_typed_set() takes
 *
 * Returns: (transfer full) (nullable): what would be typed to get what it is; NULL when it is empty
 */
char *
onward_typed_get (gpointer record, const char *path)
{
  const OnwardField *field = onward_table_find_field (onward_record_get_table (record), path);

  g_return_val_if_fail (field != NULL, NULL);
  if (onward_field_is_empty (field, record))
    return NULL;
  switch (field->type)
    {
    case ONWARD_FIELD_BOOLEAN:
    case ONWARD_FIELD_BOOLEAN_TRUE:
      return g_strdup (*ONWARD_FIELD_BOOL (record, field) ? "true" : "false");
    case ONWARD_FIELD_INTEGER:
    case ONWARD_FIELD_REFERENCE:
      return g_strdup_printf ("%" G_GINT64_FORMAT, *ONWARD_FIELD_INT64 (record, field));
    case ONWARD_FIELD_LIST:
      return get_list (*ONWARD_FIELD_PTR (record, field));
    case ONWARD_FIELD_VALUE:
      return get_value (*ONWARD_FIELD_PTR (record, field));
    default:
      return g_strdup (*ONWARD_FIELD_PTR (record, field));
    }
}
