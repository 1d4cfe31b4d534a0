/* onward-searches.h - job searches: started, ended, named, and which one is looked at */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-store.h"

G_BEGIN_DECLS

/* What onward_searches_set_shown() takes instead of a search. */
#define ONWARD_SEARCHES_CURRENT ((gint64)-1)
#define ONWARD_SEARCHES_ALL     ((gint64)0)

/* What becomes of the open opportunities of a search that ends. */
typedef enum
{
  ONWARD_ENDING_LEAVE,    /* they stay as they are, and ask for nothing */
  ONWARD_ENDING_WITHDRAW, /* they are closed as withdrawn on that day */
  ONWARD_ENDING_TAKE,     /* they come along to the search that starts */
} OnwardSearchEnding;

/**
 * OnwardSearchStart:
 * @name: what it is called
 * @started_on: YYYY-MM-DD
 * @ends: the search that ends on that day; 0 = none does
 * @ending: what becomes of what is open in that one
 * @id: (out): the new search
 */
typedef struct
{
  char *name;
  char *started_on;
  gint64 ends;
  OnwardSearchEnding ending;
  gint64 id;
} OnwardSearchStart;

void onward_search_start_free (OnwardSearchStart *start);
gboolean onward_searches_start (OnwardWriter *writer, gpointer search_start, GError **error);

/**
 * OnwardSearchEnd:
 * @search: a search
 * @ended_on: YYYY-MM-DD
 * @ending: what becomes of what is open in it; ONWARD_ENDING_TAKE is not possible
 */
typedef struct
{
  gint64 search;
  char *ended_on;
  OnwardSearchEnding ending;
} OnwardSearchEnd;

void onward_search_end_free (OnwardSearchEnd *end);
gboolean onward_searches_end (OnwardWriter *writer, gpointer search_end, GError **error);

/**
 * OnwardSearchEdit:
 * @search: a search
 * @field: `name`, `started_on` or `ended_on`
 * @value: (nullable): what it becomes, as typed
 */
typedef struct
{
  gint64 search;
  char *field;
  char *value;
} OnwardSearchEdit;

OnwardSearchEdit *onward_search_edit_new (gint64 search, const char *field, const char *value);
void onward_search_edit_free (OnwardSearchEdit *edit);
gboolean onward_searches_edit (OnwardWriter *writer, gpointer search_edit, GError **error);
gboolean onward_searches_remove (OnwardWriter *writer, gpointer search, GError **error);

/**
 * OnwardSearchSummary:
 * @search: the row
 * @name: what it is called
 * @started_on: its first day, as of playbook/onward-wall.h; ONWARD_NO_DAY when nobody knows
 * @ended_on: its last day; ONWARD_NO_DAY while it goes on
 * @over: whether it has ended
 * @n_opportunities: all of them
 * @n_open: those without an outcome that are not closed
 */
typedef struct
{
  gint64 search;
  char *name;
  int started_on;
  int ended_on;
  gboolean over;
  guint n_opportunities;
  guint n_open;
} OnwardSearchSummary;

void onward_search_summary_free (OnwardSearchSummary *summary);
GPtrArray *onward_searches_list (OnwardStore *store);
gint64 onward_searches_find_current (OnwardStore *store);

int onward_searches_install (sqlite3 *handle);
void onward_searches_set_shown (OnwardStore *store, gint64 search);
gint64 onward_searches_get_shown (OnwardStore *store);

G_END_DECLS
