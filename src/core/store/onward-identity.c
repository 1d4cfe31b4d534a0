/* onward-identity.c - one object a row, for as long as somebody holds it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-identity.h"

#include "model/onward-collections.h"
#include "onward-rows.h"

struct _OnwardIdentity
{
  OnwardConnection *connection;
  GHashTable *tables; /* table name, static -> GHashTable of row id -> OnwardRecord, not owned */
};

/* Where an object stands in the map, so that it can leave when it dies. */
typedef struct
{
  GHashTable *records;
  gint64 id;
} Place;

static void
record_died_cb (gpointer data, GObject *record)
{
  Place *place = data;

  g_hash_table_remove (place->records, &place->id);
  g_hash_table_unref (place->records);
  g_free (place);
}

static GHashTable *
get_records (OnwardIdentity *self, GType type)
{
  const char *name = onward_record_type_get_table (type)->name;
  GHashTable *records = g_hash_table_lookup (self->tables, name);

  if (records == NULL)
    {
      records = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_hash_table_insert (self->tables, (gpointer)name, records);
    }
  return records;
}

/**
 * onward_identity_new:
 * @connection: (transfer none): the connection of the main thread; outlives the map
 *
 * Returns: (transfer full): an empty map
 */
OnwardIdentity *
onward_identity_new (OnwardConnection *connection)
{
  OnwardIdentity *self = g_new0 (OnwardIdentity, 1);

  self->connection = connection;
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_hash_table_unref);
  return self;
}

/**
 * onward_identity_free:
 * @self: (transfer full): a map; records that are still held live on, and are no longer read again
 */
void
onward_identity_free (OnwardIdentity *self)
{
  g_hash_table_unref (self->tables);
  g_free (self);
}

/**
 * onward_identity_get:
 * @self: a map
 * @type: a record class
 * @id: a row
 *
 * Returns: (transfer full) (nullable): the one object of that row; NULL when there is no such row
 */
gpointer
onward_identity_get (OnwardIdentity *self, GType type, gint64 id)
{
  GHashTable *records = get_records (self, type);
  gpointer record = g_hash_table_lookup (records, &id);
  Place *place;

  if (record != NULL)
    return g_object_ref (record);
  record = onward_rows_load (self->connection, type, id, NULL);
  if (record == NULL)
    return NULL;
  place = g_new (Place, 1);
  place->records = g_hash_table_ref (records);
  place->id = id;
  g_hash_table_insert (records, g_memdup2 (&id, sizeof id), record);
  g_object_weak_ref (G_OBJECT (record), record_died_cb, place);
  return record;
}

static void
refresh_record (OnwardIdentity *self, gpointer record)
{
  g_autoptr (OnwardRecord) stored =
      onward_rows_load (self->connection, G_OBJECT_TYPE (record), ONWARD_RECORD (record)->id, NULL);

  if (stored != NULL)
    onward_record_copy (record, stored);
}

/**
 * onward_identity_refresh:
 * @self: a map
 * @table: a table's name
 * @ids: (nullable) (element-type gint64): rows; NULL = all that are alive
 *
 * Reads the living records of these rows again; each notifies for what changed. A record whose row is gone stays as it
 * was for those who hold it.
 */
void
onward_identity_refresh (OnwardIdentity *self, const char *table, GArray *ids)
{
  GHashTable *records = g_hash_table_lookup (self->tables, table);
  g_autoptr (GPtrArray) living = NULL;
  GHashTableIter iter;
  gpointer record;

  if (records == NULL)
    return;
  /* Held while they notify: a handler may let go of another one. */
  living = g_ptr_array_new_with_free_func (g_object_unref);
  if (ids == NULL)
    {
      g_hash_table_iter_init (&iter, records);
      while (g_hash_table_iter_next (&iter, NULL, &record))
        g_ptr_array_add (living, g_object_ref (record));
    }
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      record = g_hash_table_lookup (records, &g_array_index (ids, gint64, i));
      if (record != NULL)
        g_ptr_array_add (living, g_object_ref (record));
    }
  for (guint i = 0; i < living->len; i++)
    refresh_record (self, living->pdata[i]);
}
