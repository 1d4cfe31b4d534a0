/* onward-json-reader.c - an object of the exchange format into a record: what is wrong is said, nothing is guessed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-json-record.h"

#include "onward-json-writer.h"
#include "playbook/onward-wall.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
fail (GError **error, const char *where, const char *member, const char *what)
{
  g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID, "%s%s%s: %s", where, *member != '\0' ? "." : "",
               member, what);
  return FALSE;
}

static const char *
get_text (JsonNode *node)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  return NULL;
}

static gboolean
is_word_of (const char *words, const char *word)
{
  g_auto (GStrv) all = g_strsplit (words, "|", -1);

  return g_strv_contains ((const char *const *)all, word);
}

static gboolean
is_instant (const char *text)
{
  gint64 instant;

  return onward_instant_parse (text, &instant);
}

/* What is wrong with a text for this type of field; NULL when nothing is. */
static char *
find_fault (const OnwardField *field, const char *text)
{
  gint64 wall;
  int day;

  switch (field->type)
    {
    case ONWARD_FIELD_DATE:
      return onward_day_parse (text, &day) ? NULL : g_strdup_printf (_ ("“%s” is no date (YYYY-MM-DD)."), text);
    case ONWARD_FIELD_WALL:
      return onward_wall_parse (text, &wall) ? NULL : g_strdup_printf (_ ("“%s” is no time (YYYY-MM-DDTHH:MM)."), text);
    case ONWARD_FIELD_MOMENT:
      return onward_wall_parse (text, &wall) || onward_day_parse (text, &day)
                 ? NULL
                 : g_strdup_printf (_ ("“%s” is no date and no time (YYYY-MM-DD or YYYY-MM-DDTHH:MM)."), text);
    case ONWARD_FIELD_INSTANT:
      return is_instant (text) ? NULL : g_strdup_printf (_ ("“%s” is no instant (RFC 3339 with an offset)."), text);
    case ONWARD_FIELD_CHOICE:
      {
        g_autofree char *words = g_strdelimit (g_strdup (field->detail), "|", ' ');

        return is_word_of (field->detail, text) ? NULL : g_strdup_printf (_ ("“%s” is none of: %s."), text, words);
      }
    default:
      return NULL;
    }
}

static gboolean
read_text (const OnwardField *field, JsonNode *node, gpointer record, const char *where, GError **error)
{
  const char *text = get_text (node);
  g_autofree char *fault = NULL;

  if (text == NULL)
    return fail (error, where, field->path, _ ("a text is expected here."));
  fault = *text != '\0' ? find_fault (field, text) : NULL;
  if (fault != NULL)
    return fail (error, where, field->path, fault);
  onward_set_text (ONWARD_FIELD_PTR (record, field), text);
  return TRUE;
}

/* Documented members first, in their order, then the others as they came. */
static JsonNode *
order_members (JsonNode *element, const char *members)
{
  g_auto (GStrv) names = NULL;
  JsonObject *from, *to;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!JSON_NODE_HOLDS_OBJECT (element) || members == NULL)
    return json_node_copy (element);
  from = json_node_get_object (element);
  to = json_object_new ();
  names = g_strsplit (members, " ", -1);
  for (guint i = 0; names[i] != NULL; i++)
    if (json_object_has_member (from, names[i]))
      json_object_set_member (to, names[i], json_object_dup_member (from, names[i]));
  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!json_object_has_member (to, name))
      json_object_set_member (to, name, json_node_copy (node));
  return json_node_init_object (json_node_alloc (), to);
}

static gboolean
read_list (const OnwardField *field, JsonNode *node, gpointer record, const char *where, GError **error)
{
  g_autoptr (JsonNode) ordered = NULL;
  JsonArray *from, *to;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, where, field->path, _ ("a list is expected here."));
  from = json_node_get_array (node);
  if (json_array_get_length (from) == 0)
    return TRUE;
  to = json_array_sized_new (json_array_get_length (from));
  ordered = json_node_init_array (json_node_alloc (), to);
  json_array_unref (to);
  for (guint i = 0; i < json_array_get_length (from); i++)
    {
      JsonNode *element = json_array_get_element (from, i);

      if (field->detail == NULL && get_text (element) == NULL)
        return fail (error, where, field->path, _ ("a list of texts is expected here."));
      if (field->detail != NULL && get_text (element) == NULL && !JSON_NODE_HOLDS_OBJECT (element))
        return fail (error, where, field->path, _ ("a list of objects is expected here."));
      json_array_add_element (to, order_members (element, field->detail));
    }
  *ONWARD_FIELD_PTR (record, field) = onward_json_to_text (ordered);
  return TRUE;
}

static gboolean
read_reference (const OnwardField *field, JsonNode *node, gpointer record, OnwardJsonResolver resolve, gpointer data,
                const char *where, GError **error)
{
  const char *text = get_text (node);
  g_autofree char *uuid = text != NULL ? g_ascii_strdown (text, -1) : NULL;
  gint64 id;

  if (text == NULL)
    return fail (error, where, field->path, _ ("an id is expected here."));
  if (*text == '\0')
    return TRUE;
  id = resolve (data, field->detail, uuid);
  if (id == 0)
    {
      g_autofree char *what = g_strdup_printf (_ ("there is no “%s” among the %s."), text, field->detail);

      return fail (error, where, field->path, what);
    }
  *ONWARD_FIELD_INT64 (record, field) = id;
  return TRUE;
}

static gboolean
read_field (const OnwardField *field, JsonNode *node, gpointer record, OnwardJsonResolver resolve, gpointer data,
            const char *where, GError **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  switch (field->type)
    {
    case ONWARD_FIELD_INTEGER:
      if (type != G_TYPE_INT64)
        return fail (error, where, field->path, _ ("a whole number is expected here."));
      *ONWARD_FIELD_INT64 (record, field) = json_node_get_int (node);
      return TRUE;
    case ONWARD_FIELD_BOOLEAN:
    case ONWARD_FIELD_BOOLEAN_TRUE:
      if (type != G_TYPE_BOOLEAN)
        return fail (error, where, field->path, _ ("true or false is expected here."));
      *ONWARD_FIELD_BOOL (record, field) = json_node_get_boolean (node);
      return TRUE;
    case ONWARD_FIELD_REFERENCE:
      return read_reference (field, node, record, resolve, data, where, error);
    case ONWARD_FIELD_LIST:
      return read_list (field, node, record, where, error);
    case ONWARD_FIELD_VALUE:
      if (type == G_TYPE_INVALID)
        return fail (error, where, field->path, _ ("a text or a number is expected here."));
      if (type != G_TYPE_STRING || *json_node_get_string (node) != '\0')
        *ONWARD_FIELD_PTR (record, field) = onward_json_to_text (node);
      return TRUE;
    default:
      return read_text (field, node, record, where, error);
    }
}

/* Does the format know a nested object of that name in this class? */
static gboolean
is_group (const OnwardTable *table, const char *name)
{
  gsize length = strlen (name);

  for (guint i = 0; i < table->n_fields; i++)
    if (strncmp (table->fields[i].path, name, length) == 0 && table->fields[i].path[length] == '.')
      return TRUE;
  return FALSE;
}

typedef struct
{
  const OnwardTable *table;
  gpointer record;
  OnwardJsonResolver resolve;
  gpointer data;
  const char *where;
} Reading;

static gboolean
read_members (Reading *reading, JsonObject *object, const char *group, JsonObject *extra, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      g_autofree char *path = group != NULL ? g_strconcat (group, ".", name, NULL) : g_strdup (name);
      const OnwardField *field = onward_table_find_field (reading->table, path);

      if (group == NULL && strcmp (name, "id") == 0 && reading->table->parent_column == NULL)
        continue;
      if (field != NULL && field->type == ONWARD_FIELD_CHILDREN)
        continue;
      if (field != NULL && JSON_NODE_HOLDS_NULL (node))
        continue;
      if (field != NULL)
        {
          if (!read_field (field, node, reading->record, reading->resolve, reading->data, reading->where, error))
            return FALSE;
        }
      else if (group == NULL && is_group (reading->table, name))
        {
          g_autoptr (JsonObject) inside = json_object_new ();

          if (JSON_NODE_HOLDS_NULL (node))
            continue;
          if (!JSON_NODE_HOLDS_OBJECT (node))
            return fail (error, reading->where, name, _ ("an object is expected here."));
          if (!read_members (reading, json_node_get_object (node), name, inside, error))
            return FALSE;
          if (json_object_get_size (inside) > 0)
            json_object_set_object_member (extra, name, g_steal_pointer (&inside));
        }
      else
        json_object_set_member (extra, name, json_node_copy (node));
    }
  return TRUE;
}

/**
 * onward_json_to_record:
 * @object: an object of the exchange format
 * @record: a new record, filled; its lists are read with onward_json_to_children()
 * @resolve: finds the rows of what it refers to
 * @data: for @resolve
 * @where: what the object is called in a message, such as `contacts[3]`
 * @error: return location; the message says which member is wrong, and how
 *
 * Returns: whether the object is what exchange.md says
 */
gboolean
onward_json_to_record (JsonObject *object, gpointer record, OnwardJsonResolver resolve, gpointer data,
                       const char *where, GError **error)
{
  Reading reading = { onward_record_get_table (record), record, resolve, data, where };
  g_autoptr (JsonObject) extra = json_object_new ();

  if (!read_members (&reading, object, NULL, extra, error))
    return FALSE;
  g_free (ONWARD_RECORD (record)->extra);
  ONWARD_RECORD (record)->extra = onward_json_object_to_text (extra);
  return TRUE;
}

static gpointer
read_child (JsonNode *element, GType type, OnwardJsonResolver resolve, gpointer data, const char *where, GError **error)
{
  g_autoptr (OnwardRecord) child = g_object_new (type, NULL);
  const OnwardTable *table = onward_record_type_get_table (type);
  gboolean read;

  if (table->bare)
    read = read_reference (&table->fields[0], element, child, resolve, data, where, error);
  else if (JSON_NODE_HOLDS_OBJECT (element))
    read = onward_json_to_record (json_node_get_object (element), child, resolve, data, where, error);
  else
    read = fail (error, where, "", _ ("an object is expected here."));
  return read ? g_steal_pointer (&child) : NULL;
}

/**
 * onward_json_to_children:
 * @node: (nullable): the list in the document
 * @list: the list in the format
 * @resolve: finds the rows of what its members refer to
 * @data: for @resolve
 * @where: what the parent is called in a message
 * @error: return location
 *
 * Returns: (transfer full) (element-type OnwardRecord) (nullable): new records, or NULL with @error set
 */
GPtrArray *
onward_json_to_children (JsonNode *node, const OnwardChildren *list, OnwardJsonResolver resolve, gpointer data,
                         const char *where, GError **error)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *array;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_steal_pointer (&children);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      fail (error, where, list->member, _ ("a list is expected here."));
      return NULL;
    }
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s.%s[%u]", where, list->member, i);
      gpointer child = read_child (json_array_get_element (array, i), list->get_type (), resolve, data, place, error);

      if (child == NULL)
        return NULL;
      g_ptr_array_add (children, child);
    }
  return g_steal_pointer (&children);
}

/**
 * onward_json_get_id:
 * @object: an object of a collection
 * @where: what it is called in a message
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its id in lower case, or NULL with @error set when it has none that is a UUID
 */
char *
onward_json_get_id (JsonObject *object, const char *where, GError **error)
{
  JsonNode *node = json_object_get_member (object, "id");
  const char *text = node != NULL ? get_text (node) : NULL;

  if (text == NULL || !g_uuid_string_is_valid (text))
    {
      fail (error, where, "id", text == NULL ? _ ("every object needs an id.") : _ ("the id is no UUID."));
      return NULL;
    }
  return g_ascii_strdown (text, -1);
}
