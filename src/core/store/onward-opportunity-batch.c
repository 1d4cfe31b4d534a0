/* onward-opportunity-batch.c - several opportunities are moved, or closed, in one step */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onward-opportunity-batch.h"

/**
 * onward_batch_new:
 * @opportunities: (transfer none) (element-type gint64): whom something is done to; copied
 *
 * Returns: (transfer full): a batch that says nothing else yet
 */
OnwardBatch *
onward_batch_new (GArray *opportunities)
{
  OnwardBatch *batch = g_new0 (OnwardBatch, 1);

  batch->opportunities = g_array_copy (opportunities);
  return batch;
}

void
onward_batch_free (OnwardBatch *batch)
{
  g_array_unref (batch->opportunities);
  g_free (batch->outcome);
  g_free (batch);
}

static gboolean
has (OnwardBatch *batch, gint64 opportunity)
{
  for (guint i = 0; i < batch->opportunities->len; i++)
    if (g_array_index (batch->opportunities, gint64, i) == opportunity)
      return TRUE;
  return FALSE;
}

/* Each below the one before it. */
static gboolean
put_below (OnwardWriter *writer, OnwardBatch *batch, GError **error)
{
  OnwardMove move = { .stage = batch->stage, .place = TRUE, .after = has (batch, batch->after) ? 0 : batch->after };

  for (guint i = 0; i < batch->opportunities->len; i++)
    {
      move.opportunity = g_array_index (batch->opportunities, gint64, i);
      if (!onward_opportunities_move (writer, &move, error))
        return FALSE;
      move.after = move.opportunity;
    }
  return TRUE;
}

/**
 * onward_opportunities_move_all:
 * @writer: the writer
 * @batch: an #OnwardBatch: @opportunities, @stage, @place and @after
 * @error: return location
 *
 * As onward_opportunities_move() for each; they keep the order they have in the batch. Without a chosen place they come
 * to the top, and those that are in the stage already stay where they are.
 *
 * Returns: whether all of them stand there
 */
gboolean
onward_opportunities_move_all (OnwardWriter *writer, gpointer batch, GError **error)
{
  OnwardBatch *data = batch;
  OnwardMove move = { .stage = data->stage };

  if (data->place)
    return put_below (writer, data, error);
  /* Whoever comes last stands on top. */
  for (guint i = data->opportunities->len; i > 0; i--)
    {
      move.opportunity = g_array_index (data->opportunities, gint64, i - 1);
      if (!onward_opportunities_move (writer, &move, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * onward_opportunities_close_all:
 * @writer: the writer
 * @batch: an #OnwardBatch: @opportunities and @outcome
 * @error: return location
 *
 * All of them ended in the same way, today. Whether there is still interest in their companies is left as it is.
 *
 * Returns: whether that is stored
 */
gboolean
onward_opportunities_close_all (OnwardWriter *writer, gpointer batch, GError **error)
{
  OnwardBatch *data = batch;
  OnwardOutcomeChange change = { .kind = data->outcome, .still_interested = -1 };

  for (guint i = 0; i < data->opportunities->len; i++)
    {
      change.opportunity = g_array_index (data->opportunities, gint64, i);
      if (!onward_opportunities_set_outcome (writer, &change, error))
        return FALSE;
    }
  return TRUE;
}
