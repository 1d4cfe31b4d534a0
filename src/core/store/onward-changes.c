/* onward-changes.c - the rows that a command changed, as SQLite reports them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-changes.h"

#include "model/onward-collections.h"

#include <string.h>

/* More rows of one table than this are announced as "anything in it". */
#define MOST_NAMED_ROWS 1000

struct _OnwardChanges
{
  GHashTable *tables; /* name, interned -> GHashTable of row ids */
};

static void
free_change (OnwardChange *change)
{
  g_clear_pointer (&change->ids, g_array_unref);
  g_free (change);
}

/* SQLite reports every row here, those of cascades and triggers too; shadow tables of the search are nobody's. */
static void
note_update_cb (void *data, int operation, const char *database, const char *table, sqlite3_int64 rowid)
{
  OnwardChanges *self = data;
  GHashTable *rows;
  gint64 *id;

  if (strcmp (database, "main") != 0)
    return;
  rows = g_hash_table_lookup (self->tables, table);
  if (rows == NULL)
    {
      if (strcmp (table, "members") != 0 && onward_collections_find_type (table) == G_TYPE_INVALID)
        return;
      rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_hash_table_insert (self->tables, (gpointer)g_intern_string (table), rows);
    }
  if (g_hash_table_size (rows) > MOST_NAMED_ROWS)
    return;
  id = g_new (gint64, 1);
  *id = rowid;
  g_hash_table_add (rows, id);
}

/**
 * onward_changes_new:
 * @connection: the connection that writes; to be closed before this is freed
 *
 * Returns: (transfer full): what notes every row that @connection changes from now on
 */
OnwardChanges *
onward_changes_new (OnwardConnection *connection)
{
  OnwardChanges *self = g_new0 (OnwardChanges, 1);

  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_hash_table_unref);
  sqlite3_update_hook (onward_connection_get_handle (connection), note_update_cb, self);
  return self;
}

/**
 * onward_changes_free:
 * @self: (transfer full): the changes
 */
void
onward_changes_free (OnwardChanges *self)
{
  g_hash_table_unref (self->tables);
  g_free (self);
}

/**
 * onward_changes_clear:
 * @self: the changes
 *
 * A command begins.
 */
void
onward_changes_clear (OnwardChanges *self)
{
  g_hash_table_remove_all (self->tables);
}

/**
 * onward_changes_collect:
 * @self: the changes
 *
 * Returns: (transfer full) (element-type OnwardChange): what changed since onward_changes_clear()
 */
GPtrArray *
onward_changes_collect (OnwardChanges *self)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify)free_change);
  GHashTableIter iter, rows_iter;
  const char *table;
  GHashTable *rows;
  gint64 *id;

  g_hash_table_iter_init (&iter, self->tables);
  while (g_hash_table_iter_next (&iter, (gpointer *)&table, (gpointer *)&rows))
    {
      OnwardChange *change = g_new0 (OnwardChange, 1);

      change->table = table;
      g_ptr_array_add (changes, change);
      if (g_hash_table_size (rows) > MOST_NAMED_ROWS)
        continue;
      change->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), g_hash_table_size (rows));
      g_hash_table_iter_init (&rows_iter, rows);
      while (g_hash_table_iter_next (&rows_iter, (gpointer *)&id, NULL))
        g_array_append_val (change->ids, *id);
    }
  return changes;
}
