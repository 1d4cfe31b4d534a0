/* onward-mnemonic.c - names in menus, where an underscore marks a key */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-mnemonic.h"

/**
 * onward_mnemonic_escape:
 * @text: (nullable): a name, as it was typed
 *
 * Returns: (transfer full): it for the label of a menu item, which shows its underscores
 */
char *
onward_mnemonic_escape (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", "_", -1);

  return g_strjoinv ("__", words);
}
