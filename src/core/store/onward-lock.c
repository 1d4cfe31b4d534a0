/* onward-lock.c - one writer at a time, across processes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-lock.h"

#include "onward-connection.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct _OnwardLock
{
  int fd;
};

/**
 * onward_lock_new:
 * @database_path: the database; the lock is a file beside it that is never deleted
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the lock, not held; NULL with @error set
 */
OnwardLock *
onward_lock_new (const char *database_path, GError **error)
{
  g_autofree char *path = g_strconcat (database_path, "-lock", NULL);
  OnwardLock *self;
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_FAILED,
                   _ ("“%s” cannot be written: %s. Check that the folder is yours."), path, g_strerror (errno));
      return NULL;
    }
  fchmod (fd, 0600);
  self = g_new0 (OnwardLock, 1);
  self->fd = fd;
  return self;
}

/**
 * onward_lock_free:
 * @self: (transfer full): a lock; released when it was held
 */
void
onward_lock_free (OnwardLock *self)
{
  close (self->fd);
  g_free (self);
}

/**
 * onward_lock_acquire:
 * @self: a lock
 * @seconds: how long to wait; -1 = until it is free
 * @error: return location
 *
 * Blocks: for the writer's thread.
 *
 * Returns: whether it is held
 */
gboolean
onward_lock_acquire (OnwardLock *self, int seconds, GError **error)
{
  gint64 end = g_get_monotonic_time () + (gint64)seconds * G_USEC_PER_SEC;

  while (flock (self->fd, seconds < 0 ? LOCK_EX : LOCK_EX | LOCK_NB) != 0)
    {
      if (errno == EINTR)
        continue;
      if (errno != EWOULDBLOCK || g_get_monotonic_time () >= end)
        {
          g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_BUSY,
                       _ ("Another program has been writing to the database for %d seconds. Try again in a moment."),
                       seconds);
          return FALSE;
        }
      g_usleep (5000);
    }
  return TRUE;
}

/**
 * onward_lock_release:
 * @self: a lock that is held
 */
void
onward_lock_release (OnwardLock *self)
{
  flock (self->fd, LOCK_UN);
}
