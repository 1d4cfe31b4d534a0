/* onward-fault-vfs.h - SQLite's view of the disk, which fails where a test wants it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * OnwardFault:
 * @ONWARD_FAULT_NONE: all goes well
 * @ONWARD_FAULT_IO: the operation fails, as on a broken disk; of a write half is written
 * @ONWARD_FAULT_FULL: what needs room fails, as on a full disk; of a write half is written
 * @ONWARD_FAULT_LOST: a write says that it was done, and was not
 * @ONWARD_FAULT_FLIP: a write says that it was done, and one bit in its middle is another
 * @ONWARD_FAULT_KILL: the program is killed before the operation
 */
typedef enum
{
  ONWARD_FAULT_NONE,
  ONWARD_FAULT_IO,
  ONWARD_FAULT_FULL,
  ONWARD_FAULT_LOST,
  ONWARD_FAULT_FLIP,
  ONWARD_FAULT_KILL,
} OnwardFault;

void onward_fault_vfs_install (void);
void onward_fault_vfs_set (OnwardFault fault, int at, gboolean for_good, const char *part);
int onward_fault_vfs_get_count (void);
