/* onward-card-order.c - the order of the cards within a stage */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-card-order.h"

#include "onward-stages.h"

/* Between two cards that are given places anew: a minute. */
#define STEP ((gint64)60 * G_USEC_PER_SEC)

typedef struct
{
  gint64 id;
  gint64 place;
} PlacedCard;

/* The other cards of the opportunity's stage, the first on top. */
static GArray *
list_others (OnwardWriter *writer, OnwardOpportunity *opportunity, GError **error)
{
  OnwardConnection *connection = onward_writer_get_connection (writer);
  g_autofree char *today = onward_writer_format_today (writer);
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (PlacedCard));
  g_autoptr (GError) failed = NULL;
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (connection,
                                 "SELECT o.id, " ONWARD_CARD_PLACE " AS place " ONWARD_CARDS_OPEN
                                 " AND o.id IS NOT ?4 ORDER BY place DESC, o.id DESC",
                                 error);

  if (statement == NULL)
    return NULL;
  onward_statement_bind_int (statement, 1, opportunity->stage);
  onward_statement_bind_int (statement, 2, opportunity->stage == onward_stages_find_first (connection));
  onward_statement_bind_text (statement, 3, today);
  onward_statement_bind_int (statement, 4, opportunity->record.id);
  while (onward_statement_step (statement, &failed))
    {
      PlacedCard card = { onward_statement_get_int (statement, 0), onward_statement_get_int (statement, 1) };

      g_array_append_val (cards, card);
    }
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  return g_steal_pointer (&cards);
}

/* SQLite's own JSON functions leave the other members as they are, to the last digit. */
static gboolean
set_place (OnwardWriter *writer, OnwardOpportunity *opportunity, gint64 place, GError **error)
{
  g_autoptr (OnwardStatement) statement = onward_connection_prepare (
      onward_writer_get_connection (writer),
      place != 0 ? "SELECT json_set (coalesce (?1, '{}'), '$.board_place', ?2)"
                 : "SELECT nullif (json_remove (coalesce (?1, '{}'), '$.board_place'), '{}') WHERE ?2 = 0",
      error);

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_text (statement, 1, opportunity->record.extra);
  onward_statement_bind_int (statement, 2, place);
  if (!onward_statement_step (statement, error))
    return FALSE;
  onward_set_text (&opportunity->record.extra, onward_statement_get_text (statement, 0));
  return TRUE;
}

static gboolean
set_stored_place (OnwardWriter *writer, gint64 id, gint64 place, GError **error)
{
  g_autoptr (OnwardOpportunity) opportunity = onward_writer_load (writer, ONWARD_TYPE_OPPORTUNITY, id, error);

  return opportunity != NULL && set_place (writer, opportunity, place, error)
         && onward_writer_update (writer, opportunity, error);
}

/* There is no room between two cards: all of the stage get new places, a step apart. */
static gboolean
space_out (OnwardWriter *writer, GArray *others, guint index, OnwardOpportunity *opportunity, GError **error)
{
  gint64 place = MAX (onward_writer_get_now (writer)->unix_time * G_USEC_PER_SEC,
                      g_array_index (others, PlacedCard, 0).place + STEP);

  for (guint i = 0; i <= others->len; i++)
    {
      if (i == index && !set_place (writer, opportunity, place, error))
        return FALSE;
      if (i == index)
        place -= STEP;
      if (i < others->len && !set_stored_place (writer, g_array_index (others, PlacedCard, i).id, place, error))
        return FALSE;
      place -= STEP;
    }
  return TRUE;
}

static guint
find_index (GArray *others, gint64 after)
{
  for (guint i = 0; after != 0 && i < others->len; i++)
    if (g_array_index (others, PlacedCard, i).id == after)
      return i + 1;
  return 0;
}

/**
 * onward_card_order_settle:
 * @writer: the writer of a running command
 * @opportunity: a card whose stage is set; the caller writes it afterwards
 * @place: whether the user chose the place
 * @after: the card it then stands below; 0 = at the top
 * @error: return location
 *
 * Gives the card its place in the stage. Without a chosen one it stands at the top, since it has entered now.
 *
 * Returns: whether that could be read and, if others had to make room, written
 */
gboolean
onward_card_order_settle (OnwardWriter *writer, OnwardOpportunity *opportunity, gboolean place, gint64 after,
                          GError **error)
{
  gint64 now = onward_writer_get_now (writer)->unix_time * G_USEC_PER_SEC;
  g_autoptr (GArray) others = list_others (writer, opportunity, error);
  guint index;
  gint64 above, below;

  if (others == NULL)
    return FALSE;
  index = place ? find_index (others, after) : 0;
  if (others->len == 0)
    return set_place (writer, opportunity, place ? now : 0, error);
  above = index > 0 ? g_array_index (others, PlacedCard, index - 1).place : 0;
  below = index < others->len ? g_array_index (others, PlacedCard, index).place : 0;
  if (index == 0)
    return set_place (writer, opportunity, below >= now ? below + STEP : (place ? now : 0), error);
  if (index == others->len)
    return set_place (writer, opportunity, above - STEP, error);
  if (above - below < 2)
    return space_out (writer, others, index, opportunity, error);
  return set_place (writer, opportunity, below + (above - below) / 2, error);
}
