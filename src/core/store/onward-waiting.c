/* onward-waiting.c - who has promised an answer, and by when */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-waiting.h"

#include "onward-promises.h"
#include "playbook/onward-zone.h"

void
onward_waiting_free (OnwardWaiting *waiting)
{
  g_free (waiting->title);
  g_free (waiting->company_name);
  g_free (waiting);
}

static int
compare_waiting (gconstpointer a, gconstpointer b)
{
  const OnwardWaiting *first = *(OnwardWaiting *const *)a;
  const OnwardWaiting *second = *(OnwardWaiting *const *)b;

  if (first->on != second->on)
    return first->on - second->on;
  return first->opportunity < second->opportunity ? -1 : first->opportunity > second->opportunity;
}

/* Open opportunities with any promise that has not passed: few, so each is asked which of its promises counts. */
static OnwardStatement *
find_candidates (OnwardStore *store, int today)
{
  char text[ONWARD_DATE_SIZE];
  OnwardStatement *rows = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT o.id, o.title, k.name FROM opportunities o LEFT JOIN companies k ON k.id = o.company "
      "LEFT JOIN stages s ON s.id = o.stage "
      "WHERE o.outcome_kind IS NULL AND s.kind IS NOT 'closed' AND o.id IN ("
      "  SELECT id FROM opportunities WHERE promise_on >= ?1 UNION "
      "  SELECT opportunity FROM interviews WHERE promise_on >= ?1 AND status IS NOT 'cancelled')",
      NULL);

  if (rows != NULL)
    onward_statement_bind_text (rows, 1, onward_day_format (today, text));
  return rows;
}

/**
 * onward_waiting_list:
 * @store: the store
 *
 * Main thread.
 *
 * Returns: (transfer full) (element-type OnwardWaiting): the open opportunities whose promised answer is not late, the
 *   next first
 */
GPtrArray *
onward_waiting_list (OnwardStore *store)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)onward_waiting_free);
  OnwardNow now = onward_store_get_now (store);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (now.zone);
  int today = zone != NULL ? onward_zone_day (zone, now.unix_time) : 0;
  g_autoptr (OnwardStatement) rows = find_candidates (store, today);

  while (rows != NULL && onward_statement_step (rows, NULL))
    {
      gint64 id = onward_statement_get_int (rows, 0);
      OnwardPromiseFound promise;
      OnwardWaiting *waiting;

      if (!onward_promises_find (store, id, &promise) || promise.on < today)
        continue;
      waiting = g_new0 (OnwardWaiting, 1);
      waiting->opportunity = id;
      waiting->title = g_strdup (onward_statement_get_text (rows, 1));
      waiting->company_name = g_strdup (onward_statement_get_text (rows, 2));
      waiting->on = promise.on;
      g_ptr_array_add (list, waiting);
    }
  g_ptr_array_sort (list, compare_waiting);
  return list;
}
