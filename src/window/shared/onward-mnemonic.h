/* onward-mnemonic.h - names in menus, where an underscore marks a key */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *onward_mnemonic_escape (const char *text);

G_END_DECLS
