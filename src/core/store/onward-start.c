/* onward-start.c - whether there is anything yet, and the beginning of a search */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-start.h"

#include "onward-stages.h"

/**
 * onward_start_is_empty:
 * @store: the store
 *
 * Main thread.
 *
 * Returns: whether no search was begun and nobody and nothing was written down yet
 */
gboolean
onward_start_is_empty (OnwardStore *store)
{
  return onward_connection_read_int (
             onward_store_get_connection (store),
             "SELECT NOT EXISTS (SELECT 1 FROM searches) AND NOT EXISTS (SELECT 1 FROM contacts) "
             "AND NOT EXISTS (SELECT 1 FROM companies) AND NOT EXISTS (SELECT 1 FROM stages) "
             "AND NOT EXISTS (SELECT 1 FROM opportunities)",
             FALSE)
         != 0;
}

/**
 * onward_start_search:
 * @writer: the writer
 * @unused: nothing
 * @error: return location
 *
 * A command: makes the first search and the stages of the pipeline, where they are missing.
 *
 * Returns: whether it was done
 */
gboolean
onward_start_search (OnwardWriter *writer, gpointer unused, GError **error)
{
  return onward_stages_ensure (writer, error) && onward_searches_ensure (writer, error) != 0;
}
