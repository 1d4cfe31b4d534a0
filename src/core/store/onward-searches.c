/* onward-searches.c - job searches: started, ended, named, and which one is looked at */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-searches.h"

#include "model/onward-opportunity.h"
#include "model/onward-search.h"
#include "onward-opportunities.h"
#include "onward-present.h"
#include "onward-references.h"
#include "onward-typed.h"
#include "playbook/onward-wall.h"

#include <glib/gi18n-lib.h>

void
onward_search_start_free (OnwardSearchStart *start)
{
  g_free (start->name);
  g_free (start->started_on);
  g_free (start);
}

void
onward_search_end_free (OnwardSearchEnd *end)
{
  g_free (end->ended_on);
  g_free (end);
}

/**
 * onward_search_edit_new:
 * @search: a search
 * @field: as in OnwardSearchEdit
 * @value: (nullable): what it becomes
 *
 * Returns: (transfer full): the edit, for onward_searches_edit()
 */
OnwardSearchEdit *
onward_search_edit_new (gint64 search, const char *field, const char *value)
{
  OnwardSearchEdit *edit = g_new0 (OnwardSearchEdit, 1);

  edit->search = search;
  edit->field = g_strdup (field);
  edit->value = g_strdup (value);
  return edit;
}

void
onward_search_edit_free (OnwardSearchEdit *edit)
{
  g_free (edit->field);
  g_free (edit->value);
  g_free (edit);
}

void
onward_search_summary_free (OnwardSearchSummary *summary)
{
  g_free (summary->name);
  g_free (summary);
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID, message);
  return FALSE;
}

/* A search has a name and begins before it ends. */
static gboolean
check (OnwardSearch *search, GError **error)
{
  if (search->name == NULL)
    return refuse (error, _ ("A search needs a name. Write one and try again."));
  if (search->started_on != NULL && search->ended_on != NULL && g_strcmp0 (search->started_on, search->ended_on) > 0)
    return refuse (error, _ ("A search cannot end before it begins. Choose another day."));
  return TRUE;
}

static gboolean
close_opportunity (OnwardWriter *writer, OnwardOpportunity *opportunity, const char *on, GError **error)
{
  OnwardOutcomeChange change = {
    .opportunity = opportunity->record.id, .kind = (char *)"withdrawn", .on = (char *)on, .still_interested = -1
  };

  return onward_opportunities_set_outcome (writer, &change, error);
}

/* What is open in a search is closed on that day, or goes to another one. */
static gboolean
settle_open (OnwardWriter *writer, gint64 search, OnwardSearchEnding ending, gint64 to, const char *on, GError **error)
{
  g_autoptr (GPtrArray) open =
      onward_rows_load_where (onward_writer_get_connection (writer), ONWARD_TYPE_OPPORTUNITY,
                              " WHERE search = ? AND outcome_kind IS NULL AND (stage IS NULL OR stage NOT IN"
                              " (SELECT id FROM stages WHERE kind IS 'closed')) ORDER BY id",
                              search, error);

  for (guint i = 0; open != NULL && ending != ONWARD_ENDING_LEAVE && i < open->len; i++)
    {
      OnwardOpportunity *opportunity = open->pdata[i];

      if (ending == ONWARD_ENDING_WITHDRAW)
        {
          if (!close_opportunity (writer, opportunity, on, error))
            return FALSE;
          continue;
        }
      opportunity->search = to;
      if (!onward_writer_update (writer, opportunity, error))
        return FALSE;
    }
  return open != NULL;
}

static gboolean
end (OnwardWriter *writer, gint64 id, const char *on, OnwardSearchEnding ending, gint64 to, GError **error)
{
  g_autoptr (OnwardSearch) search = onward_writer_load (writer, ONWARD_TYPE_SEARCH, id, error);

  return search != NULL && onward_typed_set (search, "ended_on", on, error) && check (search, error)
         && settle_open (writer, id, ending, to, on, error) && onward_writer_update (writer, search, error);
}

/**
 * onward_searches_start:
 * @writer: the writer
 * @search_start: an OnwardSearchStart
 * @error: return location
 *
 * A command: starts a search, and ends the one before when that is asked for. People stay whatever happens to searches.
 *
 * Returns: whether it has started; its row is in the struct
 */
gboolean
onward_searches_start (OnwardWriter *writer, gpointer search_start, GError **error)
{
  OnwardSearchStart *start = search_start;
  g_autoptr (OnwardSearch) search = g_object_new (ONWARD_TYPE_SEARCH, NULL);

  if (!onward_typed_set (search, "name", start->name, error)
      || !onward_typed_set (search, "started_on", start->started_on, error) || !check (search, error)
      || !onward_writer_insert (writer, search, error))
    return FALSE;
  start->id = search->record.id;
  return start->ends == 0 || end (writer, start->ends, start->started_on, start->ending, start->id, error);
}

/**
 * onward_searches_end:
 * @writer: the writer
 * @search_end: an OnwardSearchEnd
 * @error: return location
 *
 * A command: a search is over from that day on (playbook.md, "Ended search").
 *
 * Returns: whether it is stored
 */
gboolean
onward_searches_end (OnwardWriter *writer, gpointer search_end, GError **error)
{
  OnwardSearchEnd *data = search_end;

  if (data->ending == ONWARD_ENDING_TAKE)
    return refuse (error, _ ("There is no other search to take them to. Choose something else."));
  return end (writer, data->search, data->ended_on, data->ending, 0, error);
}

/**
 * onward_searches_edit:
 * @writer: the writer
 * @search_edit: an OnwardSearchEdit
 * @error: return location
 *
 * A command: a search gets another name or day; without a last day it goes on.
 *
 * Returns: whether it is stored
 */
gboolean
onward_searches_edit (OnwardWriter *writer, gpointer search_edit, GError **error)
{
  OnwardSearchEdit *edit = search_edit;
  g_autoptr (OnwardSearch) search = onward_writer_load (writer, ONWARD_TYPE_SEARCH, edit->search, error);

  return search != NULL && onward_typed_set (search, edit->field, edit->value, error) && check (search, error)
         && onward_writer_update (writer, search, error);
}

/**
 * onward_searches_remove:
 * @writer: the writer
 * @search: (type gint64): points to the row
 * @error: return location
 *
 * A command: takes a search away in which there is nothing.
 *
 * Returns: whether it is gone
 */
gboolean
onward_searches_remove (OnwardWriter *writer, gpointer search, GError **error)
{
  gint64 id = *(gint64 *)search;

  if (onward_references_count (onward_writer_get_connection (writer), ONWARD_TYPE_SEARCH, id) > 0)
    return refuse (error, _ ("There are opportunities in this search. It can only be removed when it is empty."));
  return onward_writer_delete (writer, ONWARD_TYPE_SEARCH, id, error);
}

static int
read_day (OnwardStatement *row, int column)
{
  int day;

  return onward_day_parse (onward_statement_get_text (row, column), &day) ? day : ONWARD_NO_DAY;
}

/**
 * onward_searches_list:
 * @store: a store
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardSearchSummary): what goes on first, then the latest
 */
GPtrArray *
onward_searches_list (OnwardStore *store)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_search_summary_free);
  g_autoptr (OnwardStatement) row = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT s.id, s.name, s.started_on, s.ended_on, count (o.id), count (o.id) FILTER (WHERE o.outcome_kind IS NULL "
      "AND t.kind IS NOT 'closed') FROM searches s LEFT JOIN opportunities o ON o.search = s.id LEFT JOIN stages t "
      "ON t.id = o.stage GROUP BY s.id ORDER BY s.ended_on IS NOT NULL, coalesce (s.started_on, '') DESC, s.id DESC",
      NULL);
  int today = onward_present_get_today (store);

  while (row != NULL && onward_statement_step (row, NULL))
    {
      OnwardSearchSummary *summary = g_new0 (OnwardSearchSummary, 1);
      const char *name = onward_statement_get_text (row, 1);

      summary->search = onward_statement_get_int (row, 0);
      summary->name = g_strdup (name != NULL ? name : _ ("My search"));
      summary->started_on = read_day (row, 2);
      summary->ended_on = read_day (row, 3);
      summary->over = summary->ended_on != ONWARD_NO_DAY && summary->ended_on <= today;
      summary->n_opportunities = (guint)onward_statement_get_int (row, 4);
      summary->n_open = (guint)onward_statement_get_int (row, 5);
      g_ptr_array_add (list, summary);
    }
  return list;
}

/**
 * onward_searches_find_current:
 * @store: a store
 *
 * Main thread.
 *
 * Returns: the search that new opportunities come into; 0 when none goes on
 */
gint64
onward_searches_find_current (OnwardStore *store)
{
  g_autoptr (GPtrArray) searches = onward_searches_list (store);

  for (guint i = 0; i < searches->len; i++)
    if (!((OnwardSearchSummary *)searches->pdata[i])->over)
      return ((OnwardSearchSummary *)searches->pdata[i])->search;
  return 0;
}

static void
shown_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  gint64 *shown = sqlite3_user_data (context);

  sqlite3_result_int64 (context, shown != NULL ? *shown : ONWARD_SEARCHES_CURRENT);
}

/* It changes between two runs of a statement only, so that SQLite may ask once a run. */
static int
install (sqlite3 *handle, gint64 *shown)
{
  return sqlite3_create_function_v2 (handle, "onward_shown_search", 0,
                                     SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, shown, shown_cb, NULL, NULL,
                                     g_free);
}

/**
 * onward_searches_install:
 * @handle: a new connection
 *
 * Gives SQL the function `onward_shown_search ()`: the search that the pipeline shows, as for
 * onward_searches_set_shown().
 *
 * Returns: SQLITE_OK, or what went wrong
 */
int
onward_searches_install (sqlite3 *handle)
{
  return install (handle, NULL);
}

/**
 * onward_searches_set_shown:
 * @store: a store
 * @search: the search whose opportunities the board and the table list from now on; ONWARD_SEARCHES_CURRENT = those
 *   that go on, ONWARD_SEARCHES_ALL
 *
 * Main thread, while nothing is being read. Belongs to this window; nothing is written, nobody is told.
 */
void
onward_searches_set_shown (OnwardStore *store, gint64 search)
{
  sqlite3 *handle = onward_connection_get_handle (onward_store_get_connection (store));

  if (install (handle, g_memdup2 (&search, sizeof search)) != SQLITE_OK)
    g_warning ("SQLite does not take onward_shown_search: %s", sqlite3_errmsg (handle));
}

/**
 * onward_searches_get_shown:
 * @store: a store
 *
 * Returns: what was given to onward_searches_set_shown()
 */
gint64
onward_searches_get_shown (OnwardStore *store)
{
  return onward_connection_read_int (onward_store_get_connection (store), "SELECT onward_shown_search ()",
                                     ONWARD_SEARCHES_CURRENT);
}
