/* onward-likely-outcome.c - how an opportunity may have ended, before the user has said so */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-likely-outcome.h"

#include "model/onward-opportunity.h"
#include "model/onward-stage.h"
#include "onward-present.h"
#include "playbook/onward-wall.h"

/* As long as close-as-silent waits (playbook.md). */
#define SILENT_DAYS 30

static gboolean
had_interview (OnwardStore *store, gint64 opportunity)
{
  g_autoptr (OnwardStatement) row = onward_connection_prepare (
      onward_store_get_connection (store),
      "SELECT 1 FROM interviews WHERE opportunity = ?1 AND ends_unix <= ?2 AND kind IS NOT 'mock'"
      " AND coalesce (status, 'booked') IN ('booked', 'held') LIMIT 1",
      NULL);

  if (row == NULL)
    return FALSE;
  onward_statement_bind_int (row, 1, opportunity);
  onward_statement_bind_int (row, 2, onward_store_get_now (store).unix_time);
  return onward_statement_step (row, NULL);
}

/**
 * onward_likely_outcome_find:
 * @store: the store
 * @opportunity: an opportunity
 *
 * Main thread. With an offer it is a yes; before they were asked for anything the user lets go of it; when nobody has
 * answered an application for a month it is silence; else it is a no.
 *
 * Returns: (transfer none): an outcome of exchange.md
 */
const char *
onward_likely_outcome_find (OnwardStore *store, gint64 opportunity)
{
  g_autoptr (OnwardOpportunity) record = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, opportunity);
  g_autoptr (OnwardStage) stage = NULL;
  int applied;

  if (record == NULL)
    return "rejected";
  stage = onward_store_get_record (store, ONWARD_TYPE_STAGE, record->stage);
  if (record->offer_received_on != NULL || (stage != NULL && g_strcmp0 (stage->kind, "offer") == 0))
    return "accepted";
  if (had_interview (store, opportunity))
    return g_strcmp0 (record->kind, "informational") == 0 ? "withdrawn" : "rejected";
  if (!onward_day_parse (record->applied_on, &applied))
    return stage == NULL || g_strcmp0 (stage->kind, "prospect") == 0 ? "withdrawn" : "rejected";
  return onward_present_get_today (store) - applied >= SILENT_DAYS ? "no-response" : "rejected";
}
