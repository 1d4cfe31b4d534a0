/* onward-offers.c - what was offered, until when it is to be answered, and what is asked about it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-offers.h"

#include "model/onward-opportunity.h"
#include "model/onward-stage.h"
#include "onward-opportunities.h"
#include "onward-own-follow-ups.h"
#include "playbook/onward-wall.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/**
 * onward_offer_new:
 * @opportunity: what was offered
 *
 * Returns: (transfer full): an offer of which nothing is known
 */
OnwardOffer *
onward_offer_new (gint64 opportunity)
{
  OnwardOffer *offer = g_new0 (OnwardOffer, 1);

  offer->opportunity = opportunity;
  offer->ask_on = ONWARD_NO_DAY;
  return offer;
}

void
onward_offer_free (OnwardOffer *offer)
{
  g_free (offer->received_on);
  g_free (offer->answer_by);
  g_free (offer->amount);
  g_free (offer->notes);
  g_free (offer->ask_title);
  g_free (offer);
}

/* One text or number of JSON. */
static char *
read_value (const char *json)
{
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;

  if (node == NULL)
    return g_strdup (json);
  return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node) : json_to_string (node, FALSE);
}

static char *
build_value (const char *text)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);

  return json_to_string (node, FALSE);
}

/**
 * onward_offers_get:
 * @store: the store
 * @opportunity: an opportunity
 *
 * Main thread.
 *
 * Returns: (transfer full) (nullable): the offer as far as it is known; NULL when the opportunity is gone
 */
OnwardOffer *
onward_offers_get (OnwardStore *store, gint64 opportunity)
{
  g_autoptr (OnwardOpportunity) record = onward_store_get_record (store, ONWARD_TYPE_OPPORTUNITY, opportunity);
  OnwardOffer *offer;

  if (record == NULL)
    return NULL;
  offer = onward_offer_new (opportunity);
  offer->received_on = g_strdup (record->offer_received_on);
  offer->answer_by = g_strdup (record->offer_answer_by);
  offer->amount = read_value (record->offer_amount);
  offer->notes = g_strdup (record->notes);
  return offer;
}

static gboolean
check_moment (const char *text, GError **error)
{
  gint64 wall;
  int day;

  if (text == NULL || *text == '\0' || onward_day_parse (text, &day) || onward_wall_parse (text, &wall))
    return TRUE;
  g_set_error (error, ONWARD_STORE_ERROR, ONWARD_STORE_ERROR_INVALID,
               _ ("“%s” is no day and no time. Give one such as 2026-03-02 or 2026-03-02T17:00."), text);
  return FALSE;
}

/* An amount that is the same keeps its form: a number stays one. */
static void
set_amount (OnwardOpportunity *opportunity, const char *amount)
{
  g_autofree char *stored = read_value (opportunity->offer_amount);
  g_autofree char *json = NULL;

  if (g_strcmp0 (stored, amount) == 0)
    return;
  if (amount != NULL && *amount != '\0')
    json = build_value (amount);
  onward_set_text (&opportunity->offer_amount, json);
}

/* Whoever has an offer stands in Offer; what is closed stays closed. */
static gboolean
move_to_offer (OnwardWriter *writer, gint64 opportunity, gint64 stage, GError **error)
{
  g_autoptr (OnwardStage) now = onward_writer_load (writer, ONWARD_TYPE_STAGE, stage, NULL);
  OnwardMove move = {
    .opportunity = opportunity,
    .stage = onward_stages_find_kind (onward_writer_get_connection (writer), "offer"),
  };

  if (move.stage == 0 || move.stage == stage || (now != NULL && g_strcmp0 (now->kind, "closed") == 0))
    return TRUE;
  return onward_opportunities_move (writer, &move, error);
}

/**
 * onward_offers_save:
 * @writer: the writer
 * @offer: an OnwardOffer
 * @error: return location
 *
 * Writes the offer down, and puts the card into Offer.
 *
 * Returns: whether it is stored; a day or time that is none is refused
 */
gboolean
onward_offers_save (OnwardWriter *writer, gpointer offer, GError **error)
{
  OnwardOffer *data = offer;
  g_autoptr (OnwardOpportunity) opportunity =
      onward_writer_load (writer, ONWARD_TYPE_OPPORTUNITY, data->opportunity, error);

  if (opportunity == NULL || !check_moment (data->received_on, error) || !check_moment (data->answer_by, error))
    return FALSE;
  onward_set_text (&opportunity->offer_received_on, data->received_on);
  onward_set_text (&opportunity->offer_answer_by, data->answer_by);
  set_amount (opportunity, data->amount);
  onward_set_text (&opportunity->notes, data->notes);
  if (!onward_writer_update (writer, opportunity, error))
    return FALSE;
  if (data->received_on != NULL && !move_to_offer (writer, data->opportunity, opportunity->stage, error))
    return FALSE;
  return data->ask_on == ONWARD_NO_DAY
         || onward_own_follow_ups_add (writer, data->ask_title, data->opportunity, data->ask, data->ask_on, error);
}
