/* onward-private-copy.c - a database that cannot be written, to be read in a copy */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-private-copy.h"

#include "onward-connection.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

/* SQLite reads a WAL database only where it may write beside it, unless told that nobody else ever will. And the
 * playbook must reconcile before anything is looked at: with a copy both go on as always, and the original stays as it
 * is. */
struct _OnwardPrivateCopy
{
  char *folder;
  char *path;
};

static const char *const suffixes[] = { "", "-wal" };

/**
 * onward_private_copy_is_needed:
 * @path: a database
 *
 * Returns: whether the file can be read, but it or its folder cannot be written
 */
gboolean
onward_private_copy_is_needed (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, R_OK) == 0 && (g_access (path, W_OK) != 0 || g_access (folder, W_OK | X_OK) != 0);
}

static gboolean
copy_file (OnwardPrivateCopy *self, const char *path, const char *suffix, GError **error)
{
  g_autofree char *from_path = g_strconcat (path, suffix, NULL);
  g_autofree char *to_path = g_strconcat (self->path, suffix, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (from_path);
  g_autoptr (GFile) to = g_file_new_for_path (to_path);
  g_autoptr (GError) reason = NULL;

  if (g_file_copy (from, to, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, &reason))
    return g_chmod (to_path, 0600) == 0;
  if (*suffix != '\0' && g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  g_set_error (
      error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FAILED,
      _ ("The database “%s” cannot be written, and a copy to read could not be made: %s. Make room, or let the "
         "folder be written."),
      path, reason->message);
  return FALSE;
}

/**
 * onward_private_copy_new:
 * @path: a database that cannot be written
 * @error: return location
 *
 * Copies it and its write-ahead log to a new folder that only the user can enter. Somebody who may write it is kept out
 * meanwhile, as far as the lock can be had. Main thread, before SQLite has the original open.
 *
 * Returns: (transfer full) (nullable): the copy; NULL with @error set
 */
OnwardPrivateCopy *
onward_private_copy_new (const char *path, GError **error)
{
  OnwardPrivateCopy *self = g_new0 (OnwardPrivateCopy, 1);
  g_autofree char *lock_path = g_strconcat (path, "-lock", NULL);
  int lock = open (lock_path, O_RDONLY | O_CLOEXEC);
  gboolean copied = TRUE;

  if (lock >= 0)
    flock (lock, LOCK_SH);
  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  self->folder = g_build_filename (g_get_user_runtime_dir (), "onward-XXXXXX", NULL);
  if (g_mkdtemp_full (self->folder, 0700) == NULL)
    {
      g_free (self->folder);
      self->folder = g_dir_make_tmp ("onward-XXXXXX", error);
    }
  copied = self->folder != NULL;
  if (copied)
    self->path = g_build_filename (self->folder, "onward.db", NULL);
  for (guint i = 0; copied && i < G_N_ELEMENTS (suffixes); i++)
    copied = copy_file (self, path, suffixes[i], error);
  if (lock >= 0)
    close (lock);
  if (!copied)
    g_clear_pointer (&self, onward_private_copy_free);
  return self;
}

/**
 * onward_private_copy_get_path:
 * @self: a copy
 *
 * Returns: (transfer none): its database
 */
const char *
onward_private_copy_get_path (OnwardPrivateCopy *self)
{
  return self->path;
}

/**
 * onward_private_copy_free:
 * @self: (transfer full): a copy that nobody has open any more
 *
 * Removes it from the disk.
 */
void
onward_private_copy_free (OnwardPrivateCopy *self)
{
  g_autoptr (GDir) folder = self->folder != NULL ? g_dir_open (self->folder, 0, NULL) : NULL;
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}
