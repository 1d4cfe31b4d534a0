/* onward-contact-references.c - every place where a person is named */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-contact-references.h"

#include "model/onward-collections.h"

static gboolean
names_contacts (const OnwardField *field)
{
  return field->type == ONWARD_FIELD_REFERENCE && g_strcmp0 (field->detail, "contacts") == 0;
}

static GPtrArray *
load_naming (OnwardWriter *writer, GType type, const OnwardField *field, gint64 contact, GError **error)
{
  g_autofree char *column = onward_field_get_column (field);
  g_autofree char *where = g_strdup_printf (" WHERE \"%s\" = ? ORDER BY id", column);

  return onward_rows_load_where (onward_writer_get_connection (writer), type, where, contact, error);
}

static gboolean
walk_records (OnwardWriter *writer, GType type, gint64 contact, const OnwardContactReferences *calls, gpointer data,
              GError **error)
{
  const OnwardTable *table = onward_record_type_get_table (type);

  for (guint i = 0; i < table->n_fields; i++)
    {
      g_autoptr (GPtrArray) records = NULL;

      if (!names_contacts (&table->fields[i]))
        continue;
      records = load_naming (writer, type, &table->fields[i], contact, error);
      if (records == NULL)
        return FALSE;
      for (guint j = 0; j < records->len; j++)
        if (!calls->in_record (writer, records->pdata[j], &table->fields[i], data, error))
          return FALSE;
    }
  return TRUE;
}

/* A record whose list has the person twice is visited once. */
static gboolean
walk_list (OnwardWriter *writer, GType parent_type, GType type, gint64 contact, const OnwardContactReferences *calls,
           gpointer data, GError **error)
{
  const OnwardTable *table = onward_record_type_get_table (type);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < table->n_fields; i++)
    {
      g_autoptr (GPtrArray) children = NULL;

      if (!names_contacts (&table->fields[i]))
        continue;
      children = load_naming (writer, type, &table->fields[i], contact, error);
      if (children == NULL)
        return FALSE;
      for (guint j = 0; j < children->len; j++)
        {
          gint64 parent = ONWARD_RECORD (children->pdata[j])->parent;

          if (g_hash_table_add (seen, g_memdup2 (&parent, sizeof parent))
              && !calls->in_list (writer, parent_type, parent, type, data, error))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * onward_contact_references_walk:
 * @writer: the writer, in a command
 * @contact: a row of contacts
 * @calls: what to do with each place
 * @data: for @calls
 * @error: return location
 *
 * Goes through all classes of records by their tables of fields, so that no place is forgotten when one is added.
 *
 * Returns: whether every call returned %TRUE
 */
gboolean
onward_contact_references_walk (OnwardWriter *writer, gint64 contact, const OnwardContactReferences *calls,
                                gpointer data, GError **error)
{
  guint n;
  const GType *types = onward_collections_get_types (&n);

  for (guint i = 0; i < n; i++)
    {
      const OnwardChildren *children = onward_record_type_get_table (types[i])->children;

      if (!walk_records (writer, types[i], contact, calls, data, error))
        return FALSE;
      for (; children != NULL && children->member != NULL; children++)
        if (!walk_list (writer, types[i], children->get_type (), contact, calls, data, error))
          return FALSE;
    }
  return TRUE;
}
