/* onward-stages.c - the columns of the pipeline, and the search they belong to */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-stages.h"

#include "model/onward-search.h"
#include "model/onward-stage.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *kind;
  const char *name;
} DefaultStage;

static const DefaultStage default_stages[] = {
  { "prospect", N_ ("Prospect") },         { "applied", N_ ("Applied") }, { "screening", N_ ("Screening") },
  { "interviewing", N_ ("Interviewing") }, { "offer", N_ ("Offer") },     { "closed", N_ ("Closed") },
};

static gboolean
add_stage (OnwardWriter *writer, const DefaultStage *stage, gint64 position, GError **error)
{
  g_autoptr (OnwardStage) record = g_object_new (ONWARD_TYPE_STAGE, NULL);

  onward_set_text (&record->kind, stage->kind);
  onward_set_text (&record->name, _ (stage->name));
  record->position = position;
  return onward_writer_insert (writer, record, error);
}

static gint64
find_id (OnwardConnection *connection, const char *sql, const char *value)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, sql, NULL);

  if (statement == NULL)
    return 0;
  if (value != NULL)
    onward_statement_bind_text (statement, 1, value);
  return onward_statement_step (statement, NULL) ? onward_statement_get_int (statement, 0) : 0;
}

/**
 * onward_stages_find_kind:
 * @connection: any connection
 * @kind: a kind of exchange.md, `closed` for instance
 *
 * Returns: the first stage of that kind; 0 when there is none
 */
gint64
onward_stages_find_kind (OnwardConnection *connection, const char *kind)
{
  return find_id (connection,
                  "SELECT id FROM stages WHERE kind = ? AND " ONWARD_STAGE_IS_SHOWN
                  " ORDER BY position IS NULL, position, id LIMIT 1",
                  kind);
}

/**
 * onward_stages_find_first:
 * @connection: any connection
 *
 * Returns: the first stage; 0 when there is none
 */
gint64
onward_stages_find_first (OnwardConnection *connection)
{
  return find_id (
      connection,
      "SELECT id FROM stages WHERE " ONWARD_STAGE_IS_SHOWN " ORDER BY position IS NULL, position, id LIMIT 1", NULL);
}

/**
 * onward_stages_ensure:
 * @writer: the writer of a running command
 * @error: return location
 *
 * Makes the six stages of the design when there is none at all, and a closed one when only that is missing. Opening a
 * database never does, so that an empty one exports nothing.
 *
 * Returns: whether there are stages now
 */
gboolean
onward_stages_ensure (OnwardWriter *writer, GError **error)
{
  OnwardConnection *connection = onward_writer_get_connection (writer);
  gint64 last;

  if (onward_stages_find_first (connection) == 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (default_stages); i++)
        if (!add_stage (writer, &default_stages[i], i, error))
          return FALSE;
      return TRUE;
    }
  if (onward_stages_find_kind (connection, "closed") != 0)
    return TRUE;
  last = onward_connection_read_int (connection, "SELECT max (position) FROM stages", 0);
  return add_stage (writer, &default_stages[G_N_ELEMENTS (default_stages) - 1], last + 1, error);
}

/**
 * onward_stages_ensure_command:
 * @writer: the writer
 * @unused: nothing
 * @error: return location
 *
 * A command that is onward_stages_ensure() alone: for a database whose opportunities came without stages.
 *
 * Returns: whether there are stages now
 */
gboolean
onward_stages_ensure_command (OnwardWriter *writer, gpointer unused, GError **error)
{
  return onward_stages_ensure (writer, error);
}

/**
 * onward_searches_ensure:
 * @writer: the writer of a running command
 * @error: return location
 *
 * Returns: the search that goes on now, the latest one when there are several, a new one when there is none; 0 with
 *   @error set
 */
gint64
onward_searches_ensure (OnwardWriter *writer, GError **error)
{
  g_autofree char *today = onward_writer_format_today (writer);
  gint64 found = find_id (onward_writer_get_connection (writer),
                          "SELECT id FROM searches WHERE ended_on IS NULL OR ended_on > ? "
                          "ORDER BY coalesce (started_on, '') DESC, id DESC LIMIT 1",
                          today);
  g_autoptr (OnwardSearch) search = NULL;

  if (found != 0)
    return found;
  search = g_object_new (ONWARD_TYPE_SEARCH, NULL);
  onward_set_text (&search->name, _ ("My search"));
  onward_set_text (&search->started_on, today);
  return onward_writer_insert (writer, search, error) ? search->record.id : 0;
}

/**
 * onward_stages_list:
 * @store: a store
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardStage): the stages in the user's order
 */
GPtrArray *
onward_stages_list (OnwardStore *store)
{
  GPtrArray *stages = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT id FROM stages WHERE " ONWARD_STAGE_IS_SHOWN " ORDER BY position IS NULL, position, id", NULL);

  while (statement != NULL && onward_statement_step (statement, NULL))
    {
      OnwardStage *stage = onward_store_get_record (store, ONWARD_TYPE_STAGE, onward_statement_get_int (statement, 0));

      if (stage != NULL)
        g_ptr_array_add (stages, stage);
    }
  return stages;
}
