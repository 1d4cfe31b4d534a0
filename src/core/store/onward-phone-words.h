/* onward-phone-words.h - telephone numbers as words that are found by their beginning or their end */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

char *onward_phone_words (const char *number);
gboolean onward_phone_words_append_query (GString *query, const char *typed);
int onward_phone_words_install (sqlite3 *handle);

G_END_DECLS
