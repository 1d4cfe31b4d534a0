/* onward-tokenizer.h - words as the search tables see them, and queries that are never more than words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-connection.h"

G_BEGIN_DECLS

typedef struct _OnwardTokenizer OnwardTokenizer;

/**
 * OnwardTokenFunc:
 * @word: a word without case and accents; not NUL-terminated
 * @size: its bytes
 * @start: where it begins in the text, in bytes
 * @end: where it ends in the text, in bytes
 * @data: the caller's
 *
 * Returns: whether to go on
 */
typedef gboolean (*OnwardTokenFunc) (const char *word, int size, int start, int end, gpointer data);

OnwardTokenizer *onward_tokenizer_new (OnwardConnection *connection, GError **error);
void onward_tokenizer_free (OnwardTokenizer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnwardTokenizer, onward_tokenizer_free)

void onward_tokenizer_each (OnwardTokenizer *self, const char *text, OnwardTokenFunc function, gpointer data);
char **onward_tokenizer_get_words (OnwardTokenizer *self, const char *text);
GArray *
onward_tokenizer_find_prefixes (OnwardTokenizer *self, const char *text, const char *const *words, guint64 *found);

G_END_DECLS
