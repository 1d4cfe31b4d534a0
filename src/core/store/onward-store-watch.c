/* onward-store-watch.c - what other processes write into the store */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-store-private.h"

#include "model/onward-collections.h"

/* Main thread: anything may be different. */
void
onward_store_announce_everything (OnwardStore *self)
{
  guint n;
  const GType *types = onward_collections_get_types (&n);

  for (guint i = 0; i < n; i++)
    onward_store_announce (self, onward_record_type_get_table (types[i])->name, NULL);
  onward_store_announce (self, "members", NULL);
}

static gboolean
look_cb (gpointer data)
{
  OnwardStore *self = data;

  self->look_source = 0;
  onward_store_look_for_foreign_commit (self);
  return G_SOURCE_REMOVE;
}

/* A commit of another process touches the folder's files; many touches of one commit become one look. */
static void
folder_changed_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data)
{
  OnwardStore *self = data;

  if (self->look_source == 0)
    self->look_source = g_timeout_add (50, look_cb, self);
}

/* A store that closes hears nothing more. */
void
onward_store_stop_watching (OnwardStore *self)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
}

/**
 * onward_store_watch:
 * @self: a store
 *
 * From now on the commits of other processes are announced as well.
 */
void
onward_store_watch (OnwardStore *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  self->monitor = g_file_monitor_directory (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor == NULL)
    return;
  g_file_monitor_set_rate_limit (self->monitor, 100);
  g_signal_connect (self->monitor, "changed", G_CALLBACK (folder_changed_cb), self);
}
