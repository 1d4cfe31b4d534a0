/* onward-card-order.h - the order of the cards within a stage */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "onward-writer.h"

#include "model/onward-opportunity.h"

G_BEGIN_DECLS

/* Newest in the stage first, unless the user put a card somewhere else: microseconds of the moment the card would have
 * entered there. The place the user chose is kept among the members that the exchange format leaves open, so that it
 * travels with the document and can be undone like everything else. */
#define ONWARD_CARD_PLACE                                                                                              \
  "coalesce (json_extract (o.extra, '$.board_place'), "                                                                \
  "1000000 * (SELECT max (e.at_unix) FROM stage_events e WHERE e.opportunity = o.id), "                                \
  "1000000 * unixepoch (coalesce (o.added_on, o.applied_on)), 0)"

/* Those of the search that is shown. When it is none in particular (onward-searches.h), those of a search that has
 * ended on ?3 are left out while another one goes on. */
#define ONWARD_CARDS_SEARCHED                                                                                          \
  "CASE onward_shown_search () WHEN -1 THEN (o.search IS NULL OR o.search NOT IN (SELECT id FROM searches WHERE "      \
  "ended_on <= ?3 AND EXISTS (SELECT 1 FROM searches WHERE ended_on IS NULL OR ended_on > ?3))) "                      \
  "WHEN 0 THEN 1 ELSE o.search IS onward_shown_search () END"

/* The cards of an open stage ?1; ?2 = 1 when it also takes in those that were never put anywhere. */
#define ONWARD_CARDS_OPEN                                                                                              \
  "FROM opportunities o WHERE (o.stage = ?1 OR (?2 = 1 AND o.stage IS NULL)) AND o.outcome_kind IS NULL "              \
  "AND " ONWARD_CARDS_SEARCHED

gboolean onward_card_order_settle (OnwardWriter *writer, OnwardOpportunity *opportunity, gboolean place, gint64 after,
                                   GError **error);

G_END_DECLS
