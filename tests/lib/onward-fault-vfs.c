/* onward-fault-vfs.c - SQLite's view of the disk, which fails where a test wants it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lib/onward-fault-vfs.h"

#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

/* A file of the real VFS lies behind this in memory. */
typedef struct
{
  sqlite3_file base;
  gboolean counted;
} File;

static sqlite3_vfs *real;
static sqlite3_vfs vfs;
static sqlite3_io_methods methods;

static OnwardFault wanted;
static int wanted_at;
static gboolean wanted_for_good;
static const char *wanted_part;
static int count;

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return (sqlite3_file *)((File *)file + 1);
}

static gboolean
is_counted (const char *path)
{
  return wanted_part == NULL || (path != NULL && strstr (path, wanted_part) != NULL);
}

/* Counts an operation that changes the disk. Returns what is to go wrong with it. */
static OnwardFault
count_operation (gboolean needs_room)
{
  int number = g_atomic_int_add (&count, 1);

  if (wanted == ONWARD_FAULT_NONE || (wanted_for_good ? number < wanted_at : number != wanted_at))
    return ONWARD_FAULT_NONE;
  if (wanted == ONWARD_FAULT_KILL)
    kill (getpid (), SIGKILL);
  return wanted == ONWARD_FAULT_FULL && !needs_room ? ONWARD_FAULT_NONE : wanted;
}

static OnwardFault
count_file_operation (sqlite3_file *file, gboolean needs_room)
{
  return ((File *)file)->counted ? count_operation (needs_room) : ONWARD_FAULT_NONE;
}

static int
close_file (sqlite3_file *file)
{
  return get_real (file)->pMethods->xClose (get_real (file));
}

static int
read_file (sqlite3_file *file, void *data, int size, sqlite3_int64 offset)
{
  return get_real (file)->pMethods->xRead (get_real (file), data, size, offset);
}

static int
write_file (sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
  OnwardFault fault = count_file_operation (file, TRUE);

  if (fault == ONWARD_FAULT_LOST)
    return SQLITE_OK;
  if (fault == ONWARD_FAULT_FLIP)
    {
      g_autofree char *changed = g_memdup2 (data, (gsize)size);

      changed[size / 2] ^= 1;
      return get_real (file)->pMethods->xWrite (get_real (file), changed, size, offset);
    }
  if (fault != ONWARD_FAULT_NONE)
    get_real (file)->pMethods->xWrite (get_real (file), data, size / 2, offset);
  if (fault != ONWARD_FAULT_NONE)
    return fault == ONWARD_FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  return get_real (file)->pMethods->xWrite (get_real (file), data, size, offset);
}

static int
truncate_file (sqlite3_file *file, sqlite3_int64 size)
{
  if (count_file_operation (file, FALSE) == ONWARD_FAULT_IO)
    return SQLITE_IOERR_TRUNCATE;
  return get_real (file)->pMethods->xTruncate (get_real (file), size);
}

/* What a killed program wrote is there for the next one without it, so the disk can be spared the work. */
static int
sync_file (sqlite3_file *file, int flags)
{
  return count_file_operation (file, FALSE) == ONWARD_FAULT_IO ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int
get_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
lock_file (sqlite3_file *file, int level)
{
  return get_real (file)->pMethods->xLock (get_real (file), level);
}

static int
unlock_file (sqlite3_file *file, int level)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), level);
}

static int
check_reserved_lock (sqlite3_file *file, int *reserved)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), reserved);
}

static int
control_file (sqlite3_file *file, int operation, void *data)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), operation, data);
}

static int
get_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
get_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static int
map_shm (sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
  OnwardFault fault = extend ? count_file_operation (file, TRUE) : ONWARD_FAULT_NONE;

  if (fault == ONWARD_FAULT_IO || fault == ONWARD_FAULT_FULL)
    return SQLITE_IOERR_SHMSIZE;
  return get_real (file)->pMethods->xShmMap (get_real (file), region, size, extend, memory);
}

static int
lock_shm (sqlite3_file *file, int offset, int n, int flags)
{
  return get_real (file)->pMethods->xShmLock (get_real (file), offset, n, flags);
}

static void
bar_shm (sqlite3_file *file)
{
  get_real (file)->pMethods->xShmBarrier (get_real (file));
}

static int
unmap_shm (sqlite3_file *file, int remove)
{
  return get_real (file)->pMethods->xShmUnmap (get_real (file), remove);
}

static int
open_file (sqlite3_vfs *self, const char *path, sqlite3_file *file, int flags, int *out_flags)
{
  gboolean counted = is_counted (path);
  gboolean makes = (flags & SQLITE_OPEN_CREATE) != 0;
  OnwardFault fault = counted ? count_operation (makes) : ONWARD_FAULT_NONE;
  int result = SQLITE_CANTOPEN;

  file->pMethods = NULL;
  if (fault != ONWARD_FAULT_IO && fault != ONWARD_FAULT_FULL)
    result = real->xOpen (real, path, get_real (file), flags, out_flags);
  if (result == SQLITE_OK)
    {
      file->pMethods = &methods;
      ((File *)file)->counted = counted;
    }
  return result;
}

static int
delete_file (sqlite3_vfs *self, const char *path, int sync)
{
  if (is_counted (path) && count_operation (FALSE) == ONWARD_FAULT_IO)
    return SQLITE_IOERR_DELETE;
  return real->xDelete (real, path, sync);
}

/**
 * onward_fault_vfs_install:
 *
 * Every connection that is opened from now on goes through it.
 */
void
onward_fault_vfs_install (void)
{
  real = sqlite3_vfs_find (NULL);
  vfs = *real;
  vfs.zName = "onward-fault";
  vfs.szOsFile = (int)sizeof (File) + real->szOsFile;
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  methods = (sqlite3_io_methods){
    .iVersion = 2, /* files are never mapped */
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = get_size,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = check_reserved_lock,
    .xFileControl = control_file,
    .xSectorSize = get_sector_size,
    .xDeviceCharacteristics = get_characteristics,
    .xShmMap = map_shm,
    .xShmLock = lock_shm,
    .xShmBarrier = bar_shm,
    .xShmUnmap = unmap_shm,
  };
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

/**
 * onward_fault_vfs_set:
 * @fault: what goes wrong
 * @at: with which operation that changes the disk, from 0
 * @for_good: and with all after it
 * @part: (nullable): only operations on files with this in their path are counted; static
 *
 * Begins to count anew. Operations are: open, write, truncate, sync, delete, and room for the log's index.
 */
void
onward_fault_vfs_set (OnwardFault fault, int at, gboolean for_good, const char *part)
{
  wanted = fault;
  wanted_at = at;
  wanted_for_good = for_good;
  wanted_part = part;
  g_atomic_int_set (&count, 0);
}

/**
 * onward_fault_vfs_get_count:
 *
 * Returns: how many operations there were since they were counted anew
 */
int
onward_fault_vfs_get_count (void)
{
  return g_atomic_int_get (&count);
}
