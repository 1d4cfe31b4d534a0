/* onward-sort-keys.c - the recorded locale of the order of names, and all keys written anew when it changes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-sort-keys.h"

#include <locale.h>

/* A row and the key it gets. */
typedef struct
{
  gint64 id;
  GBytes *key;
} SortKey;

static void
clear_key (SortKey *key)
{
  g_clear_pointer (&key->key, g_bytes_unref);
}

static GArray *
compute_keys (OnwardConnection *connection, const char *select, GError **error)
{
  OnwardCollation *collation = onward_connection_get_collation (connection);
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (connection, select, error);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (SortKey));
  GError *failure = NULL;

  g_array_set_clear_func (keys, (GDestroyNotify)clear_key);
  while (statement != NULL && onward_statement_step (statement, &failure))
    {
      SortKey key = { onward_statement_get_int (statement, 0),
                      onward_collation_get_key (collation, onward_statement_get_text (statement, 1)) };

      g_array_append_val (keys, key);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return statement != NULL && failure == NULL ? g_steal_pointer (&keys) : NULL;
}

static gboolean
rewrite_keys (OnwardConnection *connection, const char *select, const char *update, GError **error)
{
  g_autoptr (GArray) keys = compute_keys (connection, select, error);
  g_autoptr (OnwardStatement) statement = keys != NULL ? onward_connection_prepare (connection, update, error) : NULL;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    {
      SortKey *key = &g_array_index (keys, SortKey, i);
      gsize size = 0;
      const void *bytes = key->key != NULL ? g_bytes_get_data (key->key, &size) : NULL;

      onward_statement_bind_blob (statement, 1, bytes, size);
      onward_statement_bind_int (statement, 2, key->id);
      if (!onward_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * onward_sort_keys_are_for:
 * @store: a store
 * @locale: a locale's name, as `setlocale (LC_COLLATE, NULL)` says it
 *
 * Returns: whether names are in the order of that locale: it is the recorded one, and no program left a key out
 */
gboolean
onward_sort_keys_are_for (OnwardStore *store, const char *locale)
{
  OnwardConnection *connection = onward_store_get_connection (store);
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (connection, "SELECT value = ? FROM meta WHERE name = 'locale'", NULL);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_text (statement, 1, locale);
  return onward_statement_step (statement, NULL) && onward_statement_get_int (statement, 0) != 0
         && onward_connection_read_int (
                connection,
                "SELECT EXISTS (SELECT 1 FROM contacts WHERE sort_key IS NULL AND name IS NOT NULL) "
                "OR EXISTS (SELECT 1 FROM companies WHERE sort_key IS NULL AND name IS NOT NULL) "
                "OR EXISTS (SELECT 1 FROM opportunities WHERE sort_key IS NULL AND title IS NOT NULL)",
                0)
                == 0;
}

/**
 * onward_sort_keys_set_locale:
 * @writer: the writer
 * @locale: (type utf8): a locale's name
 * @error: return location
 *
 * A command without undo: records the locale and writes every key in its order. Only the window does this; a program
 * that lacks the recorded locale leaves keys out.
 *
 * Returns: whether all names are in that order
 */
gboolean
onward_sort_keys_set_locale (OnwardWriter *writer, gpointer locale, GError **error)
{
  OnwardConnection *connection = onward_writer_get_connection (writer);
  OnwardCollation *collation = onward_collation_new (locale);

  if (collation == NULL)
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
                   "This machine does not have the locale “%s”; names keep their order.", (const char *)locale);
      return FALSE;
    }
  onward_connection_set_collation (connection, collation);
  return onward_writer_set_meta (writer, "locale", locale, error)
         && rewrite_keys (connection, "SELECT id, name FROM contacts",
                          "UPDATE contacts SET sort_key = ?1 WHERE id = ?2 AND sort_key IS NOT ?1", error)
         && rewrite_keys (connection, "SELECT id, name FROM companies",
                          "UPDATE companies SET sort_key = ?1 WHERE id = ?2 AND sort_key IS NOT ?1", error)
         && rewrite_keys (connection, "SELECT id, title FROM opportunities",
                          "UPDATE opportunities SET sort_key = ?1 WHERE id = ?2 AND sort_key IS NOT ?1", error);
}

static void
set_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!onward_store_run_finish (ONWARD_STORE (store), result, &error))
    g_message ("%s", error->message);
}

/**
 * onward_sort_keys_ensure:
 * @store: a store
 *
 * Puts names in the order of this program's locale, unless they are. Main thread, of the window only; the keys come
 * with the next commands.
 */
void
onward_sort_keys_ensure (OnwardStore *store)
{
  const char *locale = setlocale (LC_COLLATE, NULL);

  if (!onward_sort_keys_are_for (store, locale))
    onward_store_run_async (store, NULL, onward_sort_keys_set_locale, g_strdup (locale), g_free, set_cb, NULL);
}
