/* onward-writer-rows.c - how a command writes rows, so that they can be taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-writer-private.h"

/* What the playbook writes at the end is no part of the command: an undo plans it anew. */
static gboolean
remember_row (OnwardWriter *self, GType type, gint64 id, gboolean exists, GError **error)
{
  return self->reconciling || onward_images_add_row (self->images, type, id, exists, error);
}

/**
 * onward_writer_load:
 * @self: the writer
 * @type: a record class
 * @id: a row
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a record of the command's own, to change and hand to onward_writer_update();
 *   NULL with @error set when there is no such row
 */
gpointer
onward_writer_load (OnwardWriter *self, GType type, gint64 id, GError **error)
{
  return onward_rows_load (self->connection, type, id, error);
}

/**
 * onward_writer_insert:
 * @self: the writer
 * @record: a new record; gets its row and, when it has none, a UUID
 * @error: return location
 *
 * Returns: whether the row was written
 */
gboolean
onward_writer_insert (OnwardWriter *self, gpointer record, GError **error)
{
  return onward_rows_insert (self->connection, record, error)
         && remember_row (self, G_OBJECT_TYPE (record), ONWARD_RECORD (record)->id, FALSE, error);
}

/**
 * onward_writer_update:
 * @self: the writer
 * @record: a record with its row
 * @error: return location
 *
 * Returns: whether the row was written; a row that is already so is left alone
 */
gboolean
onward_writer_update (OnwardWriter *self, gpointer record, GError **error)
{
  OnwardRecord *self_record = ONWARD_RECORD (record);
  g_autoptr (OnwardRecord) stored = onward_rows_load (self->connection, G_OBJECT_TYPE (record), self_record->id, error);

  if (stored == NULL)
    return FALSE;
  if (onward_record_equal (stored, record))
    return TRUE;
  return remember_row (self, G_OBJECT_TYPE (record), self_record->id, TRUE, error)
         && onward_rows_update (self->connection, record, error);
}

/**
 * onward_writer_delete:
 * @self: the writer
 * @type: a record class
 * @id: a row; its children go with it
 * @error: return location
 *
 * Returns: whether the row is gone
 */
gboolean
onward_writer_delete (OnwardWriter *self, GType type, gint64 id, GError **error)
{
  const OnwardTable *table = onward_record_type_get_table (type);

  for (guint i = 0; table->children != NULL && table->children[i].member != NULL; i++)
    {
      GType child_type = table->children[i].get_type ();
      g_autoptr (GPtrArray) children = onward_rows_load_children (self->connection, child_type, id, error);

      if (children == NULL)
        return FALSE;
      for (guint j = 0; j < children->len; j++)
        if (!onward_writer_delete (self, child_type, ONWARD_RECORD (children->pdata[j])->id, error))
          return FALSE;
    }
  return remember_row (self, type, id, TRUE, error) && onward_rows_delete (self->connection, type, id, error);
}

/**
 * onward_writer_set_children:
 * @self: the writer
 * @parent: a record with its row
 * @child_type: the class of the list
 * @children: (element-type OnwardRecord): what the list becomes, in order; their rows, parent and position are set here
 * @error: return location
 *
 * Rows are kept place by place, so that a list that is the same writes nothing.
 *
 * Returns: whether the list is stored
 */
gboolean
onward_writer_set_children (OnwardWriter *self, gpointer parent, GType child_type, GPtrArray *children, GError **error)
{
  gint64 parent_id = ONWARD_RECORD (parent)->id;
  g_autoptr (GPtrArray) stored = onward_rows_load_children (self->connection, child_type, parent_id, error);

  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < children->len; i++)
    {
      OnwardRecord *child = ONWARD_RECORD (children->pdata[i]);

      child->parent = parent_id;
      child->position = i;
      child->id = i < stored->len ? ONWARD_RECORD (stored->pdata[i])->id : 0;
      if (i < stored->len ? !onward_writer_update (self, child, error) : !onward_writer_insert (self, child, error))
        return FALSE;
    }
  for (guint i = children->len; i < stored->len; i++)
    if (!onward_writer_delete (self, child_type, ONWARD_RECORD (stored->pdata[i])->id, error))
      return FALSE;
  return TRUE;
}

/**
 * onward_writer_get_member:
 * @self: the writer
 * @part: `profile`, `settings` or `document`
 * @member: the member's name
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its JSON; NULL when it is not there, or with @error set
 */
char *
onward_writer_get_member (OnwardWriter *self, const char *part, const char *member, GError **error)
{
  return onward_rows_get_member (self->connection, part, member, error);
}

/**
 * onward_writer_set_member:
 * @self: the writer
 * @part: `profile`, `settings` or `document`
 * @member: the member's name
 * @json: (nullable): its value, NULL to take it out
 * @error: return location
 *
 * Returns: whether it is stored
 */
gboolean
onward_writer_set_member (OnwardWriter *self, const char *part, const char *member, const char *json, GError **error)
{
  g_autoptr (OnwardStatement) statement = NULL;

  onward_images_add_member (self->images, part, member);
  if (json != NULL)
    statement = onward_connection_prepare (self->connection,
                                           "INSERT INTO members (part, member, value) VALUES (?1, ?2, ?3) "
                                           "ON CONFLICT (part, member) DO UPDATE SET value = excluded.value "
                                           "WHERE value IS NOT excluded.value",
                                           error);
  else
    statement =
        onward_connection_prepare (self->connection, "DELETE FROM members WHERE part = ?1 AND member = ?2", error);
  if (statement == NULL)
    return FALSE;
  onward_statement_bind_text (statement, 1, part);
  onward_statement_bind_text (statement, 2, member);
  if (json != NULL)
    onward_statement_bind_text (statement, 3, json);
  if (!onward_statement_run (statement, error))
    return FALSE;
  if (sqlite3_changes (onward_connection_get_handle (self->connection)) > 0)
    self->members_changed = TRUE;
  return TRUE;
}

/**
 * onward_writer_set_meta:
 * @self: the writer
 * @name: a fact about the database
 * @value: (nullable): what it is
 * @error: return location
 *
 * Returns: whether it is stored
 */
gboolean
onward_writer_set_meta (OnwardWriter *self, const char *name, const char *value, GError **error)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (self->connection,
                                 "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET "
                                 "value = excluded.value WHERE value IS NOT excluded.value",
                                 error);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_text (statement, 1, name);
  onward_statement_bind_text (statement, 2, value);
  return onward_statement_run (statement, error);
}
