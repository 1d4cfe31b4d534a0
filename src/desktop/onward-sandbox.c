/* onward-sandbox.c - whether the program runs in the Flatpak, where the desktop is reached through portals */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-sandbox.h"

/**
 * onward_sandbox_is_inside:
 *
 * Any thread. GTK_USE_PORTAL=1 asks for portals outside as well, as it does of GTK and GLib.
 *
 * Returns: whether the desktop is to be reached through portals
 */
gboolean
onward_sandbox_is_inside (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) || g_strcmp0 (g_getenv ("GTK_USE_PORTAL"), "1") == 0;
}
