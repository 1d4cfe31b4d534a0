/* onward-company-facts.c - who and what is known at a company, and when it wants to hear from the user again */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-company-facts.h"

#include "model/onward-company.h"
#include "onward-present.h"
#include "playbook/onward-wall.h"

/* Positions name a company in words, as they came. */
static const char people_sql[] =
    "SELECT c.id, c.name, coalesce (c.headline, (SELECT json_extract (p.value, '$.title') FROM json_each (c.positions) "
    "p "
    "WHERE json_extract (p.value, '$.to') IS NULL LIMIT 1)), 0 AS former, c.sort_key AS key FROM contacts c "
    "WHERE c.company = ?1 UNION ALL SELECT c.id, c.name, json_extract (p.value, '$.title'), 1, c.sort_key FROM "
    "contacts c "
    "JOIN json_each (c.positions) p JOIN companies k ON k.id = ?1 WHERE c.positions IS NOT NULL "
    "AND c.company IS NOT ?1 AND lower (onward_fold (json_extract (p.value, '$.company'))) = lower (onward_fold "
    "(k.name)) "
    "GROUP BY c.id ORDER BY former, key, 2, 1";

static OnwardStatement *
prepare (OnwardStore *store, const char *sql, gint64 company)
{
  g_autoptr (GError) error = NULL;
  OnwardStatement *statement = onward_connection_prepare (onward_store_get_connection (store), sql, &error);

  if (statement != NULL)
    onward_statement_bind_int (statement, 1, company);
  else
    g_warning ("%s", error->message);
  return statement;
}

void
onward_colleague_free (OnwardColleague *colleague)
{
  g_free (colleague->name);
  g_free (colleague->line);
  g_free (colleague);
}

/**
 * onward_companies_list_people:
 * @store: a store
 * @company: a company
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardColleague): everyone known there, by name; then those who were there
 *   once
 */
GPtrArray *
onward_companies_list_people (OnwardStore *store, gint64 company)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_colleague_free);
  g_autoptr (OnwardStatement) row = prepare (store, people_sql, company);

  while (row != NULL && onward_statement_step (row, NULL))
    {
      OnwardColleague *colleague = g_new0 (OnwardColleague, 1);

      colleague->contact = onward_statement_get_int (row, 0);
      colleague->name = g_strdup (onward_statement_get_text (row, 1));
      colleague->line = g_strdup (onward_statement_get_text (row, 2));
      colleague->former = onward_statement_get_int (row, 3) != 0;
      g_ptr_array_add (people, colleague);
    }
  return people;
}

void
onward_place_free (OnwardPlace *place)
{
  g_free (place->search);
  g_free (place);
}

/**
 * onward_companies_list_opportunities:
 * @store: a store
 * @company: a company
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardPlace): its opportunities, those of the latest search first, in it the
 *   newest
 */
GPtrArray *
onward_companies_list_opportunities (OnwardStore *store, gint64 company)
{
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_place_free);
  g_autoptr (OnwardStatement) row =
      prepare (store,
               "SELECT o.id, s.name FROM opportunities o LEFT JOIN searches s ON s.id = o.search WHERE o.company = ? "
               "ORDER BY coalesce (s.started_on, '') DESC, s.id DESC, coalesce (o.added_on, o.applied_on, '') DESC, "
               "o.id DESC",
               company);

  while (row != NULL && onward_statement_step (row, NULL))
    {
      OnwardPlace *place = g_new0 (OnwardPlace, 1);

      place->opportunity = onward_statement_get_int (row, 0);
      place->search = g_strdup (onward_statement_get_text (row, 1));
      g_ptr_array_add (places, place);
    }
  return places;
}

/**
 * onward_companies_list_interviews:
 * @store: a store
 * @company: a company
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type gint64): the interviews there, the latest first; with and without an
 *   opportunity
 */
GArray *
onward_companies_list_interviews (OnwardStore *store, gint64 company)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OnwardStatement) row = prepare (
      store,
      "SELECT id, starts_unix FROM interviews WHERE opportunity IN (SELECT id FROM opportunities WHERE company = "
      "?1) UNION SELECT id, starts_unix FROM interviews WHERE company = ?1 AND opportunity IS NULL "
      "ORDER BY 2 DESC, 1 DESC",
      company);

  if (row != NULL)
    onward_statement_read_ids (row, ids, NULL);
  return ids;
}

void
onward_cooling_off_free (OnwardCoolingOff *cooling_off)
{
  g_free (cooling_off->source);
  g_free (cooling_off);
}

static int
find_latest_no (OnwardStore *store, gint64 company)
{
  g_autoptr (OnwardStatement) row = prepare (
      store, "SELECT max (outcome_on) FROM opportunities WHERE company = ? AND outcome_kind = 'rejected'", company);
  int day;

  return row != NULL && onward_statement_step (row, NULL) && onward_day_parse (onward_statement_get_text (row, 0), &day)
             ? day
             : ONWARD_NO_DAY;
}

/**
 * onward_companies_get_cooling_off:
 * @store: a store
 * @company: a company
 *
 * Main thread. A day that is named counts before a number of months (exchange.md), which counts from the latest no.
 *
 * Returns: (transfer full) (nullable): the time they want between applications when it is not over yet; NULL otherwise
 */
OnwardCoolingOff *
onward_companies_get_cooling_off (OnwardStore *store, gint64 company)
{
  g_autoptr (OnwardCompany) record =
      company != 0 ? onward_store_get_record (store, ONWARD_TYPE_COMPANY, company) : NULL;
  OnwardCoolingOff *found;
  int rejected_on = ONWARD_NO_DAY, until = ONWARD_NO_DAY;

  if (record == NULL)
    return NULL;
  if (!onward_day_parse (record->cooling_off_until, &until) && record->cooling_off_months != ONWARD_NO_NUMBER)
    {
      rejected_on = find_latest_no (store, company);
      until = rejected_on != ONWARD_NO_DAY ? onward_day_add_months (rejected_on, (int)record->cooling_off_months)
                                           : ONWARD_NO_DAY;
    }
  if (until == ONWARD_NO_DAY || until <= onward_present_get_today (store))
    return NULL;
  found = g_new0 (OnwardCoolingOff, 1);
  found->until = until;
  found->rejected_on = rejected_on;
  found->source = g_strdup (record->cooling_off_source);
  return found;
}
