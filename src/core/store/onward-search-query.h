/* onward-search-query.h - what somebody typed, as the one question that all search tables are asked */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-tokenizer.h"

G_BEGIN_DECLS

/**
 * OnwardSearchKind:
 * @ONWARD_SEARCH_CONTACTS: people: digits may be of a telephone number, words at an @ are of a mail address
 * @ONWARD_SEARCH_OTHERS: companies and opportunities
 *
 * Whom the question is for.
 */
typedef enum
{
  ONWARD_SEARCH_CONTACTS,
  ONWARD_SEARCH_OTHERS,
} OnwardSearchKind;

char *onward_search_query_build_once (OnwardConnection *connection, const char *text, OnwardSearchKind kind);
char *onward_search_query_build (OnwardTokenizer *tokenizer, const char *text, OnwardSearchKind kind);
char **onward_search_query_get_words (OnwardTokenizer *tokenizer, const char *text);

G_END_DECLS
