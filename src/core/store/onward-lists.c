/* onward-lists.c - lists of texts, as a LIST field of a record holds them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-lists.h"

#include "onward-json-writer.h"

/**
 * onward_json_get_texts:
 * @list: (nullable): a JSON array of text, as a LIST field holds it
 *
 * Returns: (transfer full): its texts, NULL-terminated; anything else in the list is passed over
 */
char **
onward_json_get_texts (const char *list)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (JsonNode) node = list != NULL ? onward_json_parse (list, -1, NULL) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonNode *element = json_array_get_element (array, i);

          if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
            g_strv_builder_add (builder, json_node_get_string (element));
        }
    }
  return g_strv_builder_end (builder);
}

/**
 * onward_json_from_texts:
 * @texts: NULL-terminated; empty ones are left out
 *
 * Returns: (transfer full) (nullable): a JSON array for a LIST field; NULL when nothing is in it
 */
char *
onward_json_from_texts (const char *const *texts)
{
  GString *out = g_string_new ("[");

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    if (*texts[i] != '\0')
      {
        if (out->len > 1)
          g_string_append_c (out, ',');
        onward_json_append_text (out, texts[i]);
      }
  if (out->len == 1)
    {
      g_string_free (out, TRUE);
      return NULL;
    }
  g_string_append_c (out, ']');
  return g_string_free (out, FALSE);
}

/**
 * onward_json_add_text:
 * @list: (nullable): a JSON array of text
 * @text: what is added at the end, unless it is there
 *
 * Returns: (transfer full): the longer list
 */
char *
onward_json_add_text (const char *list, const char *text)
{
  g_auto (GStrv) texts = onward_json_get_texts (list);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) longer = NULL;

  if (g_strv_contains ((const char *const *)texts, text))
    return g_strdup (list);
  g_strv_builder_addv (builder, (const char **)texts);
  g_strv_builder_add (builder, text);
  longer = g_strv_builder_end (builder);
  return onward_json_from_texts ((const char *const *)longer);
}

/**
 * onward_json_get_text:
 * @value: (nullable): a VALUE field of a record: one text or number of JSON
 *
 * Returns: (transfer full) (nullable): it, as it is shown
 */
char *
onward_json_get_text (const char *value)
{
  g_autoptr (JsonNode) node = value != NULL ? json_from_string (value, NULL) : NULL;

  if (node == NULL)
    return g_strdup (value);
  return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node) : json_to_string (node, FALSE);
}
