/* onward-rows.c - records to rows and back, for any class, from its table of fields */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-rows.h"

#include "onward-collation.h"

/* The SQL of a class, built once. Names come from the static tables of the classes, never from outside. */
typedef struct
{
  char *select;
  char *select_columns;
  char *select_children;
  char *insert;
  char *update;
  char *delete;
  char *find;
} TableSql;

static void
append_column (GString *list, const char *before, const char *column, const char *after)
{
  if (list->len > 0)
    g_string_append (list, ", ");
  g_string_append_printf (list, "%s%s%s", before, column, after);
}

/* Columns in the order in which bind_record() binds and read_record() reads them. */
static GPtrArray *
list_columns (const OnwardTable *table)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);

  if (table->parent_column != NULL)
    {
      g_ptr_array_add (columns, g_strdup (table->parent_column));
      g_ptr_array_add (columns, g_strdup ("position"));
    }
  else
    g_ptr_array_add (columns, g_strdup ("uuid"));
  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].type != ONWARD_FIELD_CHILDREN)
      g_ptr_array_add (columns, onward_field_get_column (&table->fields[i]));
  g_ptr_array_add (columns, g_strdup ("extra"));
  return columns;
}

static TableSql *
build_sql (const OnwardTable *table)
{
  g_autoptr (GPtrArray) columns = list_columns (table);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) places = g_string_new (NULL);
  g_autoptr (GString) sets = g_string_new (NULL);
  TableSql *sql = g_new0 (TableSql, 1);
  const char *sort_name = table->sort_source != 0 ? ", sort_key" : "";
  const char *sort_place = table->sort_source != 0 ? ", ?" : "";
  const char *sort_set = table->sort_source != 0 ? ", sort_key = ?" : "";

  for (guint i = 0; i < columns->len; i++)
    {
      append_column (names, "\"", columns->pdata[i], "\"");
      append_column (places, "?", "", "");
      append_column (sets, "\"", columns->pdata[i], "\" = ?");
    }
  sql->select_columns = g_strdup_printf ("SELECT id, %s FROM %s ", names->str, table->name);
  sql->select = g_strdup_printf ("%s WHERE id = ?", sql->select_columns);
  sql->insert = g_strdup_printf ("INSERT INTO %s (%s%s, id) VALUES (%s%s, ?)", table->name, names->str, sort_name,
                                 places->str, sort_place);
  sql->update = g_strdup_printf ("UPDATE %s SET %s%s WHERE id = ?", table->name, sets->str, sort_set);
  sql->delete = g_strdup_printf ("DELETE FROM %s WHERE id = ?", table->name);
  sql->find = g_strdup_printf ("SELECT id FROM %s WHERE uuid = ?", table->name);
  if (table->parent_column != NULL)
    sql->select_children =
        g_strdup_printf ("%s WHERE \"%s\" = ? ORDER BY position, id", sql->select_columns, table->parent_column);
  return sql;
}

static const TableSql *
get_sql (const OnwardTable *table)
{
  static GMutex mutex;
  static GHashTable *known;
  TableSql *sql;

  g_mutex_lock (&mutex);
  if (known == NULL)
    known = g_hash_table_new (NULL, NULL);
  sql = g_hash_table_lookup (known, table);
  if (sql == NULL)
    {
      sql = build_sql (table);
      g_hash_table_insert (known, (gpointer)table, sql);
    }
  g_mutex_unlock (&mutex);
  return sql;
}

static void
bind_field (OnwardStatement *statement, int parameter, const OnwardField *field, gpointer record)
{
  if (onward_field_is_text (field))
    onward_statement_bind_text (statement, parameter, *ONWARD_FIELD_PTR (record, field));
  else if (field->type == ONWARD_FIELD_REFERENCE)
    onward_statement_bind_id (statement, parameter, *ONWARD_FIELD_INT64 (record, field));
  else if (field->type == ONWARD_FIELD_INTEGER)
    {
      if (onward_field_is_empty (field, record))
        onward_statement_bind_null (statement, parameter);
      else
        onward_statement_bind_int (statement, parameter, *ONWARD_FIELD_INT64 (record, field));
    }
  else
    onward_statement_bind_int (statement, parameter, *ONWARD_FIELD_BOOL (record, field) ? 1 : 0);
}

static void
bind_record (OnwardConnection *connection, OnwardStatement *statement, OnwardRecord *record)
{
  const OnwardTable *table = onward_record_get_table (record);
  int parameter = 1;

  if (table->parent_column != NULL)
    {
      onward_statement_bind_id (statement, parameter++, record->parent);
      onward_statement_bind_int (statement, parameter++, record->position);
    }
  else
    onward_statement_bind_text (statement, parameter++, record->uuid);
  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].type != ONWARD_FIELD_CHILDREN)
      bind_field (statement, parameter++, &table->fields[i], record);
  onward_statement_bind_text (statement, parameter++, record->extra);
  if (table->sort_source != 0)
    {
      g_autoptr (GBytes) key = onward_collation_get_key (onward_connection_get_collation (connection),
                                                         *(char **)((char *)record + table->sort_source));

      onward_statement_bind_blob (statement, parameter++, key != NULL ? g_bytes_get_data (key, NULL) : NULL,
                                  key != NULL ? g_bytes_get_size (key) : 0);
    }
  onward_statement_bind_id (statement, parameter, record->id);
}

static void
read_field (OnwardStatement *statement, int column, const OnwardField *field, gpointer record)
{
  if (onward_field_is_text (field))
    *ONWARD_FIELD_PTR (record, field) = g_strdup (onward_statement_get_text (statement, column));
  else if (field->type == ONWARD_FIELD_BOOLEAN || field->type == ONWARD_FIELD_BOOLEAN_TRUE)
    *ONWARD_FIELD_BOOL (record, field) = onward_statement_get_int (statement, column) != 0;
  else if (field->type == ONWARD_FIELD_INTEGER && onward_statement_is_null (statement, column))
    *ONWARD_FIELD_INT64 (record, field) = ONWARD_NO_NUMBER;
  else
    *ONWARD_FIELD_INT64 (record, field) = onward_statement_get_int (statement, column);
}

static gpointer
read_record (OnwardStatement *statement, GType type)
{
  const OnwardTable *table = onward_record_type_get_table (type);
  OnwardRecord *record = g_object_new (type, NULL);
  int column = 0;

  record->id = onward_statement_get_int (statement, column++);
  if (table->parent_column != NULL)
    {
      record->parent = onward_statement_get_int (statement, column++);
      record->position = onward_statement_get_int (statement, column++);
    }
  else
    record->uuid = g_strdup (onward_statement_get_text (statement, column++));
  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].type != ONWARD_FIELD_CHILDREN)
      read_field (statement, column++, &table->fields[i], record);
  record->extra = g_strdup (onward_statement_get_text (statement, column));
  return record;
}

static GPtrArray *
read_all (OnwardStatement *statement, GType type, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  GError *failure = NULL;

  while (onward_statement_step (statement, &failure))
    g_ptr_array_add (records, read_record (statement, type));
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  return g_steal_pointer (&records);
}

/**
 * onward_rows_load:
 * @connection: a connection
 * @type: a record class
 * @id: a row
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the record; NULL with @error set when there is no such row
 */
gpointer
onward_rows_load (OnwardConnection *connection, GType type, gint64 id, GError **error)
{
  const OnwardTable *table = onward_record_type_get_table (type);
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, get_sql (table)->select, error);
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;
  onward_statement_bind_int (statement, 1, id);
  if (onward_statement_step (statement, &failure))
    return read_record (statement, type);
  if (failure != NULL)
    g_propagate_error (error, failure);
  else
    g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_NOT_FOUND,
                 "There is no row %" G_GINT64_FORMAT " in %s any more.", id, table->name);
  return NULL;
}

/**
 * onward_rows_load_children:
 * @connection: a connection
 * @child_type: a child class
 * @parent: the parent's row
 * @error: return location
 *
 * Returns: (transfer full) (element-type OnwardRecord) (nullable): the children in their order, or NULL with @error set
 */
GPtrArray *
onward_rows_load_children (OnwardConnection *connection, GType child_type, gint64 parent, GError **error)
{
  const OnwardTable *table = onward_record_type_get_table (child_type);
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (connection, get_sql (table)->select_children, error);

  if (statement == NULL)
    return NULL;
  onward_statement_bind_int (statement, 1, parent);
  return read_all (statement, child_type, error);
}

/**
 * onward_rows_load_where:
 * @connection: a connection
 * @type: a record class
 * @where: what follows the list of columns: `WHERE … ORDER BY …`, with at most one parameter; a constant of the store
 * @value: bound to the parameter when there is one
 * @error: return location
 *
 * Returns: (transfer full) (element-type OnwardRecord) (nullable): the records, or NULL with @error set
 */
GPtrArray *
onward_rows_load_where (OnwardConnection *connection, GType type, const char *where, gint64 value, GError **error)
{
  const OnwardTable *table = onward_record_type_get_table (type);
  g_autofree char *sql = g_strconcat (get_sql (table)->select_columns, where, NULL);
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return NULL;
  onward_statement_bind_int (statement, 1, value);
  return read_all (statement, type, error);
}

/**
 * onward_rows_find_uuid:
 * @connection: a connection
 * @type: a collection's class
 * @uuid: the id of the exchange format, in lower case
 *
 * Returns: the row, 0 when there is none
 */
gint64
onward_rows_find_uuid (OnwardConnection *connection, GType type, const char *uuid)
{
  const OnwardTable *table = onward_record_type_get_table (type);
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, get_sql (table)->find, NULL);

  if (statement == NULL)
    return 0;
  onward_statement_bind_text (statement, 1, uuid);
  return onward_statement_step (statement, NULL) ? onward_statement_get_int (statement, 0) : 0;
}

/**
 * onward_rows_get_uuid:
 * @connection: a connection
 * @table: a collection's name
 * @id: a row
 *
 * Returns: (transfer full) (nullable): the id of the exchange format
 */
char *
onward_rows_get_uuid (OnwardConnection *connection, const char *table, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT uuid FROM %s WHERE id = ?", table);
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, sql, NULL);

  if (statement == NULL)
    return NULL;
  onward_statement_bind_int (statement, 1, id);
  return onward_statement_step (statement, NULL) ? g_strdup (onward_statement_get_text (statement, 0)) : NULL;
}

/**
 * onward_rows_insert:
 * @connection: the writer's connection
 * @record: a record; without an id it gets the next one, and a collection's record without a UUID a new one
 * @error: return location
 *
 * Returns: whether the row was written
 */
gboolean
onward_rows_insert (OnwardConnection *connection, gpointer record, GError **error)
{
  OnwardRecord *self = ONWARD_RECORD (record);
  const OnwardTable *table = onward_record_get_table (record);
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, get_sql (table)->insert, error);

  if (statement == NULL)
    return FALSE;
  if (self->uuid == NULL && table->parent_column == NULL)
    self->uuid = g_uuid_string_random ();
  bind_record (connection, statement, self);
  if (!onward_statement_run (statement, error))
    return FALSE;
  self->id = sqlite3_last_insert_rowid (onward_connection_get_handle (connection));
  return TRUE;
}

/**
 * onward_rows_update:
 * @connection: the writer's connection
 * @record: a record of a row that exists
 * @error: return location
 *
 * Returns: whether the row was written
 */
gboolean
onward_rows_update (OnwardConnection *connection, gpointer record, GError **error)
{
  const OnwardTable *table = onward_record_get_table (record);
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, get_sql (table)->update, error);

  if (statement == NULL)
    return FALSE;
  bind_record (connection, statement, ONWARD_RECORD (record));
  return onward_statement_run (statement, error);
}

/**
 * onward_rows_delete:
 * @connection: the writer's connection
 * @type: a record class
 * @id: a row
 * @error: return location
 *
 * Returns: whether the row is gone
 */
gboolean
onward_rows_delete (OnwardConnection *connection, GType type, gint64 id, GError **error)
{
  const OnwardTable *table = onward_record_type_get_table (type);
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, get_sql (table)->delete, error);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, id);
  return onward_statement_run (statement, error);
}

/**
 * onward_rows_get_member:
 * @connection: a connection
 * @part: `profile`, `settings` or `document`
 * @member: the member's name
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its JSON; NULL when it is not there, or with @error set
 */
char *
onward_rows_get_member (OnwardConnection *connection, const char *part, const char *member, GError **error)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (connection, "SELECT value FROM members WHERE part = ? AND member = ?", error);

  if (statement == NULL)
    return NULL;
  onward_statement_bind_text (statement, 1, part);
  onward_statement_bind_text (statement, 2, member);
  return onward_statement_step (statement, error) ? g_strdup (onward_statement_get_text (statement, 0)) : NULL;
}
