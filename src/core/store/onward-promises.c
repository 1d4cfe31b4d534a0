/* onward-promises.c - the promised answer that counts for an opportunity */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-promises.h"

#include "playbook/onward-facts.h"
#include "playbook/onward-promise.h"
#include "playbook/onward-zone.h"

static int
read_day (OnwardStatement *statement, int column)
{
  int day;

  return onward_day_parse (onward_statement_get_text (statement, column), &day) ? day : ONWARD_NO_DAY;
}

/* A contact as far as a promise needs it. */
static void
add_giver (OnwardFacts *facts, gint64 id)
{
  OnwardContactFact contact = { .id = id, .uuid = "", .tier_since = ONWARD_NO_DAY, .last_touch_at = ONWARD_NO_INSTANT };

  for (guint i = 0; i < facts->contacts->len; i++)
    if (g_array_index (facts->contacts, OnwardContactFact, i).id == id)
      return;
  if (id != 0)
    g_array_append_val (facts->contacts, contact);
}

static OnwardPromise
read_promise (OnwardFacts *facts, OnwardStatement *statement, int column)
{
  OnwardPromise promise = { .on = read_day (statement, column),
                            .given_on = read_day (statement, column + 1),
                            .by_id = onward_statement_get_int (statement, column + 2) };

  add_giver (facts, promise.by_id);
  return promise;
}

static gboolean
load_opportunity (OnwardConnection *connection, OnwardFacts *facts, gint64 id)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      connection, "SELECT kind, promise_on, promise_given_on, promise_by FROM opportunities WHERE id = ?", NULL);
  OnwardOpportunityFact fact = { .id = id,
                                 .uuid = "",
                                 .added_on = ONWARD_NO_DAY,
                                 .applied_on = ONWARD_NO_DAY,
                                 .offer_received_on = ONWARD_NO_DAY,
                                 .offer_answer_by = ONWARD_NO_WALL,
                                 .outcome_on = ONWARD_NO_DAY };

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, id);
  if (!onward_statement_step (statement, NULL))
    return FALSE;
  fact.informational = g_strcmp0 (onward_statement_get_text (statement, 0), "informational") == 0;
  fact.promise = read_promise (facts, statement, 1);
  g_array_append_val (facts->opportunities, fact);
  return fact.promise.on != ONWARD_NO_DAY;
}

static gboolean
load_interviews (OnwardConnection *connection, OnwardFacts *facts, gint64 opportunity)
{
  gboolean promised = FALSE;
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (connection,
                                 "SELECT id, uuid, kind, status, starts_unix, ends_unix, promise_on, promise_given_on, "
                                 "promise_by FROM interviews WHERE opportunity = ? AND starts_unix IS NOT NULL",
                                 NULL);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, opportunity);
  while (onward_statement_step (statement, NULL))
    {
      OnwardInterviewFact fact = { .id = onward_statement_get_int (statement, 0),
                                   .uuid = onward_facts_text (facts, onward_statement_get_text (statement, 1)),
                                   .opportunity_id = opportunity,
                                   .kind = onward_interview_kind_parse (onward_statement_get_text (statement, 2)),
                                   .status = onward_interview_status_parse (onward_statement_get_text (statement, 3)),
                                   .starts_at = onward_statement_get_int (statement, 4),
                                   .ends_at = onward_statement_get_int (statement, 5),
                                   .booked_on = ONWARD_NO_DAY,
                                   .promise = read_promise (facts, statement, 6) };

      promised |= fact.promise.on != ONWARD_NO_DAY;
      g_array_append_val (facts->interviews, fact);
    }
  return promised;
}

/**
 * onward_promises_find:
 * @store: a store
 * @opportunity: an opportunity
 * @found: (out caller-allocates): the promise in force as playbook.md defines it, also when its day has passed
 *
 * Main thread.
 *
 * Returns: whether there is one
 */
gboolean
onward_promises_find (OnwardStore *store, gint64 opportunity, OnwardPromiseFound *found)
{
  OnwardNow now = onward_store_get_now (store);
  OnwardConnection *connection = onward_store_get_connection (store);
  g_autoptr (GTimeZone) zone = onward_zone_find (now.zone);
  g_autoptr (OnwardFacts) facts = onward_facts_new (now.unix_time, zone);
  gboolean promised = load_opportunity (connection, facts, opportunity);
  OnwardPromiseInForce *in_force;

  promised |= load_interviews (connection, facts, opportunity);
  if (!promised || facts->opportunities->len == 0)
    return FALSE;
  onward_facts_link (facts);
  in_force = &g_array_index (facts->opportunities, OnwardOpportunityFact, 0).in_force;
  if (in_force->on == ONWARD_NO_DAY)
    return FALSE;
  found->on = in_force->on;
  found->given_on = in_force->given_on;
  found->by = in_force->by != NULL ? in_force->by->id : 0;
  found->interview = in_force->interview != NULL ? in_force->interview->id : 0;
  return TRUE;
}

void
onward_promised_day_free (OnwardPromisedDay *promised)
{
  g_free (promised->company_name);
  g_free (promised->opportunity_title);
  g_free (promised);
}

/* Open opportunities that a promise of these days is about; whether it is the one in force is seen for each. */
static GPtrArray *
find_candidates (OnwardStore *store, int from, int to)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_store_get_connection (store),
                                 "SELECT o.id, k.name, o.title FROM opportunities o "
                                 "LEFT JOIN companies k ON k.id = o.company LEFT JOIN stages s ON s.id = o.stage "
                                 "WHERE o.outcome_kind IS NULL AND s.kind IS NOT 'closed' AND o.id IN ("
                                 "  SELECT id FROM opportunities WHERE promise_on BETWEEN ?1 AND ?2 UNION "
                                 "  SELECT opportunity FROM interviews WHERE promise_on BETWEEN ?1 AND ?2) "
                                 "ORDER BY k.sort_key, k.name, o.id",
                                 NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_promised_day_free);
  char first[ONWARD_DATE_SIZE], last[ONWARD_DATE_SIZE];

  if (statement == NULL)
    return list;
  onward_statement_bind_text (statement, 1, onward_day_format (from, first));
  onward_statement_bind_text (statement, 2, onward_day_format (to, last));
  while (onward_statement_step (statement, NULL))
    {
      OnwardPromisedDay *promised = g_new0 (OnwardPromisedDay, 1);

      promised->opportunity = onward_statement_get_int (statement, 0);
      promised->company_name = g_strdup (onward_statement_get_text (statement, 1));
      promised->opportunity_title = g_strdup (onward_statement_get_text (statement, 2));
      g_ptr_array_add (list, promised);
    }
  return list;
}

/**
 * onward_promises_between:
 * @store: a store
 * @from: the first day
 * @to: the last day
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardPromisedDay): the promises in force of open opportunities whose day is
 *   one of these, by company
 */
GPtrArray *
onward_promises_between (OnwardStore *store, int from, int to)
{
  g_autoptr (GPtrArray) candidates = find_candidates (store, from, to);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_promised_day_free);

  g_ptr_array_set_free_func (candidates, NULL);
  for (guint i = 0; i < candidates->len; i++)
    {
      OnwardPromisedDay *promised = candidates->pdata[i];
      OnwardPromiseFound found;

      if (onward_promises_find (store, promised->opportunity, &found) && found.on >= from && found.on <= to)
        {
          promised->on = found.on;
          g_ptr_array_add (list, promised);
        }
      else
        onward_promised_day_free (promised);
    }
  return list;
}
