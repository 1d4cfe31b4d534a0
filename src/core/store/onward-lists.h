/* onward-lists.h - lists of texts, as a LIST field of a record holds them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **onward_json_get_texts (const char *list);
char *onward_json_from_texts (const char *const *texts);
char *onward_json_get_text (const char *value);
char *onward_json_add_text (const char *list, const char *text);

G_END_DECLS
