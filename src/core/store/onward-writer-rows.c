/* onward-writer-rows.c - how a command writes rows, so that they can be taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-writer-private.h"

#include "model/onward-collections.h"
#include "onward-side-rows.h"

/* What a row was and is now. What the playbook writes is taken back as well, but is nobody's wish. */
static void
note_row (OnwardWriter *self, GType type, gint64 id, OnwardRecord *before, OnwardRecord *after)
{
  onward_images_add_row (self->images, type, id, before, after, self->reconciling);
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
  if (!onward_rows_insert (self->connection, record, error))
    return FALSE;
  note_row (self, G_OBJECT_TYPE (record), ONWARD_RECORD (record)->id, NULL, record);
  return TRUE;
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
  if (!onward_rows_update (self->connection, record, error))
    return FALSE;
  note_row (self, G_OBJECT_TYPE (record), self_record->id, stored, record);
  return TRUE;
}

/* SQLite takes these away with the row. */
static gboolean
note_cascade (OnwardWriter *self, GType type, gint64 id, GError **error)
{
  static const struct
  {
    const char *table, *column;
    GType (*get_type) (void);
  } cascades[] = {
    { "drafts", "follow_up", onward_follow_up_get_type },
    { "drafts", "contact", onward_contact_get_type },
    { "unshown_alerts", "follow_up", onward_follow_up_get_type },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cascades); i++)
    if (cascades[i].get_type () == type)
      {
        g_autoptr (GArray) ids =
            onward_side_rows_find (self->connection, cascades[i].table, cascades[i].column, id, error);

        if (ids == NULL)
          return FALSE;
        for (guint j = 0; j < ids->len; j++)
          onward_writer_note_side (self, cascades[i].table, g_array_index (ids, gint64, j), TRUE);
      }
  return TRUE;
}

static gboolean
delete_record (OnwardWriter *self, OnwardRecord *record, GError **error)
{
  const OnwardTable *table = onward_record_get_table (record);
  GType type = G_OBJECT_TYPE (record);

  for (guint i = 0; table->children != NULL && table->children[i].member != NULL; i++)
    {
      g_autoptr (GPtrArray) children =
          onward_rows_load_children (self->connection, table->children[i].get_type (), record->id, error);

      if (children == NULL)
        return FALSE;
      for (guint j = 0; j < children->len; j++)
        if (!delete_record (self, children->pdata[j], error))
          return FALSE;
    }
  if (!note_cascade (self, type, record->id, error) || !onward_rows_delete (self->connection, type, record->id, error))
    return FALSE;
  note_row (self, type, record->id, record, NULL);
  return TRUE;
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
  g_autoptr (OnwardRecord) record = onward_rows_load (self->connection, type, id, error);

  return record != NULL && delete_record (self, record, error);
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

static gint64
find_member (OnwardWriter *self, const char *part, const char *member)
{
  g_autoptr (OnwardStatement) row =
      onward_connection_prepare (self->connection, "SELECT id FROM members WHERE part = ? AND member = ?", NULL);

  if (row == NULL)
    return 0;
  onward_statement_bind_text (row, 1, part);
  onward_statement_bind_text (row, 2, member);
  return onward_statement_step (row, NULL) ? onward_statement_get_int (row, 0) : 0;
}

static gboolean
write_member (OnwardWriter *self, const char *part, const char *member, const char *json, GError **error)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (self->connection,
                                 json != NULL ? "INSERT INTO members (part, member, value) VALUES (?1, ?2, ?3) "
                                                "ON CONFLICT (part, member) DO UPDATE SET value = excluded.value "
                                                "WHERE value IS NOT excluded.value"
                                              : "DELETE FROM members WHERE part = ?1 AND member = ?2",
                                 error);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_text (statement, 1, part);
  onward_statement_bind_text (statement, 2, member);
  if (json != NULL)
    onward_statement_bind_text (statement, 3, json);
  return onward_statement_run (statement, error);
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
  gint64 id = find_member (self, part, member);

  if (id != 0)
    onward_writer_note_side (self, "members", id, TRUE);
  if (!write_member (self, part, member, json, error))
    return FALSE;
  if (sqlite3_changes (onward_connection_get_handle (self->connection)) == 0)
    return TRUE;
  self->members_changed = TRUE;
  if (id == 0)
    onward_writer_note_side (self, "members", find_member (self, part, member), FALSE);
  return TRUE;
}

/**
 * onward_writer_note_side:
 * @self: the writer
 * @table: a table that is no record class (onward-side-rows.h); a constant
 * @id: a row of it that the command writes past the functions above
 * @exists: TRUE before it writes a row that is there; FALSE after it has added one
 *
 * So that Undo takes it back too.
 */
void
onward_writer_note_side (OnwardWriter *self, const char *table, gint64 id, gboolean exists)
{
  onward_images_add_side (self->images, g_intern_string (table), id, exists, self->reconciling);
}

/**
 * onward_writer_set_side:
 * @self: the writer
 * @table: as for onward_writer_note_side()
 * @id: a row
 * @values: (nullable): as for onward_side_rows_write()
 * @error: return location
 *
 * Returns: whether it is stored
 */
gboolean
onward_writer_set_side (OnwardWriter *self, const char *table, gint64 id, const char *values, GError **error)
{
  g_autofree char *stored = onward_side_rows_read (self->connection, table, id);

  if (g_strcmp0 (stored, values) == 0)
    return TRUE;
  if (stored != NULL)
    onward_writer_note_side (self, table, id, TRUE);
  if (!onward_side_rows_write (self->connection, table, id, values, error))
    return FALSE;
  if (stored == NULL)
    onward_writer_note_side (self, table, id, FALSE);
  if (g_str_equal (table, "members"))
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
