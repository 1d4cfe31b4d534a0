/* onward-day-marks.c - days that mean something by themselves: an offer is to be answered, a cooling-off ends */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-day-marks.h"

#include "playbook/onward-wall.h"

void
onward_day_mark_free (OnwardDayMark *mark)
{
  g_free (mark->name);
  g_free (mark);
}

static OnwardDayMark *
create_mark (OnwardDayMarkKind kind, int day, OnwardStatement *row)
{
  OnwardDayMark *mark = g_new0 (OnwardDayMark, 1);

  mark->kind = kind;
  mark->day = day;
  mark->minutes = -1;
  mark->id = onward_statement_get_int (row, 0);
  mark->name = g_strdup (onward_statement_get_text (row, 1));
  return mark;
}

/* Of what is still open; few of the opportunities are. */
static void
add_offers (GPtrArray *list, OnwardConnection *connection, int from, int to)
{
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (
      connection,
      "SELECT o.id, coalesce (k.name, o.title), o.offer_answer_by FROM opportunities o "
      "LEFT JOIN companies k ON k.id = o.company "
      "WHERE o.outcome_kind IS NULL AND o.stage IN (SELECT id FROM stages WHERE kind IS NOT 'closed') "
      "AND o.offer_answer_by >= ?1 AND o.offer_answer_by < ?2",
      NULL);
  char first[ONWARD_DATE_SIZE], end[ONWARD_DATE_SIZE];

  if (rows == NULL)
    return;
  onward_statement_bind_text (rows, 1, onward_day_format (from, first));
  onward_statement_bind_text (rows, 2, onward_day_format (to + 1, end));
  while (onward_statement_step (rows, NULL))
    {
      const char *text = onward_statement_get_text (rows, 2);
      gint64 wall;
      int day;

      if (onward_wall_parse (text, &wall))
        {
          g_ptr_array_add (list, create_mark (ONWARD_DAY_MARK_OFFER, onward_wall_day (wall), rows));
          ((OnwardDayMark *)list->pdata[list->len - 1])->minutes = onward_wall_minutes (wall);
        }
      else if (onward_day_parse (text, &day))
        g_ptr_array_add (list, create_mark (ONWARD_DAY_MARK_OFFER, day, rows));
    }
}

/* Its own day counts, else the months after the latest no (playbook.md, "reapply"). */
static int
find_end (OnwardStatement *row)
{
  int day = ONWARD_NO_DAY;

  if (onward_day_parse (onward_statement_get_text (row, 2), &day) || onward_statement_is_null (row, 3)
      || !onward_day_parse (onward_statement_get_text (row, 4), &day))
    return day;
  return onward_day_add_months (day, (int)onward_statement_get_int (row, 3));
}

static void
add_cooling_offs (GPtrArray *list, OnwardConnection *connection, int from, int to)
{
  g_autoptr (OnwardStatement) rows = onward_connection_prepare (
      connection,
      "SELECT k.id, k.name, k.cooling_off_until, k.cooling_off_months, "
      "       CASE WHEN k.cooling_off_until IS NULL THEN (SELECT max (outcome_on) FROM opportunities "
      "         WHERE company = k.id AND outcome_kind = 'rejected' AND kind IS NOT 'informational') END "
      "FROM companies k WHERE k.cooling_off_until BETWEEN ?1 AND ?2 "
      "OR (k.cooling_off_until IS NULL AND k.cooling_off_months > 0)",
      NULL);
  char first[ONWARD_DATE_SIZE], last[ONWARD_DATE_SIZE];

  if (rows == NULL)
    return;
  onward_statement_bind_text (rows, 1, onward_day_format (from, first));
  onward_statement_bind_text (rows, 2, onward_day_format (to, last));
  while (onward_statement_step (rows, NULL))
    {
      int day = find_end (rows);

      if (day != ONWARD_NO_DAY && day >= from && day <= to)
        g_ptr_array_add (list, create_mark (ONWARD_DAY_MARK_COOLING_OFF, day, rows));
    }
}

/**
 * onward_day_marks_between:
 * @store: a store
 * @from: the first day, days since 1970-01-01
 * @to: the last day
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardDayMark): the days on which an offer is to be answered, and on which the
 *   cooling-off of a company ends; in no order
 */
GPtrArray *
onward_day_marks_between (OnwardStore *store, int from, int to)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_day_mark_free);

  add_offers (list, onward_store_get_connection (store), from, to);
  add_cooling_offs (list, onward_store_get_connection (store), from, to);
  return list;
}
