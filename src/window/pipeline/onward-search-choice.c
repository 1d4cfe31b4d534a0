/* onward-search-choice.c - which search the pipeline shows, from one time to the next */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-search-choice.h"

#include "model/onward-search.h"
#include "shared/onward-mnemonic.h"
#include "shared/onward-window-settings.h"
#include "store/onward-rows.h"

#include <glib/gi18n-lib.h>

/* In the settings: "" = what goes on, "all", or the id of a search in the exchange format. */
static gint64
find_search (OnwardStore *store, const char *word)
{
  gint64 found;

  if (*word == '\0')
    return ONWARD_SEARCHES_CURRENT;
  if (g_str_equal (word, "all"))
    return ONWARD_SEARCHES_ALL;
  found = onward_rows_find_uuid (onward_store_get_connection (store), ONWARD_TYPE_SEARCH, word);
  return found != 0 ? found : ONWARD_SEARCHES_CURRENT;
}

/**
 * onward_search_choice_apply:
 * @store: a database
 *
 * Before the pipeline is read for the first time: it shows the search that it showed the last time, if that is there.
 */
void
onward_search_choice_apply (OnwardStore *store)
{
  GSettings *settings = onward_window_settings_get ();
  g_autofree char *word = settings != NULL ? g_settings_get_string (settings, "pipeline-search") : NULL;

  if (word != NULL && *word != '\0')
    onward_searches_set_shown (store, find_search (store, word));
}

static char *
get_word (OnwardStore *store, gint64 search)
{
  if (search == ONWARD_SEARCHES_CURRENT)
    return g_strdup ("");
  if (search == ONWARD_SEARCHES_ALL)
    return g_strdup ("all");
  return onward_rows_get_uuid (onward_store_get_connection (store), "searches", search);
}

/**
 * onward_search_choice_set:
 * @store: a database
 * @search: as for onward_searches_set_shown()
 *
 * Shows that search, and remembers it. Nothing is written to the database, but what is seen of it is something else: so
 * those who show it are told.
 */
void
onward_search_choice_set (OnwardStore *store, gint64 search)
{
  GSettings *settings = onward_window_settings_get ();
  g_autofree char *word = get_word (store, search);

  if (settings != NULL && word != NULL)
    g_settings_set_string (settings, "pipeline-search", word);
  onward_searches_set_shown (store, search);
  g_signal_emit_by_name (store, "changed", "searches", NULL);
}

/**
 * onward_search_choice_get_name:
 * @store: a database
 * @current: (out): whether what goes on is shown
 *
 * Returns: (transfer full): what is shown, in words
 */
char *
onward_search_choice_get_name (OnwardStore *store, gboolean *current)
{
  gint64 shown = onward_searches_get_shown (store);
  gint64 wanted = shown == ONWARD_SEARCHES_CURRENT ? onward_searches_find_current (store) : shown;
  g_autoptr (OnwardSearch) search = wanted > 0 ? onward_store_get_record (store, ONWARD_TYPE_SEARCH, wanted) : NULL;

  *current = shown == ONWARD_SEARCHES_CURRENT;
  if (shown == ONWARD_SEARCHES_ALL)
    return g_strdup (_ ("All searches"));
  if (search == NULL)
    return g_strdup (_ ("No search goes on"));
  return g_strdup (search->name != NULL ? search->name : _ ("My search"));
}

static void
append_choice (GMenu *menu, const char *words, gint64 search)
{
  g_autofree char *escaped = onward_mnemonic_escape (words);
  g_autoptr (GMenuItem) item = g_menu_item_new (escaped, NULL);

  g_menu_item_set_action_and_target (item, "win.show-search", "x", search);
  g_menu_append_item (menu, item);
}

/**
 * onward_search_choice_create_menu:
 * @store: a database
 *
 * Returns: (transfer full): the searches that can be shown
 */
GMenuModel *
onward_search_choice_create_menu (OnwardStore *store)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) each = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GPtrArray) searches = onward_searches_list (store);

  append_choice (menu, _ ("What goes on now"), ONWARD_SEARCHES_CURRENT);
  append_choice (menu, _ ("All searches"), ONWARD_SEARCHES_ALL);
  for (guint i = 0; i < searches->len; i++)
    append_choice (each, ((OnwardSearchSummary *)searches->pdata[i])->name,
                   ((OnwardSearchSummary *)searches->pdata[i])->search);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (each));
  g_menu_append (more, _ ("_Searches…"), "win.searches");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}
