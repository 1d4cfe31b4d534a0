/* onward-facts-columns.h - columns of the database as the playbook has them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-connection.h"
#include "playbook/onward-facts.h"

G_BEGIN_DECLS

static inline int
get_day (OnwardStatement *row, int column)
{
  const char *text = onward_statement_get_text (row, column);
  int day;

  return text != NULL && onward_day_parse (text, &day) ? day : ONWARD_NO_DAY;
}

static inline gint64
get_instant (OnwardStatement *row, int column)
{
  return onward_statement_is_null (row, column) ? ONWARD_NO_INSTANT : onward_statement_get_int (row, column);
}

static inline gint64
get_wall (OnwardStatement *row, int column)
{
  const char *text = onward_statement_get_text (row, column);
  gint64 wall;

  return text != NULL && onward_wall_parse (text, &wall) ? wall : ONWARD_NO_WALL;
}

/* A date alone is its last minute. */
static inline gint64
get_moment (OnwardStatement *row, int column)
{
  int day = get_day (row, column);

  return day != ONWARD_NO_DAY ? onward_wall_at (day, 24 * 60 - 1) : get_wall (row, column);
}

static inline const char *
get_text (OnwardFacts *facts, OnwardStatement *row, int column)
{
  return onward_facts_text (facts, onward_statement_get_text (row, column));
}

G_END_DECLS
