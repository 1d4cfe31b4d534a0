/* onward-fold.h - text without accents, of any script, for the search tables */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

char *onward_fold_text (const char *text, GArray **offsets);
char *onward_fold_words (const char *text);
int onward_fold_install (sqlite3 *handle);

G_END_DECLS
