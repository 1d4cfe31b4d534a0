/* onward-search.h - one job search from start to accepted offer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-record.h"

G_BEGIN_DECLS

/**
 * OnwardSearch:
 *
 * One job search from start to accepted offer. Members as in exchange.md, `searches`.
 */
typedef struct
{
  OnwardRecord record;
  char *name;
  char *started_on;
  char *ended_on;
} OnwardSearch;

#define ONWARD_TYPE_SEARCH (onward_search_get_type ())
ONWARD_DECLARE_RECORD (OnwardSearch, onward_search, ONWARD_SEARCH)

G_END_DECLS
