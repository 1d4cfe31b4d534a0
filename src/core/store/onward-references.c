/* onward-references.c - what refers to a row, whatever it is: found by the tables of fields */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-references.h"

#include "model/onward-collections.h"

/* Called for each column that names rows of the table in question; FALSE ends the round. */
typedef gboolean (*ColumnFunc) (GType type, const OnwardField *field, gpointer data);

static gboolean
visit_columns (GType type, const char *target, ColumnFunc func, gpointer data)
{
  const OnwardTable *table = onward_record_type_get_table (type);

  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].type == ONWARD_FIELD_REFERENCE && g_strcmp0 (table->fields[i].detail, target) == 0
        && !func (type, &table->fields[i], data))
      return FALSE;
  for (guint i = 0; table->children != NULL && table->children[i].member != NULL; i++)
    if (!visit_columns (table->children[i].get_type (), target, func, data))
      return FALSE;
  return TRUE;
}

static gboolean
visit_all (GType target, ColumnFunc func, gpointer data)
{
  const char *name = onward_record_type_get_table (target)->name;
  guint n;
  const GType *types = onward_collections_get_types (&n);

  for (guint i = 0; i < n; i++)
    if (!visit_columns (types[i], name, func, data))
      return FALSE;
  return TRUE;
}

typedef struct
{
  OnwardConnection *connection;
  gint64 id;
  guint found;
} Count;

static gboolean
count_column (GType type, const OnwardField *field, gpointer data)
{
  Count *count = data;
  g_autofree char *column = onward_field_get_column (field);
  g_autofree char *sql =
      g_strdup_printf ("SELECT count (*) FROM %s WHERE \"%s\" = ?", onward_record_type_get_table (type)->name, column);
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (count->connection, sql, NULL);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, count->id);
  if (onward_statement_step (statement, NULL))
    count->found += (guint)onward_statement_get_int (statement, 0);
  return TRUE;
}

/**
 * onward_references_count:
 * @connection: any connection
 * @type: a collection's class
 * @id: a row of it
 *
 * Returns: how often other rows name it, follow-ups of any state among them
 */
guint
onward_references_count (OnwardConnection *connection, GType type, gint64 id)
{
  Count count = { connection, id, 0 };

  visit_all (type, count_column, &count);
  return count.found;
}

typedef struct
{
  OnwardWriter *writer;
  gint64 from;
  gint64 to;
  GError **error;
} Replace;

static gboolean
replace_column (GType type, const OnwardField *field, gpointer data)
{
  Replace *replace = data;
  g_autofree char *column = onward_field_get_column (field);
  g_autofree char *where = g_strdup_printf (" WHERE \"%s\" = ?", column);
  g_autoptr (GPtrArray) records = onward_rows_load_where (onward_writer_get_connection (replace->writer), type, where,
                                                          replace->from, replace->error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      *ONWARD_FIELD_INT64 (records->pdata[i], field) = replace->to;
      if (!onward_writer_update (replace->writer, records->pdata[i], replace->error))
        return FALSE;
    }
  return TRUE;
}

/**
 * onward_references_replace:
 * @writer: the writer of a running command
 * @type: a collection's class
 * @from: a row of it
 * @to: the row that is named instead; 0 = none
 * @error: return location
 *
 * Returns: whether no row names @from any more
 */
gboolean
onward_references_replace (OnwardWriter *writer, GType type, gint64 from, gint64 to, GError **error)
{
  Replace replace = { writer, from, to, error };

  return visit_all (type, replace_column, &replace);
}
