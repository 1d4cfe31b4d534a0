/* onward-board-change.c - which cards of the board a change concerns */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-board-change.h"

/* From so many cards on, reading all of those that are seen takes less. */
#define MOST_CARDS 64

/* A table from whose rows a card tells something, and the opportunity of a row. What is left out is on no card. */
typedef struct
{
  const char *table;
  const char *sql; /* NULL = any card may be concerned */
  gboolean places;
} Source;

static const Source sources[] = {
  { "opportunities", "SELECT ?1", TRUE },
  { "stage_events", "SELECT opportunity FROM stage_events WHERE id = ?1", TRUE },
  { "follow_ups", "SELECT opportunity FROM follow_ups WHERE id = ?1", FALSE },
  { "interviews", "SELECT opportunity FROM interviews WHERE id = ?1", FALSE },
  { "interview_people",
    "SELECT i.opportunity FROM interview_people p JOIN interviews i ON i.id = p.interview WHERE p.id = ?1", FALSE },
  { "opportunity_people", "SELECT opportunity FROM opportunity_people WHERE id = ?1", FALSE },
  { "touches", "SELECT opportunity FROM touches WHERE id = ?1", FALSE },
  { "companies", NULL, FALSE },
  { "contacts", NULL, FALSE },
  { "searches", NULL, TRUE },
  { "stages", NULL, TRUE },
};

OnwardBoardChange *
onward_board_change_new (void)
{
  OnwardBoardChange *self = g_new0 (OnwardBoardChange, 1);

  self->cards = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
onward_board_change_free (OnwardBoardChange *self)
{
  g_hash_table_unref (self->cards);
  g_free (self);
}

void
onward_board_change_clear (OnwardBoardChange *self)
{
  self->all = self->places = FALSE;
  g_hash_table_remove_all (self->cards);
}

static const Source *
find_source (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_strcmp0 (sources[i].table, table) == 0)
      return &sources[i];
  return NULL;
}

/* Of a row that is gone nobody knows any more whose it was. */
static gboolean
note_row (OnwardBoardChange *self, OnwardStore *store, const Source *source, gint64 row)
{
  g_autoptr (OnwardStatement) statement =
      onward_connection_prepare (onward_store_get_connection (store), source->sql, NULL);
  gint64 opportunity;

  if (statement == NULL)
    return FALSE;
  onward_statement_bind_int (statement, 1, row);
  if (!onward_statement_step (statement, NULL))
    return FALSE;
  opportunity = onward_statement_get_int (statement, 0);
  if (opportunity != 0)
    g_hash_table_add (self->cards, g_memdup2 (&opportunity, sizeof opportunity));
  return g_hash_table_size (self->cards) <= MOST_CARDS;
}

/**
 * onward_board_change_note:
 * @self: a change
 * @store: a store
 * @table: (nullable): as #OnwardStore::changed says; NULL = time passed
 * @ids: (nullable) (element-type gint64): as #OnwardStore::changed says
 *
 * Main thread, when it is announced.
 */
void
onward_board_change_note (OnwardBoardChange *self, OnwardStore *store, const char *table, GArray *ids)
{
  const Source *source = find_source (table);

  if (table != NULL && source == NULL)
    return;
  self->all = self->all || table == NULL || ids == NULL || source->sql == NULL;
  for (guint i = 0; !self->all && i < ids->len; i++)
    self->all = !note_row (self, store, source, g_array_index (ids, gint64, i));
  self->places = self->places || (source != NULL && source->places);
}

/**
 * onward_board_change_is_empty:
 * @self: a change
 *
 * Returns: whether no card can be another one
 */
gboolean
onward_board_change_is_empty (OnwardBoardChange *self)
{
  return !self->all && g_hash_table_size (self->cards) == 0;
}
