/* onward-json-record.c - a record as an object of the exchange format */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-json-record.h"

#include "onward-json-writer.h"

#include <string.h>

/* The object that holds a member of that path, made when it is a nested one; @name becomes the member's own name. */
static JsonObject *
get_holder (JsonObject *object, const char *path, const char **name)
{
  const char *dot = strchr (path, '.');
  g_autofree char *group = NULL;

  *name = path;
  if (dot == NULL)
    return object;
  *name = dot + 1;
  group = g_strndup (path, dot - path);
  if (!json_object_has_member (object, group))
    json_object_set_object_member (object, group, json_object_new ());
  return json_object_get_object_member (object, group);
}

static void
set_json_member (JsonObject *holder, const char *name, const char *json)
{
  JsonNode *node = onward_json_parse (json, -1, NULL);

  if (node != NULL)
    json_object_set_member (holder, name, node);
}

static void
add_field (OnwardConnection *connection, JsonObject *object, const OnwardField *field, gpointer record)
{
  const char *name;
  JsonObject *holder;

  if (onward_field_is_empty (field, record))
    return;
  holder = get_holder (object, field->path, &name);
  switch (field->type)
    {
    case ONWARD_FIELD_INTEGER:
      json_object_set_int_member (holder, name, *ONWARD_FIELD_INT64 (record, field));
      break;
    case ONWARD_FIELD_BOOLEAN:
    case ONWARD_FIELD_BOOLEAN_TRUE:
      json_object_set_boolean_member (holder, name, *ONWARD_FIELD_BOOL (record, field));
      break;
    case ONWARD_FIELD_REFERENCE:
      {
        g_autofree char *uuid = onward_rows_get_uuid (connection, field->detail, *ONWARD_FIELD_INT64 (record, field));

        if (uuid != NULL)
          json_object_set_string_member (holder, name, uuid);
        break;
      }
    case ONWARD_FIELD_LIST:
    case ONWARD_FIELD_VALUE:
      set_json_member (holder, name, *ONWARD_FIELD_PTR (record, field));
      break;
    default:
      json_object_set_string_member (holder, name, *ONWARD_FIELD_PTR (record, field));
      break;
    }
}

static void
add_children (OnwardConnection *connection, JsonObject *object, const OnwardChildren *list, gint64 parent)
{
  GType type = list->get_type ();
  const OnwardTable *table = onward_record_type_get_table (type);
  g_autoptr (GPtrArray) children = onward_rows_load_children (connection, type, parent, NULL);
  JsonArray *array;

  if (children == NULL || children->len == 0)
    return;
  array = json_array_sized_new (children->len);
  for (guint i = 0; i < children->len; i++)
    {
      JsonObject *child = onward_json_from_record (connection, children->pdata[i]);

      if (table->bare)
        {
          json_array_add_string_element (array,
                                         json_object_get_string_member_with_default (child, table->fields[0].path, ""));
          json_object_unref (child);
        }
      else
        json_array_add_object_element (array, child);
    }
  json_object_set_array_member (object, list->member, array);
}

/* Puts the members of @extra behind those of @object, into nested objects too. */
static void
add_extra (JsonObject *object, JsonObject *extra)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, extra);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      JsonNode *there = json_object_get_member (object, name);

      if (there != NULL && JSON_NODE_HOLDS_OBJECT (there) && JSON_NODE_HOLDS_OBJECT (node))
        add_extra (json_node_get_object (there), json_node_get_object (node));
      else
        json_object_set_member (object, name, json_node_copy (node));
    }
}

static JsonObject *
parse_extra (const char *extra)
{
  g_autoptr (JsonNode) node = extra != NULL ? onward_json_parse (extra, -1, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : NULL;
}

/* A nested object of which only unknown members are left still stands where the format has it. */
static void
reserve_groups (JsonObject *object, JsonObject *extra, const OnwardField *field)
{
  const char *dot = strchr (field->path, '.');
  g_autofree char *group = dot != NULL ? g_strndup (field->path, dot - field->path) : NULL;
  const char *name;

  if (group != NULL && json_object_has_member (extra, group))
    get_holder (object, field->path, &name);
}

/**
 * onward_json_from_record:
 * @connection: for the ids of what it refers to, and for its lists
 * @record: a record
 *
 * Returns: (transfer full): the object, its members in the order of exchange.md, empty ones left out, unknown ones last
 */
JsonObject *
onward_json_from_record (OnwardConnection *connection, gpointer record)
{
  OnwardRecord *self = ONWARD_RECORD (record);
  const OnwardTable *table = onward_record_get_table (record);
  g_autoptr (JsonObject) extra = parse_extra (self->extra);
  JsonObject *object = json_object_new ();

  if (self->uuid != NULL)
    json_object_set_string_member (object, "id", self->uuid);
  for (guint i = 0; i < table->n_fields; i++)
    {
      const OnwardField *field = &table->fields[i];

      if (field->type != ONWARD_FIELD_CHILDREN)
        {
          if (extra != NULL)
            reserve_groups (object, extra, field);
          add_field (connection, object, field, record);
          continue;
        }
      for (guint j = 0; table->children[j].member != NULL; j++)
        if (strcmp (table->children[j].member, field->path) == 0)
          add_children (connection, object, &table->children[j], self->id);
    }
  if (extra != NULL)
    add_extra (object, extra);
  return object;
}

/**
 * onward_json_record_to_text:
 * @connection: a connection
 * @record: a record
 *
 * Returns: (transfer full): the object on one line; the same text for the same values
 */
char *
onward_json_record_to_text (OnwardConnection *connection, gpointer record)
{
  g_autoptr (JsonObject) object = onward_json_from_record (connection, record);

  return onward_json_object_to_text (object);
}

/**
 * onward_json_merge_extra:
 * @old_extra: (nullable): the unknown members that were kept
 * @new_extra: (nullable): those of a document
 *
 * Returns: (transfer full) (nullable): both, the document's values where a name is in both
 */
char *
onward_json_merge_extra (const char *old_extra, const char *new_extra)
{
  g_autoptr (JsonObject) merged = NULL;
  g_autoptr (JsonObject) added = NULL;

  if (old_extra == NULL || new_extra == NULL)
    return g_strdup (old_extra != NULL ? old_extra : new_extra);
  merged = parse_extra (old_extra);
  added = parse_extra (new_extra);
  if (merged == NULL || added == NULL)
    return g_strdup (new_extra);
  add_extra (merged, added);
  return onward_json_object_to_text (merged);
}
