/* onward-board.c - what the pipeline shows: the cards of a stage in order */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-board.h"

#include "onward-card-order.h"
#include "onward-stages.h"
#include "playbook/onward-zone.h"

/* The cards of the closed stage ?1: what was put there, and what has an outcome, wherever it stands. */
#define CARDS_CLOSED                                                                                                   \
  "FROM opportunities o WHERE (o.stage = ?1 OR o.outcome_kind IS NOT NULL) AND ?2 = ?2 AND " ONWARD_CARDS_SEARCHED

/* Closed shows a heading an outcome, in the order of exchange.md. */
#define BY_OUTCOME                                                                                                     \
  "ORDER BY coalesce (instr ('accepted declined rejected withdrawn no-response cancelled', o.outcome_kind), 1000), "   \
  "o.outcome_on DESC, o.id DESC"

static OnwardStatement *
prepare_for_stage (OnwardStore *store, const char *open_sql, const char *closed_sql, gint64 stage)
{
  OnwardConnection *connection = onward_store_get_connection (store);
  OnwardNow now = onward_store_get_now (store);
  g_autoptr (GTimeZone) zone = onward_zone_find (now.zone);
  gboolean closed = stage == onward_stages_find_kind (connection, "closed");
  OnwardStatement *statement = onward_connection_prepare (connection, closed ? closed_sql : open_sql, NULL);
  char today[ONWARD_DATE_SIZE];

  if (statement == NULL)
    return NULL;
  onward_day_format (onward_zone_day (zone, now.unix_time), today);
  onward_statement_bind_int (statement, 1, stage);
  onward_statement_bind_int (statement, 2, stage == onward_stages_find_first (connection));
  onward_statement_bind_text (statement, 3, today);
  return statement;
}

/**
 * onward_board_list:
 * @store: a store
 * @stage: a stage
 *
 * Main thread. An opportunity with an outcome is shown as closed, one without a stage in the first. Those of a search
 * that has ended are left out while another one goes on.
 *
 * Returns: (transfer full) (element-type gint64): the opportunities of the stage, in the order of the board
 */
GArray *
onward_board_list (OnwardStore *store, gint64 stage)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OnwardStatement) statement = prepare_for_stage (
      store, "SELECT o.id, " ONWARD_CARD_PLACE " AS place " ONWARD_CARDS_OPEN " ORDER BY place DESC, o.id DESC",
      "SELECT o.id " CARDS_CLOSED " " BY_OUTCOME, stage);

  if (statement != NULL)
    onward_statement_read_ids (statement, ids, NULL);
  return ids;
}

/**
 * onward_board_count:
 * @store: a store
 * @stage: a stage
 *
 * Returns: how many opportunities onward_board_list() would give
 */
guint
onward_board_count (OnwardStore *store, gint64 stage)
{
  g_autoptr (OnwardStatement) statement =
      prepare_for_stage (store, "SELECT count (*) " ONWARD_CARDS_OPEN, "SELECT count (*) " CARDS_CLOSED, stage);

  if (statement == NULL || !onward_statement_step (statement, NULL))
    return 0;
  return (guint)onward_statement_get_int (statement, 0);
}

/**
 * onward_board_is_empty:
 * @store: a store
 *
 * Returns: whether there is no opportunity at all
 */
gboolean
onward_board_is_empty (OnwardStore *store)
{
  return onward_connection_read_int (onward_store_get_connection (store),
                                     "SELECT NOT EXISTS (SELECT 1 FROM opportunities)", TRUE)
         != 0;
}

/**
 * onward_board_has:
 * @store: a store
 * @opportunity: an opportunity
 *
 * Returns: whether it is still there
 */
gboolean
onward_board_has (OnwardStore *store, gint64 opportunity)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_store_get_connection (store), "SELECT 1 FROM opportunities WHERE id = ?", NULL);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, opportunity);
  return onward_statement_step (statement, NULL);
}
