/* onward-sample.c - the sample search: a database of its own, made anew each time */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-sample.h"

#include "store/onward-json-import.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define DOCUMENT ONWARD_RESOURCE_PATH "/sample-search.json"

/* Beside the user's own database, so that onward-cli --database can be tried on it; nobody has it open, since there is
 * one program that shows the sample at a time. */
static char *
clear_place (void)
{
  static const char *const ends[] = { "", "-wal", "-shm" };
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "onward", "sample.db", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (path, ends[i], NULL);

      g_unlink (file);
    }
  return g_steal_pointer (&path);
}

/**
 * onward_sample_open:
 * @get_now: as for onward_store_open()
 * @now_data: for @get_now
 * @error: return location
 *
 * Main thread. What was done to the sample before is gone.
 *
 * Returns: (transfer full) (nullable): an empty database for the sample; NULL with @error set
 */
OnwardStore *
onward_sample_open (OnwardNowFunc get_now, gpointer now_data, GError **error)
{
  g_autofree char *path = clear_place ();

  return onward_store_open (path, get_now, now_data, error);
}

/**
 * onward_sample_load:
 * @store: the database of the sample
 * @error: return location
 *
 * Fills it with the sample search, moved by whole days so that it was written today.
 *
 * Returns: whether it is there
 */
gboolean
onward_sample_load (OnwardStore *store, GError **error)
{
  g_autoptr (GBytes) text = g_resources_lookup_data (DOCUMENT, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (OnwardJsonImport) import = NULL;
  gsize length;

  if (text == NULL)
    return FALSE;
  length = g_bytes_get_size (text);
  import = onward_json_import_new (g_bytes_get_data (text, NULL), length, FALSE, TRUE);
  return onward_store_run (store, NULL, onward_json_import_run, import, error);
}

/**
 * onward_sample_show:
 * @error: return location
 *
 * Starts this program once more, for the sample alone: its data never mixes with the user's.
 *
 * Returns: whether it starts
 */
gboolean
onward_sample_show (GError **error)
{
  const char *const argv[] = { "/proc/self/exe", "--sample", NULL };

  return g_spawn_async (NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, error);
}
